import { targetOf } from '../../core/engine/plan.ts';
import type { Host } from '../../core/model/host.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Action } from '../../core/model/plan.ts';
import type { AnyRow, TableName } from '../../core/model/tables.ts';
import type {
  ExecutionContext,
  ExecutionResult,
  Executor,
  Inspector,
  Probe,
  Quarantine,
  StartIdentity,
} from '../../core/ports.ts';
import { usualWaitTimings, waitFor } from '../shared/waiting.ts';
import type { Pace } from './pace.ts';
import { playedQuarantine, setAsideIn } from './played-quarantine.ts';
import type { SetAsideItems } from './played-quarantine.ts';
import type { Recording, RecordedComputer } from './recorded.ts';
import { restarted, rowsAfter } from './recorded.ts';

/** One recorded computer that lives in memory. Nothing of the real one is read or changed by any part of it. */
export interface PlayedComputer {
  /** `elevated`: as a process with administrator rights sees it. */
  readonly inspector: (options?: { readonly elevated: true }) => Inspector;
  readonly executors: readonly Executor[];
  readonly starts: StartIdentity;
  readonly quarantine: (run: string) => Quarantine;
  /** Ends everything that runs and starts it again. */
  readonly restart: () => Promise<void>;
}

/** In milliseconds. */
const lookMs = 350;
const restartMs = 4_000;

export const playComputer = (name: string, recorded: RecordedComputer, pace: Pace): PlayedComputer => {
  const past = new Set<string>();
  const aside: SetAsideItems = new Map();
  let start = 1;

  const probeOf = (table: TableName, at: number): Probe => ({
    table,
    read: async () => {
      // Places are looked at side by side and end one after the other, some sooner.
      await pace.wait(lookMs * (1 + ((at * 5) % 9)));
      const rows: readonly AnyRow[] = rowsAfter(recorded, table, past);
      return okReading(rows.flatMap((row) => setAsideIn(aside, table, row)));
    },
  });

  const carryOut = async (action: Action, context: ExecutionContext): Promise<ExecutionResult> => {
    const target = targetOf(action);
    if (past.has(target)) return { outcome: 'already-gone' };
    const recording = recorded.recordings[target];
    if (recording === undefined) return { outcome: 'tool-missing' };
    if (recording.asksPassword === true && context.password === undefined)
      return { outcome: 'wrong-password-or-rights', exitCode: 1603 };
    if (!(await playLines(recording, context, pace))) return { outcome: 'left-running' };
    past.add(target);
    const { exitCode } = recording;
    return { outcome: recording.wantsRestart === true ? 'restart-needed' : 'removed', exitCode };
  };

  const nameOfStart = (): Promise<string> => Promise.resolve(`start ${String(start)}`);
  return {
    inspector: (options) => ({
      os: recorded.host.os,
      host: async (): Promise<Host> => ({
        ...recorded.host,
        example: name,
        ...(options?.elevated === true ? { elevated: true } : {}),
      }),
      probes: recorded.places.map(probeOf),
    }),
    executors: (['remove-package', 'run-msi', 'run-uninstaller', 'run-vendor-script'] as const).map(
      (kind) => ({
        kind,
        run: carryOut,
      }),
    ),
    starts: { read: nameOfStart, ensure: nameOfStart },
    quarantine: () => playedQuarantine(aside, (table) => rowsAfter(recorded, table, past)),
    restart: async () => {
      await pace.wait(restartMs);
      start += 1;
      past.add(restarted);
    },
  };
};

/** False when the person no longer waits for it. */
const playLines = async (
  { seconds, lines, opensWindow }: Recording,
  { onProgress, cancellation }: ExecutionContext,
  pace: Pace,
): Promise<boolean> => {
  let heard = 0;
  let isLeft = false;
  if (opensWindow === true) onProgress({ kind: 'window' });
  const pause = (seconds * 1_000) / (lines.length + 1);
  const play = async (): Promise<true> => {
    for (const line of lines) {
      await pace.wait(pause);
      if (isLeft) return true;
      heard += 1;
      onProgress({ kind: 'output', line });
    }
    await pace.wait(pause);
    return true;
  };
  return waitFor(play(), {
    timings: { ...usualWaitTimings, now: () => pace.now() },
    say: onProgress,
    sign: () => String(heard),
    left: () => {
      isLeft = cancellation.leave === true;
      return isLeft ? false : undefined;
    },
  });
};
