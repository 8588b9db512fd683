import { InvalidArgumentError } from 'commander';
import { catalogue } from '../core/catalogue/index.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import type { WantedValue } from '../core/model/usage.ts';
import { toolName } from '../core/text/index.ts';
import { exampleComputers, openExample } from '../platform/example/index.ts';
import type { CliContext } from './context.ts';

export interface ExampleChoice {
  readonly example?: string;
  readonly exampleSpeed?: number;
}

export const exampleNames = exampleComputers.map(({ name }) => name).join(', ');

/** For an option that takes a positive number. */
export const speedOf = (text: string): number => {
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed <= 0) throw new InvalidArgumentError('number' satisfies WantedValue);
  return speed;
};

/**
 * The same seat before a recorded computer, when one was asked for, as who has administrator rights there. It ends with
 * this process: what is kept of it is kept in a temporary folder.
 */
export const beforeExample = (
  context: CliContext,
  { example, exampleSpeed }: ExampleChoice,
): Result<CliContext> => {
  if (example === undefined) return ok(context);
  const desk = { catalogue, tool: { name: toolName, version: context.version } };
  const opened = openExample(example, { desk, speed: exampleSpeed ?? 1 });
  if (opened === undefined) return fail('unknown-example', { name: example, known: exampleNames });
  const { withRights, executors, starts, quarantine, store } = opened;
  const machine = { inspector: withRights, executors: () => executors, starts, quarantine };
  return ok({ ...context, machine, openRuns: () => store });
};
