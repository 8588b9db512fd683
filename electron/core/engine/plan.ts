import type { Catalogue } from '../catalogue/index.ts';
import { productById } from '../catalogue/index.ts';
import type { Detection } from '../model/detection.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Action, PackageManager } from '../model/plan.ts';
import { packageManagers, removalPhases } from '../model/plan.ts';
import type { Product } from '../model/product.ts';
import { textsFor } from '../text/index.ts';
import { isLive } from './liveness.ts';

/** What would be done about these detections, in order. Only names that the catalogue gives are ever acted on. */
export const planActions = (
  catalogue: Catalogue,
  detections: readonly Detection[],
  chosen: readonly string[] | undefined,
): readonly Action[] =>
  detections
    .filter((detection) => detection.status === 'installed')
    .filter((detection) => chosen === undefined || chosen.includes(detection.productId))
    .flatMap((detection) => actionsFor(detection, productById(detection.productId, catalogue)))
    .toSorted((a, b) => removalPhases.indexOf(a.phase) - removalPhases.indexOf(b.phase));

const actionsFor = (detection: Detection, product: Product | undefined): Action[] => {
  if (product === undefined) return [];
  const actions = detection.evidence
    .filter(isRemovablePackage)
    .map((evidence) => actionFor(detection, product, evidence));
  const held = actions.some((action) => action.refusal === 'package-on-hold');
  // One part on hold: the whole product waits. Taking its other half away would leave it half removed.
  return held ? actions.map((action) => refused(action, 'package-on-hold')) : actions;
};

/** A package that is there, or whose installation broke half-way: it works or can be uninstalled. */
const isRemovablePackage = (evidence: Evidence): boolean =>
  evidence.table === 'packages' &&
  isLive('packages', evidence.row) &&
  managerOf(evidence) !== undefined &&
  typeof evidence.row['name'] === 'string';

const managerOf = (evidence: Evidence): PackageManager | undefined =>
  packageManagers.find((manager) => manager === evidence.row['manager']);

const actionFor = (detection: Detection, product: Product, evidence: Evidence): Action => {
  const name = String(evidence.row['name']);
  const manager = managerOf(evidence) ?? 'dpkg';
  const version = evidence.row['version'];
  const route = product.routes.find(
    (candidate) => candidate.kind === 'package' && candidate.names.includes(name),
  );
  const texts = textsFor('en');
  const action: Action = {
    id: `${detection.productId}:${manager}:${name}`,
    productId: detection.productId,
    kind: 'remove-package',
    phase: route?.phase ?? 'product',
    title: texts.actionTitle(detection.name, name),
    needsElevation: true,
    undo: texts.packageUndo,
    manager,
    package: name,
    ...(typeof version === 'string' ? { version } : {}),
  };
  if (route === undefined) return refused(action, 'no-route');
  return evidence.row['state'] === 'on-hold' ? refused(action, 'package-on-hold') : action;
};

const refused = (action: Action, refusal: NonNullable<Action['refusal']>): Action => ({
  ...action,
  refusal: action.refusal ?? refusal,
});
