import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import { viewsOf, windowsFolders } from './folders.ts';
import type { WindowsMachine } from './machine.ts';
import { onceALook } from './one-look.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { keyReader } from './registry/keys.ts';
import { spelled } from './registry/spelling.ts';
import type { Registry, RegistryValue, RegistryView } from './registry/registry.ts';
import { numberOf, textOf, textsOf, valueNamed } from './registry/values.ts';

/** Rows of the table, which settings are made of too. */
export type RegistryRow = Row<'registry'>;

/** The vendor's own keys, right below a Software key. */
const vendorNames = ['KasperskyLab', 'Kaspersky Lab'];

/** What stands in one kind of key below the vendor's. `*` is any one key. */
interface Place {
  readonly below: readonly string[];
  /** Nothing else of a key is copied: there are passwords, licences and people's data among it. */
  readonly values: readonly string[];
}

const identity = [
  'ProductName',
  'ProdDisplayName',
  'ProductCode',
  'ProductRoot',
  'ProductVersion',
  'ProductHotfix',
  'DataFolder',
];
const agentState = [
  'Protection_AdmServer',
  'Protection_AvInstalled',
  'Protection_BasesDate',
  'Protection_LastConnected',
];

const place = (below: string, ...values: readonly string[]): Place => ({
  below: below.split('\\').filter((part) => part !== ''),
  values,
});
/** Newer products keep some keys below `protected`. */
const ofProduct = (below: string, ...values: readonly string[]): readonly Place[] => [
  place(`*${below}`, ...values),
  place(`protected\\*${below}`, ...values),
];

/**
 * Sources: public tools that read the layout of home products, Tenable's detection keys, scripts that read the agent's
 * state, a public dump of 21.1. `OPEP` is empty while no password is set.
 */
const places: readonly Place[] = [
  place(''),
  ...ofProduct(''),
  ...ofProduct('\\environment', ...identity),
  ...ofProduct('\\Settings', 'EnableSelfProtection'),
  ...ofProduct('\\Settings\\PasswordProtectionSettings', 'OPEP'),
  ...ofProduct('\\Data\\WSC', 'LocalizedProductName'),
  place('WmiHlp', 'IsReportedExpired'),
  place('Components\\34\\1103\\1.0.0.0\\Statistics\\AVState', ...agentState),
  place('Components\\27\\1103\\1.0.0.0\\Installer', 'KLMOVE_EXE'),
  place('WSEE\\*\\Install'),
  place('InstalledProducts\\*', 'Name', 'Folder', 'Version'),
];

/** Values of which only is told whether there is anything in them. */
const secrets: ReadonlySet<string> = new Set(['opep']);

/** Stands for a secret that is set. */
const isSet = 'set';

/** Far more than all products together make in these places; anybody can make more in his own part. */
const mostKeys = 2_000;

/** The vendor's keys below a Software key: a row a value that is told, and one a key with none in it and below it. */
export const readVendorKeys = async (
  registry: Registry,
  software: string,
  view: RegistryView,
): Promise<Part<RegistryRow>> => {
  const reader = keyReader(registry);
  const rows: RegistryRow[] = [];
  const tooMany: Gap[] = [];
  let left = mostKeys;

  /** A key that the one above lists is there, whether it can be read or not. */
  const visit = async (path: string, open: readonly Place[], isListed: boolean): Promise<void> => {
    left -= 1;
    if (left < 0) {
      if (tooMany.length === 0)
        tooMany.push({
          source: spelled(path, view),
          kind: 'failed',
          why: `more than ${String(mostKeys)} keys`,
        });
      return;
    }
    const closed = reader.gaps.length;
    const key = await reader.optional(path, view);
    if (key === undefined && isListed && reader.gaps.length > closed)
      rows.push({ path: spelled(path, view) });
    if (key === undefined) return;
    const before = rows.length;
    const here = open.filter(({ below }) => below.length === 0);
    const told = here.flatMap(({ values }) => values.flatMap((name) => valueNamed(key, name) ?? []));
    const spelledPath = spelled(path, view);
    rows.push(...told.map((value) => ({ path: spelledPath, value: value.name, data: dataOf(value) })));
    for (const name of key.subkeys) {
      const deeper = open.flatMap((each) => stepInto(each, name));
      if (deeper.length > 0) await visit(`${path}\\${name}`, deeper, true);
    }
    // Whatever stands in it or below it shows the key as well.
    if (here.length > 0 && rows.length === before) rows.push({ path: spelledPath });
  };
  for (const name of vendorNames) await visit(`${software}\\${name}`, places, false);
  return { rows, gaps: [...reader.gaps, ...tooMany] };
};

const stepInto = ({ below: [first, ...rest], values }: Place, name: string): readonly Place[] =>
  first !== undefined && (first === '*' || first.toLowerCase() === name.toLowerCase())
    ? [{ below: rest, values }]
    : [];

const dataOf = (value: RegistryValue): RegistryRow['data'] => {
  if (secrets.has(value.name.toLowerCase())) return isEmpty(value) ? '' : isSet;
  const list = textsOf(value);
  return textOf(value) ?? (list === undefined ? numberOf(value)?.toString() : [...list]);
};

const isEmpty = (value: RegistryValue): boolean => textOf(value) === '' || value.data.length === 0;

/** Of the machine, both views. Two tables are made of it. */
export const machineVendorKeys: (machine: WindowsMachine) => Promise<Part<RegistryRow>> = onceALook(
  async ({ registry }) => {
    const views = viewsOf(await windowsFolders(registry));
    return joined(await Promise.all(views.map((view) => readVendorKeys(registry, 'HKLM\\SOFTWARE', view))));
  },
);
