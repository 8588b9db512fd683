import { isProtectedKey, isSharedKey } from '../catalogue/protected.ts';
import { comparablePath } from '../catalogue/paths.ts';
import { driverKinds, filterEntry } from '../catalogue/windows-drivers.ts';
import type { LeftBehind, LeftoverItem, LeftoverOf } from '../model/leftover.ts';
import { leftoverId } from '../model/leftover.ts';
import type { Row } from '../model/tables.ts';
import type { DriverHold } from './leftover-files.ts';
import type { Living, LeftoverScene, Owned } from './leftover-scene.ts';
import { isOfVendor, isWanted, leftoverRows, ownerStays } from './leftover-scene.ts';
import { isLive } from './liveness.ts';

/**
 * What Windows keeps of a product that is gone: names in the lists of device filters, entries of services and drivers,
 * and keys of the registry. A device whose filter driver is gone does not start any more, keyboard and mouse among them.
 * So the lists of every device class have to be known before any driver is touched, an entry leaves the list before
 * its driver, and the driver's file goes last.
 */
export interface WindowsLeftovers {
  readonly items: readonly LeftoverItem[];
  readonly left: readonly LeftBehind[];
  readonly holdOf: DriverHold;
}

export const planWindows = (scene: LeftoverScene, living: Living): WindowsLeftovers => {
  const rows = leftoverRows(scene).filter((owned) => isWanted(scene, owned));
  const filters = filterItems(scene, living, rows);
  const services = serviceItems(scene, living, rows, filters);
  const keys = registryItems(living, rows);
  const shared = sharedKeys(scene, living, keys.items);
  return {
    items: [...filters.items, ...services.items, ...keys.items, ...shared],
    left: [...filters.left, ...services.left, ...keys.left],
    holdOf: driverHold(scene, filters, services),
  };
};

interface Part<Kind extends LeftoverItem['kind']> {
  readonly items: readonly LeftoverOf<Kind>[];
  readonly left: readonly LeftBehind[];
}

/** Any product may use a driver without a tag, also one of another vendor with the engine: then all of them stay. */
const driversStay = (living: Living): boolean => living.detections.length > 0;

const driverName = (text: string): string => text.toLowerCase().replace(/\.sys$/, '');

const isOurFilter = (entry: string): boolean => driverKinds.some((kind) => filterEntry(kind).test(entry));

/** Whether the filters of every device class could be read to the last one. */
const filtersKnown = ({ snapshot }: LeftoverScene): boolean => {
  const reading = snapshot.readings.classFilters;
  return reading?.kind === 'ok' && (reading.gaps ?? []).length === 0;
};

const filterItems = (scene: LeftoverScene, living: Living, rows: readonly Owned[]): Part<'class-filter'> => {
  const items: LeftoverOf<'class-filter'>[] = [];
  const left: LeftBehind[] = [];
  for (const owned of rows) {
    const row: Row<'classFilters'> = owned.evidence.table === 'classFilters' ? owned.evidence.row : {};
    const which = row.which === 'upper' || row.which === 'lower' ? row.which : undefined;
    if (row.class === undefined || which === undefined) continue;
    for (const entry of (row.entries ?? []).filter(isOurFilter)) {
      const what = `${row.class}, ${which}: ${entry}`;
      if (driversStay(living)) left.push({ what, why: 'in-use' });
      else if (!filtersKnown(scene)) left.push({ what, why: 'filters-unknown' });
      else
        items.push({
          id: leftoverId('class-filter', what),
          ...ownerPart(owned),
          kind: 'class-filter',
          class: row.class,
          which,
          entry,
        });
    }
  }
  return { items, left };
};

const serviceItems = (
  scene: LeftoverScene,
  living: Living,
  rows: readonly Owned[],
  filters: Part<'class-filter'>,
): Part<'service'> => {
  const items = new Map<string, LeftoverOf<'service'>>();
  const left = new Map<string, LeftBehind>();
  for (const owned of rows) {
    const { table, row } = owned.evidence;
    const { name } = row;
    if ((table !== 'services' && table !== 'kernelModules') || typeof name !== 'string') continue;
    const key = driverName(name);
    const listed = listsNaming(scene, key);
    const why =
      ownerStays(owned, living) ??
      // Something can still start it, so it is not what a product left behind.
      (driversStay(living) || isLive(table, row) ? ('in-use' as const) : undefined) ??
      (filtersKnown(scene) ? undefined : ('filters-unknown' as const)) ??
      (listed > filtersOf(filters, key).length ? ('filter-listed' as const) : undefined);
    if (why !== undefined) left.set(key, { what: name, ...ownerPart(owned), why });
    else
      items.set(key, {
        id: leftoverId('service', name),
        ...ownerPart(owned),
        ...afterPart(filtersOf(filters, key).map(({ id }) => id)),
        kind: 'service',
        name,
      });
  }
  for (const key of left.keys()) items.delete(key);
  return { items: [...items.values()], left: [...left.values()] };
};

const filtersOf = ({ items }: Part<'class-filter'>, key: string): readonly LeftoverOf<'class-filter'>[] =>
  items.filter(({ entry }) => driverName(entry) === key);

