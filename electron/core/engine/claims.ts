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
  /** By folder; folders on the way to one are there too, with no entry, so that a foreign path is left early. */
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

const addFolder = (folders: Map<string, Entry[]>, folder: string, entry: Entry): void => {
  push(folders, folder, entry);
  for (let end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1))
    if (!folders.has(folder.slice(0, end))) folders.set(folder.slice(0, end), []);
};

const addTo = (at: ColumnIndex, test: ColumnTest, entry: Entry): void => {
  if ('is' in test) for (const name of test.is) push(at.exact, name.toLowerCase(), entry);
  else if ('under' in test)
    for (const folder of test.under) addFolder(at.folders, comparablePath(folder), entry);
  else if ('vendorPath' in test) at.vendorPaths.push(entry);
  else if ('vendor' in test) at.vendors.push(entry);
  else if ('pattern' in test) {
    const known = at.patterns.get(test.pattern.source);
    if (known === undefined)
      at.patterns.set(test.pattern.source, { pattern: test.pattern, entries: [entry] });
    else known.entries.push(entry);
  }
};

/** The start of a pattern up to the end of its first group: what the names of one vendor have in common. */
const head = /^\^\\s\*\(\?:(?:[^()[\]\\]|\\.|\((?:[^()[\]\\]|\\.)*\))*\)/;

/**
 * One alternation that says "none of them" for nearly every row in a single pass. Patterns with the same head are
 * written behind one copy of it, so a foreign name is tried once and not for each product.
 */
const anyOf = (sources: readonly string[]): RegExp => {
  const rests = new Map<string, string[]>();
  for (const source of sources) {
    const common = source.includes('|') && !isOneGroup(source) ? '' : (head.exec(source)?.[0] ?? '');
    rests.set(common, [...(rests.get(common) ?? []), `(?:${source.slice(common.length)})`]);
  }
  return new RegExp([...rests].map(([common, some]) => `${common}(?:${some.join('|')})`).join('|'), 'i');
};

/** Whether a pattern has no alternative outside its groups, so that its head belongs to all of it. */
const isOneGroup = (source: string): boolean => {
  let depth = 0;
  for (const character of source.replace(/\\.|\[(?:[^\]\\]|\\.)*\]/g, '')) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return true;
};

/** Adds to `found` what may match a value of this column. */
type Lookup = (value: unknown, found: Entry[]) => void;

const lookupIn = (at: ColumnIndex): Lookup => {
  const anyPattern = at.patterns.size === 0 ? undefined : anyOf([...at.patterns.keys()]);
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
  const path = comparablePath(value);
  for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
    const entries = folders.get(end === -1 ? path : path.slice(0, end));
    if (entries === undefined) return;
    found.push(...entries);
    if (end === -1) return;
  }
};
