import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { catalogue } from '../../../core/catalogue/index.ts';
import type { Desk } from '../../../core/engine/conclude.ts';
import type { RemovePorts } from '../../../core/engine/remove.ts';
import { remove } from '../../../core/engine/remove.ts';
import { resume } from '../../../core/engine/resume.ts';
import { undo } from '../../../core/engine/undo.ts';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { leftoverId, whatOf } from '../../../core/model/leftover.ts';
import { okReading } from '../../../core/model/reading.ts';
import type { TableName } from '../../../core/model/tables.ts';
import type { Inspector, Quarantine, QuarantineRecord } from '../../../core/ports.ts';
import { ownFoldersByMode } from '../../shared/state-folder.ts';
import { runStore } from '../../shared/run-store.ts';
import { classFiltersProbe } from '../class-filters.ts';
import { filesProbe } from '../files.ts';
import { kernelModulesProbe } from '../kernel-modules.ts';
import { localPath } from '../local-path.ts';
import type { ServiceState, WindowsMachine } from '../machine.ts';
import { windowsQuarantine } from '../quarantine/index.ts';
import { servicesProbe } from '../services.ts';
import { registryProbe } from '../vendor-registry.ts';
import { PlayedDrives } from './played-drives.ts';
import { PlayedHives } from './played-hives.ts';
import { smallWindows } from './small-windows.ts';
import { put, stagedMachine, stagedRoot } from './staged-machine.ts';

export const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
export const classesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class';
export const productKey = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES';

const desk: Desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const stateDir = 'C:\\ProgramData\\removal-assistant';
const noRows: readonly TableName[] = ['programs', 'processes'];

const distinct = <T extends object>(item: T & Pick<LeftoverItem, 'kind'>): T & { readonly id: string } => ({
  ...item,
  id: leftoverId(item.kind, whatOf(item as unknown as LeftoverItem)),
});

export const filesItem = (path: string): LeftoverItem =>
  distinct({ kind: 'files' as const, path, root: 'c:/program files/kaspersky lab' });
export const folderItem = (path: string): LeftoverItem => distinct({ kind: 'empty-folder' as const, path });
export const branchItem = (key = productKey): LeftoverItem =>
  distinct({ kind: 'registry-branch' as const, key });
export const emptyKeyItem = (key: string): LeftoverItem => distinct({ kind: 'empty-key' as const, key });
export const serviceItem = (name: string): LeftoverItem => distinct({ kind: 'service' as const, name });
export const filterItem = (className: string, which: 'upper' | 'lower', entry: string): LeftoverItem =>
  distinct({ kind: 'class-filter' as const, class: className, which, entry });

