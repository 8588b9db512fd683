import type { RegistryValue } from '../registry/registry.ts';
import type { Security } from './security.ts';

/** What one key holds. Time in 100 ns steps since 1601. */
export interface KeyContent {
  /** In the order in which Windows lists them. */
  readonly subkeys: readonly string[];
  readonly values: readonly RegistryValue[];
  readonly className: string;
  readonly writtenAt: bigint;
  /** Windows forgets it when it stops. */
  readonly isVolatile: boolean;
}

/** `look`: changes nothing. `write`: values, and keys below it. `secure`: its security as well. `take`: to take it away. */
export type KeyUse = 'look' | 'write' | 'secure' | 'take';

/**
 * A key that is held: the key itself, whatever becomes of its name. A link to another key is opened itself and never
 * followed. Names are taken whole, whatever characters are in them. Throws with the codes of Node's file functions.
 */
export interface HeldKey {
  /** How it was come to, for people. */
  readonly path: string;
  content(): KeyContent;
  security(): Security;
  into(name: string, use: KeyUse): HeldKey;
  /** A new key that only administrators can open. `EEXIST`: there is one of that name. */
  make(name: string, className: string): HeldKey;
  set(value: RegistryValue): void;
  drop(valueName: string): void;
  /** Takes it away; nothing may be below it. */
  remove(): void;
  secure(security: Security): void;
  /** What was changed is on the disk. */
  flush(): void;
  close(): void;
}

/** The way to keys that only administrators and the system can exchange. */
export interface Hives {
  /** One of `trustedTops`, by Windows' own links, or a person's own top, `HKU\<SID>`. `ENOENT` for one that is not loaded. */
  top(path: string, use: KeyUse): HeldKey;
}

/** Keys that nobody but administrators writes in or above: from here on everything is looked at closely. */
export const trustedTops = [
  'HKLM\\SOFTWARE',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class',
] as const;
