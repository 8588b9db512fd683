import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import { conclude } from '../engine/conclude.ts';
import { remove } from '../engine/remove.ts';
import type { HazardFinding, HazardId, HazardLevel } from '../model/hazard.ts';
import { hazardIds } from '../model/hazard.ts';
import type { Host, OperatingSystem } from '../model/host.ts';
import type { Action } from '../model/plan.ts';
import type { Product, ProductRole } from '../model/product.ts';
import type { Reading } from '../model/reading.ts';
import { okReading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { fail, ok } from '../model/result.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { Row, TableName } from '../model/tables.ts';
import { tableNames } from '../model/tables.ts';
import type { Executor, Inspector, RunStore, StartIdentity } from '../ports.ts';

/**
 * Computers for the tests of hazards. Their catalogue is a small one of its own: one row shows one product, so that
 * nothing but the hazard under test tells two computers apart.
 */

const systemOf = (id: string): OperatingSystem =>
  id.startsWith('mac-') ? 'macos' : id.startsWith('linux-') ? 'linux' : 'windows';

const roles: Readonly<Record<string, ProductRole>> = {
  'mgmt-ksc-win': 'report-only',
  'mail-exchange': 'report-only',
  'linux-klms': 'report-only',
  'successor-ultraav': 'successor',
  'tool-remover': 'vendor-tool',
};

const productFor = (id: string): Product => ({
  id,
  name: `Product ${id}`,
  family: 'endpoint',
  role: roles[id] ?? 'removable',
  systems: [systemOf(id)],
  signatures: [
    { table: 'programs', weight: 'proof', reason: 'program-name', match: { name: { is: [id] } } },
    { table: 'apps', weight: 'proof', reason: 'bundle-id', match: { name: { is: [id] } } },
    { table: 'packages', weight: 'proof', reason: 'package-name', match: { name: { is: [id] } } },
    { table: 'files', weight: 'trace', reason: 'own-folder', match: { path: { is: [`/left/${id}`] } } },
    { table: 'classFilters', weight: 'trace', reason: 'class-filter', match: { class: { is: [id] } } },
  ],
  routes:
    roles[id] === undefined
      ? [
          { system: 'windows', kind: 'msi', phase: 'product' },
          { system: 'linux', kind: 'package', names: [id], phase: 'product' },
          {
            system: 'macos',
            kind: 'vendor-script',
            path: `/Library/${id}/UninstallScript`,
            phase: 'product',
          },
        ]
      : [],
  residue: [],
  hazards: [],
  sources: ['made up'],
  confidence: 'inferred',
});

const ids = [
  'business-kes-win business-kes-win-old endpoint-unknown business-kea-win business-ksos business-aes-module',
  'consumer-kis consumer-kts consumer-kav consumer-security-cloud consumer-standard-plus-premium consumer-unknown',
  'server-ksws server-kess-win server-kics-win mgmt-nagent-win mgmt-ksc-win mail-exchange',
  'vpn-win pwm-win parental-win tool-remover successor-ultraav',
  'mac-consumer mac-kes mac-nagent mac-vpn mac-pwm mac-parental',
  'linux-kesl linux-nagent linux-klms',
].flatMap((line) => line.split(' '));

export const productIds: readonly string[] = ids;
export const catalogue: Catalogue = {
  version: 'test',
  products: ids.map(productFor),
  shared: [],
  roots: ['/opt/kaspersky'],
};
export const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const now = '2026-11-23T10:00:00.000Z';

export type Rows = { readonly [T in TableName]?: readonly Row<T>[] };
export interface Machine {
  readonly products?: readonly string[];
  /** Products of which only a folder is left. */
  readonly gone?: readonly string[];
  readonly rows?: Rows;
  readonly host?: Partial<Host>;
  /** Whole answers instead of rows; undefined takes a table away. */
  readonly readings?: { readonly [T in TableName]?: Reading<Row<T>> | undefined };
  readonly chosen?: readonly string[];
}

const installed = (id: string, at: number): Row<'programs'> => ({
  name: id,
  version: '12.1',
  publisher: 'AO Kaspersky Lab',
  productCode: `{00000000-0000-0000-0000-${String(at).padStart(12, '0')}}`,
});

const home: Readonly<Record<OperatingSystem, TableName>> = {
  windows: 'programs',
  macos: 'apps',
  linux: 'packages',
};
const packageOf = (id: string) => ({ name: id, manager: 'dpkg', state: 'installed', version: '12.1' });

/** A whole, quiet computer with these products: every place could be looked at, nothing is encrypted, room is left. */
export const snapshotOf = (machine: Machine): Snapshot => {
  const { products = [], gone = [], rows = {}, host = {}, readings = {} } = machine;
  const os = host.os ?? systemOf(products[0] ?? gone[0] ?? 'windows');
  const own = products.map(os === 'linux' ? packageOf : installed);
  const quiet: Partial<Record<TableName, readonly unknown[]>> = {
    encryption: [{ volume: 'C:', method: 'none', state: 'decrypted', managedBy: 'unknown' }],
    securityCentre: [{ name: 'Microsoft Defender Antivirus', kind: 'antivirus', state: 'on' }],
  };
  const filled = tableNames.map((table) => {
    const extra =
      table === home[os] ? own : table === 'files' ? gone.map((id) => ({ path: `/left/${id}` })) : [];
    return [table, okReading([...extra, ...(rows[table] ?? quiet[table] ?? [])])] as const;
  });
  return {
    schema: snapshotSchemaName,
    takenAt: now,
    host: { os, version: '1', arch: 'x64', elevated: true, freeBytes: 50_000_000_000, ...host },
    readings: { ...Object.fromEntries(filled), ...readings },
  };
};

export const reportOf = (machine: Machine, accepted: readonly string[] = []): Report =>
  conclude(desk, snapshotOf(machine), { accepted, productIds: machine.chosen }, now);

export const hazardOf = (machine: Machine, id: HazardId): HazardFinding | undefined =>
  reportOf(machine).hazards.find((hazard) => hazard.id === id);

/** The ports of such a computer. It forgets nothing, and `changed` names the product of every change. */
export const computerOf = (machine: Machine) => {
  const snapshot = snapshotOf(machine);
  const changed: string[] = [];
  const executors: readonly Executor[] = (['remove-package', 'run-msi', 'run-vendor-script'] as const).map(
    (kind) => ({
      kind,
      run: async (action: Action) => {
        changed.push(action.productId);
        return { outcome: 'removed' as const };
      },
    }),
  );
  const probes = Object.entries(snapshot.readings)
    .filter(([, reading]) => reading !== undefined)
    .map(([table, reading]) => ({ table, read: async () => reading })) as unknown as Inspector['probes'];
  const journal = { append: async () => ok(true as const), close: async () => {} };
  const inspector: Inspector = { os: snapshot.host.os, host: async () => snapshot.host, probes };
  const store: RunStore = {
    newRunId: () => 'run',
    create: async () => ok(journal),
    saveReport: async () => ok(true as const),
    read: async () => fail('unknown-run'),
    reopen: async () => ok(journal),
  };
  const starts: StartIdentity = { read: async () => 'first start', ensure: async () => 'first start' };
  return { changed, inspector, executors, store, starts };
};

/** Carries the removal out on it: what was changed, and what refused it. */
export const removalOf = async (machine: Machine, accepted: readonly string[]) => {
  const { changed, ...computer } = computerOf(machine);
  const ports = {
    ...computer,
    clock: { now: () => now },
    cancellation: { aborted: false },
    onProgress: () => {},
    onRemove: () => {},
  };
  const ended = await remove(desk, ports, { accepted, productIds: machine.chosen });
  return { changed, problem: ended.ok ? undefined : ended.problem.code };
};

/** A dangerous computer and its harmless twin: the same products, one small difference. */
export interface Twins {
  readonly id: HazardId;
  readonly level: HazardLevel;
  readonly state?: HazardFinding['state'];
  readonly danger: readonly [name: string, machine: Machine];
  readonly twin: readonly [name: string, machine: Machine];
}

/** Everything else is answered for, so that only the hazard under test decides; nothing answers for a stop. */
const answersFor = ({ id, level }: Twins): readonly HazardId[] =>
  level === 'stop' ? hazardIds : hazardIds.filter((other) => other !== id);

export const proveTwins = (twins: readonly Twins[]): void => {
  describe.each(twins)('$id: $danger.0', (pair) => {
    const { id, level, state = 'present', danger, twin } = pair;
    test('blocks before any change', async () => {
      const report = reportOf(danger[1], answersFor(pair));
      expect(report.hazards.find((hazard) => hazard.id === id)).toMatchObject({ level, state });
      expect(report.plan.blockedBy).toEqual([id]);
      expect(await removalOf(danger[1], answersFor(pair))).toEqual({
        changed: [],
        problem: 'blocked-by-hazard',
      });
    });
    test(`not so: ${twin[0]}`, async () => {
      expect(reportOf(twin[1], answersFor(pair)).plan.blockedBy).toEqual([]);
      const { changed, problem } = await removalOf(twin[1], answersFor(pair));
      expect(problem).toBeUndefined();
      expect(changed).not.toEqual([]);
    });
  });
};

export const here = (...products: readonly string[]): Machine => ({ products });

export type Pair = readonly [
  id: HazardId,
  danger: string,
  machine: Machine,
  twin: string,
  twinMachine: Machine,
];
export const twins = (level: Twins['level'], pairs: readonly Pair[]): Twins[] =>
  pairs.map(([id, danger, machine, twin, other]) => ({
    id,
    level,
    danger: [danger, machine],
    twin: [twin, other],
  }));
