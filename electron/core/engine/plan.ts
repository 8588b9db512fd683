import type { Catalogue } from '../catalogue/index.ts';
import { productById } from '../catalogue/index.ts';
import type { Detection } from '../model/detection.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Action, RemovalPhase } from '../model/plan.ts';
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
  const actions = detection.evidence.flatMap((evidence) => actionFor(detection, product, evidence));
  const unique = [...new Map(actions.map((action) => [action.id, action])).values()];
  const all = unique.length > 0 ? unique : actionsByRoute(detection, product);
  const held = all.some((action) => action.refusal === 'package-on-hold');
  // One part on hold: the whole product waits. Taking its other half away would leave it half removed.
  return held ? all.map((action) => refused(action, 'package-on-hold')) : all;
};

/** The action that one row of evidence calls for: a package, or a program entry with its uninstaller. */
const actionFor = (detection: Detection, product: Product, evidence: Evidence): Action[] => {
  if (evidence.table === 'packages') return packageAction(detection, product, evidence);
  return evidence.table === 'programs' ? programAction(detection, product, evidence) : [];
};

const packageAction = (detection: Detection, product: Product, { row }: Evidence): Action[] => {
  const manager = packageManagers.find((candidate) => candidate === row['manager']);
  const name = row['name'];
  // A package whose installation broke half-way works or can be uninstalled; one of which only settings are left not.
  if (manager === undefined || typeof name !== 'string' || !isLive('packages', row)) return [];
  const route = product.routes.find(
    (candidate) => candidate.kind === 'package' && candidate.names.includes(name),
  );
  const action: Action = {
    ...commonPart(detection, `${manager}:${name}`, route?.phase ?? 'product'),
    kind: 'remove-package',
    title: textsFor('en').actionTitle(detection.name, name),
    undo: textsFor('en').packageUndo,
    manager,
    package: name,
    ...(typeof row['version'] === 'string' ? { version: row['version'] } : {}),
  };
  if (route === undefined) return [refused(action, 'no-route')];
  return [row['state'] === 'on-hold' ? refused(action, 'package-on-hold') : action];
};

const guid = /\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}/i;

/** Windows: the best route of the product that this entry allows. */
const programAction = (detection: Detection, product: Product, { row }: Evidence): Action[] => {
  const code = guid.exec(`${text(row['productCode'])} ${text(row['key'])}`)?.[0]?.toUpperCase();
  for (const route of product.routes) {
    if (route.kind === 'msi' && code !== undefined)
      return [{ ...titled(detection, code, route.phase), kind: 'run-msi', productCode: code }];
    if (
      route.kind === 'vendor-uninstaller' &&
      text(row['key']) !== '' &&
      text(row['uninstallCommand']) !== ''
    )
      return [
        {
          ...titled(detection, text(row['key']), route.phase),
          kind: 'run-uninstaller',
          entry: text(row['key']),
        },
      ];
  }
  return [];
};

/** What no row calls for by itself: the vendor's script, or the vendor's window and a person. */
const actionsByRoute = (detection: Detection, product: Product): Action[] => {
  const script = product.routes.find((route) => route.kind === 'vendor-script');
  if (script?.kind === 'vendor-script')
    return [{ ...titled(detection, 'script', script.phase), kind: 'run-vendor-script', path: script.path }];
  const other = product.routes.find((route) => route.kind !== 'package');
  return other === undefined ? [] : [{ ...titled(detection, 'guided', other.phase), kind: 'guided' }];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const commonPart = (detection: Detection, what: string, phase: RemovalPhase) => ({
  id: `${detection.productId}:${what}`,
  productId: detection.productId,
  phase,
  needsElevation: true,
});

const titled = (detection: Detection, what: string, phase: RemovalPhase) => ({
  ...commonPart(detection, what, phase),
  title: textsFor('en').actionTitleOf(detection.name),
  ...(detection.version === undefined ? {} : { version: detection.version }),
});

const refused = <A extends Action>(action: A, refusal: NonNullable<Action['refusal']>): A => ({
  ...action,
  refusal: action.refusal ?? refusal,
});
