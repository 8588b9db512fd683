import { whyOf } from '../../shared/why.ts';
import { deviceClassesKey, filterValueName, filtersIn, parseClass } from '../class-filters.ts';
import type { RegistryValue } from '../registry/registry.ts';
import { closer, holdingKey } from './branch.ts';
import type { Hives } from './held-key.ts';

export type Which = 'upper' | 'lower';

/** One list of device filters as it is stored. */
export interface DeviceList {
  /** Name of the key of its class, a GUID. */
  readonly classKey: string;
  /** What its class goes by. */
  readonly className: string;
  readonly which: Which;
  readonly entries: readonly string[];
  readonly value: RegistryValue;
}

export type DeviceLists =
  | { readonly kind: 'ok'; readonly lists: readonly DeviceList[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Every upper and lower list of every device class. One that cannot be read makes the answer `failed`. */
export const readDeviceLists = (hives: Hives): DeviceLists => {
  try {
    const lists = holdingKey(hives.top(deviceClassesKey, 'look'), (classes) =>
      classes
        .content()
        .subkeys.flatMap((name) =>
          holdingKey(closer(classes.into(name, 'look')), (held) => listsOf(name, held.content().values)),
        ),
    );
    return { kind: 'ok', lists };
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) };
  }
};

const listsOf = (classKey: string, values: readonly RegistryValue[]): readonly DeviceList[] => {
  const key = { kind: 'ok' as const, subkeys: [], values };
  const { className, gaps } = parseClass({ name: classKey, path: classKey, key });
  const [gap] = gaps;
  if (gap !== undefined) throw new Error(`${gap.source}: ${gap.why}`);
  return (['upper', 'lower'] as const).flatMap((which) => {
    const found = filtersIn(key, which);
    return found?.entries === undefined
      ? []
      : [{ classKey, className, which, entries: found.entries, value: found.value }];
  });
};

/** Writes a list; one without entries goes, as Windows itself has none. `REG_MULTI_SZ` as Windows writes it. */
export const writeDeviceList = (
  hives: Hives,
  { classKey, which }: Pick<DeviceList, 'classKey' | 'which'>,
  list: readonly string[] | RegistryValue,
): void =>
  holdingKey(hives.top(deviceClassesKey, 'look'), (classes) =>
    holdingKey(closer(classes.into(classKey, 'write')), (held) => {
      const name = filterValueName(which);
      if ('data' in list) held.set(list);
      else if (list.length === 0) held.drop(name);
      else held.set({ name, type: multiText, data: multiTextOf(list) });
      held.flush();
    }),
  );

const multiText = 7;

const multiTextOf = (list: readonly string[]): Buffer =>
  Buffer.from(`${list.map((entry) => `${entry}\0`).join('')}\0`, 'utf16le');

const driverName = (text: string): string => text.toLowerCase().replace(/\.sys$/, '');

/** Whether a list names this driver. */
export const namesDriver = ({ entries }: Pick<DeviceList, 'entries'>, driver: string): boolean =>
  entries.some((entry) => driverName(entry) === driverName(driver));
