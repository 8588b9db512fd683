import { Obstacle } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import { closer, hasKey, holdingKey, keyPlaceOf, readBranch } from './branch.ts';
import { securityFrom } from './entry-record.ts';
import type { HeldKey, Hives } from './held-key.ts';
import type { SavedKey } from './key-record.ts';
import { hasSameSecurity, isSameKey, keyFrom, valueFrom, valueMark } from './key-record.ts';
import { isClosedToOthers } from './security.ts';

const below = (path: string, name: string): string => (path === '' ? name : `${path}\\${name}`);

const indexed = (keys: readonly SavedKey[]): ReadonlyMap<string, SavedKey> =>
  new Map(keys.map((key) => [key.path.toLowerCase(), key]));

/**
 * Takes a branch away, from its ends up, each key only while it is what was saved. Throws `changed` with the key that is
 * not; what was taken away before that has to be filled in again.
 */
export const removeBranch = (
  above: HeldKey,
  name: string,
  keys: readonly SavedKey[],
  ignored: ReadonlySet<string>,
): void => {
  const saved = indexed(keys);
  const remove = (parent: HeldKey, own: string, path: string): void => {
    try {
      holdingKey(closer(parent.into(own, 'take')), (held) => {
        for (const child of held.content().subkeys) remove(held, child, below(path, child));
        // Right before the hand: nothing keeps others from writing in between but how short that is.
        const was = saved.get(path.toLowerCase());
        const { subkeys, ...is } = keyFrom(path, held);
        if (was === undefined || subkeys.length > 0 || !isSameKey(was, is, ignored))
          throw new Obstacle('changed', held.path);
        held.remove();
      });
    } catch (error) {
      // Gone already.
      if (!isMissing(error)) throw error;
    }
  };
  remove(above, name, '');
};

/**
 * Whether what is there now is nothing but a part of what was saved, as a kill leaves it: then the rest can be filled in.
 * Answers the first key that somebody else has made or changed.
 */
export const foreignKey = (above: HeldKey, name: string, keys: readonly SavedKey[]): string | undefined => {
  if (!hasKey(above, name)) return undefined;
  const saved = indexed(keys);
  const there = holdingKey(closer(above.into(name, 'look')), (held) => readBranch(held));
  const isPart = (is: SavedKey): boolean => {
    const was = saved.get(is.path.toLowerCase());
    if (was === undefined) return false;
    const marks = new Set(was.values.map(valueMark));
    const isOurs = hasSameSecurity(was, is) || isClosedToOthers(securityFrom(is.security).descriptor);
    return isOurs && is.values.every((value) => marks.has(valueMark(value)));
  };
  const foreign = there.find((key) => !isPart(key));
  return foreign === undefined ? undefined : below(`${above.path}\\${name}`, foreign.path);
};

/**
 * Makes what is missing of a branch, and changes nothing that is there: keys, values, and last the security of what it
 * made, each key after all that is below it.
 */
export const fillBranch = (above: HeldKey, name: string, keys: readonly SavedKey[]): void => {
  const [top] = keys;
  if (top === undefined) return;
  const fill = (parent: HeldKey, own: string, saved: SavedKey): void =>
    lend(parent, own, saved, (held) => {
      const there = new Set(held.content().values.map((value) => value.name.toLowerCase()));
      for (const value of saved.values) if (!there.has(value.name.toLowerCase())) held.set(valueFrom(value));
      for (const child of childrenOf(keys, saved)) fill(held, lastPart(child.path), child);
    });
  fill(above, name, top);
};

const lastPart = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

const childrenOf = (keys: readonly SavedKey[], { path }: SavedKey): readonly SavedKey[] =>
  keys.filter(
    (key) => key.path !== '' && key.path.slice(0, Math.max(0, key.path.lastIndexOf('\\'))) === path,
  );

/** A new key as it was saved, all but what is in it, or the one that is there. */
const lend = (parent: HeldKey, name: string, saved: SavedKey, work: (held: HeldKey) => void): void => {
  const isNew = !hasKey(parent, name);
  // Of a call that was cut off: it has only the security that it was made with.
  const isOurs = isNew || holdingKey(parent.into(name, 'look'), isUnfinished);
  const opened = isNew
    ? parent.make(name, saved.className)
    : closer(parent.into(name, isOurs ? 'secure' : 'write'));
  holdingKey(opened, (held) => {
    work(held);
    if (isOurs) held.secure(securityFrom(saved.security));
  });
};

const isUnfinished = (held: HeldKey): boolean => isClosedToOthers(held.security().descriptor);

/** Opens the key in which a branch was, and makes again what is gone of the way to it. */
export const openAboveAgain = (hives: Hives, key: string, above: readonly SavedKey[]): HeldKey =>
  above.reduce(
    (held, saved) =>
      holdingKey(held, () => {
        lend(held, saved.path, saved, () => undefined);
        return closer(held.into(saved.path, 'write'));
      }),
    hives.top(keyPlaceOf(key).top, 'write'),
  );
