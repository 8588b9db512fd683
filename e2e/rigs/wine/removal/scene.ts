import { readdirSync } from 'node:fs';
import { expect } from 'vitest';

import { hazardIds, hazardLevels } from '../../../../electron/core/model/hazard.ts';
import type { Report } from '../../../../electron/core/model/report.ts';
import { assistantOn, type Assistant } from '../assistant';
import { unexplained, type Explanation } from '../difference';
import { belongsTo, below, madeByWine, namedInJournal } from '../explanations';
import type { Manifest } from '../fixtures/manifest';
import { together } from '../fixtures/manifest';
import { addNeighbours } from '../fixtures/neighbours';
import type { RunOptions } from '../jobs';
import { startMachine, type Machine } from '../machine';
import type { MachineState } from '../state';

/** Where an administrator's runs are kept. */
export const stateFolder = 'C:\\ProgramData\\removal-assistant';
/** The one who is signed in, as Wine names everybody. */
export const userSid = 'S-1-5-21-0-0-0-1000';

export interface Scene {
  readonly machine: Machine;
  readonly assistant: Assistant;
  /** Puts something on the machine and remembers what belongs to it. */
  readonly install: (...manifests: readonly Promise<Manifest>[]) => Promise<void>;
  /** `remove --yes` with every hazard named that takes a word. */
  readonly remove: (options?: RemoveOptions) => Promise<Removal>;
  /** The arguments of such a removal, for a test that starts it itself. */
  readonly removal: (more?: readonly string[]) => readonly string[];
}

export interface RemoveOptions extends RunOptions {
  readonly args?: readonly string[];
}

export interface Removal {
  readonly code: number;
  readonly report: Report;
  /** `product: outcome`, in the order of the plan. */
  readonly ends: readonly string[];
  readonly err: string;
}

export const endsOf = ({ plan, run }: Report): readonly string[] =>
  plan.actions.map(({ id, productId }) => {
    const result = run?.actions.find((one) => one.id === id);
    return `${productId}: ${result?.outcome ?? 'nothing'}`;
  });

export const found = ({ detections }: Report): readonly string[] =>
  detections.map(({ productId, status }) => `${productId} ${status}`).toSorted();

/**
 * A Windows computer with innocent neighbours on it, on which a test walks one road. In the end every line of the whole
 * registry and file tree is as it was before, but for what belongs to the products, what Wine writes by itself, and what
 * the assistant keeps of its runs.
 */
export const onComputer = async (
  name: string,
  walk: (scene: Scene) => Promise<void>,
  { programs = 20 }: { readonly programs?: number } = {},
): Promise<void> => {
  const machine = await startMachine(name);
  const manifests: Manifest[] = [];
  try {
    await addNeighbours(machine, programs);
    const assistant = await assistantOn(machine);
    const before = await machine.state();
    await walk(sceneOn(machine, assistant, manifests));
    expect(foreignChanges(machine, before, await machine.state(), manifests)).toEqual([]);
  } finally {
    await machine.close();
  }
};

const foreignChanges = (
  machine: Machine,
  before: MachineState,
  after: MachineState,
  manifests: readonly Manifest[],
): readonly string[] => {
  const explanations: readonly Explanation[] = [
    belongsTo(together(manifests)),
    madeByWine,
    below(stateFolder),
    // The assistant itself: links to files that a later build may let go of.
    below('C:\\ra'),
    ...journals(machine).map((journal) => namedInJournal(journal, userSid)),
  ];
  return unexplained(before, after, explanations);
};

const journals = (machine: Machine): readonly string[] =>
  runsOn(machine).map((run) => machine.read(`${stateFolder}\\runs\\${run}\\journal.jsonl`));

/** The ids of all runs, oldest first. */
export const runsOn = (machine: Machine): readonly string[] => {
  const folder = `${stateFolder}\\runs`;
  return machine.exists(folder) ? readdirSync(machine.at(folder)).toSorted() : [];
};

const sceneOn = (machine: Machine, assistant: Assistant, manifests: Manifest[]): Scene => {
  const removal: Scene['removal'] = (more = []) => ['remove', '--yes', ...accepted, ...more];
  return {
    machine,
    assistant,
    removal,
    install: async (...things) => {
      for (const thing of things) manifests.push(await thing);
    },
    remove: async ({ args = [], ...options } = {}) => {
      const { code, report, err } = await assistant.report(removal(args), options);
      return { code, report, ends: endsOf(report), err };
    },
  };
};

/** A word for every hazard that takes one. What no word opens (a stop) stays closed. */
export const accepted: readonly string[] = hazardIds
  .filter((id) => hazardLevels[id] !== 'inform')
  .flatMap((id) => ['--accept', id]);
