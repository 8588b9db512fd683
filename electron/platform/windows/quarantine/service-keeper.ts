import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import type { Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import type { Forgotten } from '../api/delete-service.ts';
import type { Listed, ServiceState, Told } from '../machine.ts';
import { sameName } from '../registry/values.ts';
import { servicesKey } from '../service-list.ts';
import type { BranchPlace } from './branch-handling.ts';
import { branchHandling, surveyBranch } from './branch-handling.ts';
import type { SavedBranch } from './branch.ts';
import { branchSchema } from './branch.ts';
import { namesDriver, readDeviceLists } from './device-lists.ts';
import type { Hives } from './held-key.ts';

type Item = LeftoverOf<'service'>;

export interface ServiceParts {
  readonly hives: Hives;
  readonly states: () => Listed<ServiceState>;
  /** Has the service manager forget it, unless it works. */
  readonly forget: (name: string) => Told<Forgotten>;
}

/** Windows writes these when a service is to be deleted and somebody still has it open. */
const deletion: ReadonlySet<string> = new Set(['deleteflag', 'start']);

const placeOf = (item: Item): BranchPlace => ({
  item,
  key: `${servicesKey}\\${item.name}`,
  ignored: deletion,
});

/** Entries of services and drivers that do not work: written down by value, forgotten by the service manager, taken away. */
export const serviceKeeper = (parts: ServiceParts): Keeper =>
  keeperOf<Item, SavedBranch>({
    kind: 'service',
    isOf: (item): item is Item => item.kind === 'service',
    saved: branchSchema,
    survey: async (items) =>
      items.map((item): SurveyedAs<SavedBranch> => {
        const why = whyWorking(parts, item);
        return why === undefined
          ? surveyBranch(parts.hives, placeOf(item))
          : { kind: 'stays', parts: [{ path: item.name, ...why }] };
      }),
    handle: (item, saved) =>
      branchHandling(parts.hives, placeOf(item), saved, {
        take: async () => {
          // By now it has left every list of device filters, or it stays.
          const why = whyWorking(parts, item) ?? whyListed(parts.hives, item.name);
          return why === undefined ? forget(parts, item) : { kind: 'left', ...why };
        },
        mayComeBack: () => {
          const states = parts.states();
          if (states.kind !== 'ok') return { kind: 'kept', why: 'refused-by-system', detail: states.why };
          // What it has not let go of it would take away once more.
          const isKnown = states.rows.some(({ name }) => sameName(name, item.name));
          return isKnown && !isListed(parts.hives, item)
            ? { kind: 'kept', why: 'refused-by-system', detail: 'Windows has to be started anew first' }
            : undefined;
        },
      }),
  });

type Why = Omit<Extract<LeftoverEnd, { kind: 'left' }>, 'kind'>;

const stopped = 1;

/** It works, or nobody knows whether it does. */
const whyWorking = ({ states }: ServiceParts, { name }: Item): Why | undefined => {
  const listed = states();
  if (listed.kind !== 'ok') return { why: 'could-not-look', detail: listed.why };
  const isWorking = listed.rows.some((row) => sameName(row.name, name) && row.state !== stopped);
  return isWorking ? { why: 'busy' } : undefined;
};

const whyListed = (hives: Hives, name: string): Why | undefined => {
  const read = readDeviceLists(hives);
  if (read.kind === 'failed') return { why: 'filters-unknown', detail: read.why };
  const list = read.lists.find((each) => namesDriver(each, name));
  return list === undefined
    ? undefined
    : { why: 'filter-listed', detail: `${list.className}, ${list.which}` };
};

const forget = ({ forget: ask }: ServiceParts, { name }: Item): LeftoverEnd | undefined => {
  const forgotten = ask(name);
  switch (forgotten.kind) {
    case 'ok':
      return forgotten.value === 'running' ? { kind: 'left', why: 'busy' } : undefined;
    case 'missing':
      return undefined;
    case 'denied':
    case 'failed':
      return { kind: 'left', why: 'refused-by-system', detail: forgotten.why };
  }
};

const isListed = (hives: Hives, item: Item): boolean => surveyBranch(hives, placeOf(item)).kind === 'ready';
