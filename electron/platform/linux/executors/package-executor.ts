import type { Action, ActionOf, PackageManager } from '../../../core/model/plan.ts';
import { executorFor } from '../../../core/engine/executor.ts';
import type { Cancellation, ExecutionProgress, ExecutionResult, Executor } from '../../../core/ports.ts';
import type { ExecRequest, ExecResult } from '../../exec.ts';
import type { WaitTimings } from '../../shared/waiting.ts';
import { usualWaitTimings, waitFor } from '../../shared/waiting.ts';
import type { Machine } from '../machine.ts';
import { thisMachine, troubleOf } from '../machine.ts';
import { commOf } from '../proc.ts';
import type { LockHolder } from './messages.ts';
import { dependentsIn, hasBegun, isLockLine, lockHolderIn, permissionRefused } from './messages.ts';
import { newMark, waitForLeftAtWork } from './left-at-work.ts';
import { dpkgTool } from './dpkg-tool.ts';
import type { PackageTool, Presence, Stop } from './package-tool.ts';
import { unattended } from './package-tool.ts';
import { hasAskedForRestart, readRestartWish } from './restart-wish.ts';
import { rpmTool } from './rpm-tool.ts';

export interface PackageExecutorOptions {
  /** How long another package manager is waited for. In seconds; default 600. */
  readonly lockWaitSeconds?: number | undefined;
  readonly machine?: Machine;
  readonly timings?: Timings;
}

export interface Timings extends WaitTimings {
  /** Between two tries while another package manager works. In milliseconds. */
  readonly retryMs: number;
  /** How long what a script left at work is waited for. In milliseconds. */
  readonly lingerMs: number;
}

export const usualTimings: Timings = { ...usualWaitTimings, retryMs: 2_000, lingerMs: 60_000 };

/** Names as Debian and rpm define them: no option, pattern or path can be one. */
const nameShape = /^[A-Za-z0-9][A-Za-z0-9+._~^-]*(:[a-z0-9_-]+)?$/;
const keptLines = 20;
/** How soon a cancellation is noticed during a wait. In milliseconds. */
const sliceMs = 250;

/**
 * Removes one package with the machine's own package manager: looks again, rehearses, acts, looks again. Every try
 * begins with the look, because whoever held the lock may have changed what is here. A tool that was started is
 * never ended: a cancellation counts before it starts, and who does not want to wait leaves it to itself.
 */
export const packageExecutor = (options: PackageExecutorOptions = {}): Executor => {
  const machine = options.machine ?? thisMachine;
  const timings = options.timings ?? usualTimings;
  const limitMs = (options.lockWaitSeconds ?? 600) * 1_000;
  const tools: Readonly<Record<PackageManager, PackageTool>> = {
    dpkg: dpkgTool(machine),
    rpm: rpmTool(machine),
  };
  return executorFor('remove-package', async (action, { agreed, onProgress, cancellation }) => {
    if (!nameShape.test(action.package))
      return { outcome: 'failed', detail: `not a package name: ${action.package}` };
    const attempt = (): Promise<Attempt> =>
      removeOnce({ machine, timings, tool: tools[action.manager], action, agreed, onProgress, cancellation });
    const began = timings.now();
    for (;;) {
      const tried = await attempt();
      if (tried.kind === 'done') return tried.result;
      const holder = await holderText(machine, tried.holder);
      const waited = timings.now() - began;
      if (waited >= limitMs) return { outcome: 'busy', detail: holder };
      onProgress({ kind: 'waiting', holder, seconds: Math.round(waited / 1_000) });
      await pause(timings, Math.min(timings.retryMs, limitMs - waited), cancellation);
    }
  });
};

type Attempt =
  | { readonly kind: 'done'; readonly result: ExecutionResult }
  | { readonly kind: 'locked'; readonly holder: LockHolder };

interface Job {
  readonly machine: Machine;
  readonly timings: Timings;
  readonly tool: PackageTool;
  readonly action: ActionOf<'remove-package'>;
  readonly agreed: readonly Action[];
  readonly onProgress: (progress: ExecutionProgress) => void;
  readonly cancellation: Cancellation;
}

const done = (result: ExecutionResult): Attempt => ({ kind: 'done', result });

