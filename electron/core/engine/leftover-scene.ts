import type { Catalogue } from '../catalogue/index.ts';
import { productById } from '../catalogue/index.ts';
import { ownPlaceOf } from '../catalogue/own-places.ts';
import type { LeftoverConsent } from '../model/consent.ts';
import type { Detection } from '../model/detection.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LeftReason } from '../model/leftover.ts';
import type { Product } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { TableName } from '../model/tables.ts';
import { claimsOf } from './claims.ts';
import type { Findings } from './detect.ts';

/** Why one part stays. */
export interface Stay {
  readonly why: LeftReason;
  readonly detail?: string;
}

/** Everything that decides what may be set aside. */
export interface LeftoverScene {
  readonly catalogue: Catalogue;
  /** A look from after the removal. */
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  /** Undefined: of every product that is gone, and what no product claims. */
  readonly productIds?: readonly string[] | undefined;
  /** Hazards that the person has answered for. */
  readonly accepted: readonly string[];
  /** What the person was shown; undefined: they agreed to all of it. */
  readonly consent?: LeftoverConsent | undefined;
  /** This tool's own folders and files. */
  readonly own: readonly string[];
  /** Parts that a closer look said have to stay, by path. */
  readonly stays: ReadonlyMap<string, Stay>;
}

/**
 * Hazards that count as answered for when leftovers are looked through. Whoever was shown a list agreed to that list; what
 * they accepted for the removal is no word about people's own files in it.
 */
export const acceptedForLeftovers = (
  consent: LeftoverConsent | undefined,
  accepted: readonly string[],
): readonly string[] => (consent === undefined ? accepted : []);

/** A leftover row and whose it is. */
export interface Owned {
  readonly evidence: Evidence;
  /** Undefined: surely the vendor's, and of no product that is known. */
  readonly product: Product | undefined;
  readonly detection: Detection | undefined;
}

/** What is still here of the vendor, so that nothing of it is taken. */
export interface Living {
  readonly detections: readonly Detection[];
  /** Whether this row of a table is one of a product that is still here. */
  readonly claims: (table: TableName, row: Evidence['row']) => boolean;
  /** The first folders below the vendor's in which something lives, as they are spelt, with a closing slash. */
  readonly folders: ReadonlySet<string>;
  /** A product is here and nobody knows which one, so any place of the vendor may be its own. */
  readonly mayBeAnywhere: boolean;
}

const isLiving = (detection: Detection): boolean => detection.status !== 'leftovers';

/** Another vendor's product with the engine, or in its place, has folders of its own. */
export const isOfVendor = ({ status }: Detection): boolean => status !== 'oem' && status !== 'successor';

export const livingIn = ({ catalogue, snapshot, findings }: LeftoverScene): Living => {
  const detections = findings.detections.filter(isLiving);
  const ids = new Set(detections.map(({ productId }) => productId));
  const products = catalogue.products.filter(({ id }) => ids.has(id));
  const families = catalogue.shared.filter((family) => family.members.some((id) => ids.has(id)));
  const claimed = new Set<string>();
  for (const claims of claimsOf([...products, ...families], snapshot).values())
    for (const { table, row, signature } of claims)
      if (signature.reason !== 'vendor-folder') claimed.add(JSON.stringify([table, row]));
  return {
    detections,
    claims: (table, row) => claimed.has(JSON.stringify([table, row])),
    folders: new Set(
      detections.flatMap(({ evidence }) =>
        evidence.flatMap(({ row }) => pathsIn(row).flatMap((path) => firstFolder(catalogue, snapshot, path))),
      ),
    ),
    mayBeAnywhere: products.some(({ fallback }) => fallback === true),
  };
};

const pathsIn = (row: Evidence['row']): readonly string[] =>
  ['path', 'program', 'installLocation', 'command', 'uninstallCommand'].flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== '' ? [value.replace(/^"/, '')] : [];
  });

/** `/opt/kaspersky/kesl/` for anything in it: products of the vendor have each a folder below the shared one. */
export const firstFolder = (
  catalogue: Catalogue,
  { host }: Pick<Snapshot, 'host'>,
  path: string,
): readonly string[] => {
  const place = ownPlaceOf(catalogue, host.os, path);
  if (place === undefined) return [];
  const below = path.slice(place.root.length + 1).split(/[\\/]/)[0] ?? '';
  const folder = below === '' ? place.root : `${place.root}/${below}`;
  return [`${host.os === 'windows' ? folder.toLowerCase() : folder}/`];
};

/** Every leftover row, with its owner, in the order of the findings. */
export const leftoverRows = ({ catalogue, findings }: LeftoverScene): readonly Owned[] => [
  ...findings.detections.flatMap((detection): Owned[] =>
    isLiving(detection)
      ? []
      : detection.evidence.map((evidence) => ({
          evidence,
          product: productById(detection.productId, catalogue),
          detection,
        })),
  ),
  ...findings.unattributed.map((evidence) => ({ evidence, product: undefined, detection: undefined })),
];

/** Whether the person asked for it: for everything, or for this product. */
export const isWanted = ({ productIds }: LeftoverScene, { product }: Owned): boolean =>
  productIds === undefined || (product !== undefined && productIds.includes(product.id));

/** Why nothing of this owner is taken, before any single row is looked at. */
export const ownerStays = (owned: Owned, living: Living): LeftReason | undefined => {
  if (living.mayBeAnywhere) return 'in-use';
  if (owned.product === undefined) return living.detections.some(isOfVendor) ? 'in-use' : undefined;
  switch (owned.product.role) {
    case 'removable':
      return undefined;
    case 'report-only':
      return 'server-data';
    case 'vendor-tool':
    case 'successor':
    case 'oem':
      return 'reported';
  }
};
