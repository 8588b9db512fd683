import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import type { FoundKey } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { RegistryKey, RegistryValue } from './registry/registry.ts';
import { textOf, textsOf, textValue, valueNamed } from './registry/values.ts';

/** Every device class of Windows: keyboards and mice, volumes and disks, network cards and all the others. */
export const deviceClassesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class';

/** Drivers that Windows puts above and below every device of a class. One whose driver is gone stops those devices. */
export const classFiltersProbe = (machine: WindowsMachine): Probe<'classFilters'> => ({
  table: 'classFilters',
  read: async () => {
    const reader = keyReader(machine.registry);
    const classes = await reader.below(deviceClassesKey, { required: true });
    const { rows, gaps } = joined([{ rows: [], gaps: reader.gaps }, ...classes.map(parseClass)]);
    return readingOf(rows, gaps);
  },
});

type Which = 'upper' | 'lower';

export const filterValueName = (which: Which): string =>
  which === 'upper' ? 'UpperFilters' : 'LowerFilters';

/** One list of a class as it is stored; its entries are undefined when it is no list of names. */
export const filtersIn = (
  key: RegistryKey,
  which: Which,
): { readonly value: RegistryValue; readonly entries: readonly string[] | undefined } | undefined => {
  const value = valueNamed(key, filterValueName(which));
  return value === undefined ? undefined : { value, entries: entriesOf(value) };
};

/** The filters of one class, which goes by its name, or by its GUID where it has none. */
export const parseClass = ({
  name,
  path,
  key,
}: FoundKey): Part<Row<'classFilters'>> & { readonly className: string } => {
  const className = textValue(key, 'Class') ?? name;
  const rows: Row<'classFilters'>[] = [];
  const gaps: Gap[] = [];
  for (const which of ['upper', 'lower'] as const) {
    const found = filtersIn(key, which);
    if (found === undefined) continue;
    const { entries } = found;
    if (entries === undefined)
      gaps.push({ source: path, kind: 'failed', why: `its ${which} filters are not a list of names` });
    else if (entries.length > 0) rows.push({ class: className, which, entries: [...entries] });
  }
  return { className, rows, gaps };
};

/** Some installers store a single name as a plain text. */
const entriesOf = (value: RegistryValue): readonly string[] | undefined => {
  const single = textOf(value);
  const entries = single === undefined ? textsOf(value) : [single];
  return entries?.filter((entry) => entry !== '');
};
