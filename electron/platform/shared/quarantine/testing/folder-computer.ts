import { catalogue } from '../../../../core/catalogue/index.ts';
import type { Choices, Desk } from '../../../../core/engine/conclude.ts';
import type { RemovePorts } from '../../../../core/engine/remove.ts';
import { remove } from '../../../../core/engine/remove.ts';
import { resume } from '../../../../core/engine/resume.ts';
import { undo } from '../../../../core/engine/undo.ts';
import { okReading } from '../../../../core/model/reading.ts';
import type { Row } from '../../../../core/model/tables.ts';
import type { Inspector } from '../../../../core/ports.ts';
import type { Exec } from '../../../exec.ts';
import { exec } from '../../../exec.ts';
import { linuxQuarantine } from '../../../linux/quarantine/index.ts';
import { runStore } from '../../run-store.ts';
import { readFiles } from '../../vendor-files.ts';
import type { Stage } from './stage.ts';

export const desk: Desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };

/** No package manager looks after anything; what is copied is copied with the machine's own tools. */
export const noPackages: Exec = async (request) =>
  ['dpkg-query', 'rpm'].includes(request.command) ? { kind: 'missing' } : exec(request);

export interface FolderRows {
  readonly units?: readonly Row<'units'>[];
  readonly processes?: readonly Row<'processes'>[];
  readonly packages?: readonly Row<'packages'>[];
}

/** A computer whose files are real, in a folder; runs are kept as on a real one. Nothing is installed on it. */
export const folderComputer = (stage: Stage, rows: FolderRows = {}, own: Exec = noPackages) => {
  const store = runStore({ stateDir: stage.run });
  const tree = {
    separator: '/',
    local: (path: string) => Buffer.from(`${stage.root}${path}`),
    localSeparator: '/',
  };
  const inspector: Inspector = {
    os: 'linux',
    host: async () => ({ os: 'linux', version: 'Debian', arch: 'x64', elevated: true, name: 'pc1' }),
    probes: [
      ...(['packages', 'units', 'processes'] as const).map((table) => ({
        table,
        read: async () => okReading<unknown>(rows[table] ?? []),
      })),
      { table: 'files', read: (interest) => readFiles(interest, undefined, tree) },
    ] as Inspector['probes'],
  };
  const machine = { exec: own, root: stage.root };
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
      quarantineOf: (id) => linuxQuarantine(id, store.folderOf(id), machine),
      own: ['/var/lib/removal-assistant'],
      onLeftover: () => undefined,
    },
  });
  const latest = async () => {
    const all = await store.listRuns();
    const id = all.ok ? all.value[0] : undefined;
    const stored = id === undefined ? undefined : await store.readRun(id);
    return stored?.ok === true ? stored.value : undefined;
  };
  return {
    store,
    latest,
    setAside: (choices: Partial<Choices> = {}) =>
      remove(desk, ports(), { leftovers: { own: ['/var/lib/removal-assistant'] }, ...choices }),
    goOn: async () => {
      const stored = await latest();
      if (stored === undefined) throw new Error('no run');
      const { id, before, found, journal } = stored;
      return resume(desk, ports(), { id, before, found, entries: journal.entries }, {});
    },
    undo: async () => {
      const stored = await latest();
      if (stored === undefined) throw new Error('no run');
      const { id, folder, journal } = stored;
      return undo(
        {
          quarantine: linuxQuarantine(id, folder, machine),
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