/** How many lists of device filters name this driver now. */
const listsNaming = ({ snapshot }: LeftoverScene, key: string): number => {
  const reading = snapshot.readings.classFilters;
  const rows = reading?.kind === 'ok' ? reading.rows : [];
  return rows.filter(({ entries }) => (entries ?? []).some((entry) => driverName(entry) === key)).length;
};

/** A driver's file goes after the lists and the entry that name it; one that is still named stays. */
const driverHold = (
  scene: LeftoverScene,
  filters: Part<'class-filter'>,
  services: Part<'service'>,
): DriverHold => {
  const named = new Set(
    (['services', 'kernelModules'] as const).flatMap((table) => {
      const reading = scene.snapshot.readings[table];
      return reading?.kind === 'ok' ? reading.rows.map(({ name }) => driverName(name ?? '')) : [];
    }),
  );
  return (path) => {
    const plain = comparablePath(path);
    if (!/^[a-z]:\/windows\/(?:system32|syswow64)\/drivers\//.test(plain)) return { after: [] };
    if (!filtersKnown(scene)) return { stay: { why: 'filters-unknown' }, after: [] };
    // A folder of drivers goes after all of them.
    const isOne = plain.endsWith('.sys');
    const key = driverName(plain.slice(plain.lastIndexOf('/') + 1));
    const entries = services.items.filter(({ name }) => !isOne || driverName(name) === key);
    if (
      isOne &&
      (listsNaming(scene, key) > filtersOf(filters, key).length || (named.has(key) && entries.length === 0))
    )
      return { stay: { why: 'filter-listed' }, after: [] };
    const lists = isOne ? filtersOf(filters, key) : filters.items;
    return { after: [...lists, ...entries].map(({ id }) => id) };
  };
};

/** Keys that the catalogue names whole, of products that are gone. */
const registryItems = (living: Living, rows: readonly Owned[]): Part<'registry-branch'> => {
  const items = new Map<string, LeftoverOf<'registry-branch'>>();
  const left: LeftBehind[] = [];
  for (const owned of rows) {
    const path = owned.evidence.table === 'registry' ? owned.evidence.row['path'] : undefined;
    if (typeof path !== 'string') continue;
    // What products share goes last of all, by itself.
    if (isSharedKey(path)) continue;
    const key = owned.product?.residue.find((place) => isKeyAtOrBelow(path, place));
    const why =
      ownerStays(owned, living) ??
      (key === undefined ? ('unproven' as const) : undefined) ??
      (isProtectedKey(key ?? '') ? ('protected' as const) : undefined) ??
      (living.detections.some(({ evidence }) =>
        evidence.some(
          ({ table, row }) => table === 'registry' && isKeyAtOrBelow(String(row['path']), key ?? ''),
        ),
      )
        ? ('in-use' as const)
        : undefined);
    if (why !== undefined) left.push({ what: path, ...ownerPart(owned), why });
    else if (key !== undefined)
      items.set(key, {
        id: leftoverId('registry-branch', key),
        ...ownerPart(owned),
        kind: 'registry-branch',
        key,
      });
  }
  return { items: [...items.values()], left };
};

/** Keys in which nothing will be left, the inner ones first. */
const sharedKeys = (
  scene: LeftoverScene,
  living: Living,
  going: Part<'registry-branch'>['items'],
): Part<'empty-key'>['items'] => {
  const reading = scene.snapshot.readings.registry;
  if (scene.productIds !== undefined || living.detections.some(isOfVendor) || reading?.kind !== 'ok')
    return [];
  const paths = reading.rows.map(({ path = '' }) => path.replace(/^HKEY_LOCAL_MACHINE(?=\\)/i, 'HKLM'));
  const shared = new Map(
    paths
      .flatMap(keysAtAndAbove)
      .filter(isSharedKey)
      .map((key) => [plainKey(key), key]),
  );
  const isGoing = (path: string): boolean =>
    isSharedKey(path) || going.some(({ key }) => isKeyAtOrBelow(path, key));
  return [...shared.values()]
    .filter((key) => paths.every((path) => !isKeyAtOrBelow(path, key) || isGoing(path)))
    .toSorted((a, b) => b.length - a.length)
    .map((key) => ({ id: leftoverId('empty-key', key), kind: 'empty-key', key }));
};

const keysAtAndAbove = (path: string): readonly string[] =>
  path.split('\\').map((_, at, names) => names.slice(0, at + 1).join('\\'));

const plainKey = (key: string): string => key.replace(/^HKEY_LOCAL_MACHINE(?=\\)/i, 'HKLM').toLowerCase();

const isKeyAtOrBelow = (key: string, top: string): boolean =>
  top.startsWith('HK') && (plainKey(key) === plainKey(top) || plainKey(key).startsWith(`${plainKey(top)}\\`));

const ownerPart = ({ product }: Owned): { productId?: string } =>
  product === undefined ? {} : { productId: product.id };

const afterPart = (after: readonly string[]): { after?: string[] } =>
  after.length === 0 ? {} : { after: [...after] };
