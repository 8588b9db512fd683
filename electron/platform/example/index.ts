import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../core/engine/conclude.ts';
import type { Host } from '../../core/model/host.ts';
import type { Result } from '../../core/model/result.ts';
import type { Elevator, Executor, Inspector, Quarantine, Reopener, StartIdentity } from '../../core/ports.ts';
import { systemClock } from '../shared/clock.ts';
import type { FileRunStore } from '../shared/run-store.ts';
import { runStore } from '../shared/run-store.ts';
import { recordedComputers } from './computers/index.ts';
import { paceOf } from './pace.ts';
import { playComputer } from './played-computer.ts';
import { playedElevator } from './played-elevator.ts';
import { playRestart } from './played-restart.ts';

/** A recorded computer in the place of this one, with all that a window or a command line needs of a computer. */
export interface ExampleMachine {
  readonly inspector: Inspector;
  /** The same, as who has administrator rights sees it. */
  readonly withRights: Inspector;
  readonly executors: readonly Executor[];
  readonly starts: StartIdentity;
  readonly quarantine: (run: string) => Quarantine;
  readonly own: readonly string[];
  readonly store: FileRunStore;
  readonly reopener: Reopener;
  readonly restart: () => Promise<Result<true>>;
  /** The run that goes on after the restart of this computer. */
  readonly afterRestart: string | undefined;
  /** Undefined where the recorded person had the rights already. */
  readonly elevator: Elevator | undefined;
  /** Takes everything away that was written. Also done when this process ends. */
  close(): void;
}

export interface ExampleOptions {
  readonly desk: Desk;
  /** 1: things take as long as they took; 100: a hundred times as fast. */
  readonly speed: number;
  /** The computer has been restarted: what opens by itself then has to be opened. */
  readonly onRestarted?: () => void;
}

/** What there is to choose from, each with the computer that it is about. */
export const exampleComputers: readonly { readonly name: string; readonly host: Omit<Host, 'example'> }[] =
  Object.entries(recordedComputers).map(([name, { host }]) => ({ name, host }));

/** Runs are kept in a temporary folder of their own, for as long as the example is open. */
export const openExample = (name: string, options: ExampleOptions): ExampleMachine | undefined => {
  const recorded = Object.hasOwn(recordedComputers, name) ? recordedComputers[name] : undefined;
  if (recorded === undefined) return undefined;
  const { desk, speed, onRestarted = () => undefined } = options;
  const pace = paceOf(speed);
  const { inspector, executors, starts, quarantine, restart } = playComputer(name, recorded, pace);
  const played = playRestart(restart, onRestarted);
  const { reopener } = played;
  const folder = mkdtempSync(join(tmpdir(), 'removal-assistant-example-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', close);
  const store = runStore({ stateDir: folder });
  const withRights = inspector({ elevated: true });
  const leftovers = { quarantineOf: quarantine, own: [folder] };
  const clock = systemClock;
  const elevated = { inspector: withRights, executors, starts, store, leftovers, reopener, clock };
  return {
    inspector: inspector(),
    withRights,
    executors,
    starts,
    quarantine,
    own: [folder],
    store,
    reopener,
    restart: played.restart,
    get afterRestart() {
      return played.afterRestart();
    },
    elevator: recorded.host.elevated ? undefined : playedElevator({ desk, machine: elevated }, pace),
    close: () => {
      process.off('exit', close);
      close();
    },
  };
};
