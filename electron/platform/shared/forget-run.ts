import { rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { syncFolder } from './files.ts';
import { codeOf, isMissing, whyOf } from './why.ts';

/**
 * Deletes the folder of a run, and the folders above it that are ours and empty then. First it loses its name: a kill
 * in the middle leaves no half run that a later start would believe. Problem: `file-unwritable` {path, why}.
 */
export const forgetRun = async (folder: string): Promise<Result<true>> => {
  const runs = dirname(folder);
  const nameless = join(runs, 'forgotten');
  try {
    await rm(nameless, { recursive: true, force: true });
    await rename(folder, nameless);
    await syncFolder(runs);
    await rm(nameless, { recursive: true });
    for (const own of [runs, dirname(runs)]) if (!(await removedWhenEmpty(own))) break;
    return ok(true);
  } catch (error) {
    return fail('file-unwritable', { path: folder, why: whyOf(error) });
  }
};

const removedWhenEmpty = async (folder: string): Promise<boolean> => {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (isMissing(error) || ['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error) ?? ''))
      return false;
    throw error;
  }
};
