/** Which half of a 64-bit Windows' registry: the keys of 64-bit or those of 32-bit programs (WOW6432Node). */
export type RegistryView = '64' | '32';

export const registryViews: readonly RegistryView[] = ['64', '32'];

/** The numbers that Windows gives to the kinds of values (winnt.h, `REG_…`). */
export const registryTypes = { sz: 1, expandSz: 2, binary: 3, dword: 4, multiSz: 7, qword: 11 } as const;

/** One value as it is stored: the default value has an empty name; `data` is raw, texts are UTF-16LE. */
export interface RegistryValue {
  readonly name: string;
  readonly type: number;
  readonly data: Buffer;
}

export interface RegistryKey {
  readonly kind: 'ok';
  /** Names of the keys right below, as stored. */
  readonly subkeys: readonly string[];
  readonly values: readonly RegistryValue[];
}

/** What one key holds, or why that cannot be told. Only `missing` says that it is not there. */
export type KeyReading =
  RegistryKey | { readonly kind: 'missing' } | { readonly kind: 'denied' | 'failed'; readonly why: string };

/**
 * A place that keys are read from: the running Windows, the hive file of somebody who is not signed in, a recorded
 * export. Paths begin with `HKLM\` or `HKU\<SID>\`, case ignored. Below HKLM they never name WOW6432Node, since the
 * view does that; a person's Software is one for both views, so a WOW6432Node in it is a key like any other.
 */
export interface Registry {
  read(path: string, view: RegistryView): Promise<KeyReading>;
}
