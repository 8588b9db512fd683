/** The rules for a list of device filters. Whatever changes such a list asks here. */

/** A list as it was before an entry was taken out of it. */
export interface SavedList {
  readonly before: readonly string[];
  readonly entry: string;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The list without one entry; the others keep their order, which is the order of the drivers at the device. */
export const withoutEntry = (list: readonly string[], entry: string): readonly string[] =>
  list.filter((each) => !isSame(each, entry));

/** Of the driver that an entry names: without both of them the device would not start, keyboard and mouse among them. */
export interface DriverState {
  readonly hasService: boolean;
  readonly hasFile: boolean;
}

export type ListRestored =
  | { readonly kind: 'write'; readonly list: readonly string[] }
  /** It is in the list already. */
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'stays-out'; readonly why: 'driver-gone' | 'list-changed' };

/**
 * What a list becomes when an entry is put back: exactly what it was, and only as long as nobody else has changed it
 * meanwhile. Entries of ours that are still out (`out`) are no such change.
 */
export const withEntryBack = (
  saved: SavedList,
  now: readonly string[],
  out: readonly string[],
  driver: DriverState,
): ListRestored => {
  if (now.some((each) => isSame(each, saved.entry))) return { kind: 'nothing-to-do' };
  if (!driver.hasService || !driver.hasFile) return { kind: 'stays-out', why: 'driver-gone' };
  const isOut = (each: string): boolean => out.some((other) => isSame(each, other));
  const expected = saved.before.filter((each) => !isSame(each, saved.entry) && !isOut(each));
  const unchanged =
    expected.length === now.length && expected.every((each, at) => isSame(each, now[at] ?? ''));
  if (!unchanged) return { kind: 'stays-out', why: 'list-changed' };
  return { kind: 'write', list: saved.before.filter((each) => isSame(each, saved.entry) || !isOut(each)) };
};
