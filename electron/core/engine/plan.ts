import type { Catalogue } from '../catalogue/index.ts';
import { productById } from '../catalogue/index.ts';
import type { Detection } from '../model/detection.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Action, RemovalPhase } from '../model/plan.ts';
import { packageManagers, removalPhases } from '../model/plan.ts';
import type { Product } from '../model/product.ts';
import { textsFor } from '../text/index.ts';
import { isLive } from './liveness.ts';

/**
 * What would be done about these detections, in order. Only names that the catalogue gives are ever acted on.
 * `withSettings`: also about packages of which only the settings are left, for the package manager keeps those.
 */
export const planActions = (
  catalogue: Catalogue,
  detections: readonly Detection[],
  chosen: readonly string[] | undefined,
  withSettings = false,
): readonly Action[] =>
  detections
    .flatMap((detection) => {
      const product = productById(detection.productId, catalogue);
      const actions = isWanted(detection, chosen) ? actionsFor(detection, product) : [];
      const waits = actions.some(({ refusal }) => refusal !== undefined);
      return withSettings && !waits ? [...actions, ...settingsActions(detection, product, chosen)] : actions;
    })
    .toSorted((a, b) => removalPhases.indexOf(a.phase) - removalPhases.indexOf(b.phase));

/** What is not Kaspersky's but came in its place goes only when somebody names it. */
const isWanted = ({ productId, status }: Detection, chosen: readonly string[] | undefined): boolean =>
  status === 'successor'
    ? chosen?.includes(productId) === true
    : status === 'installed' && (chosen === undefined || chosen.includes(productId));

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

/** dpkg remembers a package, and keeps its settings, until it is purged: that is its part, and nobody else's. */
const settingsActions = (
  detection: Detection,
  product: Product | undefined,
  chosen: readonly string[] | undefined,
): Action[] => {
  if (product?.role !== 'removable' || (chosen !== undefined && !chosen.includes(product.id))) return [];
  const { settingsTitle } = textsFor('en');
  return detection.evidence
    .filter(
      ({ table, row }) =>
        table === 'packages' && row['manager'] === 'dpkg' && row['state'] === 'config-files',
    )
    .flatMap(({ row }) =>
      packageAction(detection, product, { row: { ...row, state: 'installed' } }, settingsTitle),
    )
    .filter(({ refusal }) => refusal === undefined);
};

const packageAction = (
  detection: Detection,
  product: Product,
  { row }: Pick<Evidence, 'row'>,
  title: (name: string, packageName: string) => string = textsFor('en').actionTitle,
): Action[] => {
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
    title: title(detection.name, name),
    undo: textsFor('en').packageUndo,
    manager,
    package: name,
    ...(typeof row['version'] === 'string' ? { version: row['version'] } : {}),
  };
  if (route === undefined) return [refused(action, 'no-route')];
  return [row['state'] === 'on-hold' ? refused(action, 'package-on-hold') : action];
};

const guid = /\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}/i;
const installerCommand = /^\s*"?(?:[^"]*[\\/])?msiexec(?:\.exe)?"?\s/i;

/** The code under which Windows Installer knows an entry's product: as read, in its key, or in its own command. */
const productCodeOf = ({ row }: Evidence): string | undefined => {
  const command = text(row['uninstallCommand']);
  const places = [text(row['productCode']), text(row['key']), installerCommand.test(command) ? command : ''];
  return guid.exec(places.join(' '))?.[0]?.toUpperCase();
};

/** Windows: the best route of the product that this entry allows. */
const programAction = (detection: Detection, product: Product, evidence: Evidence): Action[] => {
  const { row } = evidence;
  if (!isLive('programs', row)) return [];
  const code = productCodeOf(evidence);
  const entry = text(row['key']);
  for (const route of product.routes) {
    // Anybody can write an entry of his own that points at his own program: that one is shown, and run by nobody here.
    if (route.kind !== 'package' && text(row['scope']) === 'user')
      return [guided(detection, `guided:user:${entry}`, route.phase)];
    if (route.kind === 'msi' && code !== undefined) {
      const password = route.password === 'none-known' ? undefined : route.password;
      const action = { ...titled(detection, code, route.phase), kind: 'run-msi', productCode: code } as const;
      return [password === undefined ? action : { ...action, password }];
    }
    if (route.kind === 'vendor-uninstaller' && entry !== '' && text(row['uninstallCommand']) !== '') {
      const view = row['view'] === '32' ? '32' : '64';
      return [
        { ...titled(detection, `${view}:${entry}`, route.phase), kind: 'run-uninstaller', entry, view },
      ];
    }
  }
  return [];
};

/** What no row calls for by itself: the vendor's script, or the vendor's window and a person. */
const actionsByRoute = (detection: Detection, product: Product): Action[] => {
  const script = product.routes.find((route) => route.kind === 'vendor-script');
  if (script?.kind === 'vendor-script')
    return [{ ...titled(detection, 'script', script.phase), kind: 'run-vendor-script', path: script.path }];
  const other = product.routes.find((route) => route.kind !== 'package');
  return other === undefined ? [] : [guided(detection, `guided:${detection.version ?? ''}`, other.phase)];
};

const guided = (detection: Detection, what: string, phase: RemovalPhase): Action => ({
  ...titled(detection, what.replace(/:$/, ''), phase),
  kind: 'guided',
  needsElevation: false,
});

/**
 * What an action takes away, in one word that is the same at every look: a later look may call the product by another
 * id, as when the entry that named its edition has gone and its service has not.
 */
export const targetOf = (action: Action): string => {
  switch (action.kind) {
    case 'remove-package':
      return `package:${action.manager}:${action.package}`;
    case 'run-msi':
      return `msi:${action.productCode.toUpperCase()}`;
    case 'run-uninstaller':
      return `entry:${action.view}:${action.entry.toLowerCase()}`;
    case 'run-vendor-script':
      return `script:${action.path}`;
    case 'guided':
      return action.id;
  }
};

/** Everything that could be taken away now, by its target. */
export const targetsHere = (
  catalogue: Catalogue,
  detections: readonly Detection[],
  withSettings = false,
): ReadonlyMap<string, Action> =>
  new Map(
    planActions(
      catalogue,
      detections,
      detections.map(({ productId }) => productId),
      withSettings,
    ).map((action) => [targetOf(action), action]),
  );

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
