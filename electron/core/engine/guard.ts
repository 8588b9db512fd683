import type { HazardRule } from '../catalogue/hazards.ts';
import { hazardRules } from '../catalogue/hazards.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { productById } from '../catalogue/index.ts';
import type { Detection } from '../model/detection.ts';
import type { HazardFinding, HazardId } from '../model/hazard.ts';
import { hazardLevels } from '../model/hazard.ts';
import type { Action } from '../model/plan.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** Every "may we?" of a removal. Nothing else decides it. */

const works = (detection: Detection): boolean => detection.status !== 'leftovers';

/** The hazards that apply to this computer, for the products that work on it. */
export const assess = (
  catalogue: Catalogue,
  snapshot: Snapshot,
  detections: readonly Detection[],
): readonly HazardFinding[] => {
  const live = detections.filter(works);
  if (live.length === 0) return [];
  return hazardRules.flatMap((rule) => {
    const { concerned, causes } = concernedBy(rule, catalogue, snapshot, live);
    return concerned.length === 0 ? [] : [finding(rule.id, concerned, causes)];
  });
};

/** The products that a hazard is about, and those whose evidence shows it. */
interface Concern {
  readonly concerned: readonly Detection[];
  readonly causes: readonly Detection[];
}

const concernedBy = (
  rule: HazardRule,
  catalogue: Catalogue,
  snapshot: Snapshot,
  live: readonly Detection[],
): Concern => {
  const { sign } = rule;
  const naming = live.filter((detection) =>
    productById(detection.productId, catalogue)?.hazards.includes(rule.id),
  );
  switch (sign.kind) {
    case 'product-named':
      return { concerned: naming, causes: naming };
    case 'product-here': {
      const causes = live.filter((detection) => sign.ids.includes(detection.productId));
      return { concerned: causes.length === 0 ? [] : naming, causes };
    }
    case 'any-product':
      return { concerned: live, causes: [] };
    case 'host':
      return { concerned: sign.holds(snapshot.host) ? live : [], causes: [] };
  }
};

/** The evidence of a hazard is what shows the product that causes it, kept short: one row a product. */
const finding = (
  id: HazardId,
  concerned: readonly Detection[],
  causes: readonly Detection[],
): HazardFinding => ({
  id,
  level: hazardLevels[id],
  state: 'present',
  productIds: concerned.map((detection) => detection.productId),
  evidence: causes.flatMap((detection) => detection.evidence.slice(0, 1)),
});

/**
 * The hazards that forbid carrying out these actions. *stop* has no way round; *confirm* needs the person's word;
 * *inform* never blocks. A stop that concerns only products outside the plan (a server that is reported and left
 * alone) does not hold up the others, but a plan that could only be about such products is blocked by it.
 */
export const blockers = (
  hazards: readonly HazardFinding[],
  actions: readonly Action[],
  chosen: readonly string[],
  accepted: readonly string[],
): readonly HazardId[] => {
  const planned = new Set(actions.map((action) => action.productId));
  return hazards
    .filter((hazard) => {
      const touchesPlan = hazard.productIds.some((id) => planned.has(id));
      const touchesChoice = hazard.productIds.some((id) => chosen.includes(id));
      switch (hazard.level) {
        case 'stop':
          return touchesPlan || touchesChoice || planned.size === 0;
        case 'confirm':
          return touchesPlan && !accepted.includes(hazard.id);
        case 'inform':
          return false;
      }
    })
    .map((hazard) => hazard.id);
};
