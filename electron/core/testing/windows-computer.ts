import { catalogue } from '../catalogue/index.ts';
import type { Desk } from '../engine/conclude.ts';
import { executorFor } from '../engine/executor.ts';
import type { JournalEntry } from '../engine/journal.ts';
import type { RemovePorts } from '../engine/remove.ts';
import type { LeftRun } from '../engine/resume.ts';
import { hazardIds } from '../model/hazard.ts';
import { okReading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import { fail, ok } from '../model/result.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Row } from '../model/tables.ts';
import type { Inspector, Journal, Reopener } from '../ports.ts';

/** A managed Windows PC in memory whose protection asks for a restart, and a disk that keeps what a run writes. */

export const desk: Desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
export const everythingAccepted = [...hazardIds];

export const codes = {
  kes: '{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
  vpn: '{11111111-2222-4333-8444-555555555501}',
  passwords: '{11111111-2222-4333-8444-555555555502}',
  agent: '{786A9F7E-CFEC-451F-B3C4-22EB11550FD8}',
} as const;

const program = (code: string, name: string, version: string): Row<'programs'> => ({
  key: code,
  name,
  version,
  publisher: 'AO Kaspersky Lab',
  scope: 'machine',
  view: '32',
  productCode: code,
  uninstallCommand: `MsiExec.exe /I${code}`,
});

const service = (name: string, path: string): Row<'services'> => ({
  name,
  path: `C:\\Program Files (x86)\\Kaspersky Lab\\${path}`,
  state: 'running',
  startType: 'auto',
});

/** Where the program may be ended in this world: at the n-th of all moments that are asked about. */
export class Killed extends Error {}

export class WindowsComputer {
  start = 'start 1';
  programs = [
    program(codes.kes, 'Kaspersky Endpoint Security for Windows', '12.2.0.462'),
    program(codes.vpn, 'Kaspersky VPN', '21.20'),
    program(codes.passwords, 'Kaspersky Password Manager', '24.0'),
    program(codes.agent, 'Kaspersky Security Center Network Agent', '15.1.0'),
  ];
  services = [
    service('AVP.KES.21.9', 'KES.12.2.0\\avp.exe'),
    service('klnagent', 'NetworkAgent\\klnagent.exe'),
  ];
  pending: Row<'restartPending'>[] = [];
  /** Every change that an uninstaller made, in order. */
  readonly changes: string[] = [];
  readonly entries: JournalEntry[] = [];
  /** Runs for which this program opens again; nobody but itself takes that away. */
  registered: string[] = [];
  found: { before: Snapshot; report: Report } | undefined;
  report: Report | undefined;
  /** Counts the moments; throws at the one that a test chose. */
  moment: () => void = () => undefined;
  /** Counts the journal's lines; answers whether this one fails to be written. */
  lineFails: () => boolean = () => false;

  /** Everything that was in memory is gone; what waits for a restart ends. */
  restart(): void {
    this.start = `start ${String(Number(this.start.slice(6)) + 1)}`;
    if (this.pending.length === 0) return;
    this.pending = [];
    this.services = this.services.filter(({ name }) => name !== 'AVP.KES.21.9');
  }

  uninstall(code: string): 'removed' | 'already-gone' | 'restart-needed' {
    if (!this.programs.some(({ key }) => key === code)) return 'already-gone';
    this.moment();
    this.changes.push(code);
    this.programs = this.programs.filter(({ key }) => key !== code);
    if (code === codes.agent) this.services = this.services.filter(({ name }) => name !== 'klnagent');
    if (code === codes.kes) this.pending.push({ source: 'PendingFileRenameOperations', detail: 'C:\\x.sys' });
    this.moment();
    return code === codes.kes ? 'restart-needed' : 'removed';
  }

  ports(): RemovePorts {
    return {
      inspector: this.inspector(),
      executors: [
        executorFor('run-msi', async ({ productCode }) => ({ outcome: this.uninstall(productCode) })),
      ],
      starts: { read: async () => this.start, ensure: async () => this.start },
      store: {
        newRunId: () => '20261126-100000-000001',
        create: async (_id, before, report) => {
          this.moment();
          this.found = { before, report };
          return ok(this.journal());
        },
        saveReport: async (_id, report) => {
          this.moment();
          this.report = report;
          return ok(true as const);
        },
        read: async () => fail('unknown-run'),
        reopen: async () => ok(this.journal()),
      },
      reopener: this.reopener(),
      clock: { now: () => '2026-11-26T10:00:00.000Z' },
      cancellation: { aborted: false },
      onProgress: () => undefined,
      onRemove: () => undefined,
    };
  }

  left(): LeftRun | undefined {
    if (this.found === undefined) return undefined;
    const { before, report } = this.found;
    return { id: '20261126-100000-000001', before, found: report, entries: [...this.entries] };
  }

  private reopener(): Reopener {
    return {
      isOnce: false,
      register: async (runId) => {
        this.moment();
        this.registered = [runId];
        this.moment();
        return ok({ place: 'RunOnce', opens: 'command-line' });
      },
      isThere: async (runId) => this.registered.includes(runId),
      drop: async () => {
        this.moment();
        this.registered = [];
        this.moment();
        return ok(true as const);
      },
    };
  }

  private journal(): Journal {
    return {
      append: async (entry) => {
        this.moment();
        if (this.lineFails()) return fail('journal-unwritable', { path: 'x', why: 'the disk is full' });
        this.entries.push(entry);
        this.moment();
        return ok(true as const);
      },
      close: async () => undefined,
    };
  }

  private inspector(): Inspector {
    return {
      os: 'windows',
      host: async () => ({ os: 'windows', version: '10.0.26100', arch: 'x64', elevated: true, name: 'PC' }),
      probes: [
        { table: 'programs', read: async () => okReading(this.programs) },
        { table: 'services', read: async () => okReading(this.services) },
        { table: 'restartPending', read: async () => okReading(this.pending) },
        ...(['kernelModules', 'processes', 'files', 'encryption'] as const).map((table) => ({
          table,
          read: async () => okReading([]),
        })),
      ] as Inspector['probes'],
    };
  }
}
