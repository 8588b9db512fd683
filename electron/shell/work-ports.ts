import type { RemovePorts } from '../core/engine/remove.ts';
import { leftoverNews } from '../core/engine/set-aside.ts';
import type { LeftoverPorts } from '../core/engine/set-aside.ts';
import type { Cancellation, ElevatedWatch } from '../core/ports.ts';
import { tellProgress } from './progress.ts';
import type { Emit, Machine, Services } from './services.ts';

/** How a person stops a job: after what runs now, and without waiting for that either. */
export interface Stops {
  readonly signal: AbortSignal;
  readonly leave: AbortSignal;
}

/** What this very program changes the computer with, where it has the rights itself. */
export const workPorts = (
  machine: Machine,
  { clock, emit }: Pick<Services, 'clock' | 'emit'>,
  stops: Stops,
): RemovePorts => {
  const { inspector, executors, store, starts, account, reopener } = machine;
  const leftovers = leftoverPortsOf(machine, emit);
  return {
    inspector,
    executors,
    store,
    starts,
    account,
    reopener,
    clock,
    cancellation: cancellationBy(stops),
    // Its looks are part of the work; the window's own scan is over.
    onProgress: () => undefined,
    onRemove: tellProgress(emit),
    ...(leftovers === undefined ? {} : { leftovers }),
  };
};

export const leftoverPortsOf = ({ quarantine, own = [] }: Machine, emit: Emit): LeftoverPorts | undefined =>
  quarantine === undefined
    ? undefined
    : {
        quarantineOf: quarantine,
        own,
        tellsRemaining: true,
        onLeftover: (progress) => tellProgress(emit)(leftoverNews(progress)),
      };

const cancellationBy = ({ signal, leave }: Stops): Cancellation => ({
  get aborted() {
    return signal.aborted;
  },
  get leave() {
    return leave.aborted;
  },
});

/** The same for a process with rights that does it. */
export const watchFor = (emit: Emit, { signal, leave }: Stops): ElevatedWatch => ({
  onProgress: tellProgress(emit),
  onGiven: () => emit('removeProgress', { kind: 'rights-given' }),
  onStop: (stop) => whenAborted(signal, stop),
  onLeave: (stop) => whenAborted(leave, stop),
});

const whenAborted = (signal: AbortSignal, react: () => void): void => {
  if (signal.aborted) react();
  else signal.addEventListener('abort', react, { once: true });
};
