import { createHash } from 'node:crypto';
import { isAtOrBelow } from '../../core/catalogue/paths.ts';
import type { LeftoverEnd, RestoreEnd } from '../../core/engine/journal.ts';
import type { LeftoverItem, LeftoverOf } from '../../core/model/leftover.ts';
import { whatOf } from '../../core/model/leftover.ts';
import { ok } from '../../core/model/result.ts';
import type { AnyRow, Row, TableName } from '../../core/model/tables.ts';
import type { Quarantine, Survey } from '../../core/ports.ts';

/** What is set aside on a played computer, by its id. */
export type SetAsideItems = Map<string, LeftoverItem>;

type ReadRows = <T extends TableName>(table: T) => readonly Row<T>[];

/** A quarantine without a file: what is in it is no longer seen on its computer, and nothing else happens. */
export const playedQuarantine = (aside: SetAsideItems, read: ReadRows): Quarantine => {
  const partsOf = (item: LeftoverItem): readonly Row<'files'>[] =>
    item.kind === 'files' ? read('files').filter(({ path }) => isAtOrBelow(path ?? '', item.path)) : [];
  const take = (item: LeftoverItem): LeftoverEnd => {
    const parts = partsOf(item);
    aside.set(item.id, item);
    const { kind, productId } = item;
    const counted = kind === 'files' ? { entries: parts.length, bytes: bytesOf(parts) } : {};
    return {
      kind: 'set-aside',
      done: { what: whatOf(item), kind, ...(productId === undefined ? {} : { productId }), ...counted },
    };
  };
  return {
    survey: async (items) =>
      items.map((item): Survey => ({
        kind: 'ready',
        entries: partsOf(item).flatMap(({ path }) => (path === undefined ? [] : [path])),
      })),
    record: async (number, item) => {
      const sha256 = createHash('sha256')
        .update(JSON.stringify([number, item]))
        .digest('hex');
      return ok({ number, item, sha256 });
    },
    setAside: async ({ item }) => take(item),
    settle: async ({ item }) => take(item),
    check: async () => ok(true),
    putBack: async ({ item }): Promise<RestoreEnd> => {
      aside.delete(item.id);
      return { kind: 'restored' };
    },
    finish: async () => undefined,
  };
};

const bytesOf = (parts: readonly Row<'files'>[]): number =>
  parts.reduce((sum, { size }) => sum + (size ?? 0), 0);

/** The row as it is with these things set aside: whole, with a name less in a list, or not at all. */
export const setAsideIn = (aside: SetAsideItems, table: TableName, row: AnyRow): readonly AnyRow[] => {
  let left = row;
  for (const item of aside.values()) {
    if (isTaken(item, table, row)) return [];
    const { entries } = left;
    if (item.kind === 'class-filter' && isListOf(item, table, row) && Array.isArray(entries))
      left = { ...left, entries: entries.filter((entry) => entry !== item.entry) };
  }
  return [left];
};

const isListOf = (item: LeftoverOf<'class-filter'>, table: TableName, row: AnyRow): boolean =>
  table === 'classFilters' && row['class'] === item.class && row['which'] === item.which;

const isTaken = (item: LeftoverItem, table: TableName, row: AnyRow): boolean => {
  const path = typeof row['path'] === 'string' ? row['path'] : '';
  switch (item.kind) {
    case 'files':
    case 'empty-folder':
      return table === 'files' && isAtOrBelow(path, item.path);
    case 'registry-branch':
    case 'empty-key':
      return table === 'registry' && isAtOrBelow(path, item.key);
    case 'service':
      return (table === 'services' || table === 'kernelModules') && row['name'] === item.name;
    case 'group':
      return table === 'accounts' && row['kind'] === 'group' && row['name'] === item.name;
    case 'class-filter':
      return false;
  }
};
