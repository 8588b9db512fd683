import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { strayLine } from '../../core/engine/journal.ts';
import type { Report } from '../../core/model/report.ts';
import { parseReport } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { isRunId } from '../../core/model/run.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { parseSnapshot } from '../../core/model/snapshot.ts';
import type { Journal, RunStore } from '../../core/ports.ts';
import { checkSeal } from '../../core/report/seal.ts';
import { ownFolders } from '../own-folders.ts';
import { readJsonFile, syncFolder, writeJsonFile } from './files.ts';
import { forgetRun } from './forget-run.ts';
import type { StoredJournal } from './journal-file.ts';
import { journalName, readJournal } from './journal-file.ts';
import { newJournal, nextJournal } from './run-journal.ts';
import { isRunInUse } from './run-lock.ts';
import type { OwnFolders } from './state-folder.ts';
import { ensureOwnFolder } from './state-folder.ts';
import { codeOf, isMissing, whyOf } from './why.ts';

/** One run as it lies on the disk. */
export interface StoredRun {
  readonly id: string;
  readonly folder: string;
  /** The first look, from before any change. */
  readonly before: Snapshot;
  /** The report of that look. */
  readonly found: Report;
  readonly journal: StoredJournal;
  /** The last report; missing when the run was cut off. */
  readonly report?: Report;
}

export interface FileRunStore extends RunStore {
  /** The state folder. */
  readonly folder: string;
  /** Where the files of a run lie. */
  folderOf(id: string): string;
  /** Ids of all runs that began, newest first. Problem: `file-unreadable`. */
  listRuns(): Promise<Result<readonly string[]>>;
  /** The newest one. Problems: `no-run-yet` {folder}, `file-unreadable`. */
  latestRun(): Promise<Result<string>>;
  /** Problems: `unknown-run` {run, folder}, and those of its files. */
  readRun(id: string): Promise<Result<StoredRun>>;
  /** The journal of an existing run, to go on with; a torn last line is cut away. */
  reopen(id: string): Promise<Result<Journal>>;
  /** Deletes a run with what it set aside. Problems: `unknown-run`, `file-unreadable`, `file-unwritable`. */
  forget(id: string): Promise<Result<true>>;
}

interface StoreOptions {
  /** Undefined: the usual one. */
  readonly stateDir?: string | undefined;
  readonly folders?: OwnFolders;
}

export const runStore = ({ stateDir, folders = ownFolders() }: StoreOptions = {}): FileRunStore => {
  const folder = stateDir ?? folders.usual();
  const runs = join(folder, 'runs');
  const folderOf = (id: string): string => join(runs, id);
  /** Of the journals that were read, in bytes. */
  const lengths = new Map<string, number>();
  const readKnown = async (id: string): Promise<Result<StoredRun>> => {
    const isOurs = await knownRun(folders, folder, runs, id);
    const run = isOurs.ok ? await readRun(id, folderOf(id)) : isOurs;
    if (run.ok) lengths.set(id, run.value.journal.wholeBytes);
    return run;
  };
  return {
    folder,
    folderOf,
    newRunId: () => {
      const time = new Date().toISOString().replace(/[-:]/g, '');
      return `${time.slice(0, 8)}-${time.slice(9, 15)}-${randomBytes(3).toString('hex')}`;
    },
    create: async (id, first, report) => {
      if (!isRunId(id)) throw new TypeError(`not a run id: ${id}`);
      for (const own of [folder, runs]) {
        const usable = await ensureOwnFolder(folders, own);
        if (!usable.ok) return usable;
      }
      return createRun({ folders, runs, id }, first, report);
    },
    saveReport: async (id, report) => {
      if (!isRunId(id)) throw new TypeError(`not a run id: ${id}`);
      return writeJsonFile(join(folderOf(id), 'report.json'), report, 0o600);
    },
    listRuns: () => listRuns(runs),
    latestRun: async () => {
      const all = await listRuns(runs);
      if (!all.ok) return all;
      const newest = all.value[0];
      return newest === undefined ? fail('no-run-yet', { folder }) : ok(newest);
    },
    readRun: readKnown,
    read: async (id) => {
      const run = await readKnown(id);
      if (!run.ok) return run;
      const { before, found, journal } = run.value;
      return ok({ id, before, found, entries: journal.entries });
    },
    reopen: async (id) => {
      const known = await knownRun(folders, folder, runs, id);
      if (!known.ok) return known;
      const opened = await nextJournal(folderOf(id), id, lengths.get(id));
      // What is added from here on is known to whoever adds it.
      lengths.delete(id);
      return opened;
    },
    forget: async (id) => {
      const known = await knownRun(folders, folder, runs, id);
      if (!known.ok) return known;
      return (await isRunInUse(folderOf(id))) ? fail('run-in-use', { run: id }) : forgetRun(folderOf(id));
    },
  };
};