/** A played Windows with a quarantine; each one that is opened stands for another start of the program. */
export const quarantineBench = () => {
  const root = stagedRoot();
  const local = (path: string): string => localPath({ root }, path);
  const drives = new PlayedDrives(root);
  const hives = new PlayedHives(
    smallWindows(),
    `[HKEY_LOCAL_MACHINE${servicesKey.slice(4)}\\EventLog]\n[HKEY_LOCAL_MACHINE${classesKey.slice(4)}]`,
  );
  const working: ServiceState = { name: 'RpcSs', displayName: 'RPC', type: 0x20, state: 4, pid: 4 };
  const states = new Map<string, ServiceState>([[working.name, working]]);
  const machine: WindowsMachine = {
    ...stagedMachine(root, {
      registry: hives.registry,
      api: { serviceStates: () => ({ kind: 'ok', rows: [...states.values()] }) },
    }),
    root,
  };
  for (const folder of ['C:\\Windows', stateDir, 'C:\\Users', 'D:\\'])
    mkdirSync(local(folder), { recursive: true, mode: 0o700 });
  const store = runStore({ stateDir: local(stateDir), folders: ownFoldersByMode });
  const hands = {
    drives,
    hives,
    forget: (name: string) => {
      if (!states.has(name)) return { kind: 'ok', value: 'unknown-to-it' } as const;
      if (states.get(name)?.state !== 1) return { kind: 'ok', value: 'running' } as const;
      hives.spend();
      states.delete(name);
      hives.remove(`${servicesKey}\\${name}`);
      return { kind: 'ok', value: 'forgotten' } as const;
    },
  };
  const open = (run: string, folder: string): Quarantine => windowsQuarantine(run, folder, machine, hands);
  const inspector: Inspector = {
    os: 'windows',
    host: async () => ({ os: 'windows', version: '10.0.26100', arch: 'x64', elevated: true, name: 'pc1' }),
    probes: [
      ...noRows.map((table) => ({ table, read: async () => okReading<unknown>([]) })),
      ...[filesProbe, registryProbe, classFiltersProbe, servicesProbe, kernelModulesProbe].map((probe) => ({
        table: probe(machine).table,
        // A look has a machine of its own.
        read: (interest: Parameters<ReturnType<typeof probe>['read']>[0]) =>
          probe({ ...machine }).read(interest),
      })),
    ] as Inspector['probes'],
  };
  const ports = (): RemovePorts => ({
    inspector,
    executors: [],
    store,
    starts: { read: async () => 'start', ensure: async () => 'start' },
    clock: { now: () => '2026-11-26T10:00:00.000Z' },
    cancellation: { aborted: false },
    onProgress: () => undefined,
    onRemove: () => undefined,
    leftovers: {
      quarantineOf: (id) => open(id, store.folderOf(id)),
      own: [stateDir],
      onLeftover: () => undefined,
    },
  });
  const latest = async () => {
    const all = await store.listRuns();
    const id = all.ok ? all.value[0] : undefined;
    const stored = id === undefined ? undefined : await store.readRun(id);
    return stored?.ok === true ? stored.value : undefined;
  };
  const run = '20261126-100000-000001';
  const folder = local(`${stateDir}\\alone`);
  mkdirSync(folder, { recursive: true });
  const fresh = (): Quarantine => open(run, folder);
  const recorded = async (items: readonly LeftoverItem[]): Promise<readonly QuarantineRecord[]> => {
    const quarantine = fresh();
    const surveys = await quarantine.survey(items);
    const records: QuarantineRecord[] = [];
    for (const [at, item] of items.entries()) {
      if (surveys[at]?.kind !== 'ready') throw new Error(JSON.stringify(surveys[at]));
      const written = await quarantine.record(at + 1, item);
      if (!written.ok) throw new Error(written.problem.code);
      records.push(written.value);
    }
    return records;
  };
  return {
    root,
    local,
    machine,
    drives,
    hives,
    states,
    /** One quarantine without a run around it. */
    fresh,
    recorded,
    take: async (...items: readonly LeftoverItem[]): Promise<readonly QuarantineRecord[]> => {
      const records = await recorded(items);
      for (const record of records) {
        const end = await fresh().setAside(record);
        if (end.kind !== 'set-aside') throw new Error(JSON.stringify(end));
      }
      return records;
    },
    write: (path: string, content = `${path}\n`): void => put(root, path, content),
    link: (path: string, target: string): void => {
      mkdirSync(dirname(local(path)), { recursive: true });
      symlinkSync(local(target), local(path));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
    /** Files but for our own, and the registry. */
    state: () => [
      ...[...drives.state('C:')].filter(
        ([path]) => !path.toLowerCase().startsWith('c:\\programdata\\removal'),
      ),
      ...drives.state('D:'),
      ...hives.state(),
    ],
    latest,
    setAside: () => remove(desk, ports(), { leftovers: { own: [stateDir] } }),
    goOn: async () => {
      const stored = await latest();
      if (stored === undefined) throw new Error('no run');
      const { id, before, found, journal } = stored;
      return resume(desk, ports(), { id, before, found, entries: journal.entries }, {});
    },
    undo: async () => {
      const stored = await latest();
      if (stored === undefined) throw new Error('no run');
      const { id, folder: place, journal } = stored;
      return undo(
        {
          quarantine: open(id, place),
          clock: { now: () => '2026-11-26T10:00:00.000Z' },
          cancellation: { aborted: false },
          reopen: () => store.reopen(id),
          onRestore: () => undefined,
        },
        { id, entries: journal.entries },
      );
    },
  };
};
export type QuarantineBench = ReturnType<typeof quarantineBench>;
