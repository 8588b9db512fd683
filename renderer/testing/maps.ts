import type { Computer, ComputerState, FleetMap } from '../../electron/core/model/map.ts';
import { computerStates, coverages } from '../../electron/core/model/map.ts';

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

export const computer = (label: string, state: ComputerState, more: Partial<Computer> = {}): Computer => ({
  label,
  site: 'north',
  state,
  coverage: 'looked',
  reports: 1,
  products: [],
  marks: [],
  ...more,
});

/** A map of these computers, as main makes it. */
export const mapOf = (computers: readonly Computer[], more: Partial<FleetMap> = {}): FleetMap => {
  const states = zeros(computerStates);
  for (const { state } of computers) states[state] += 1;
  return {
    schema: 'removal-assistant/map/1',
    createdAt: '2026-11-23T10:00:00.000Z',
    tool: { name: 'test', version: '1' },
    source: {
      folder: '/media/stick/Site reports',
      files: 2,
      reports: 2,
      copies: 0,
      superseded: 0,
      otherFiles: 0,
    },
    totals: { computers: computers.length, states, coverage: zeros(coverages) },
    sites: [{ site: 'north', computers: computers.length, states }],
    products: [],
    computers: [...computers],
    clones: [],
    conflicts: [],
    altered: [],
    future: [],
    skipped: { total: 0, reasons: {}, files: [] },
    ...more,
  };
};
