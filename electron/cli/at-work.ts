import type { RemovePorts, RemoveProgress } from '../core/engine/remove.ts';
import type { Action } from '../core/model/plan.ts';
import type { Bench } from './bench.ts';
import { leftoverPorts } from './leftovers.ts';
import { scanPorts } from './bench.ts';
import type { Machine } from './context.ts';
import type { Passwords } from './passwords.ts';
import { reopenerOf } from './reopen.ts';
import { removalProgress } from './removal-progress.ts';

export interface WorkOptions {
  readonly lockWait: number;
}

/**
 * Lends what a removal needs for the time of `work`: says what goes on and what a signal of the person does, and wipes
 * the passwords in the end.
 */
export const atWork = async <T>(
  bench: Bench,
  machine: Machine,
  { lockWait }: WorkOptions,
  planned: readonly Action[],
  passwords: Passwords,
  work: (ports: RemovePorts) => Promise<T>,
): Promise<T> => {
  const { context, voice, texts } = bench;
  let working = false;
  const say = removalProgress(texts, voice, planned);
  const onStop = (): void => {
    if (working) voice.warn(texts.cli.cancelling);
  };
  context.stop.addEventListener('abort', onStop);
  const leftovers = leftoverPorts(bench, machine);
  const ports: RemovePorts = {
    ...(leftovers === undefined ? {} : { leftovers }),
    ...scanPorts(bench, machine),
    cancellation: {
      get aborted() {
        return context.stop.aborted;
      },
      get leave() {
        return context.leave.aborted;
      },
    },
    executors: machine.executors({ lockWaitSeconds: lockWait }),
    starts: machine.starts,
    account: machine.account?.(),
    reopener: reopenerOf(bench, machine),
    store: bench.runs,
    passwordFor: passwords.for,
    onRemove: (event: RemoveProgress): void => {
      if (event.kind === 'started') working = true;
      if (event.kind === 'ended') working = false;
      say(event);
    },
  };
  try {
    return await work(ports);
  } finally {
    passwords.wipe();
    context.stop.removeEventListener('abort', onStop);
    voice.clear();
  }
};
