import { z } from 'zod';
import { Obstacle } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import type { HeldKey, Hives, KeyUse } from './held-key.ts';
import { trustedTops } from './held-key.ts';
import type { SavedKey } from './key-record.ts';
import { isSameKey, keyFrom, keySchema } from './key-record.ts';

/** A key with everything below it, and the keys on the way to it. */
export const branchSchema = z.object({
  /** The top first, keys before what is below them. */
  keys: z.array(keySchema).min(1),
  /** From the first key that others than administrators may write in on: one that is gone is made again like that. */
  above: z.array(keySchema),
});
export type SavedBranch = z.infer<typeof branchSchema>;

/** More than any product leaves, and a bound against a branch that grows while it is read. */
const mostKeys = 100_000;
/** `REG_LINK`: what a key that is a link says of where it leads. */
const linkType = 6;

interface KeyPlace {
  readonly top: string;
  readonly names: readonly string[];
}

export const keyPlaceOf = (key: string): KeyPlace => {
  const trusted = trustedTops.find((top) => key.toLowerCase().startsWith(`${top.toLowerCase()}\\`));
  const top = trusted ?? /^HKU\\[^\\]+(?=\\)/.exec(key)?.[0];
  if (top === undefined) throw new Obstacle('protected', key);
  return { top, names: key.slice(top.length + 1).split('\\') };
};

/** Lends what was opened for the time of `work`. */
export const holdingKey = <T>(opened: HeldKey, work: (held: HeldKey) => T): T => {
  try {
    return work(opened);
  } finally {
    opened.close();
  }
};

/** Throws for a link: what it leads to is another place. */
export const closer = (held: HeldKey): HeldKey => {
  try {
    if (held.content().values.some(({ type }) => type === linkType))
      throw new Obstacle('link-in-path', held.path);
    return held;
  } catch (error) {
    held.close();
    throw error;
  }
};

const openTop = (hives: Hives, top: string, use: KeyUse): HeldKey => {
  try {
    return hives.top(top, use);
  } catch (error) {
    // A person who is not signed in: their keys may be there all the same.
    if (isMissing(error)) throw new Obstacle('could-not-look', `${top}: it is not loaded`);
    throw error;
  }
};

/** Opens a key, name by name and through no link. */
export const openKey = (hives: Hives, key: string, use: KeyUse): HeldKey => {
  const { top, names } = keyPlaceOf(key);
  return names.reduce(
    (held, name, at) =>
      holdingKey(held, () => closer(held.into(name, at === names.length - 1 ? use : 'look'))),
    openTop(hives, top, 'look'),
  );
};

/** The key that an item lies in. */
export const openAbove = (hives: Hives, key: string, use: KeyUse): HeldKey => {
  const { top, names } = keyPlaceOf(key);
  return names.length === 1
    ? openTop(hives, top, use)
    : openKey(hives, key.slice(0, key.lastIndexOf('\\')), use);
};

export const lastName = (key: string): string => key.slice(key.lastIndexOf('\\') + 1);

/** Whether there is such a key below this one, also one that is a link. */
export const hasKey = (above: HeldKey, name: string): boolean => {
  try {
    above.into(name, 'look').close();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** Every key of a branch with every value. Throws for links and for keys that Windows forgets by itself. */
export const readBranch = (held: HeldKey, path = '', found: SavedKey[] = []): SavedKey[] => {
  if (found.length >= mostKeys) throw new Obstacle('changed', 'it has no end');
  if (held.content().isVolatile) throw new Obstacle('special-file', held.path);
  const { subkeys, ...key } = keyFrom(path, held);
  found.push(key);
  for (const name of subkeys)
    holdingKey(closer(held.into(name, 'look')), (child) =>
      readBranch(child, path === '' ? name : `${path}\\${name}`, found),
    );
  return found;
};

/** The keys between a trusted top and the branch, from the upper ones down. */
export const keysAbove = (hives: Hives, key: string): SavedKey[] => {
  const { top, names } = keyPlaceOf(key);
  const found: SavedKey[] = [];
  let held = openTop(hives, top, 'look');
  try {
    for (const name of names.slice(0, -1)) {
      const next = holdingKey(held, () => closer(held.into(name, 'look')));
      held = next;
      const { subkeys: _, ...own } = keyFrom(name, held);
      // Their values are others' business.
      found.push({ ...own, values: [] });
    }
    return found;
  } finally {
    held.close();
  }
};

/** The first key in which two looks at one branch differ; undefined: in none. */
export const branchDifference = (
  was: readonly SavedKey[],
  is: readonly SavedKey[],
  ignored: ReadonlySet<string>,
): string | undefined => {
  const now = new Map(is.map((key) => [key.path.toLowerCase(), key]));
  for (const key of was) {
    const other = now.get(key.path.toLowerCase());
    if (other === undefined || !isSameKey(key, other, ignored)) return key.path;
    now.delete(key.path.toLowerCase());
  }
  return now.values().next().value?.path;
};
