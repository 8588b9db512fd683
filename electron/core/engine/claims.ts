import { isVendor, matches } from '../catalogue/match.ts';
import { belowVendorFolder, comparablePath } from '../catalogue/paths.ts';
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

const nobody: ReadonlyMap<string, Signature> = new Map();

const strongestOf = (entries: readonly Entry[], row: AnyRow): ReadonlyMap<string, Signature> => {
  if (entries.length === 0) return nobody;
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
  return {
    size,
    candidates: (row) => {
      const found: Entry[] = [];
      for (const [column, lookup] of columns) lookup(row[column], found);
      return found;
    },
  };
};

interface ColumnIndex {
  readonly exact: Map<string, Entry[]>;
  readonly folders: Map<string, Entry[]>;
  readonly vendorPaths: Entry[];
  readonly vendors: Entry[];
  /** By its source: the signatures of one product share most of their patterns. */
  readonly patterns: Map<string, { readonly pattern: RegExp; readonly entries: Entry[] }>;
}

const emptyIndex = (): ColumnIndex => ({
  exact: new Map(),
  folders: new Map(),
  vendorPaths: [],
  vendors: [],
  patterns: new Map(),
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
  else if ('pattern' in test) {
    const known = at.patterns.get(test.pattern.source);
    if (known === undefined)
      at.patterns.set(test.pattern.source, { pattern: test.pattern, entries: [entry] });
    else known.entries.push(entry);
  }
};

/** Adds to `found` what may match a value of this column. */
type Lookup = (value: unknown, found: Entry[]) => void;

const lookupIn = (at: ColumnIndex): Lookup => {
  // One alternation says "none of them" for nearly every row in a single pass.
  const anyPattern =
    at.patterns.size === 0
      ? undefined
      : new RegExp([...at.patterns.keys()].map((source) => `(?:${source})`).join('|'), 'i');
  const patterns = [...at.patterns.values()];
  const one = (value: string, found: Entry[]): void => {
    const exact = at.exact.size === 0 ? undefined : at.exact.get(value.toLowerCase());
    if (exact !== undefined) found.push(...exact);
    if (at.folders.size > 0) inFolders(at.folders, value, found);
    if (at.vendorPaths.length > 0 && belowVendorFolder(value) !== undefined) found.push(...at.vendorPaths);
    if (at.vendors.length > 0 && isVendor(value)) found.push(...at.vendors);
    if (anyPattern?.test(value) === true)
      for (const { pattern, entries } of patterns) if (pattern.test(value)) found.push(...entries);
  };
  return (value, found) => {
    if (typeof value === 'string') one(value, found);
    else if (Array.isArray(value)) for (const part of value) if (typeof part === 'string') one(part, found);
  };
};

const inFolders = (folders: ReadonlyMap<string, Entry[]>, value: string, found: Entry[]): void => {
  for (
    let path = comparablePath(value);
    path !== '';
    path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  ) {
    const entries = folders.get(path);
    if (entries !== undefined) found.push(...entries);
  }
};
