import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Journal } from '../../core/ports.ts';
import { openJournal, readJournal } from './journal-file.ts';
import { lockRun } from './run-lock.ts';
import { whyOf } from './why.ts';

/** The journal of a run that begins in this folder, for this process alone until it is closed. */
export const newJournal = (folder: string, run: string): Promise<Result<Journal>> =>
  locked(folder, run, async () => ok(await openJournal(folder)));

/**
 * The journal of a run that goes on; a torn last line is cut away. `length`: of the journal when the run was read, in
 * bytes; one that has grown since was gone on with by somebody else. Problem: `run-in-use` {run}, and those of its files.
 */
export const nextJournal = (
  folder: string,
  run: string,
  length: number | undefined,
): Promise<Result<Journal>> =>
  locked(folder, run, async () => {
    const stored = await readJournal(folder);
    if (!stored.ok) return stored;
    const { wholeBytes } = stored.value;
    if (length !== undefined && wholeBytes !== length) return fail('run-in-use', { run });
    return ok(await openJournal(folder, wholeBytes));
  });

const locked = async (
  folder: string,
  run: string,
  open: () => Promise<Result<Journal>>,
): Promise<Result<Journal>> => {
  const lock = await lockRun(folder, run);
  if (!lock.ok) return lock;
  const opened = await open().catch((error: unknown) =>
    fail('journal-unwritable', { path: folder, why: whyOf(error) }),
  );
  if (!opened.ok) {
    await lock.value();
    return opened;
  }
  const journal = opened.value;
  return ok({
    append: (entry) => journal.append(entry),
    close: async () => {
      await journal.close();
      await lock.value();
    },
  });
};
