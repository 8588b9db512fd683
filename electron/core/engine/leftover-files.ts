import { ownPlaceOf } from '../catalogue/own-places.ts';
import { comparablePath, isAtOrBelow } from '../catalogue/paths.ts';
import { personalHazardOf } from '../catalogue/personal-data.ts';
import { protectionOf } from '../catalogue/protected.ts';
import type { OperatingSystem } from '../model/host.ts';
import type { LeftBehind, LeftoverItem } from '../model/leftover.ts';
import { leftoverId } from '../model/leftover.ts';
import type { Row } from '../model/tables.ts';
import type { Living, LeftoverScene, Owned, Stay } from './leftover-scene.ts';
import { firstFolder, isOfVendor, isWanted, leftoverRows, ownerStays } from './leftover-scene.ts';
import { isUnproven } from './leftover-units.ts';

/** What is decided of one path. */
type Fate =
  | { readonly kind: 'goes'; readonly root: string }
  /** A folder that products share: it goes when nothing is in it any more. */
  | { readonly kind: 'shared' }
  /** `isTold`: it was asked for, so the report says why it stays. */
  | ({ readonly kind: 'stays'; readonly isTold: boolean } & Stay);

interface Place {
  /** As the computer spells it. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly productId: string | undefined;
  readonly fate: Fate;
}

/** Holds back the file of a driver that something still names. */
export type DriverHold = (path: string) => { readonly stay?: Stay; readonly after: readonly string[] };

/** Files and folders that go whole, each as high up as nothing that has to stay lies below. */
export const planFiles = (
  scene: LeftoverScene,
  living: Living,
  holdOf: DriverHold,
): { readonly items: readonly LeftoverItem[]; readonly left: readonly LeftBehind[] } => {
  const { os } = scene.snapshot.host;
  const places = placesIn(scene, living, holdOf);
  const blocked = foldersWithSomethingElse(scene, places);
  const items: LeftoverItem[] = [];
  const taken = new Set<string>();
  for (const [key, place] of places) {
    const { fate, path, productId } = place;
    if (fate.kind !== 'goes' || blocked.has(key) || foldersAbove(key).some((above) => taken.has(above)))
      continue;
    taken.add(key);
    const { after } = holdOf(path);
    items.push({
      id: leftoverId('files', path),
      ...(productId === undefined ? {} : { productId }),
      kind: 'files',
      path,
      root: fate.root,
      ...(after.length === 0 ? {} : { after: [...after] }),
    });
  }
  const alone = scene.productIds === undefined && !living.detections.some(isOfVendor);
  const shared = [...places].filter(
    ([key, { fate, isFolder }]) => fate.kind === 'shared' && isFolder && !blocked.has(key),
  );
  for (const [, { path }] of alone ? shared.toReversed() : [])
    items.push({ id: leftoverId('empty-folder', path), kind: 'empty-folder', path });
  return { items, left: stayingIn(os, places) };
};

/** Paths that are the same on the computer are the same here. */
const keyOf = (os: OperatingSystem, path: string): string => (os === 'windows' ? comparablePath(path) : path);

const foldersAbove = (key: string): readonly string[] => {
  const above: string[] = [];
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
    above.push(key.slice(0, end));
  return above;
};

/** Every leftover path with what is decided of it, folders before what is in them. */
const placesIn = (scene: LeftoverScene, living: Living, holdOf: DriverHold): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  const holds = { holdOf, stayOf: staysIn(scene) };
  for (const owned of leftoverRows(scene)) {
    const row: Row<'files'> = owned.evidence.table === 'files' ? owned.evidence.row : {};
    if (row.path === undefined) continue;
    places.set(keyOf(scene.snapshot.host.os, row.path), {
      path: row.path,
      isFolder: row.kind === 'folder',
      productId: owned.product?.id,
      fate: fateOf(scene, living, owned, row.path, holds),
    });
  }
  return new Map([...places].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** What may hold a path back. */
interface Holds {
  readonly holdOf: DriverHold;
  readonly stayOf: (path: string) => Stay | undefined;
}

const stays = (why: Stay['why'], detail?: string): Fate => ({
  kind: 'stays',
  isTold: true,
  why,
  ...(detail === undefined ? {} : { detail }),
});

const fateOf = (
  scene: LeftoverScene,
  living: Living,
  owned: Owned,
  path: string,
  { holdOf, stayOf }: Holds,
): Fate => {
  const { os } = scene.snapshot.host;
  if (!isWanted(scene, owned)) return { kind: 'stays', isTold: false, why: 'reported' };
  const reason = ownerStays(owned, living);
  if (reason !== undefined) return stays(reason);
  const known = stayOf(path);
  if (known !== undefined) return { kind: 'stays', isTold: true, ...known };
  if (isUsed(scene, living, owned, path)) return stays('in-use');
  if (protectionOf(os, path, scene.own) !== undefined) return stays('protected');
  const hazard = personalHazardOf(os, path);
  if (hazard !== undefined && !scene.accepted.includes(hazard)) return stays('personal-data', hazard);
  const { stay } = holdOf(path);
  if (stay !== undefined) return { kind: 'stays', isTold: true, ...stay };
  const place = ownPlaceOf(scene.catalogue, os, path);
  if (place !== undefined) return place.isShared ? { kind: 'shared' } : { kind: 'goes', root: place.root };
  const exact = exactPlace(os, owned, path);
  if (exact === undefined || isUnproven(scene, owned, path)) return stays('unproven');
  return { kind: 'goes', root: exact };
};

/** A folder that has to stay keeps what is in it. */
const staysIn = ({ stays: known, snapshot }: LeftoverScene): ((path: string) => Stay | undefined) => {
  const { os } = snapshot.host;
  const byKey = new Map([...known].map(([path, stay]) => [keyOf(os, path), stay]));
  return (path) => {
    if (byKey.size === 0) return undefined;
    const key = keyOf(os, path);
    const above = [key, ...foldersAbove(key)].find((each) => byKey.has(each));
    return above === undefined ? undefined : byKey.get(above);
  };
};

const isUsed = (scene: LeftoverScene, living: Living, { evidence }: Owned, path: string): boolean =>
  living.claims('files', evidence.row) ||
  firstFolder(scene.catalogue, scene.snapshot, path).some((folder) => living.folders.has(folder));

/** The name in the catalogue that this path is, or lies below: `~` stands for every home. */
const exactPlace = (os: OperatingSystem, { product }: Owned, path: string): string | undefined => {
  const plain = os === 'macos' ? path.replace(/^\/Users\/[^/]+(?=\/)/, '~') : path;
  return product?.residue.find((place) =>
    os === 'windows'
      ? !place.startsWith('HK') && isAtOrBelow(path, place)
      : plain === place || plain.startsWith(`${place}/`),
  );
};

/** Folders in which something stays, or lies that is no leftover at all: none of them goes whole. */
const foldersWithSomethingElse = (
  scene: LeftoverScene,
  places: ReadonlyMap<string, Place>,
): ReadonlySet<string> => {
  const { os } = scene.snapshot.host;
  const blocked = new Set<string>();
  const block = (key: string): void => {
    for (const above of foldersAbove(key)) {
      if (blocked.has(above)) return;
      blocked.add(above);
    }
  };
  for (const [key, { fate }] of places) if (fate.kind !== 'goes') block(key);
  for (const path of scene.stays.keys()) block(keyOf(os, path));
  const reading = scene.snapshot.readings.files;
  for (const { path } of reading?.kind === 'ok' ? reading.rows : [])
    if (path !== undefined && !places.has(keyOf(os, path))) block(keyOf(os, path));
  return blocked;
};

/** What stays and was asked for, named by the highest folder that stays for the same reason. */
const stayingIn = (os: OperatingSystem, places: ReadonlyMap<string, Place>): readonly LeftBehind[] =>
  [...places].flatMap(([key, { path, productId, fate }]) => {
    if (fate.kind !== 'stays' || !fate.isTold) return [];
    const above = places.get(keyOf(os, key.slice(0, key.lastIndexOf('/'))))?.fate;
    if (above?.kind === 'stays' && above.isTold && above.why === fate.why) return [];
    const { why, detail } = fate;
    return [
      {
        what: path,
        ...(productId === undefined ? {} : { productId }),
        why,
        ...(detail === undefined ? {} : { detail }),
      },
    ];
  });
