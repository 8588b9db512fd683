import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, isAbsolute, normalize } from 'node:path';
import type { Machine } from '../../shared/machine.ts';
import { readerTimeoutMs, troubleOf } from '../../shared/machine.ts';
import { isMissing, whyOf } from '../../shared/why.ts';

/** What the check needs of one place. Production asks lstat; a test that is not root hands in its own answers. */
export type Owner = Pick<Stats, 'uid' | 'mode' | 'isFile' | 'isDirectory'>;
export type LookAt = (path: string) => Promise<Owner>;

export type Trust =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: string };

const writableByOthers = 0o022;

/**
 * Whether only root can have put this program here: it and every folder above it belong to root, are no links, and
 * nobody else may write there, by mode or by access list. Then nobody can exchange it between this look and its start
 * either, so the look counts when it comes right before.
 */
export const trustOf = async (path: string, machine: Machine, lookAt: LookAt = lstat): Promise<Trust> => {
  if (!isAbsolute(path) || normalize(path) !== path)
    return { kind: 'refused', why: `${path}: it is no plain path` };
  const places = [path, ...foldersAbove(path)];
  for (const place of places) {
    try {
      const why = whyNot(await lookAt(place), place === path);
      if (why !== undefined) return { kind: 'refused', why: `${place}: ${why}` };
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      return { kind: 'refused', why: `${place}: ${whyOf(error)}` };
    }
  }
  const why = await whyNotByLists(places, machine);
  return why === undefined ? { kind: 'trusted' } : { kind: 'refused', why };
};

const foldersAbove = (path: string): string[] => {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
};

const whyNot = (owner: Owner, isProgram: boolean): string | undefined => {
  if (isProgram ? !owner.isFile() : !owner.isDirectory())
    return isProgram ? 'it is not a file' : 'it is not a folder';
  if (owner.uid !== 0) return 'it does not belong to root';
  return (owner.mode & writableByOthers) === 0 ? undefined : 'others than root can write there';
};

/** `ls -e` writes access lists below each entry: ` 0: user:ann inherited allow add_file,delete_child`. */
const whyNotByLists = async (places: readonly string[], machine: Machine): Promise<string | undefined> => {
  const result = await machine.exec({
    command: '/bin/ls',
    args: ['-lde', ...places],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('ls', result);
  if (trouble !== undefined) return `who else can write there is not known: ${trouble.why}`;
  const writers = result.kind === 'exited' ? writersIn(result.stdout.text) : [];
  return writers.length === 0 ? undefined : `an access list lets ${writers.join(', ')} write there`;
};

const writing = new Set([
  'write',
  'append',
  'add_file',
  'add_subdirectory',
  'delete',
  'delete_child',
  'writeattr',
  'writeextattr',
  'writesecurity',
  'chown',
]);

/** Who but root is allowed to change something by an access list. */
export const writersIn = (listing: string): readonly string[] => {
  const found = [...listing.matchAll(/^ +\d+: (.+?)(?: inherited)? allow (\S+)/gm)].flatMap(
    ([, who = '', rights = '']) =>
      who !== 'user:root' && rights.split(',').some((right) => writing.has(right)) ? [who] : [],
  );
  return [...new Set(found)];
};
