import type { Desk } from '../core/engine/conclude.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { exampleComputers, openExample } from '../platform/example/index.ts';
import type { ExampleMachine } from '../platform/example/index.ts';
import type { Door } from './door.ts';
import type { Jobs } from './jobs.ts';
import { createMemory } from './memory.ts';
import type { Examples, Machine, Services } from './services.ts';

interface StageOptions {
  readonly desk: Desk;
  readonly jobs: Jobs;
  readonly thisMachine: Machine | undefined;
  /** How fast an example is played; 1 is as it was. */
  readonly speed: number;
  /** Opens the page anew: a played restart ends the window, and what opens by itself opens again. */
  readonly reopen: () => void;
  /** Answers calls on one computer. */
  readonly doorOn: (computer: Pick<Services, 'machine' | 'memory' | 'examples'>) => Door;
}

export interface Stage {
  readonly door: Door;
  readonly examples: Examples;
}

/**
 * Which computer the calls are about: this one, or a recorded one in its place. Each has handlers and a memory of its
 * own, so nothing that was seen or agreed to on the one can be carried out on the other.
 */
export const createStage = ({ desk, jobs, thisMachine, speed, reopen, doorOn }: StageOptions): Stage => {
  let example: ExampleMachine | undefined;
  const take = (next: ExampleMachine | undefined): Result<true> => {
    example?.close();
    example = next;
    door = doorOn({ machine: next ?? thisMachine, memory: createMemory(), examples });
    return ok(true);
  };
  const examples: Examples = {
    list: exampleComputers.map(({ name, host }) => ({ name, host: { ...host, example: name } })),
    open: (name) => {
      if (jobs.running !== undefined) return fail('already-running');
      const opened = openExample(name, { desk, speed, onRestarted: reopen });
      const known = exampleComputers.map((each) => each.name).join(', ');
      return opened === undefined ? fail('unknown-example', { name, known }) : take(opened);
    },
    leave: () => (jobs.running === undefined ? take(undefined) : fail('already-running')),
  };
  let door = doorOn({ machine: thisMachine, memory: createMemory(), examples });
  return { door: (name, input) => door(name, input), examples };
};
