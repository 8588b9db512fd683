import { catalogue } from '../../core/catalogue/index.ts';
import type { EventName } from '../../core/contract/contract.ts';
import { ok } from '../../core/model/result.ts';
import type { Row } from '../../core/model/tables.ts';
import type { ExecutionResult } from '../../core/ports.ts';
import { en } from '../../core/text/en.ts';
import { handlersFor } from '../calls/index.ts';
import { createDoor } from '../door.ts';
import { createJobs } from '../jobs.ts';
import { createMemory } from '../memory.ts';
import type { Machine, Services } from '../services.ts';

/** Endpoint Security as a package. */
const kesl: Row<'packages'> = {
  name: 'kesl',
  version: '12.1.0-1508',
  publisher: 'AO Kaspersky Lab',
  manager: 'dpkg',
  state: 'installed',
};

/** A computer with one product, whose uninstaller does what the test says. */
export const setUp = () => {
  const pc = {
    packages: [kesl],
    elevated: true,
    uninstall: async (): Promise<ExecutionResult> => {
      pc.packages = [];
      return { outcome: 'removed', exitCode: 0 };
    },
  };
  const rows = (list: readonly object[]) => Promise.resolve({ kind: 'ok' as const, rows: list });
  const machine: Machine = {
    inspector: {
      os: 'linux',
      host: async () => ({ os: 'linux', version: 'Test', arch: 'x64', elevated: pc.elevated, name: 'pc' }),
      probes: [
        { table: 'packages', read: () => rows(pc.packages) },
        ...(['processes', 'units', 'files'] as const).map((table) => ({ table, read: () => rows([]) })),
      ],
    },
    executors: [
      {
        kind: 'remove-package',
        run: async (_action, { onProgress }) => {
          onProgress({ kind: 'waiting', holder: 'apt', seconds: 2 });
          onProgress({ kind: 'output', line: 'Removing kesl' });
          return pc.uninstall();
        },
      },
    ],
    store: {
      newRunId: () => 'run-1',
      create: async () => ok({ append: async () => ok(true), close: async () => undefined }),
      saveReport: async () => ({
        ok: false,
        problem: { code: 'file-unwritable', values: { path: 'x', why: 'full' } },
      }),
      read: async () => ({ ok: false, problem: { code: 'unknown-run' } }),
      reopen: async () => ({ ok: false, problem: { code: 'unknown-run' } }),
    },
    starts: { read: async () => 'first start', ensure: async () => 'first start' },
  };
  return { pc, machine };
};

/** What the calls need, without a window. */
export const servicesFor = (machine: Machine | undefined) => {
  const emitted: (readonly [EventName, unknown])[] = [];
  const services: Services = {
    desk: { catalogue, tool: { name: en.appName, version: '1.0.0' } },
    speech: { texts: () => en, choose: async () => undefined },
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    machine,
    memory: createMemory(),
    jobs: createJobs(),
    examples: { list: [], open: () => ok(true), leave: () => ok(true) },
    desktop: {
      chooseFileToOpen: async () => undefined,
      chooseFolder: async () => undefined,
      takeHandedOver: () => undefined,
      chooseFileToSave: async () => undefined,
      copy: async () => undefined,
      print: async () => new Uint8Array(),
    },
    emit: (name, payload) => emitted.push([name, payload]),
    runtimeWarnings: [],
  };
  return { services, emitted };
};

/** The calls on it. */
export const open = (machine: Machine | undefined) => {
  const { services, emitted } = servicesFor(machine);
  const handlers = handlersFor(services);
  // Through the door, so that every answer is held against the contract.
  return { handlers, jobs: services.jobs, emitted, door: createDoor(handlers, { checkOutput: true }) };
};
