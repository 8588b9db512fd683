import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { decodeText } from '../shared/decode-text.ts';
import { readForeignFile } from '../shared/open-file.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import { windowsFolders } from './folders.ts';
import { localPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import type { Registry } from './registry/registry.ts';
import { textValue } from './registry/values.ts';
import type { TaskAction } from './task-file.ts';
import { parseTask } from './task-file.ts';

/** A Windows comes with some 200 tasks in 100 folders; bounds against folders made to hold us up. */
const bounds = { tasks: 10_000, depth: 32 };
/** A task of 50 KB is a long one. In bytes. */
const largestTask = 1024 * 1024;
const readers = 16;

type Rows = readonly Row<'scheduledTasks'>[];

interface Found {
  readonly rows: Rows;
  readonly troubles: readonly Gap[];
}

/**
 * Scheduled tasks, from the files that Windows keeps of them: one row an action, `path` as the task list shows it
 * (`\Folder\Name`), `command` the program and its arguments. Of an action that calls a component, `command` is that
 * component's program where the registry names it. Every Windows has that folder: without it nothing was looked at.
 */
export const scheduledTasksProbe = (machine: WindowsMachine): Probe<'scheduledTasks'> => ({
  table: 'scheduledTasks',
  read: async () => {
    const folders = await windowsFolders(machine.registry);
    if (folders.kind === 'missing') return { kind: 'failed', why: 'the registry names no Windows folders' };
    if (folders.kind !== 'ok') return folders;
    return readTasks(machine, `${folders.value.systemRoot}\\System32\\Tasks`);
  },
});

const readTasks = async (machine: WindowsMachine, top: string): Promise<Reading<Row<'scheduledTasks'>>> => {
  const listed = await listTasks(machine, top);
  if ('kind' in listed) return listed;
  const found: Found[] = [];
  for (let at = 0; at < listed.tasks.length; at += readers)
    found.push(
      ...(await Promise.all(
        listed.tasks.slice(at, at + readers).map((task) => readTask(machine, top, task)),
      )),
    );
  const troubles = [...listed.troubles, ...found.flatMap((each) => each.troubles)];
  return okReading(
    found.flatMap((each) => each.rows),
    gapsOf(top, troubles),
  );
};

/** What is closed to this user is one gap: ordinary users may read few of the tasks, and fifty lines would say no more. */
const gapsOf = (top: string, troubles: readonly Gap[]): readonly Gap[] => {
  const denied = troubles.filter(({ kind }) => kind === 'denied');
  const [first] = denied;
  const failed = troubles.filter(({ kind }) => kind === 'failed');
  if (first === undefined) return failed;
  if (denied.length === 1) return [first, ...failed];
  const why = `${first.why}: ${first.source} and ${String(denied.length - 1)} more`;
  return [{ source: top, kind: 'denied', why }, ...failed];
};

interface Tasks {
  /** `\Folder\Name`. */
  readonly tasks: readonly string[];
  readonly troubles: readonly Gap[];
}

type Failure = Exclude<Reading<never>, { readonly kind: 'ok' }>;

/** Links are neither tasks nor followed. */
const listTasks = async (machine: WindowsMachine, top: string): Promise<Tasks | Failure> => {
  const tasks: string[] = [];
  const troubles: Gap[] = [];
  const stop = (folder: string, why: string): void =>
    void troubles.push({ source: `${top}${folder}`, kind: 'failed', why });
  const waiting = [''];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const entries = await entriesOf(machine, `${top}${folder}`);
    if (!Array.isArray(entries)) {
      if (folder === '') return { ...entries, why: `${top}: ${entries.why}` };
      troubles.push({ source: `${top}${folder}`, ...entries });
      continue;
    }
    for (const entry of entries) {
      const path = `${folder}\\${entry.name}`;
      if (entry.isFile()) tasks.push(path);
      else if (entry.isDirectory() && path.split('\\').length > bounds.depth) stop(path, 'it is too deep');
      else if (entry.isDirectory()) waiting.push(path);
    }
    if (tasks.length > bounds.tasks) {
      stop(folder, `more than ${String(bounds.tasks)} tasks`);
      break;
    }
  }
  return { tasks: tasks.slice(0, bounds.tasks), troubles };
};

const entriesOf = async (
  machine: WindowsMachine,
  folder: string,
): Promise<Dirent[] | { readonly kind: 'denied' | 'failed'; readonly why: string }> => {
  try {
    return await readdir(localPath(machine, folder), { withFileTypes: true });
  } catch (error) {
    return { kind: gapKindOf(error), why: whyOf(error) };
  }
};

const readTask = async (machine: WindowsMachine, top: string, path: string): Promise<Found> => {
  const trouble = (kind: Gap['kind'], why: string): Found => ({
    rows: [],
    troubles: [{ source: `${top}${path}`, kind, why }],
  });
  try {
    const text = decodeText(await readForeignFile(localPath(machine, `${top}${path}`), largestTask));
    const actions = text === undefined ? undefined : parseTask(text);
    if (actions === undefined) return trouble('failed', 'it is not a task');
    const commands = await Promise.all(actions.map((action) => commandOf(machine.registry, action)));
    const rows = commands.map((command) => ({ path, ...(command === undefined ? {} : { command }) }));
    return { rows: rows.length === 0 ? [{ path }] : rows, troubles: [] };
  } catch (error) {
    // Deleted between two looks.
    if (isMissing(error)) return { rows: [], troubles: [] };
    return trouble(gapKindOf(error), whyOf(error));
  }
};

const commandOf = async (registry: Registry, action: TaskAction): Promise<string | undefined> => {
  switch (action.kind) {
    case 'program':
      return action.command === '' ? undefined : action.command;
    case 'component':
      return componentProgram(registry, action.classId);
    case 'other':
      return undefined;
  }
};

/** The file of a component of the machine: a library in this process, or a program of its own. */
const componentProgram = async (registry: Registry, classId: string): Promise<string | undefined> => {
  for (const view of ['64', '32'] as const)
    for (const kind of ['InprocServer32', 'LocalServer32']) {
      const key = await registry.read(`HKLM\\SOFTWARE\\Classes\\CLSID\\${classId}\\${kind}`, view);
      const program = key.kind === 'ok' ? textValue(key, '')?.trim() : undefined;
      if (program !== undefined && program !== '') return program;
    }
  return undefined;
};
