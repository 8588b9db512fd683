import { isProtectedKey } from '../../../core/catalogue/protected.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import type { Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { branchHandling, plainBranch, surveyBranch } from './branch-handling.ts';
import type { SavedBranch } from './branch.ts';
import { branchSchema } from './branch.ts';
import type { Hives } from './held-key.ts';

type Item = LeftoverOf<'registry-branch'>;

/** Keys of the vendor with all that is below them: written down by value, then taken away from their ends up. */
export const branchKeeper = (hives: Hives): Keeper =>
  keeperOf<Item, SavedBranch>({
    kind: 'registry-branch',
    isOf: (item): item is Item => item.kind === 'registry-branch',
    saved: branchSchema,
    survey: async (items) =>
      items.map((item): SurveyedAs<SavedBranch> =>
        isProtectedKey(item.key)
          ? { kind: 'stays', parts: [{ path: item.key, why: 'protected' }] }
          : surveyBranch(hives, plainBranch(item, item.key)),
      ),
    handle: (item, saved) => branchHandling(hives, plainBranch(item, item.key), saved),
  });
