import type { DeclaredHazard } from '../catalogue/hazards.ts';
import { hazardRules } from '../catalogue/hazards.ts';
import type { Sign } from '../catalogue/hazards/rule.ts';
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
  return hazardRules.flatMap((rule) => {
    const concerned = live.filter((detection) => isAbout(rule, detection, catalogue));
    if (concerned.length === 0 && !standsAlone(rule, snapshot)) return [];
    const sign = rule.sign({ snapshot, live, concerned });
    return sign === undefined ? [] : [finding(rule.id, sign, concerned, detections)];
  });
};

const isAbout = (rule: DeclaredHazard, detection: Detection, catalogue: Catalogue): boolean =>
  rule.about(detection) ||
  (rule.scope !== 'only' && productById(detection.productId, catalogue)?.hazards.includes(rule.id) === true);

/** Filters and drivers of Windows act whether or not their product is still there. */
const standsAlone = (rule: DeclaredHazard, snapshot: Snapshot): boolean =>
  rule.scope === 'artefacts' && snapshot.host.os === 'windows';

/** More rows than this say nothing new to who reads them. */
const enoughRows = 5;

const finding = (
  id: HazardId,
  sign: Sign,
  concerned: readonly Detection[],
  detections: readonly Detection[],
): HazardFinding => {
  const touched = sign.touches ?? concerned;
  const owners = touched.length > 0 ? touched : detections.filter((each) => holds(each, sign));
  return {
    id,
    level: sign.weak === undefined ? hazardLevels[id] : 'confirm',
    state: sign.weak === 'could-not-check' ? 'could-not-check' : 'present',
    productIds: [...new Set(owners.map((detection) => detection.productId))],
    evidence: sign.evidence.slice(0, enoughRows),
  };
};

/** Whether a leftover product is what a lone artefact came with. */
const holds = (detection: Detection, sign: Sign): boolean => {
  const rows = new Set(detection.evidence.map(({ table, row }) => JSON.stringify([table, row])));
  return sign.evidence.some(({ table, row }) => rows.has(JSON.stringify([table, row])));
};

/**
 * A stop of these holds the whole computer, not only its own product. The agent brings the order to decrypt and keeps
 * the keys in reach, and any product of the same vendor may share the drivers: none of them may go first.
 */
const holdsEverything: ReadonlySet<HazardId> = new Set<HazardId>(['fde', 'fle']);

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
          return holdsEverything.has(hazard.id) || touchesPlan || touchesChoice || planned.size === 0;
        case 'confirm':
          return touchesPlan && !accepted.includes(hazard.id);
        case 'inform':
          return false;
      }
    })
    .map((hazard) => hazard.id);
};
