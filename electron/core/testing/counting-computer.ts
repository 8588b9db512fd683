import { catalogue } from '../catalogue/index.ts';
import type { WorkerMachine } from '../elevation/errands.ts';
import { workerSession } from '../elevation/worker-session.ts';
import type { WorkerSession } from '../elevation/worker-session.ts';
import type { Choices } from '../engine/conclude.ts';
import { conclude } from '../engine/conclude.ts';
import { consentTo } from '../engine/consent.ts';
import type { JournalEntry } from '../engine/journal.ts';
import { targetOf } from '../engine/plan.ts';
import type { LeftRun } from '../engine/resume.ts';
import type { Consent } from '../model/consent.ts';
import type { Host } from '../model/host.ts';
import type { Action } from '../model/plan.ts';
import { okReading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { fail, ok } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { Row } from '../model/tables.ts';
import type { Executor, Inspector, Journal, Quarantine, QuarantineRecord } from '../ports.ts';
import { whatOf } from '../model/leftover.ts';
import { debian, packageRow } from './hosts.ts';
import { LeftoverWorld } from './leftover-world.ts';

/** A Debian computer in memory whose executors write down everything that reaches them. */

export const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const now = '2026-11-23T10:00:00.000Z';

export interface CountingComputer {
  packages: Row<'packages'>[];
  files: Row<'files'>[];
  /** The quarantine, and what happened in it. */
  readonly world: LeftoverWorld;
  readonly machine: WorkerMachine;
  /** Targets of the actions that reached an executor, in order, whatever became of them. */
  readonly reached: string[];
  /** The password that each of them was handed, as text, and how many bytes of all of them are still held. */
  readonly passwords: (string | undefined)[];
  readonly held: () => number;
  readonly journal: JournalEntry[];
  /** How many runs were begun. */
  runs: number;
  /** Whether the uninstaller that is running is not waited for any longer. */
  isLeft: () => boolean;
  /** What an uninstaller that is running writes. */
  say: (line: string) => void;
  /** Called with each target before it goes. */
  onReach: (target: string) => Promise<void> | void;
  /** What a look at it concludes, as a window shows it. */
  report(choices?: Choices): Report;
}

export const managedPackages = (): Row<'packages'>[] => [
  packageRow('kesl'),
  packageRow('kesl-gui'),
  packageRow('klnagent64', { version: '15.0.0-1' }),
];

export const countingComputer = (
  packages: Row<'packages'>[] = managedPackages(),
  host: Partial<Host> = {},
): CountingComputer => {
  const inspector: Inspector = {
    os: 'linux',
    host: async () => ({ ...debian, ...host }),
    probes: [
      { table: 'packages', read: async () => okReading([...pc.packages]) },
      { table: 'units', read: async () => okReading([]) },
      { table: 'processes', read: async () => okReading([]) },
      { table: 'files', read: async () => okReading([...pc.files]) },
    ] as Inspector['probes'],
  };
  const world = new LeftoverWorld();
  const secrets: Secret[] = [];
  let stored: Omit<LeftRun, 'entries'> | undefined;
  const journal: Journal = {
    append: async (entry) => {
      pc.journal.push(entry);
      return ok(true as const);
    },
    close: async () => undefined,
  };
  const counting = (kind: Action['kind']): Executor => ({
    kind,
    run: async (action, { onProgress, password, cancellation }) => {
      pc.isLeft = () => cancellation.leave === true;
      pc.reached.push(targetOf(action));
      pc.passwords.push(textOf(password));
      if (password !== undefined) secrets.push(password);
      pc.say = (line) => onProgress({ kind: 'output', line });
      pc.say(`Entferne ${action.id} …`);
      await pc.onReach(targetOf(action));
      if (action.kind === 'remove-package')
        pc.packages = pc.packages.filter(({ name }) => name !== action.package);
      return { outcome: 'removed', exitCode: 0 };
    },
  });
  const pc: CountingComputer = {
    packages,
    files: [],
    world,
    reached: [],
    passwords: [],
    held: () => secrets.reduce((sum, secret) => sum + secret.use(({ length }) => length), 0),
    journal: [],
    runs: 0,
    isLeft: () => false,
    say: () => undefined,
    onReach: () => undefined,
    report: (choices = {}) => {
      const readings = { packages: okReading(pc.packages), ...quiet, files: okReading(pc.files) };
      const snapshot: Snapshot = {
        schema: snapshotSchemaName,
        takenAt: now,
        host: { ...debian, ...host },
        readings,
      };
      return conclude(desk, snapshot, choices, now);
    },
    machine: {
      inspector,
      executors: (
        ['remove-package', 'run-msi', 'run-uninstaller', 'run-vendor-script', 'guided'] as const
      ).map(counting),
      store: {
        newRunId: () => '20261123-100000-000001',
        create: async (id, before, found) => {
          pc.runs += 1;
          stored = { id, before, found };
          return ok(journal);
        },
        saveReport: async () => ok(true as const),
        read: async (id) =>
          stored?.id === id ? ok({ ...stored, entries: [...pc.journal] }) : fail('unknown-run'),
        reopen: async (id) => (stored?.id === id ? ok(journal) : fail('unknown-run')),
      },
      leftovers: { quarantineOf: () => quarantineOf(pc), own: ['/var/lib/removal-assistant'] },
      starts: { read: async () => 'first start', ensure: async () => 'first start' },
      clock: { now: () => now },
    },
  };
  return pc;
};

const quiet = { units: okReading([]), processes: okReading([]) };

/** Its quarantine takes rows of files away, and gives them back. */
const quarantineOf = (pc: CountingComputer): Quarantine => {
  const { quarantine } = pc.world;
  const below = ({ item }: QuarantineRecord): readonly Row<'files'>[] =>
    pc.files.filter(({ path = '' }) => path === whatOf(item) || path.startsWith(`${whatOf(item)}/`));
  return {
    ...quarantine,
    setAside: async (record) => {
      if (record.item.kind === 'empty-folder' && below(record).length > 1)
        return { kind: 'left', why: 'not-empty' };
      const end = await quarantine.setAside(record);
      const taken = below(record);
      pc.world.rows.set(record.number, taken);
      if (end.kind === 'set-aside') pc.files = pc.files.filter((row) => !taken.includes(row));
      return end;
    },
    putBack: async (record) => {
      const end = await quarantine.putBack(record);
      if (end.kind === 'restored') pc.files = [...pc.files, ...(pc.world.rows.get(record.number) ?? [])];
      return end;
    },
  };
};

const textOf = (password: Secret | undefined): string | undefined =>
  password?.use((bytes) => String.fromCharCode(...bytes));

/** The consent of a person who saw this computer as it is now and agreed to all of it. */
export const fullConsent = (pc: CountingComputer): Consent => {
  const shown = pc.report();
  return consentTo(
    shown,
    shown.detections.map(({ productId }) => productId),
    shown.hazards.map(({ id }) => id),
  );
};

export const asker = '1000';

/** A worker on this computer, and everything that it says. */
export const workerOn = (
  pc: CountingComputer,
): { readonly session: WorkerSession; readonly said: Uint8Array[] } => {
  const said: Uint8Array[] = [];
  const session = workerSession({ desk, machine: pc.machine, asker, send: (bytes) => said.push(bytes) });
  return { session, said };
};
