import type { KeyValues, MachineState } from './state';

export type Change =
  /** `place` is a key: it came or went as a whole. Its values are listed as well. */
  | { readonly what: 'key'; readonly how: 'added' | 'removed'; readonly place: string }
  | {
      readonly what: 'value';
      readonly how: 'added' | 'removed' | 'changed';
      /** The key; '' as the name is its own value. */
      readonly place: string;
      readonly name: string;
      readonly before?: string;
      readonly after?: string;
    }
  /** A file or a folder. */
  | {
      readonly what: 'file';
      readonly how: 'added' | 'removed' | 'changed';
      readonly place: string;
      readonly before?: string;
      readonly after?: string;
    };

interface Entry<T> {
  readonly place: string;
  readonly content: T;
}

/** Windows does not tell `A` from `a`: another spelling is no change. */
const byPlace = <T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, Entry<T>> =>
  new Map([...entries].map(([place, content]) => [place.toLowerCase(), { place, content }]));

interface Pair<T> {
  readonly place: string;
  readonly before?: T;
  readonly after?: T;
}

const pairs = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly Pair<T>[] => {
  const [then, now] = [byPlace(before), byPlace(after)];
  return [
    ...[...then].map(([key, entry]): Pair<T> => {
      const other = now.get(key);
      return { place: entry.place, before: entry.content, ...(other && { after: other.content }) };
    }),
    ...[...now].flatMap(([key, entry]) =>
      then.has(key) ? [] : [{ place: entry.place, after: entry.content }],
    ),
  ];
};

const howOf = (before: unknown, after: unknown): 'added' | 'removed' | 'changed' => {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
};

const none: KeyValues = new Map();

const keyChanges = ({ place, before, after }: Pair<KeyValues>): readonly Change[] => {
  const how = howOf(before, after);
  const values = pairs(before ?? none, after ?? none)
    .filter((value) => value.before !== value.after)
    .map((value): Change => {
      const { place: name, ...data } = value;
      return { what: 'value', how: howOf(value.before, value.after), place, name, ...data };
    });
  return how === 'changed' ? values : [{ what: 'key', how, place }, ...values];
};

/** Every single line of registry and file tree that is not as it was. */
export const changesBetween = (before: MachineState, after: MachineState): readonly Change[] => [
  ...pairs(before.registry, after.registry).flatMap(keyChanges),
  ...pairs(before.files, after.files)
    .filter((pair) => pair.before !== pair.after)
    .map((pair): Change => ({ what: 'file', how: howOf(pair.before, pair.after), ...pair })),
];

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** One line for people. */
export const changeLine = (change: Change): string => {
  const head = `${signs[change.how]} ${change.place}`;
  if (change.what === 'key') return head;
  const data = [change.before, change.after].filter((side) => side !== undefined).join(' -> ');
  return `${change.what === 'value' ? `${head} : ${change.name || '@'}` : head} = ${data}`;
};

/** What accounts for a change: a product's manifest, Wine's habits, a run's journal. */
export type Explanation = (change: Change) => boolean;

/** The changes that nothing accounts for, as lines. Empty is the one good answer. */
export const unexplained = (
  before: MachineState,
  after: MachineState,
  explanations: readonly Explanation[],
): readonly string[] =>
  changesBetween(before, after)
    .filter((change) => !explanations.some((explains) => explains(change)))
    .map(changeLine)
    .toSorted();
