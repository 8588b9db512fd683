import { chmod, copyFile, lstat, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok } from '../../../core/model/result.ts';
import { syncFolder } from '../files.ts';
import { ensureOwnFolder, ownFoldersByMode } from '../state-folder.ts';
import { codeOf, isMissing, whyOf } from '../why.ts';
import type { ReopenStage } from './reopener.ts';

interface StageOptions {
  /** The folder of all copies: an absolute path below folders that only root can change. */
  readonly top: string;
  /** Only what may be gone comes along; the rest is used where it is. */
  readonly mayBeGone: (file: string) => Promise<boolean>;
}

const readableByAll = 0o755;

/** Where the mode of a file says who may change it: Linux and macOS. Whatever umask says, everybody can start the copy. */
export const stageByMode = ({ top, mayBeGone }: StageOptions): ReopenStage => {
  const folderOf = (runId: string): string => join(top, runId);
  const clear = async (runId: string): Promise<void> => {
    await rm(folderOf(runId), { recursive: true, force: true });
    // Another run's copy may be there still.
    await rmdir(top).catch((error: unknown) => {
      if (!isMissing(error) && codeOf(error) !== 'ENOTEMPTY') throw error;
    });
  };
  return {
    folderOf,
    clear,
    isThere: (runId) =>
      lstat(folderOf(runId)).then(
        () => true,
        () => false,
      ),
    copy: async (program, runId) => {
      const folder = folderOf(runId);
      try {
        for (const own of [top, folder]) {
          const usable = await ensureOwnFolder(folders, own);
          if (!usable.ok) return fail('reopen-not-staged', { why: String(usable.problem.values?.['why']) });
        }
        const copies = new Map<string, string>();
        for (const file of program.files)
          if (await mayBeGone(file)) copies.set(file, await copyInto(folder, file));
        await syncFolder(folder);
        const there = (file: string): string => copies.get(file) ?? file;
        const { opens, command, args, files } = program;
        return ok({ opens, command: there(command), args: args.map(there), files: files.map(there) });
      } catch (error) {
        await clear(runId).catch(() => undefined);
        return fail('reopen-not-staged', { why: `${folder}: ${whyOf(error)}` });
      }
    },
  };
};

const folders = {
  ...ownFoldersByMode,
  make: async (path: string) => {
    await mkdir(path, readableByAll);
    await chmod(path, readableByAll);
  },
};

const copyInto = async (folder: string, file: string): Promise<string> => {
  const copy = join(folder, basename(file));
  await copyFile(file, copy);
  await chmod(copy, readableByAll);
  const handle = await open(copy, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return copy;
};
