import { z } from 'zod';
import { withEntryBack, withoutEntry } from '../../../core/engine/filter-list.ts';
import type { DriverState } from '../../../core/engine/filter-list.ts';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import { whatOf } from '../../../core/model/leftover.ts';
import type { Handling, Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { keptReasonOf, Obstacle } from '../../shared/quarantine/trouble.ts';
import { filterValueName } from '../class-filters.ts';
import { sameName } from '../registry/values.ts';
import type { DeviceList } from './device-lists.ts';
import { readDeviceLists, writeDeviceList } from './device-lists.ts';
import { guarded } from './guarded.ts';
import type { Hives } from './held-key.ts';

type Item = LeftoverOf<'class-filter'>;

/** The lists that an entry was in, each as it was. Classes may share a name. */
const savedFilterSchema = z.object({
  lists: z
    .array(
      z.object({
        classKey: z.string(),
        before: z.array(z.string()),
        /** The value itself: its type, and its data in base64. */
        type: z.number().int().nonnegative(),
        data: z.base64(),
        /** What else was to go out of this list. */
        others: z.array(z.string()),
      }),
    )
    .min(1),
});
type SavedFilter = z.infer<typeof savedFilterSchema>;
type SavedList = SavedFilter['lists'][number];

export interface FilterParts {
  readonly hives: Hives;
  readonly driverOf: (entry: string) => Promise<DriverState>;
}

/** Single names in the lists of device filters. Everything else in a list stays, in its order. */
export const filterKeeper = (parts: FilterParts): Keeper =>
  keeperOf<Item, SavedFilter>({
    kind: 'class-filter',
    isOf: (item): item is Item => item.kind === 'class-filter',
    saved: savedFilterSchema,
    survey: async (items) => surveyAll(parts.hives, items),
    handle: (item, saved) => handlingOf(parts, item, saved),
  });

const holds = ({ entries }: Pick<DeviceList, 'entries'>, name: string): boolean =>
  entries.some((entry) => sameName(entry, name));

const isOf = (list: DeviceList, item: Item): boolean =>
  list.className === item.class && list.which === item.which;

const surveyAll = (hives: Hives, items: readonly Item[]): readonly SurveyedAs<SavedFilter>[] => {
  const read = readDeviceLists(hives);
  return items.map((item): SurveyedAs<SavedFilter> => {
    if (read.kind === 'failed')
      return { kind: 'stays', parts: [{ path: whatOf(item), why: 'filters-unknown', detail: read.why }] };
    const lists = read.lists.filter((list) => isOf(list, item) && holds(list, item.entry));
    if (lists.length === 0) return { kind: 'gone' };
    const saved = lists.map((list): SavedList => ({
      classKey: list.classKey,
      before: [...list.entries],
      type: list.value.type,
      data: list.value.data.toString('base64'),
      others: items
        .filter((other) => isOf(list, other) && !sameName(other.entry, item.entry))
        .map(({ entry }) => entry),
    }));
    return { kind: 'ready', entries: [], saved: { lists: saved } };
  });
};

const handlingOf = (parts: FilterParts, item: Item, saved: SavedFilter): Handling => ({
  setAside: () =>
    guarded(() => {
      for (const { classKey } of saved.lists) {
        const entries = entriesNow(parts.hives, item, classKey);
        if (entries.some((entry) => sameName(entry, item.entry)))
          writeDeviceList(parts.hives, { classKey, which: item.which }, withoutEntry(entries, item.entry));
      }
      return takenOut(item);
    }),
  settle: () =>
    guarded(() => {
      const still = saved.lists.filter(({ classKey }) =>
        entriesNow(parts.hives, item, classKey).some((entry) => sameName(entry, item.entry)),
      );
      if (still.length === saved.lists.length) return { kind: 'left', why: 'cancelled' };
      for (const { classKey } of still)
        writeDeviceList(
          parts.hives,
          { classKey, which: item.which },
          withoutEntry(entriesNow(parts.hives, item, classKey), item.entry),
        );
      return takenOut(item);
    }),
  putBack: () => putBack(parts, item, saved),
});

const takenOut = (item: Item): LeftoverEnd => ({
  kind: 'set-aside',
  done: {
    what: whatOf(item),
    kind: 'class-filter',
    ...(item.productId === undefined ? {} : { productId: item.productId }),
  },
});

/** A class without such a list has none of its entries. */
const entriesNow = (hives: Hives, { which }: Item, classKey: string): readonly string[] => {
  const read = readDeviceLists(hives);
  if (read.kind === 'failed') throw new Obstacle('filters-unknown', read.why);
  return read.lists.find((list) => list.classKey === classKey && list.which === which)?.entries ?? [];
};

/** Only if its driver would be there: a device whose filter is missing does not start, and it may be the keyboard. */
const putBack = async (
  { hives, driverOf }: FilterParts,
  item: Item,
  { lists }: SavedFilter,
): Promise<RestoreEnd> => {
  try {
    const driver = await driverOf(item.entry);
    let kept: RestoreEnd = { kind: 'restored' };
    for (const { classKey, before, others, type, data } of lists) {
      const now = entriesNow(hives, item, classKey);
      const out = others.filter((other) => !now.some((entry) => sameName(entry, other)));
      const next = withEntryBack({ before, entry: item.entry }, now, out, driver);
      if (next.kind === 'stays-out') kept = { kind: 'kept', why: next.why };
      if (next.kind !== 'write') continue;
      const isWhole = next.list.length === before.length;
      const whole = { name: filterValueName(item.which), type, data: Buffer.from(data, 'base64') };
      writeDeviceList(hives, { classKey, which: item.which }, isWhole ? whole : next.list);
    }
    return kept;
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};
