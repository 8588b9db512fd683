/** Seeded chance: the same seed gives the same corpus on every machine. */
export interface Dice {
  /** A number from 0 up to and without 1. */
  readonly next: () => number;
  readonly int: (below: number) => number;
  readonly chance: (of: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly some: <T>(list: readonly T[], count: number) => T[];
  readonly guid: () => string;
  readonly sid: () => string;
}

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => list[int(list.length)] as T;
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(int(left.length), 1));
    return taken;
  };
  const hex = (length: number): string =>
    Array.from({ length }, () => int(16).toString(16).toUpperCase()).join('');
  const guid = (): string => `{${hex(8)}-${hex(4)}-4${hex(3)}-A${hex(3)}-${hex(12)}}`;
  const sid = (): string =>
    `S-1-5-21-${1_000_000_000 + int(999_999_999)}-${int(999_999_999)}-${int(999_999_999)}-${1001 + int(30)}`;
  return { next, int, chance: (of) => next() < of, pick, some, guid, sid };
};
