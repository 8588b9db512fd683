import type { DetectionStatus } from '../../electron/core/model/detection.ts';
import type { Host } from '../../electron/core/model/host.ts';
import type { Reading } from '../../electron/core/model/reading.ts';
import type { Verdict } from '../../electron/core/model/report.ts';
import type { Snapshot } from '../../electron/core/model/snapshot.ts';
import type { Row, TableName } from '../../electron/core/model/tables.ts';

/** The shapes of the corpus: what a product leaves, what a host holds, what an expert would say about it. */

export type Rows = { readonly [T in TableName]?: readonly Row<T>[] };

export interface Expected {
  readonly productId: string;
  readonly version?: string | undefined;
  readonly status: DetectionStatus;
  /** Ids that are as true: the facts leave open which of them it is. */
  readonly orId?: readonly string[];
}

/** What one product, or one lone trace, puts on a machine, and how it is to be called. */
export interface Part {
  readonly rows: Rows;
  readonly products: readonly Expected[];
  /** Ids that may be named as well without being wrong: the facts leave it open. */
  readonly may?: readonly string[];
  /** Something of Kaspersky's that belongs to no product. */
  readonly loose?: boolean;
  /** A verdict that is as true. */
  readonly orVerdict?: Verdict;
}

export interface LabelledHost {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly label: {
    readonly verdict: Verdict;
    readonly products: readonly Expected[];
    readonly may: readonly string[];
    readonly orVerdict?: Verdict | undefined;
  };
}

export const mergeRows = (...all: readonly Rows[]): Rows => {
  const merged: Record<string, unknown[]> = {};
  for (const rows of all)
    for (const [table, some] of Object.entries(rows)) (merged[table] ??= []).push(...some);
  return merged;
};

const windowsTables = [
  'programs',
  'services',
  'kernelModules',
  'processes',
  'files',
  'packages',
  'securityCentre',
  'browserExtensions',
  'registry',
  'classFilters',
  'networkBindings',
  'encryption',
  'certificates',
  'scheduledTasks',
  'startup',
] as const satisfies readonly TableName[];
const macTables = [
  'processes',
  'files',
  'apps',
  'launchItems',
  'systemExtensions',
  'kernelExtensions',
  'receipts',
  'profiles',
  'browserExtensions',
] as const satisfies readonly TableName[];
const linuxTables = ['processes', 'files', 'packages', 'units', 'kernelModules'] as const;

const tablesOf: Record<Host['os'], readonly TableName[]> = {
  windows: windowsTables,
  macos: macTables,
  linux: linuxTables,
};

export type Readings = Readonly<Partial<Record<TableName, Reading>>>;

/** A host that could be looked at whole, with these rows; `readings` replaces whole answers. */
export const snapshotOf = (host: Host, rows: Rows, readings: Readings = {}): Snapshot => ({
  schema: 'removal-assistant/snapshot/1',
  takenAt: '2026-11-23T10:00:00.000Z',
  host,
  readings: {
    ...Object.fromEntries(tablesOf[host.os].map((table) => [table, { kind: 'ok', rows: [] }])),
    ...Object.fromEntries(Object.entries(rows).map(([table, some]) => [table, { kind: 'ok', rows: some }])),
    ...readings,
  },
});

const live = new Set<DetectionStatus>(['installed', 'report-only']);

/** The verdict that the label's own products lead to, on a host that could be looked at whole. */
export const verdictFor = (parts: readonly Part[]): Verdict => {
  const products = parts.flatMap((part) => part.products);
  if (products.some((product) => live.has(product.status))) return 'found';
  return products.length > 0 || parts.some((part) => part.loose === true) ? 'leftovers' : 'clean';
};

export const labelled = (
  name: string,
  host: Host,
  around: Rows,
  parts: readonly Part[],
  more: { readonly verdict?: Verdict; readonly readings?: Readings } = {},
): LabelledHost => ({
  name,
  snapshot: snapshotOf(host, mergeRows(around, ...parts.map((part) => part.rows)), more.readings),
  label: {
    verdict: more.verdict ?? verdictFor(parts),
    products: parts.flatMap((part) => part.products),
    may: parts.flatMap((part) => part.may ?? []),
    orVerdict: parts.find((part) => part.orVerdict !== undefined)?.orVerdict,
  },
});
