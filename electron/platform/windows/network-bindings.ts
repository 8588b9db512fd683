import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { deviceClassesKey } from './class-filters.ts';
import type { WindowsMachine } from './machine.ts';
import type { FoundKey, KeyReader } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { RegistryKey } from './registry/registry.ts';
import { textsOf, textValue, valueNamed } from './registry/values.ts';

/** Device classes of the network as devguid.h names them: adapters, and what can be bound to them. */
const adapterClass = '{4D36E972-E325-11CE-BFC1-08002BE10318}';
const componentClasses = [
  '{4D36E973-E325-11CE-BFC1-08002BE10318}', // clients
  '{4D36E974-E325-11CE-BFC1-08002BE10318}', // services, filters among them
  '{4D36E975-E325-11CE-BFC1-08002BE10318}', // protocols
];

export const networkKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network';
const adaptersKey = `${deviceClassesKey}\\${adapterClass}`;

/** Something that can be bound to an adapter, by the GUID of its installation. */
export interface Component {
  readonly instance: string;
  /** As its INF file calls it: `kl_klim6`, `ms_tcpip`. */
  readonly id: string;
}

export interface Adapter {
  /** The name that a person sees, else what its driver is called. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** `kltap`, `pci\ven_8086&dev_15b8`; without the `root\` of devices that are none. */
  readonly id: string | undefined;
  /** GUIDs of filters, in the order in which they are stored. */
  readonly filters: readonly string[];
  /** Services of protocols. */
  readonly protocols: readonly string[];
}

/** What sits on the network adapters, a row for each adapter and component; what is bound to none, alone. */
export const networkBindingsProbe = (machine: WindowsMachine): Probe<'networkBindings'> => ({
  table: 'networkBindings',
  read: async () => {
    const reader = keyReader(machine.registry);
    const [components, adapters] = await Promise.all([componentsIn(reader), adaptersIn(reader)]);
    return readingOf(bindings(components, adapters), reader.gaps);
  },
});

export const bindings = (
  components: readonly Component[],
  adapters: readonly Adapter[],
): readonly Row<'networkBindings'>[] => {
  const ids = new Map(components.map(({ instance, id }) => [instance.toLowerCase(), id]));
  const bound = new Set(adapters.flatMap(({ filters }) => filters.map((filter) => filter.toLowerCase())));
  return [
    ...adapters.flatMap(({ name, description, id, filters, protocols }) => {
      const adapter = name ?? description;
      const on = [...filters.map((filter) => ids.get(filter.toLowerCase()) ?? filter), ...protocols];
      return [
        ...(id === undefined ? [] : [rowOf(description ?? name, id)]),
        ...on.map((component) => rowOf(adapter, component)),
      ];
    }),
    ...components
      .filter(({ instance }) => !bound.has(instance.toLowerCase()))
      .map(({ id }) => ({ component: id })),
  ];
};

const rowOf = (adapter: string | undefined, component: string): Row<'networkBindings'> =>
  adapter === undefined ? { component } : { adapter, component };

const isGuid = (name: string): boolean => /^\{[0-9a-f-]{36}\}$/i.test(name);

const componentsIn = async (reader: KeyReader): Promise<readonly Component[]> => {
  const classes = (await reader.required(networkKey))?.subkeys ?? [];
  const found = await Promise.all(
    classes
      .filter((name) => componentClasses.includes(name.toUpperCase()))
      .map((name) => reader.below(`${networkKey}\\${name}`, { wanted: isGuid })),
  );
  return found.flat().flatMap(({ name, key }) => {
    const id = textValue(key, 'ComponentId');
    return id === undefined || id === '' ? [] : [{ instance: name, id }];
  });
};

/** Numbered keys only: beside them lies one that Windows shows to nobody (`Properties`). */
const adaptersIn = async (reader: KeyReader): Promise<readonly Adapter[]> => {
  const found = await reader.below(adaptersKey, {
    required: true,
    wanted: (name) => /^\d{4}$/.test(name),
  });
  return Promise.all(found.map((adapter) => adapterIn(reader, adapter)));
};

const adapterIn = async (reader: KeyReader, { path, key }: FoundKey): Promise<Adapter> => {
  const instance = textValue(key, 'NetCfgInstanceId');
  const [connection, linkage] = await Promise.all([
    instance === undefined || !isGuid(instance)
      ? undefined
      : reader.optional(`${networkKey}\\${adapterClass}\\${instance}\\Connection`),
    key.subkeys.some((name) => name.toLowerCase() === 'linkage')
      ? reader.optional(`${path}\\Linkage`)
      : undefined,
  ]);
  return parseAdapter(key, connection, linkage);
};

export const parseAdapter = (
  key: RegistryKey,
  connection: RegistryKey | undefined,
  linkage: RegistryKey | undefined,
): Adapter => ({
  name: connection === undefined ? undefined : said(connection, 'Name'),
  description: said(key, 'DriverDesc'),
  id: said(key, 'ComponentId')?.replace(/^root\\/i, ''),
  filters: list(linkage, 'FilterList').map(filterOf),
  protocols: list(linkage, 'UpperBind'),
});

const said = (key: RegistryKey, name: string): string | undefined => {
  const text = textValue(key, name);
  return text === '' ? undefined : text;
};

const list = (key: RegistryKey | undefined, name: string): readonly string[] => {
  const value = key === undefined ? undefined : valueNamed(key, name);
  return (value === undefined ? undefined : textsOf(value))?.filter((text) => text !== '') ?? [];
};

/** `{adapter}-{filter}-0000`: the number tells filters apart that are bound more than once. Other texts stay whole. */
const filterOf = (entry: string): string =>
  /^\{[0-9a-f-]{36}\}-(\{[0-9a-f-]{36}\})-\d+$/i.exec(entry)?.[1] ?? entry;
