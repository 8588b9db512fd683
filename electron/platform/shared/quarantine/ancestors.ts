import { z } from 'zod';
import { nameBytes } from '../path-text.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { isThere } from './place-into.ts';
import { makeFolder } from './stage-folder.ts';

/** The folders on the way to an item, the top one first, as they were: one that is gone is made again like that. */
export const ancestorsSchema = z.array(
  z.object({ name: z.string(), mode: z.number(), uid: z.number(), gid: z.number() }),
);
export type Ancestors = z.infer<typeof ancestorsSchema>;

const partsOf = (folder: string): readonly string[] => folder.split('/').filter((part) => part !== '');

/** Throws when one of them is missing or is no plain folder. */
export const ancestorsOf = async (folders: Folders, folder: string): Promise<Ancestors> => {
  const found: Ancestors = [];
  let held = await folders.open('/');
  try {
    for (const name of partsOf(folder)) {
      const next = await folders.into(held, nameBytes(name));
      await held.close();
      held = next;
      const { mode, uid, gid } = held.info;
      found.push({ name, mode: Number(mode & 0o7777n), uid: Number(uid), gid: Number(gid) });
    }
    return found;
  } finally {
    await held.close();
  }
};

/** Opens the folder in which an item was, and makes again what is gone of the way to it. */
export const openAgain = async (
  folders: Folders,
  ancestors: Ancestors,
  stage: Buffer,
): Promise<HeldFolder> => {
  let held = await folders.open('/');
  try {
    for (const ancestor of ancestors) {
      const name = nameBytes(ancestor.name);
      if (!(await isThere(held.at(name)))) await makeFolder(folders, held, name, ancestor, stage);
      const next = await folders.into(held, name);
      await held.close();
      held = next;
    }
    return held;
  } catch (error) {
    await held.close();
    throw error;
  }
};
