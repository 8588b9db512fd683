import { access, copyFile, lstat, mkdir, open, readdir, rm, rmdir } from 'node:fs/promises';
import { win32 } from 'node:path';
import { fail, ok } from '../../../core/model/result.ts';
import type { ReopenStage } from '../../shared/reopen/reopener.ts';
import type { OwnFolders } from '../../shared/state-folder.ts';
import { ensureOwnFolder } from '../../shared/state-folder.ts';
import { codeOf, isMissing, whyOf } from '../../shared/why.ts';

export interface StageOptions {
  /** The folder of all copies, as Windows names it. */
  readonly top: () => string;
  readonly folders: OwnFolders;
  /** Where such a path really lies; the running Windows needs no answer. */
  readonly local?: (path: string) => string;
  /** Deletes a folder once this very program, which runs from it, has ended. */
  readonly sweepAfterwards: (folder: string) => void;
  readonly running?: string;
}

/** The native code that the program loads lies beside it (build/scripts/win-cli.cjs). */
const modules = 'node_modules';

/** The single program with its modules, in a folder that everybody may read and only administrators may change. */
export const windowsStage = ({
  top,
  folders,
  local = (path) => path,
  sweepAfterwards,
  running = process.execPath,
}: StageOptions): ReopenStage => {
  const folderOf = (runId: string): string => win32.join(top(), runId);
  const clear = async (runId: string): Promise<void> => {
    const folder = folderOf(runId);
    try {
      await rm(local(folder), { recursive: true, force: true, maxRetries: 3 });
      await rmdirIfEmpty(local(top()));
    } catch (error) {
      // Windows deletes no program that runs, and this one may be that.
      if (!running.toLowerCase().startsWith(`${folder.toLowerCase()}\\`)) throw error;
      sweepAfterwards(folder);
    }
  };
  return {
    folderOf,
    clear,
    isThere: (runId) =>
      lstat(local(folderOf(runId))).then(
        () => true,
        () => false,
      ),
    copy: async (program, runId) => {
      const folder = folderOf(runId);
      try {
        for (const own of [top(), folder]) {
          const usable = await ensureOwnFolder(folders, own);
          if (usable.ok) continue;
          // What is there and not ours is left alone; what was made on the way to it is not.
          if (own === folder) await rmdirIfEmpty(local(folder)).then(() => rmdirIfEmpty(local(top())));
          return fail('reopen-not-staged', { why: String(usable.problem.values?.['why']) });
        }
        const from = win32.dirname(program.command);
        const command = win32.join(folder, win32.basename(program.command));
        await copyWhole(local(program.command), local(command));
        await copyTree(local(win32.join(from, modules)), local(win32.join(folder, modules)));
        const files = program.files.map((file) => win32.join(folder, win32.relative(from, file)));
        return ok({ ...program, command, files });
      } catch (error) {
        await clear(runId).catch(() => undefined);
        return fail('reopen-not-staged', { why: `${folder}: ${whyOf(error)}` });
      }
    },
  };
};

const rmdirIfEmpty = async (folder: string): Promise<void> => {
  await rmdir(folder).catch((error: unknown) => {
    // Another run's copy may be there still; Node tells a folder that is not empty by several codes on Windows.
    if (!isMissing(error) && !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
  });
};

const copyTree = async (from: string, to: string): Promise<void> => {
  const there = await access(from).then(
    () => true,
    () => false,
  );
  if (!there) return;
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile()) await copyWhole(source, target);
  }
};

/** On the disk, not only in its cache: a restart comes next. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
