import type { DirectiveClock, PhaseClock } from '../model/map.ts';
import type { Texts } from './index.ts';

/** A day written as YYYY-MM-DD. */
export const dayAt = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Which directive, and how far its clock is. */
export const clockParts = ({ map }: Texts, { name, start, day }: DirectiveClock): readonly string[] => [
  map.clock(name, dayAt(start)),
  day < 0 ? map.startsIn(-day) : map.today(day),
];

/** What a phase is called: by its own name, else by what it is measured by. */
export const phaseName = ({ map }: Texts, { name, measure }: PhaseClock): string =>
  name ?? map.measures[measure];

export const phaseDue = ({ map }: Texts, { days, due }: PhaseClock): string => map.dueOn(days, dayAt(due));

/** How a phase stands, what is open, and how much of it a day: the parts that there are. */
export const phaseParts = (texts: Texts, phase: PhaseClock): readonly string[] => [
  standing(texts, phase),
  ...(phase.open === undefined || phase.open === 0 ? [] : [texts.map.open[phase.measure](phase.open)]),
  ...(phase.ratePerDay === undefined ? [] : [texts.map.rate(phase.ratePerDay)]),
];

const standing = ({ map: { phases } }: Texts, { state, daysLeft, begunOn }: PhaseClock): string => {
  switch (state) {
    case 'done':
      return phases.done;
    case 'begun':
      return phases.begun(dayAt(begunOn ?? ''));
    case 'no-list':
      return phases.noList;
    case 'late':
      return phases.late(-daysLeft);
    case 'open':
      return phases.left(daysLeft);
    case 'person':
      return daysLeft < 0 ? phases.past(-daysLeft) : phases.left(daysLeft);
  }
};
