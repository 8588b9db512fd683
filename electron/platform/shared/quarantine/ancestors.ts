import { lstat, mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { nameBytes } from '../path-text.ts';
import { isMissing } from '../why.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { Obstacle } from './trouble.ts';

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
export const openAgain = async (folders: Folders, ancestors: Ancestors): Promise<HeldFolder> => {
  let held = await folders.open('/');
  try {
    for (const ancestor of ancestors) {
      const name = nameBytes(ancestor.name);
      if (await isMissingIn(held, name)) await makeIn(folders, held, name, ancestor);
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

const isMissingIn = async (folder: HeldFolder, name: Buffer): Promise<boolean> => {
  try {
    await lstat(folder.at(name));
    return false;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
};

const makeIn = async (
  folders: Folders,
  folder: HeldFolder,
  name: Buffer,
  ancestor: Ancestors[number],
): Promise<void> => {
  await mkdir(folder.at(name), 0o700);
  const made = await folders.into(folder, name);
  try {
    // Somebody could have put another one in its place since.
    if (Number(made.info.uid) !== process.geteuid?.()) throw new Obstacle('link-in-path', made.path);
    await made.own(ancestor);
  } finally {
    await made.close();
  }
  await folder.sync();
};
