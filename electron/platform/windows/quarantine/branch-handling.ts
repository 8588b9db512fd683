import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { CopyGap, LeftoverOf } from '../../../core/model/leftover.ts';
import { whatOf } from '../../../core/model/leftover.ts';
import type { Handling, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keptReasonOf, leftReasonOf, Obstacle } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import { fillBranch, foreignKey, openAboveAgain, removeBranch } from './branch-changes.ts';
import type { SavedBranch } from './branch.ts';
import {
  branchDifference,
  closer,
  hasKey,
  holdingKey,
  keysAbove,
  lastName,
  openAbove,
  openKey,
  readBranch,
} from './branch.ts';
import { guarded } from './guarded.ts';
import type { HeldKey, Hives } from './held-key.ts';

export type BranchItem = LeftoverOf<'registry-branch'> | LeftoverOf<'service'>;

/** A branch of the registry that an item stands for. */
export interface BranchPlace {
  readonly item: BranchItem;
  readonly key: string;
  /** Values that Windows changes by itself while the branch is taken away, in lower case. */
  readonly ignored: ReadonlySet<string>;
}

const noValues: ReadonlySet<string> = new Set();
export const plainBranch = (item: BranchItem, key: string): BranchPlace => ({ item, key, ignored: noValues });

export const surveyBranch = (hives: Hives, { item, key }: BranchPlace): SurveyedAs<SavedBranch> => {
  try {
    const keys = holdingKey(openKey(hives, key, 'look'), (held) => readBranch(held));
    return { kind: 'ready', entries: [], saved: { keys, above: keysAbove(hives, key) } };
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path: whatOf(item), ...leftReasonOf(error) }] };
  }
};

/** `take` does what has to come before the keys go; it may say why they stay. */
export const branchHandling = (
  hives: Hives,
  place: BranchPlace,
  saved: SavedBranch,
  hooks: {
    readonly take?: () => Promise<LeftoverEnd | undefined>;
    readonly mayComeBack?: () => RestoreEnd | undefined;
  } = {},
): Handling => ({
  setAside: () =>
    guarded(async () => {
      const changed = holdingKey(openKey(hives, place.key, 'look'), (held) =>
        branchDifference(saved.keys, readBranch(held), noValues),
      );
      if (changed !== undefined) return { kind: 'left', why: 'changed', detail: changed };
      return (await hooks.take?.()) ?? takeBranch(hives, place, saved);
    }),
  settle: () => guarded(() => settleBranch(hives, place, saved)),
  putBack: async () => hooks.mayComeBack?.() ?? putBranchBack(hives, place, saved),
});

const done = ({ item }: BranchPlace, { keys }: SavedBranch): LeftoverEnd => {
  const isUnseen = keys.some(({ security }) => !security.isAudited);
  const gaps: CopyGap[] = isUnseen ? ['audit-unknown'] : [];
  return {
    kind: 'set-aside',
    done: {
      what: whatOf(item),
      kind: item.kind,
      ...(item.productId === undefined ? {} : { productId: item.productId }),
      ...(gaps.length === 0 ? {} : { gaps }),
    },
  };
};

const takeBranch = (hives: Hives, place: BranchPlace, saved: SavedBranch): LeftoverEnd =>
  holdingKey(openAbove(hives, place.key, 'write'), (above) => {
    const name = lastName(place.key);
    try {
      removeBranch(above, name, saved.keys, place.ignored);
    } catch (error) {
      // What is gone of it comes back, around what somebody did to it. Where that fails, an undo can still do it.
      if (!isFilled(above, name, saved)) return done(place, saved);
      throw error;
    }
    above.flush();
    return done(place, saved);
  });

const isFilled = (above: HeldKey, name: string, { keys }: SavedBranch): boolean => {
  try {
    fillBranch(above, name, keys);
    return true;
  } catch {
    return false;
  }
};

/** A kill came in between: some of its keys may be gone. */
const settleBranch = (hives: Hives, place: BranchPlace, saved: SavedBranch): LeftoverEnd => {
  const name = lastName(place.key);
  let above: HeldKey;
  try {
    above = openAbove(hives, place.key, 'write');
  } catch (error) {
    if (isMissing(error)) return done(place, saved);
    throw error;
  }
  return holdingKey(above, (held) => {
    if (!hasKey(held, name)) return done(place, saved);
    const there = holdingKey(closer(held.into(name, 'look')), (key) => readBranch(key));
    if (branchDifference(saved.keys, there, noValues) === undefined)
      return { kind: 'left', why: 'cancelled' };
    return takeBranch(hives, place, saved);
  });
};

/** Never over something that came meanwhile: that is named. */
const putBranchBack = (hives: Hives, place: BranchPlace, saved: SavedBranch): RestoreEnd => {
  try {
    return holdingKey(openAboveAgain(hives, place.key, saved.above), (above): RestoreEnd => {
      const name = lastName(place.key);
      const foreign = foreignKey(above, name, saved.keys);
      if (foreign !== undefined) return { kind: 'kept', why: 'occupied', detail: foreign };
      fillBranch(above, name, saved.keys);
      above.flush();
      const there = holdingKey(closer(above.into(name, 'look')), (held) => readBranch(held));
      const difference = branchDifference(saved.keys, there, noValues);
      if (difference !== undefined) throw new Obstacle('refused-by-system', difference);
      return { kind: 'restored' };
    });
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};
