import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, isAbsolute, normalize } from 'node:path';
import { isMissing, whyOf } from './why.ts';

/** What the check needs of one place. Production asks lstat; a test that is not root hands in its own answers. */
export type Owner = Pick<Stats, 'uid' | 'mode' | 'isFile' | 'isDirectory'>;
export type LookAt = (path: string) => Promise<Owner>;

export type Trust =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: string };

const writableByOthers = 0o022;

/**
 * Whether only root can have put this file here, as far as owners and modes tell: it and every folder above it belong to
 * root, are no links, and nobody else may write there. Then nobody can exchange it between this look and its start
 * either, so the look counts when it comes right before. On Linux a mode tells of access lists too: with one, its group
 * bits are the most that any entry for others may give (acl(5)).
 */
export const trustByMode = async (path: string, lookAt: LookAt = lstat): Promise<Trust> => {
  if (!isAbsolute(path) || normalize(path) !== path)
    return { kind: 'refused', why: `${path}: it is no plain path` };
  for (const place of placesOf(path)) {
    try {
      const why = whyNot(await lookAt(place), place === path);
      if (why !== undefined) return { kind: 'refused', why: `${place}: ${why}` };
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      return { kind: 'refused', why: `${place}: ${whyOf(error)}` };
    }
  }
  return { kind: 'trusted' };
};

/** The file and every folder above it. */
export const placesOf = (path: string): readonly string[] => {
  const folder = dirname(path);
  return folder === path ? [path] : [path, ...placesOf(folder)];
};

const whyNot = (owner: Owner, isProgram: boolean): string | undefined => {
  if (isProgram ? !owner.isFile() : !owner.isDirectory())
    return isProgram ? 'it is not a file' : 'it is not a folder';
  if (owner.uid !== 0) return 'it does not belong to root';
  return (owner.mode & writableByOthers) === 0 ? undefined : 'others than root can write there';
};
