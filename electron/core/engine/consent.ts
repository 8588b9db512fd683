import type { Change, Consent } from '../model/consent.ts';
import type { HazardFinding, HazardLevel } from '../model/hazard.ts';
import type { Action } from '../model/plan.ts';
import type { UnsealedReport } from '../model/report.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Detection } from '../model/detection.ts';
import { blockers } from './guard.ts';
import { notShown } from './agreed-leftovers.ts';
import { targetOf, targetsHere } from './plan.ts';

type Shown = Pick<UnsealedReport, 'plan' | 'hazards' | 'detections' | 'host'>;

const isCarriedOut = (action: Action): boolean => action.refusal === undefined;

/**
 * The consent of a person who saw this report, chose these products and accepted these hazards. What was shown as left
 * alone was not agreed to.
 */
export const consentTo = (
  shown: Shown,
  productIds: readonly string[],
  accepted: readonly string[],
  declined: readonly string[] = [],
): Consent => ({
  productIds: [...new Set(productIds)],
  actions: shown.plan.actions
    .filter((action) => isCarriedOut(action) && productIds.includes(action.productId))
    .map((action) => ({ id: action.id, target: targetOf(action) })),
  hazards: shown.hazards
    .filter(({ id }) => accepted.includes(id))
    .map(({ id, level, productIds: about }) => ({ id, level, productIds: about })),
  ...leftoversPart(shown, declined),
});

/** What was shown as set aside afterwards was agreed to, but for what the person wanted to stay. */
const leftoversPart = (
  { plan: { leftovers } }: Shown,
  declined: readonly string[],
): Pick<Consent, 'leftovers'> => {
  if (leftovers === undefined) return {};
  const ids = leftovers.map(({ id }) => id);
  return {
    leftovers: {
      agreed: ids.filter((id) => !declined.includes(id)),
      declined: ids.filter((id) => declined.includes(id)),
    },
  };
};

/**
 * How the plan of a fresh look goes beyond a consent; undefined: in nothing. An action was agreed to when it takes the
 * same thing away from the same product. A plan that has less in it than was agreed to has not gone beyond.
 */
export const beyondConsent = (fresh: Shown, consent: Consent): Change | undefined => {
  const targets = new Map(consent.actions.map(({ id, target }) => [id, target]));
  const actions = fresh.plan.actions.filter(
    (action) => isCarriedOut(action) && targets.get(action.id) !== targetOf(action),
  );
  const hazards = concerning(fresh, consent).filter((hazard) => !isAccepted(hazard, fresh, consent));
  const here = new Set(fresh.detections.map(({ productId }) => productId));
  const change: Change = {
    actions: actions.map(({ id }) => id),
    hazards: hazards.map(({ id }) => id),
    products: consent.productIds.filter((id) => !here.has(id)),
    ...(consent.leftovers === undefined
      ? {}
      : { leftovers: [...notShown(fresh.host.os, fresh.plan.leftovers ?? [], consent.leftovers)] }),
  };
  return Object.values(change).some((part) => part.length > 0) ? change : undefined;
};

/** The products that were meant, by the ids that a fresh look gives them: the chosen ones, and whose targets those were. */
export const stillMeant = (
  catalogue: Catalogue,
  detections: readonly Detection[],
  { productIds, actions }: Consent,
): readonly string[] => {
  const here = targetsHere(catalogue, detections);
  const owners = actions.flatMap(({ target }) => here.get(target)?.productId ?? []);
  const chosen = productIds.filter((id) => detections.some(({ productId }) => productId === id));
  return [...new Set([...chosen, ...owners])];
};

/** The hazards that the plan has to do with: those about its products, and whatever holds it up. */
const concerning = ({ plan, hazards }: Shown, { productIds }: Consent): readonly HazardFinding[] => {
  const holding = blockers(hazards, plan.actions, productIds, []);
  const planned = plannedProducts(plan.actions);
  return hazards.filter(
    ({ id, productIds: about }) => holding.includes(id) || about.some((each) => planned.has(each)),
  );
};

const plannedProducts = (actions: readonly Action[]): ReadonlySet<string> =>
  new Set(actions.map(({ productId }) => productId));

const ranks: Readonly<Record<HazardLevel, number>> = { inform: 0, confirm: 1, stop: 2 };

/** A *stop* is never accepted. Of a hazard that was, all planned products that it is about now have to be known. */
const isAccepted = (hazard: HazardFinding, { plan }: Shown, { hazards }: Consent): boolean => {
  if (hazard.level === 'stop') return false;
  const known = hazards.find(({ id }) => id === hazard.id);
  if (known === undefined || ranks[hazard.level] > ranks[known.level]) return false;
  const planned = plannedProducts(plan.actions);
  return hazard.productIds.every((id) => !planned.has(id) || known.productIds.includes(id));
};
