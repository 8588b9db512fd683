import { z } from 'zod';
import { Obstacle } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import type { SavedEntry } from './entry-record.ts';
import { entryFrom, entrySchema, securityFrom, stampOf } from './entry-record.ts';
import type { Drives, HeldEntry } from './held-entry.ts';
import { isClosedToOthers } from './security.ts';

/** The folder of a whole drive path and its own name. */
export const placeOf = (path: string): { readonly folder: string; readonly name: string } => {
  const at = path.lastIndexOf('\\');
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
};

const partsOf = (path: string): { readonly drive: string; readonly names: readonly string[] } => {
  const [drive = '', ...names] = path.split('\\');
  if (!/^[a-z]:$/i.test(drive)) throw new Obstacle('could-not-look', `${path}: no place on a drive`);
  return { drive, names: names.filter((name) => name !== '') };
};

/** One step down; the one above is held until the one below is. */
const stepDown = (held: HeldEntry, name: string): HeldEntry => {
  try {
    return held.into(name, 'list');
  } finally {
    held.close();
  }
};

/** Opens a folder, component by component and through no link. */
export const openFolder = (drives: Drives, path: string): HeldEntry => {
  const { drive, names } = partsOf(path);
  return names.reduce(stepDown, drives.top(drive));
};

/** Whether there is anything of that name, whatever it is. */
export const isThere = (folder: HeldEntry, name: string): boolean => {
  try {
    folder.into(name, 'look').close();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** The folders on the way to an item, the top one first, as they were: one that is gone is made again like that. */
export const ancestorsSchema = z.array(entrySchema);
export type Ancestors = z.infer<typeof ancestorsSchema>;

/** Throws when one of them is missing or is no plain folder. */
export const ancestorsOf = (drives: Drives, folder: string): Ancestors => {
  const { drive, names } = partsOf(folder);
  const found: Ancestors = [];
  let held = drives.top(drive);
  try {
    for (const name of names) {
      const own = held.into(name, 'look');
      try {
        found.push(entryFrom(name, own.facts(), own.security()));
      } finally {
        own.close();
      }
      held = stepDown(held, name);
    }
    return found;
  } finally {
    held.close();
  }
};

/** Opens the folder in which an item was, and makes again what is gone of the way to it. */
export const openAgain = (drives: Drives, drive: string, ancestors: Ancestors): HeldEntry => {
  let held = drives.top(drive);
  for (const ancestor of ancestors) {
    try {
      folderAgain(held, ancestor.path, ancestor);
    } catch (error) {
      held.close();
      throw error;
    }
    held = stepDown(held, ancestor.path);
  }
  return held;
};

/** An empty folder as it was saved, where there is none. Until it has its own security nobody else can put anything in. */
export const folderAgain = (parent: HeldEntry, name: string, saved: SavedEntry): void => {
  const made = isThere(parent, name) ? unfinished(parent, name) : parent.make(name, 'folder');
  if (made === undefined) return;
  try {
    // Its security last: as long as it is closed to others it is not finished.
    made.stamp(stampOf(saved));
    made.secure(securityFrom(saved.security));
  } finally {
    made.close();
  }
};

/** One that was made again right before a kill: it has only the security that it was made with. */
const unfinished = (parent: HeldEntry, name: string): HeldEntry | undefined => {
  const held = parent.into(name, 'look');
  try {
    const isOurs = held.facts().type === 'folder' && isClosedToOthers(held.security().descriptor);
    return isOurs ? parent.into(name, 'change') : undefined;
  } finally {
    held.close();
  }
};
