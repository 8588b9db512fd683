import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executorFor } from '../../core/engine/executor.ts';
import type { Host } from '../../core/model/host.ts';
import type { Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Outcome } from '../../core/model/run.ts';
import type { Row, TableName } from '../../core/model/tables.ts';
import type { Executor, Inspector, Reopener } from '../../core/ports.ts';
import { debian } from '../../core/testing/hosts.ts';
import { namedByKernel } from '../../platform/shared/boot-id.ts';
import { runStore } from '../../platform/shared/run-store.ts';
import type { VendorTool } from '../../platform/windows/executors/vendor-tool.ts';
import type { CliContext, Machine } from '../context.ts';
import { runCli } from '../program.ts';

/** A computer in memory. Removing a package takes its row away, unless the test says otherwise. */
export interface FakeComputer {
  host?: Partial<Host>;
  packages?: Row<'packages'>[];
  readings?: Partial<Record<TableName, Reading>>;
  /** How the package tool ends; `removed` by default. It may change the computer itself. */
  tool?: (name: string, computer: FakeComputer) => Outcome;
  /** Packages that stay although their uninstaller says that it is done. */
  staying?: readonly string[];
  /** Waits until this is resolved before it answers a look. */
  slow?: Promise<void>;
  /** The name of its present start. */
  start?: string;
}

export interface Spoken {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Seat {
  /** A computer, or undefined for a system that this version cannot look at. */
  readonly computer?: FakeComputer | undefined;
  /** The typed answer; undefined: no terminal. A test may look at the question and act. */
  readonly answer?: ((question: string) => string) | undefined;
  readonly stop?: AbortController;
  /** What comes through standard input. */
  readonly input?: string;
  /** What leftovers are set aside with; without it this computer's cannot be. */
  readonly quarantine?: Machine['quarantine'];
  readonly reopener?: Reopener;
  /** The place beside the program cannot be closed to others, as on a stick with FAT. */
  readonly openStick?: boolean;
  /** What the computer says of a downloaded tool. */
  readonly tool?: VendorTool;
  readonly terminal?: boolean;
  readonly debug?: boolean;
  /** What the system says of the person's languages. */
  readonly languages?: readonly string[];
}

/** A folder that the test ends with. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'removal-assistant-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Runs one command line in this process; runs are kept in `state`. */
export const cli = async (state: string, seat: Seat, ...argv: string[]): Promise<Spoken> => {
  let out = '';
  let err = '';
  const { answer, computer } = seat;
  const isTTY = seat.terminal === true;
  const context: CliContext = {
    argv,
    version: '1.2.3',
    stdout: { write: (text) => (out += text), isTTY },
    stderr: { write: (text) => (err += text), isTTY, columns: 80 },
    ask:
      answer === undefined
        ? undefined
        : (question) => {
            err += question;
            return Promise.resolve(answer(question));
          },
    askSecret: undefined,
    readInput: () => Promise.resolve(new TextEncoder().encode(seat.input ?? '')),
    machine:
      computer === undefined
        ? undefined
        : {
            inspector: inspectorOf(computer),
            executors: () => [executorOf(computer)],
            ...(seat.quarantine === undefined ? {} : { quarantine: seat.quarantine }),
            ...(seat.reopener === undefined ? {} : { reopener: seat.reopener }),
            ...(seat.tool === undefined ? {} : { checkTool: () => seat.tool as VendorTool }),
            starts: namedByKernel(() => Promise.resolve(computer.start ?? 'first start')),
          },
    openRuns: (stateDir) => runStore({ stateDir: stateDir ?? state }),
    canBeOurs: () => Promise.resolve(seat.openStick !== true),
    beside: (name) => join(state, 'stick', name),
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    languages: () => seat.languages ?? [],
    stop: (seat.stop ?? new AbortController()).signal,
    leave: new AbortController().signal,
    debug: seat.debug === true,
  };
  const code = await runCli(context);
  return { code, out, err };
};

const inspectorOf = (computer: FakeComputer): Inspector => {
  const read = (table: TableName) => async (): Promise<Reading> => {
    await computer.slow;
    if (table === 'packages' && computer.readings?.packages === undefined)
      return okReading([...(computer.packages ?? [])]);
    return computer.readings?.[table] ?? okReading([]);
  };
  const tables = ['packages', 'units', 'processes', 'files'] as const;
  return {
    os: 'linux',
    host: () => Promise.resolve({ ...debian, ...computer.host }),
    probes: tables.map((table) => ({ table, read: read(table) })),
  };
};

const executorOf = (computer: FakeComputer): Executor =>
  executorFor('remove-package', (action, { onProgress }) => {
    onProgress({ kind: 'output', line: `Removing ${action.package} ...` });
    const outcome = computer.tool?.(action.package, computer) ?? 'removed';
    const goes =
      ['removed', 'restart-needed'].includes(outcome) && computer.staying?.includes(action.package) !== true;
    if (goes) computer.packages = (computer.packages ?? []).filter((row) => row.name !== action.package);
    return Promise.resolve({ outcome, exitCode: outcome === 'failed' ? 100 : 0 });
  });
