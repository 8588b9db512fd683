import type { FleetMap } from '../model/map.ts';
import type { Concluded } from './computer.ts';

/** Computers that were told apart by tag or name and bear one mark of the machine: copies of one image, each counted. */
export const markClones = (seen: readonly Concluded[]): FleetMap['clones'] => {
  const byMachine = new Map<string, Concluded[]>();
  for (const one of seen) {
    const { machine } = one.computer;
    if (machine !== undefined) byMachine.set(machine, [...(byMachine.get(machine) ?? []), one]);
  }
  const clones = [...byMachine].filter(([, same]) => same.length > 1);
  for (const [, same] of clones) for (const { computer } of same) computer.marks.push('clone');
  return clones
    .map(([machine, same]) => ({ machine, computers: same.map(({ computer }) => computer.label).toSorted() }))
    .toSorted((a, b) => (a.machine < b.machine ? -1 : 1));
};
