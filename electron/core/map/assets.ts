import type { Computer } from '../model/map.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Concluded } from './computer.ts';
import { sameLabel } from './computers.ts';
import { cellsOf, separatorOf } from './table-text.ts';

/** A computer that somebody says there is. */
export interface Asset {
  readonly assetTag?: string;
  readonly name?: string;
  /** In a list of one column nobody says whether it is a tag or a name. */
  readonly either?: string;
  readonly site?: string;
}

/** Headings by which a column is known, in lower case, letters and digits only: English, German, French, Spanish. */
const words = {
  assetTag:
    'assettag asset tag assetid assetnumber assetno inventory inventorynumber inventarnummer inventarnr anlagennummer numérodinventaire inventaire etiqueta inventario númerodeinventario',
  name: 'name computer computername host hostname device devicename machine pc dnshostname rechner rechnername gerät gerätename nom ordinateur poste nombre equipo ordenador',
  site: 'site location office building branch standort ort lieu sitio sede ubicación',
} as const;
type ColumnKind = keyof typeof words;

const kindOf: ReadonlyMap<string, ColumnKind> = new Map(
  (['assetTag', 'name', 'site'] as const).flatMap((kind) =>
    words[kind].split(' ').map((word) => [word, kind] as const),
  ),
);

const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const columnOf = (heading: string): ColumnKind | undefined => kindOf.get(plain(heading));

/**
 * Reads a list of assets: one name a line, or a table with a heading and any of four separators.
 * Problems: `bad-assets` {path, columns} where no column says which computer it is, `no-assets` {path}.
 */
export const parseAssets = (text: string, path: string): Result<readonly Asset[]> => {
  const [first, ...rest] = cellsOf(text, separatorOf(text));
  if (first === undefined) return fail('no-assets', { path });
  const columns = first.map(columnOf);
  const headed = columns.includes('assetTag') || columns.includes('name');
  if (!headed && first.length > 1) return fail('bad-assets', { path, columns: first.join(', ') });
  const assets = headed
    ? rest.map((row) => assetOf(row, columns))
    : [first, ...rest].flatMap(([either = '']) => ({ either }));
  const named = assets.filter(
    ({ assetTag, name, either }: Asset) => (assetTag ?? name ?? either) !== undefined,
  );
  return named.length === 0 ? fail('no-assets', { path }) : ok(unique(named));
};

const assetOf = (row: readonly string[], columns: readonly (ColumnKind | undefined)[]): Asset => {
  const asset: { -readonly [Key in keyof Asset]: Asset[Key] } = {};
  columns.forEach((column, at) => {
    const cell = row[at];
    if (column !== undefined && cell !== undefined && cell !== '') asset[column] ??= cell;
  });
  return asset;
};

const unique = (assets: readonly Asset[]): readonly Asset[] => {
  const keyOf = ({ assetTag, name, either }: Asset): string =>
    JSON.stringify([assetTag, name, either].map((each) => (each === undefined ? '' : sameLabel(each))));
  const first = new Map<string, Asset>();
  for (const asset of assets) if (!first.has(keyOf(asset))) first.set(keyOf(asset), asset);
  return [...first.values()];
};

/**
 * Holds what was seen against the list. By tag first, then by name where the tags do not contradict. What nobody
 * reported is added as missing; what nobody listed is marked. A site in the list goes before the folder of the report.
 */
export const matchAssets = (
  seen: readonly Concluded[],
  assets: readonly Asset[] | undefined,
): readonly Concluded[] => {
  if (assets === undefined) return seen;
  const byTag = indexOf(seen, ({ tags }) => tags);
  const byName = indexOf(seen, ({ names }) => names);
  const siteOf = new Map<Concluded, string | undefined>();
  const missing: Concluded[] = [];
  for (const asset of assets) {
    const found = foundFor(asset, byTag, byName);
    for (const one of found) siteOf.set(one, siteOf.get(one) ?? asset.site);
    if (found.length === 0) missing.push(missingOne(asset));
  }
  const matched = seen.map((one): Concluded => {
    if (!siteOf.has(one))
      return { ...one, computer: { ...one.computer, marks: [...one.computer.marks, 'unlisted'] } };
    const site = siteOf.get(one) ?? one.computer.site;
    return { ...one, listed: true, computer: { ...one.computer, site } };
  });
  return [...matched, ...missing];
};

type Index = ReadonlyMap<string, readonly Concluded[]>;

const indexOf = (seen: readonly Concluded[], labelsOf: (one: Concluded) => readonly string[]): Index => {
  const index = new Map<string, Concluded[]>();
  for (const one of seen)
    for (const label of labelsOf(one)) {
      const sofar = index.get(label);
      if (sofar === undefined) index.set(label, [one]);
      else sofar.push(one);
    }
  return index;
};

const foundFor = ({ assetTag, name, either }: Asset, byTag: Index, byName: Index): readonly Concluded[] => {
  if (either !== undefined) {
    const label = sameLabel(either);
    return byTag.get(label) ?? byName.get(label) ?? [];
  }
  const tag = assetTag === undefined ? undefined : sameLabel(assetTag);
  const tagged = tag === undefined ? [] : (byTag.get(tag) ?? []);
  if (tagged.length > 0 || name === undefined) return tagged;
  const named = byName.get(sameLabel(name)) ?? [];
  return tag === undefined ? named : named.filter(({ tags }) => tags.length === 0);
};

const missingOne = ({ assetTag, name, either, site }: Asset): Concluded => {
  const computer: Computer = {
    label: assetTag ?? name ?? either ?? '',
    ...(assetTag === undefined ? {} : { assetTag }),
    ...(name === undefined ? {} : { name }),
    site: site ?? '',
    state: 'missing',
    coverage: 'missing',
    reports: 0,
    products: [],
    marks: [],
  };
  return { computer, names: [], tags: [], listed: true };
};
