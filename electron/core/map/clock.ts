import type { Directive, PhaseMeasure } from '../model/directive.ts';
import type { DirectiveClock, PhaseClock, PhaseState } from '../model/map.ts';
import type { Concluded } from './computer.ts';

const msOfDay = 24 * 60 * 60 * 1000;

const dayOf = (date: string): number => Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / msOfDay);
const dateOf = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10);

/**
 * How a directive stands today: days are calendar days in UTC, and a phase is in time up to the end of its day. Without
 * a list of assets nobody knows who did not report, so *looked at* and *gone* are never said to be done then.
 */
export const clockOf = (
  directive: Directive,
  now: string,
  computers: readonly Concluded[],
  withAssets: boolean,
): DirectiveClock => {
  const start = dayOf(directive.start);
  const today = dayOf(now);
  return {
    id: directive.id,
    name: directive.name,
    ...(directive.source === undefined ? {} : { source: directive.source }),
    start: directive.start,
    today: dateOf(today),
    day: today - start,
    phases: directive.phases.map(({ id, name, days, measure }): PhaseClock => {
      const daysLeft = start + days - today;
      const tally = tallyOf(measure, computers);
      const state = stateOf(measure, daysLeft, tally, withAssets);
      return {
        id,
        ...(name === undefined ? {} : { name }),
        measure,
        days,
        due: dateOf(start + days),
        daysLeft,
        state,
        ...(tally === undefined ? {} : { done: tally.done, open: tally.open }),
        ...(tally === undefined || tally.open === 0 || daysLeft < 0
          ? {}
          : { ratePerDay: Math.ceil((tally.open / (daysLeft + 1)) * 100) / 100 }),
        ...(tally?.begunOn === undefined ? {} : { begunOn: tally.begunOn }),
      };
    }),
  };
};

interface Tally {
  readonly done: number;
  readonly open: number;
  readonly begunOn?: string;
}

const tallyOf = (measure: PhaseMeasure, computers: readonly Concluded[]): Tally | undefined => {
  switch (measure) {
    case 'person':
      return undefined;
    case 'looked':
      return split(computers, ({ computer: { coverage } }) => coverage === 'looked');
    case 'planned':
      return split(
        computers.filter(needsRemoval),
        (each) => isBegun(each) || each.judged?.decides.planned === true,
      );
    case 'begun': {
      const begun = computers.flatMap(({ begunAt }) => begunAt ?? []);
      const tally = split(computers.filter(needsRemoval), isBegun);
      const first = begun.reduce((least, at) => Math.min(least, at), Infinity);
      return begun.length === 0 ? tally : { ...tally, begunOn: new Date(first).toISOString().slice(0, 10) };
    }
    case 'gone':
      return split(computers, isGone);
  }
};

const split = (computers: readonly Concluded[], isDone: (one: Concluded) => boolean): Tally => {
  const done = computers.filter(isDone).length;
  return { done, open: computers.length - done };
};

/** A product is there, or was and went. */
const needsRemoval = ({ computer: { state } }: Concluded): boolean =>
  state === 'present' || isBegunState(state);
const isBegunState = (state: string): boolean =>
  state === 'in-work' || state === 'restart-needed' || state === 'removed';
const isBegun = ({ computer }: Concluded): boolean => isBegunState(computer.state);

/** No product is there, and every required place could be looked at. Leftovers are no product in use. */
const isGone = ({ computer: { state, coverage } }: Concluded): boolean =>
  (state === 'removed' || state === 'clean' || state === 'leftovers') && coverage === 'looked';

const stateOf = (
  measure: PhaseMeasure,
  daysLeft: number,
  tally: Tally | undefined,
  withAssets: boolean,
): PhaseState => {
  if (tally === undefined) return 'person';
  if (tally.open === 0)
    return withAssets || (measure !== 'looked' && measure !== 'gone') ? 'done' : 'no-list';
  if (tally.begunOn !== undefined) return 'begun';
  return daysLeft < 0 ? 'late' : 'open';
};

/** Marks computers that were first looked at after the day by which all of them should have been. */
export const markLate = (directive: Directive, computers: readonly Concluded[]): void => {
  const looked = directive.phases.find(({ measure }) => measure === 'looked');
  if (looked === undefined) return;
  const end = (dayOf(directive.start) + looked.days + 1) * msOfDay;
  for (const { computer } of computers)
    if (computer.firstLookedAt !== undefined && Date.parse(computer.firstLookedAt) >= end)
      computer.marks.push('late');
};
