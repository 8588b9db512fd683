import { isSharedKey } from '../../../core/catalogue/protected.ts';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import type { Handling, Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { keptReasonOf, leftReasonOf } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import { fillBranch, openAboveAgain } from './branch-changes.ts';
import type { SavedBranch } from './branch.ts';
import {
  branchSchema,
  closer,
  hasKey,
  holdingKey,
  keysAbove,
  lastName,
  openAbove,
  openKey,
} from './branch.ts';
import { guarded } from './guarded.ts';
import type { Hives } from './held-key.ts';
import { hasSameSecurity, keyFrom } from './key-record.ts';

type Item = LeftoverOf<'empty-key'>;

/** Keys that products share: they go once nothing is in them. */
export const emptyKeyKeeper = (hives: Hives): Keeper =>
  keeperOf<Item, SavedBranch>({
    kind: 'empty-key',
    isOf: (item): item is Item => item.kind === 'empty-key',
    saved: branchSchema,
    survey: async (items) => items.map((item) => surveyOne(hives, item)),
    handle: (item, saved) => handlingOf(hives, item, saved),
  });

const surveyOne = (hives: Hives, { key }: Item): SurveyedAs<SavedBranch> => {
  if (!isSharedKey(key)) return { kind: 'stays', parts: [{ path: key, why: 'protected' }] };
  try {
    const { subkeys: _, ...own } = holdingKey(openKey(hives, key, 'look'), (held) => keyFrom('', held));
    if (own.values.length > 0) return { kind: 'stays', parts: [{ path: key, why: 'not-empty' }] };
    return { kind: 'ready', entries: [], saved: { keys: [own], above: keysAbove(hives, key) } };
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path: key, ...leftReasonOf(error) }] };
  }
};

const handlingOf = (hives: Hives, item: Item, saved: SavedBranch): Handling => ({
  setAside: () => guarded(() => take(hives, item, saved)),
  settle: () =>
    guarded(() => {
      const isStill = holdingKey(openAbove(hives, item.key, 'look'), (above) =>
        hasKey(above, lastName(item.key)),
      );
      return isStill ? { kind: 'left', why: 'cancelled' } : takenAway(item);
    }),
  putBack: async () => putBack(hives, item, saved),
});

const take = (hives: Hives, item: Item, { keys: [was] }: SavedBranch): LeftoverEnd =>
  holdingKey(openKey(hives, item.key, 'take'), (held): LeftoverEnd => {
    const { subkeys, ...is } = keyFrom('', held);
    if (subkeys.length > 0 || is.values.length > 0) return { kind: 'left', why: 'not-empty' };
    if (was === undefined || !hasSameSecurity(was, is)) return { kind: 'left', why: 'changed' };
    // Windows takes no key away that got another one below it meanwhile.
    held.remove();
    return takenAway(item);
  });

const takenAway = ({ key }: Item): LeftoverEnd => ({
  kind: 'set-aside',
  done: { what: key, kind: 'empty-key' },
});

/** One that somebody made again is as good. */
const putBack = (hives: Hives, { key }: Item, { keys, above }: SavedBranch): RestoreEnd => {
  try {
    return holdingKey(openAboveAgain(hives, key, above), (parent): RestoreEnd => {
      fillBranch(parent, lastName(key), keys);
      closer(parent.into(lastName(key), 'look')).close();
      parent.flush();
      return { kind: 'restored' };
    });
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};
