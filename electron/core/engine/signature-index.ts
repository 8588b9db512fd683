import { isVendor } from '../catalogue/match.ts';
import { belowVendorFolder, comparablePath } from '../catalogue/paths.ts';
import type { ColumnTest, Signature } from '../model/product.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import { tableNames } from '../model/tables.ts';

export interface Owner {
  readonly id: string;
  readonly signatures: readonly Signature[];
}

export interface Entry {
  readonly owner: string;
  readonly signature: Signature;
}

export interface Index {
  readonly size: number;
  /** All that are used on a row. */
  readonly patterns: readonly RegExp[];
  readonly candidates: (row: AnyRow) => readonly Entry[];
}

/** The test of a signature that leaves out most rows for the least work. */
const anchorOf = (signature: Signature): readonly [string, ColumnTest] | undefined => {
  const tests = Object.entries<ColumnTest>(signature.match);
  for (const kind of ['is', 'under', 'vendorPath', 'vendor', 'pattern'] as const) {
    const found = tests.find(([, test]) => kind in test);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Built once for each list of owners and table: most of its time goes into patterns that are compiled. */
const built = new WeakMap<readonly Owner[], Map<TableName, Index>>();

export const indexOf = (owners: readonly Owner[], table: TableName): Index => {
  const tables = built.get(owners) ?? new Map<TableName, Index>();
  built.set(owners, tables);
  const index = tables.get(table) ?? build(owners, table);
  tables.set(table, index);
  return index;
};

/**
 * An engine compiles a pattern when it is used for the second time, and once more for text with letters that take two
 * bytes. Together that is a third of a second for a catalogue, a thousandth for one pattern.
 */
const samples = ['a', 'b', 'ж', 'я'];

/** Does the work of a first look ahead, in small steps: builds the indexes of all tables and has their patterns compiled. */
export function* preparing(owners: readonly Owner[]): Generator<void, void> {
  for (const table of tableNames) {
    const { patterns } = indexOf(owners, table);
    yield;
    for (const pattern of patterns) {
      for (const sample of samples) pattern.test(sample);
      yield;
    }
  }
}

const build = (owners: readonly Owner[], table: TableName): Index => {
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
  const columns = [...byColumn].map(([column, at]) => {
    const groups = groupsOf([...at.patterns.values()]);
    return { column, groups, lookup: lookupIn(at, groups) };
  });
  return {
    size,
    patterns: columns.flatMap(({ groups }) =>
      groups.flatMap(({ gate, patterns }) => [gate, ...patterns.map(({ pattern }) => pattern)]),
    ),
    candidates: (row) => {
      const found: Entry[] = [];
      for (const { column, lookup } of columns) lookup(row[column], found);
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
  readonly patterns: Map<string, KnownPattern>;
}

interface KnownPattern {
  readonly pattern: RegExp;
  readonly entries: Entry[];
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

/** Patterns that begin alike. What does not pass the gate matches none of them. */
interface PatternGroup {
  readonly gate: RegExp;
  readonly patterns: readonly KnownPattern[];
}

/**
 * A foreign name is tried once for each way to begin, and not for each product. The gate is no more than the beginning:
 * an alternation of all patterns would say no as fast, and take a tenth of a second to be compiled.
 */
const groupsOf = (patterns: readonly KnownPattern[]): readonly PatternGroup[] => {
  const groups = new Map<string, KnownPattern[]>();
  for (const known of patterns) {
    const { source } = known.pattern;
    const common = source.includes('|') && !isOneGroup(source) ? '' : (head.exec(source)?.[0] ?? '');
    groups.set(common, [...(groups.get(common) ?? []), known]);
  }
  return [...groups].map(([common, some]) => ({
    gate: new RegExp(
      common === '' ? some.map(({ pattern }) => `(?:${pattern.source})`).join('|') : common,
      'i',
    ),
    patterns: some,
  }));
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

const lookupIn = (at: ColumnIndex, groups: readonly PatternGroup[]): Lookup => {
  const one = (value: string, found: Entry[]): void => {
    const exact = at.exact.size === 0 ? undefined : at.exact.get(value.toLowerCase());
    if (exact !== undefined) found.push(...exact);
    if (at.folders.size > 0) inFolders(at.folders, value, found);
    if (at.vendorPaths.length > 0 && belowVendorFolder(value) !== undefined) found.push(...at.vendorPaths);
    if (at.vendors.length > 0 && isVendor(value)) found.push(...at.vendors);
    for (const { gate, patterns } of groups)
      if (gate.test(value))
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
