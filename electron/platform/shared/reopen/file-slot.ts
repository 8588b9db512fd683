import { chmod, mkdir, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readTextFile, writeTextFile } from '../files.ts';
import { isMissing } from '../why.ts';
import type { ReopenProgram } from './own-program.ts';
import { runInWords } from './own-program.ts';
import type { ReopenSlot } from './reopener.ts';

/** What stands in the file. `remark` is a line of ours that the system has to pass over. */
export type WriteEntry = (program: ReopenProgram, runId: string, remark: string | undefined) => string;

/** Where a system reads such a registration from a file of its own name. */
export const fileSlot = (place: string, entryOf: WriteEntry): ReopenSlot => ({
  place,
  read: async () => {
    const text = await entryAt(place);
    return text === undefined ? undefined : runInWords(text);
  },
  write: async (program, runId) => {
    const madeBefore = madeFolder(await entryAt(place));
    const made = (await mkdir(dirname(place), { recursive: true })) ?? madeBefore;
    const remark = made === undefined ? undefined : `${madeKey}${made}`;
    const written = await writeTextFile(place, entryOf(program, runId, remark), 0o644);
    if (!written.ok) throw new Error(String(written.problem.values?.['why']));
    // Whatever umask says, it is for everybody to read.
    await chmod(place, 0o644);
  },
  clear: async () => {
    const made = madeFolder(await entryAt(place));
    await unlink(place).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    // Folders that only came for this entry go with it, once nothing else is in them.
    for (
      let folder = dirname(place);
      made !== undefined && isAtOrBelow(folder, made);
      folder = dirname(folder)
    )
      if (!(await rmdir(folder).then(yes, no))) return;
  },
});

const yes = (): boolean => true;
const no = (): boolean => false;

const entryAt = async (place: string): Promise<string | undefined> => {
  const text = await readTextFile(place);
  if (text.ok) return text.value;
  if (text.problem.code === 'file-missing') return undefined;
  throw new Error(String(text.problem.values?.['why']));
};

/** The topmost folder that was made for the entry. */
const madeKey = 'X-RemovalAssistant-MadeFolder=';

const madeFolder = (entry: string | undefined): string | undefined =>
  entry
    ?.split('\n')
    .find((line) => line.startsWith(madeKey))
    ?.slice(madeKey.length);

const isAtOrBelow = (folder: string, top: string): boolean => folder === top || folder.startsWith(`${top}/`);
