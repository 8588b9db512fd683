import { win32 } from 'node:path';
import type { Cancellation, ExecutionProgress } from '../../../core/ports.ts';
import type { ExecResult } from '../../exec.ts';
import type { WindowsMachine } from '../machine.ts';
import type { EndState } from './gone.ts';
import type { ProcessTree } from './process-tree.ts';
import { grown, treeOf } from './process-tree.ts';
import type { Startable } from './uninstall-entry.ts';
import type { Timings } from './waiting.ts';
import { quietWatch } from '../../shared/waiting.ts';

export interface WatchJob {
  readonly machine: WindowsMachine;
  readonly timings: Timings;
  readonly startable: Extract<Startable, { kind: 'program' }>;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether what it is to take away is still here. */
  readonly stateNow: () => Promise<EndState>;
  readonly onProgress: (progress: ExecutionProgress) => void;
  readonly cancellation: Cancellation;
}

export type Watched =
  | { readonly kind: 'ended'; readonly result: ExecResult; readonly after: EndState }
  | { readonly kind: 'left' };

/**
 * Starts an uninstaller and waits until it, everything it started, and what it is to take away are gone. Its own end
 * says little: NSIS copies itself away and returns at once. After the last process the entry may linger a while; one that
 * comes back is there. Nothing is ever ended by us.
 */
export const watchUninstaller = async (job: WatchJob): Promise<Watched> => {
  const { machine, timings, cancellation } = job;
  const running = started(job);
  const end = endOf(job);
  const watch = quietWatch(timings, job.onProgress);
  for (;;) {
    // The end first: what the program had started by then is in the list that follows.
    const { result } = running;
    if (result !== undefined && result.kind !== 'exited' && result.kind !== 'signalled')
      return { kind: 'ended', result, after: await job.stateNow() };
    const listed = machine.api.processes();
    if (listed.kind === 'ok') running.tree = grown(running.tree, listed.rows, job.environment['TEMP']);
    // Where Windows does not list its processes, the program's own end and the look at its product have to do.
    const isOver = listed.kind !== 'ok' || running.tree.alive.size === 0;
    const after = await end.look(isOver ? result : undefined);
    if (result !== undefined && after !== undefined) return { kind: 'ended', result, after };
    if (cancellation.leave === true) return { kind: 'left' };
    watch.look([...running.tree.alive.keys()].join(' '));
    await timings.sleep(timings.pollMs);
  }
};

interface Running {
  /** Undefined: it has not ended yet. */
  result: ExecResult | undefined;
  tree: ProcessTree;
}

const noTree: ProcessTree = { alive: new Map(), seen: new Set() };

const started = ({ machine, startable, environment }: WatchJob): Running => {
  const before = machine.api.processes();
  const running: Running = { result: undefined, tree: noTree };
  void machine
    .exec({
      command: startable.program,
      args: startable.args,
      ...(startable.verbatim === undefined ? {} : { verbatim: startable.verbatim }),
      environment,
      outlivesUs: true,
      unheard: true,
      window: !startable.quiet,
      onStarted: (pid) => {
        const root = { pid, name: win32.basename(startable.program) };
        running.tree = treeOf(root, before.kind === 'ok' ? before.rows : undefined);
      },
    })
    .then((result) => (running.result = result));
  return running;
};

/**
 * The end state, once it can be told: gone for the whole of the settling time, or still there when nothing has worked on
 * it for so long that nothing will. `over`: the end of the program, given as long as nothing of it runs.
 */
const endOf = ({ timings, stateNow }: WatchJob) => {
  let overSince: number | undefined;
  let goneSince: number | undefined;
  return {
    look: async (over: ExecResult | undefined): Promise<EndState | undefined> => {
      if (over === undefined) {
        overSince = goneSince = undefined;
        return undefined;
      }
      const now = timings.now();
      overSince ??= now;
      const state = await stateNow();
      if (state.kind === 'gone') {
        goneSince ??= now;
        return now - goneSince >= timings.settleMs ? state : undefined;
      }
      goneSince = undefined;
      const didItsWork = over.kind === 'exited' && over.code === 0;
      return now - overSince >= (didItsWork ? timings.lingerMs : timings.lingerAfterFailureMs)
        ? state
        : undefined;
    },
  };
};
