import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import type { RegistryRow } from './vendor-keys.ts';
import { machineVendorKeys } from './vendor-keys.ts';

type Setting = Row<'settings'>;

/**
 * What products say of themselves in the registry: whether they protect themselves, ask for a password, and who manages
 * them. Nothing else of what they set is published; a setting that is not told says nothing.
 */
export const settingsProbe = (machine: WindowsMachine): Probe<'settings'> => ({
  table: 'settings',
  read: async () => {
    const { rows, gaps } = await machineVendorKeys(machine);
    return okReading(settingsIn(rows), gaps);
  },
});

/** Settings in rows of the vendor's keys; `product` is the name that the product gives itself beside them. */
export const settingsIn = (rows: readonly RegistryRow[]): readonly Setting[] =>
  rows.flatMap((row) => {
    const data = typeof row.data === 'string' ? row.data.trim() : '';
    const product = nameBeside(rows, row.path ?? '');
    switch (row.value?.toLowerCase() ?? '') {
      case 'opep':
        return [{ product, name: 'password-protection', value: data === '' ? 'off' : 'on' }];
      case 'enableselfprotection':
        return /^\d+$/.test(data)
          ? [{ product, name: 'self-protection', value: Number(data) === 0 ? 'off' : 'on' }]
          : [];
      case 'protection_admserver':
        return data === '' ? [] : [{ name: 'management-server', value: data }];
      default:
        return [];
    }
  });

/** `…\AVP21.3\Settings…` -> the name in `…\AVP21.3\environment`. */
const nameBeside = (rows: readonly RegistryRow[], path: string): string | undefined => {
  const environment = path.toLowerCase().replace(/\\settings(?:\\.*)?$/, '\\environment');
  const name = rows.find(
    (row) => row.path?.toLowerCase() === environment && row.value?.toLowerCase() === 'productname',
  )?.data;
  return typeof name === 'string' && name !== '' ? name : undefined;
};