const removeOnce = async (job: Job): Promise<Attempt> => {
  const { tool, action } = job;
  if (job.cancellation.aborted) return done({ outcome: 'cancelled' });
  const before = await tool.presence(action.package);
  if (before.kind === 'gone') return done({ outcome: 'already-gone' });
  if (before.kind === 'unknown') return done({ outcome: 'failed', detail: before.why });
  if (before.onHold) return done({ outcome: 'on-hold' });

  const agreed = job.agreed.flatMap((other) =>
    other.kind === 'remove-package' && other.manager === action.manager ? [other.package] : [],
  );
  const rehearsed = await tool.rehearse(before.targets, agreed);
  if (rehearsed.kind === 'others') return done({ outcome: 'would-remove-others', detail: rehearsed.detail });
  if (rehearsed.kind === 'stopped') return done(resultOfStop(rehearsed.result));
  if (job.cancellation.aborted) return done({ outcome: 'cancelled' });

  return act(job, rehearsed.request);
};

const act = async (job: Job, request: Pick<ExecRequest, 'command' | 'args'>): Promise<Attempt> => {
  const { machine, timings, tool, action, onProgress, cancellation } = job;
  const mark = newMark();
  const lines: string[] = [];
  let heard = 0;
  const wish = await readRestartWish(machine);
  const working = machine.exec({
    ...request,
    environment: { ...unattended, ...mark },
    outlivesUs: true,
    onLine: (line) => {
      heard += 1;
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      if (!isLockLine(line)) onProgress({ kind: 'output', line });
    },
  });
  const result = await waitFor(working, {
    timings,
    say: onProgress,
    sign: () => String(heard),
    left: () => (cancellation.leave === true ? ('left' as const) : undefined),
  });
  if (result === 'left') return done({ outcome: 'left-running', detail: lines.join('\n') });
  const holder = lockOf(result);
  if (holder !== undefined) return { kind: 'locked', holder };
  const { lingerMs: limitMs } = timings;
  await waitForLeftAtWork(machine, mark, { timings, limitMs, say: onProgress, cancellation });
  const judged = judge(result, await tool.presence(action.package), lines.join('\n'));
  const asked = hasAskedForRestart(wish, await readRestartWish(machine), action.package);
  return done(judged.outcome === 'removed' && asked ? { ...judged, outcome: 'restart-needed' } : judged);
};

const resultOfStop = (stop: Stop): ExecutionResult => {
  if (stop.kind === 'tool-missing') return { outcome: 'tool-missing' };
  return {
    outcome: 'failed',
    detail: stop.detail,
    ...(stop.exitCode === undefined ? {} : { exitCode: stop.exitCode }),
  };
};

/** A lock that stopped the tool before it began. One met later, by a script that it ran, is no reason to try again. */
const lockOf = (result: ExecResult): LockHolder | undefined => {
  if (result.kind !== 'exited' || result.code === 0) return undefined;
  const output = result.stdout.text + result.stderr.text;
  return hasBegun(output) ? undefined : lockHolderIn(output);
};

/** The look afterwards decides, the exit code only explains: a package is removed when it is gone, and only then. */
const judge = (result: ExecResult, after: Presence, output: string): ExecutionResult => {
  if (result.kind === 'missing') return { outcome: 'tool-missing' };
  if (result.kind === 'denied') return { outcome: 'wrong-password-or-rights' };
  // Killed by a script of the package, perhaps, while dpkg went on.
  if (result.kind !== 'exited' && after.kind === 'gone') return { outcome: 'removed' };
  if (result.kind !== 'exited')
    return {
      outcome: 'failed',
      detail: [output, troubleOf('the tool', result)?.why ?? ''].join('\n').trim(),
    };
  const exitCode = result.code;
  if (after.kind === 'gone') return { outcome: 'removed', exitCode };
  if (after.kind === 'unknown')
    return { outcome: 'failed', exitCode, detail: `${output}\n${after.why}`.trim() };
  if (exitCode === 0) return { outcome: 'still-there', exitCode, detail: output };
  const whole = result.stdout.text + result.stderr.text;
  if (permissionRefused(whole)) return { outcome: 'wrong-password-or-rights', exitCode, detail: output };
  const dependents = dependentsIn(whole);
  if (dependents.length > 0)
    return { outcome: 'would-remove-others', exitCode, detail: dependents.join('\n') };
  return { outcome: 'failed', exitCode, detail: output };
};

/** `name (pid)`, or what is known of it; the lock itself when its holder is not. */
const holderText = async (machine: Machine, holder: LockHolder): Promise<string> => {
  if (holder.pid === undefined) return holder.lock;
  const name = holder.name ?? (await commOf(machine, holder.pid));
  return name === undefined ? String(holder.pid) : `${name} (${String(holder.pid)})`;
};

const pause = async (timings: Timings, ms: number, cancellation: Cancellation): Promise<void> => {
  for (let left = ms; left > 0 && !cancellation.aborted; left -= sliceMs)
    await timings.sleep(Math.min(sliceMs, left));
};
