import { createHash } from 'node:crypto';
import type { Dice } from '../corpus/dice.ts';

/** RFC 8785 once more, so that a digest is made by other code than the one that checks it. */
const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, part]) => [key, inOrder(part)]));
};

/** Reports written by hand after the published schema, for computers that were made up. Knows nothing of the map. */

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly version: string;
  readonly status: 'installed' | 'leftovers' | 'report-only' | 'successor';
}

export type Verdict =
  'found' | 'leftovers' | 'unknown' | 'clean' | 'removed' | 'restart-needed' | 'incomplete';

export interface Machine {
  readonly tag: string | undefined;
  readonly name: string | undefined;
  readonly mark: string | undefined;
  readonly os: 'windows' | 'macos' | 'linux';
}

export interface Told {
  readonly machine: Machine;
  /** Hours after the beginning of the story. */
  readonly hour: number;
  /** When its report was written, in hours; without it right after the look. */
  readonly written?: number;
  readonly verdict: Verdict;
  readonly products: readonly Product[];
  /** What a run saw before it began. */
  readonly before?: readonly Product[];
  /** A required place stayed closed. */
  readonly closed?: boolean;
  readonly more?: object;
}

const beginning = Date.UTC(2026, 9, 1, 8);
export const timeOf = (hour: number): string => new Date(beginning + hour * 3_600_000).toISOString();

const systems = {
  windows: {
    version: 'Windows 11 Pro 24H2',
    arch: 'x64',
    tables: ['programs', 'services', 'files', 'processes'],
  },
  macos: { version: 'macOS 15.6', arch: 'arm64', tables: ['apps', 'files', 'processes'] },
  linux: {
    version: 'Debian GNU/Linux 12 (bookworm)',
    arch: 'x64',
    tables: ['packages', 'units', 'files', 'processes'],
  },
} as const;

const evidenceOf = (product: Product, rows: number): object[] =>
  Array.from({ length: rows }, (_, at) => ({
    table: 'files',
    row: { path: `C:\\Program Files (x86)\\Kaspersky Lab\\${product.name}\\part-${at}.dll`, kind: 'file' },
    reason: 'vendor-folder',
  }));

const detections = (products: readonly Product[], rows: number): object[] =>
  products.map((product) => ({ ...product, confidence: 'proven', evidence: evidenceOf(product, rows) }));

/** A whole, sealed report; `rows` pieces of evidence a product make it as large as real ones are. */
export const reportOf = (told: Told, dice: Dice, rows: number): object => {
  const { machine, products, before } = told;
  const { tables, ...system } = systems[machine.os];
  const surfaces = tables.map((table) => ({
    table,
    kind: 'ok',
    looked: 20 + dice.int(400),
    signs: 0,
    gaps: 0,
  }));
  const at = timeOf(told.hour);
  const run =
    before === undefined
      ? {}
      : {
          run: {
            id: `run-${dice.guid().slice(1, 9)}`,
            startedAt: timeOf(told.hour - 0.5),
            actions: [],
            accepted: [],
          },
          before: {
            takenAt: timeOf(told.hour - 1),
            surfaces,
            detections: detections(before, rows),
            unattributed: [],
          },
          after: { takenAt: at, surfaces, detections: detections(products, rows), unattributed: [] },
        };
  const plain = {
    schema: 'removal-assistant/report/1',
    createdAt: timeOf(told.written ?? told.hour + 0.01),
    takenAt: at,
    tool: { name: 'Kaspersky Removal Assistant', version: '0.1.0', catalogue: '2026.11' },
    host: {
      os: machine.os,
      ...system,
      elevated: told.closed !== true,
      ...(machine.name === undefined ? {} : { name: machine.name }),
      ...(machine.mark === undefined ? {} : { machine: machine.mark }),
    },
    ...(machine.tag === undefined ? {} : { subject: { assetTag: machine.tag } }),
    verdict: told.verdict,
    detections: detections(products, rows),
    unattributed: [],
    hazards: [],
    unchecked:
      told.closed === true
        ? [{ table: 'files', source: '/root', kind: 'denied', why: 'permission denied', required: true }]
        : [],
    surfaces,
    plan: { actions: [], blockedBy: [] },
    ...run,
    ...told.more,
  };
  return {
    ...plain,
    sha256: createHash('sha256')
      .update(JSON.stringify(inOrder(plain)))
      .digest('hex'),
  };
};
