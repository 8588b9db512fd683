import { matches } from '../catalogue/match.ts';
import { belowVendorFolder, comparablePath } from '../catalogue/paths.ts';
import { isKaspersky } from '../catalogue/vendor.ts';
import type { ColumnTest, Signature, SignatureWeight } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import { tableNames } from '../model/tables.ts';

/** A row together with the signature of one owner (a product or a family) that it matched. */
export interface Claim {
  readonly table: TableName;
  readonly row: AnyRow;
  readonly signature: Signature;
}

export interface Owner {
  readonly id: string;
  readonly signatures: readonly Signature[];
}

export const weightOrder: readonly SignatureWeight[] = ['proof', 'sign', 'hint', 'trace'];

/**
 * For each owner the rows that match it, each with its strongest signature. Every row is looked up in an index of the
 * signatures' own anchors, so the time grows with the rows and hardly with the catalogue.
 */
export const claimsOf = (
  owners: readonly Owner[],
  snapshot: Snapshot,
): ReadonlyMap<string, readonly Claim[]> => {
  const claims = new Map<string, Claim[]>(owners.map((owner) => [owner.id, []]));
  for (const table of tableNames) {
    const reading = snapshot.readings[table];
    if (reading?.kind !== 'ok') continue;
    const index = indexOf(owners, table);
    if (index.size === 0) continue;
    for (const row of reading.rows)
      for (const [owner, signature] of strongestOf(index.candidates(row), row))
        claims.get(owner)?.push({ table, row, signature });
  }
  return claims;
};

interface Entry {
  readonly owner: string;
  readonly signature: Signature;
}

interface Index {
  readonly size: number;
  readonly candidates: (row: AnyRow) => readonly Entry[];
}

const strongestOf = (entries: readonly Entry[], row: AnyRow): ReadonlyMap<string, Signature> => {
  const strongest = new Map<string, Signature>();
  for (const { owner, signature } of entries) {
    if (!matches(signature, row)) continue;
    const best = strongest.get(owner);
    if (best === undefined || weightOrder.indexOf(signature.weight) < weightOrder.indexOf(best.weight))
      strongest.set(owner, signature);
  }
  return strongest;
};

/** The test of a signature that leaves out most rows for the least work. */
const anchorOf = (signature: Signature): readonly [string, ColumnTest] | undefined => {
  const tests = Object.entries<ColumnTest>(signature.match);
  for (const kind of ['is', 'under', 'vendorPath', 'vendor', 'pattern'] as const) {
    const found = tests.find(([, test]) => kind in test);
    if (found !== undefined) return found;
  }
  return undefined;
};

const indexOf = (owners: readonly Owner[], table: TableName): Index => {
  const byColumn = new Map<string, ColumnIndex>();
  let size = 0;
  for (const owner of owners)
    for (const signature of owner.signatures) {
      if (signature.table !== table) continue;
      const anchor = anchorOf(signature);
      if (anchor === undefined) continue;
      size += 1;
      const [column, test] = anchor;
      const at = byColumn.get(column) ?? emptyIndex();
      byColumn.set(column, at);
      addTo(at, test, { owner: owner.id, signature });
    }
  const columns = [...byColumn].map(([column, at]) => [column, lookupIn(at)] as const);
  return { size, candidates: (row) => columns.flatMap(([column, lookup]) => lookup(row[column])) };
};

interface ColumnIndex {
  readonly exact: Map<string, Entry[]>;
  readonly folders: Map<string, Entry[]>;
  readonly vendorPaths: Entry[];
  readonly vendors: Entry[];
  readonly patterns: { readonly pattern: RegExp; readonly entry: Entry }[];
}

const emptyIndex = (): ColumnIndex => ({
  exact: new Map(),
  folders: new Map(),
  vendorPaths: [],
  vendors: [],
  patterns: [],
});

const push = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
};

const addTo = (at: ColumnIndex, test: ColumnTest, entry: Entry): void => {
  if ('is' in test) for (const name of test.is) push(at.exact, name.toLowerCase(), entry);
  else if ('under' in test) for (const folder of test.under) push(at.folders, comparablePath(folder), entry);
  else if ('vendorPath' in test) at.vendorPaths.push(entry);
  else if ('vendor' in test) at.vendors.push(entry);
  else if ('pattern' in test) at.patterns.push({ pattern: test.pattern, entry });
};

type Lookup = (value: unknown) => readonly Entry[];

const lookupIn = (at: ColumnIndex): Lookup => {
  // One alternation says "none of them" for nearly every row in a single pass.
  const anyPattern = new RegExp(
    at.patterns.map(({ pattern }) => `(?:${pattern.source})`).join('|') || '(?!)',
    'i',
  );
  const one = (value: string): Entry[] => {
    const found = [...(at.exact.get(value.toLowerCase()) ?? [])];
    if (at.folders.size > 0) found.push(...inFolders(at.folders, value));
    if (at.vendorPaths.length > 0 && belowVendorFolder(value) !== undefined) found.push(...at.vendorPaths);
    if (at.vendors.length > 0 && isKaspersky(value)) found.push(...at.vendors);
    if (anyPattern.test(value))
      found.push(...at.patterns.filter(({ pattern }) => pattern.test(value)).map(({ entry }) => entry));
    return found;
  };
  return (value) => {
    if (typeof value === 'string') return one(value);
    return Array.isArray(value) ? value.flatMap((part) => (typeof part === 'string' ? one(part) : [])) : [];
  };
};

const inFolders = (folders: ReadonlyMap<string, Entry[]>, value: string): Entry[] => {
  const found: Entry[] = [];
  for (
    let path = comparablePath(value);
    path !== '';
    path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  )
    found.push(...(folders.get(path) ?? []));
  return found;
};
