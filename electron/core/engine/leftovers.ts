import type { Detection } from '../model/detection.ts';
import type { LeftBehind, LeftoverItem, LeftReason } from '../model/leftover.ts';
import { leftoverId, leftoverKinds, whatOf } from '../model/leftover.ts';
import type { TableName } from '../model/tables.ts';
import type { Findings } from './detect.ts';
import { planFiles } from './leftover-files.ts';
import type { LeftoverScene, Living, Owned, Stay } from './leftover-scene.ts';
import { isWanted, leftoverRows, livingIn, ownerStays } from './leftover-scene.ts';
import { planWindows } from './leftovers-windows.ts';
import { rowLabel } from '../text/sentences.ts';

export interface LeftoverPlan {
  /** In the order in which they are set aside. */
  readonly items: readonly LeftoverItem[];
  readonly left: readonly LeftBehind[];
}

/**
 * What may be set aside, and what stays and why: a pure function of the catalogue and one look. Only of products that
 * are gone, only where nothing that is still here has a part in it, only by names that the catalogue gives whole.
 */
export const planLeftovers = (scene: LeftoverScene): LeftoverPlan => {
  const living = livingIn(scene);
  const rows = leftoverRows(scene).filter((owned) => isWanted(scene, owned));
  const windows = planWindows(scene, living);
  const files = planFiles(scene, living, windows.holdOf);
  const groups = groupItems(living, rows);
  const items = [...windows.items, ...files.items, ...groups.items];
  const isStaying = (item: LeftoverItem): boolean => scene.stays.has(whatOf(item));
  const told = rows.flatMap((owned) => reportedOnly(owned, ownerStays(owned, living)));
  return {
    items: items
      .filter((item) => !isStaying(item))
      .toSorted((a, b) => leftoverKinds.indexOf(a.kind) - leftoverKinds.indexOf(b.kind)),
    left: [
      ...windows.left,
      ...files.left,
      ...groups.left,
      ...items.filter(isStaying).map((item) => stayingItem(item, scene.stays.get(whatOf(item)))),
      ...told,
    ],
  };
};

/** What a closer look said has to stay, and is no part of anything else. */
const stayingItem = (item: LeftoverItem, stay: Stay | undefined): LeftBehind => ({
  what: whatOf(item),
  ...(item.productId === undefined ? {} : { productId: item.productId }),
  why: stay?.why ?? 'could-not-look',
  ...detailPart(stay?.detail),
});

/** The same, as if these products had gone already: where something of them may be left. */
export const foreseeLeftovers = (
  scene: Omit<LeftoverScene, 'stays'>,
  productIds: readonly string[],
): readonly LeftoverItem[] => {
  const gone = (detection: Detection): Detection =>
    productIds.includes(detection.productId) ? { ...detection, status: 'leftovers' } : detection;
  const findings: Findings = { ...scene.findings, detections: scene.findings.detections.map(gone) };
  return planLeftovers({ ...scene, findings, stays: new Map() }).items;
};

/**
 * Groups that a product made under names of its own. Nobody may be in them, which is looked at right before. The last
 * one goes first, so that putting them back one by one gives the order of the file again.
 */
const groupItems = (
  living: Living,
  rows: readonly Owned[],
): { readonly items: readonly LeftoverItem[]; readonly left: readonly LeftBehind[] } => {
  const items: LeftoverItem[] = [];
  const left: LeftBehind[] = [];
  for (const owned of rows) {
    const { table, row, reason } = owned.evidence;
    const name = row['name'];
    const gid = row['id'];
    if (table !== 'accounts' || typeof name !== 'string') continue;
    const byOwner = ownerStays(owned, living);
    const isPlain = row['kind'] === 'group' && typeof gid === 'string' && /^[a-z_][a-z0-9_-]*$/.test(name);
    if (byOwner !== undefined) left.push(leftOf(owned, byOwner));
    else if (!isPlain) left.push(leftOf(owned, 'account-in-use'));
    else if (reason !== 'account-name') left.push(leftOf(owned, 'unproven'));
    else items.unshift({ id: leftoverId('group', name), ...productPart(owned), kind: 'group', name, gid });
  }
  return { items, left };
};

/** What is told and never touched: what an administrator set up, and what only its own tool takes away. */
const reportedReasons: { readonly [T in TableName]?: LeftReason } = {
  // Written by whoever wanted packages from there; other lines may stand in the same file.
  packageSources: 'package-source',
  // Taken out of a trust store by the store's own tool, or it comes back with the next update of the store.
  certificates: 'certificate',
  packages: 'reported',
  receipts: 'reported',
  profiles: 'reported',
  launchItems: 'reported',
  scheduledTasks: 'reported',
  startup: 'reported',
  browserPolicies: 'reported',
  networkBindings: 'reported',
  securityCentre: 'reported',
};

const reportedOnly = (owned: Owned, byOwner: LeftReason | undefined): readonly LeftBehind[] => {
  const why = reportedReasons[owned.evidence.table];
  return why === undefined ? [] : [leftOf(owned, byOwner ?? why)];
};

const leftOf = (owned: Owned, why: LeftReason): LeftBehind => ({
  what: rowLabel(owned.evidence.row),
  ...productPart(owned),
  why,
});

const productPart = ({ product }: Owned): { productId?: string } =>
  product === undefined ? {} : { productId: product.id };

const detailPart = (detail: string | undefined): { detail?: string } =>
  detail === undefined ? {} : { detail };