/** Everything that a later start needs lies on the disk before the journal, and with it the run, exists. */
const createRun = async (
  { folders, runs, id }: { readonly folders: OwnFolders; readonly runs: string; readonly id: string },
  first: Snapshot,
  report: Report,
): Promise<Result<Journal>> => {
  const folder = join(runs, id);
  try {
    await folders.make(folder);
    for (const [name, value] of [
      ['before.json', first],
      ['found.json', report],
    ] as const) {
      const written = await writeJsonFile(join(folder, name), value, 0o600);
      if (!written.ok) return fail('journal-unwritable', written.problem.values);
    }
    const journal = await newJournal(folder, id);
    await syncFolder(folder);
    await syncFolder(runs);
    return journal;
  } catch (error) {
    return fail('journal-unwritable', { path: folder, why: whyOf(error) });
  }
};

const listRuns = async (runs: string): Promise<Result<readonly string[]>> => {
  try {
    const ids = (await readdir(runs)).filter(isRunId);
    const begun = await Promise.all(ids.map(async (id) => ({ id, at: await beganAt(join(runs, id)) })));
    return ok(
      begun
        .flatMap(({ id, at }) => (at === undefined ? [] : [{ id, at, second: id.slice(0, 15) }]))
        .toSorted((a, b) => (a.second === b.second ? b.at - a.at : a.second < b.second ? 1 : -1))
        .map(({ id }) => id),
    );
  } catch (error) {
    return isMissing(error) ? ok([]) : fail('file-unreadable', { path: runs, why: whyOf(error) });
  }
};

/** When the first look was written, in milliseconds; undefined for a run that never got its journal. */
const beganAt = async (folder: string): Promise<number | undefined> => {
  try {
    await stat(join(folder, journalName));
    return (await stat(join(folder, 'before.json'))).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const knownRun = async (
  folders: OwnFolders,
  state: string,
  runs: string,
  id: string,
): Promise<Result<true>> => {
  if (!isRunId(id)) return fail('unknown-run', { run: id, folder: state });
  for (const path of [state, runs, join(runs, id)]) {
    try {
      const why = await folders.whyNotOurs(path);
      if (why !== undefined) return fail('file-unreadable', { path, why });
    } catch (error) {
      if (isMissing(error) || codeOf(error) === 'ENAMETOOLONG')
        return fail('unknown-run', { run: id, folder: state });
      return fail('file-unreadable', { path, why: whyOf(error) });
    }
  }
  return ok(true);
};

const readRun = async (id: string, folder: string): Promise<Result<StoredRun>> => {
  const before = await readJsonFile(join(folder, 'before.json'));
  if (!before.ok) return before;
  const snapshot = parseSnapshot(before.value);
  if (!snapshot.ok) return snapshot;
  const found = await readReport(join(folder, 'found.json'));
  if (!found.ok) return found;
  const intact = checkSeal(found.value);
  if (!intact.ok) return intact;
  const journal = await readJournal(folder);
  if (!journal.ok) return journal;
  const stray = strayLine(journal.value.entries, id);
  if (stray !== undefined)
    return fail('file-unreadable', {
      path: join(folder, journalName),
      why: `line ${String(stray)} is not of this run, or not in its place`,
    });
  const run = { id, folder, before: snapshot.value.snapshot, found: found.value, journal: journal.value };
  const report = await readReport(join(folder, 'report.json'));
  if (report.ok) return ok({ ...run, report: report.value });
  return report.problem.code === 'file-missing' ? ok(run) : report;
};

const readReport = async (path: string): Promise<Result<Report>> => {
  const read = await readJsonFile(path);
  return read.ok ? parseReport(read.value) : read;
};
