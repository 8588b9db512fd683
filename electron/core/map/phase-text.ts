import type { PhaseClock } from '../model/map.ts';
import type { Texts } from '../text/index.ts';

/** What a phase is called: by its own name, else by what it is measured by. */
export const phaseName = ({ map }: Texts, { name, measure }: PhaseClock): string =>
  name ?? map.measures[measure];

/** How a phase stands, what is open, and how much of it a day: the parts that there are. */
export const phaseParts = ({ map }: Texts, phase: PhaseClock): readonly string[] => [
  map.phase(phase),
  ...(phase.open === undefined || phase.open === 0 ? [] : [map.open[phase.measure](phase.open)]),
  ...(phase.ratePerDay === undefined ? [] : [map.rate(phase.ratePerDay)]),
];
