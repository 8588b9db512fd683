import { resolve } from 'node:path';
import type { Elevator, Executor, Inspector, Quarantine, Reopener, StartIdentity } from '../core/ports.ts';
import { linuxElevator } from '../platform/linux/elevator.ts';
import { linuxExecutors } from '../platform/linux/executors/index.ts';
import { linuxInspector } from '../platform/linux/index.ts';
import { linuxQuarantine } from '../platform/linux/quarantine/index.ts';
import { macosElevator } from '../platform/macos/elevator.ts';
import { macosExecutors } from '../platform/macos/executors/index.ts';
import { macosInspector } from '../platform/macos/index.ts';
import { macosQuarantine } from '../platform/macos/quarantine.ts';
import { macosStarts } from '../platform/macos/starts.ts';
import { linuxReopener } from '../platform/linux/reopen.ts';
import { restartLinux } from '../platform/linux/restart.ts';
import { macosReopener } from '../platform/macos/reopen.ts';
import { restartMac } from '../platform/macos/restart.ts';
import { windowsReopener } from '../platform/windows/reopen/index.ts';
import { restartWindows } from '../platform/windows/restart.ts';
import { unfinishedRunOf } from '../platform/shared/latest-run.ts';
import type { ReopenProgram } from '../platform/shared/reopen/own-program.ts';
import type { Restart } from '../platform/shared/restart.ts';
import { accountHere } from '../platform/shared/account.ts';
import { namedByKernel, readBootId } from '../platform/shared/boot-id.ts';
import type { OwnPlace } from '../platform/shared/own-program.ts';
import { ownCommand } from '../platform/shared/own-program.ts';
import { runStore } from '../platform/shared/run-store.ts';
import { windowsElevator } from '../platform/windows/elevation/elevator.ts';
import { windowsExecutors } from '../platform/windows/executors/index.ts';
import { windowsInspector } from '../platform/windows/index.ts';
import { windowsQuarantine } from '../platform/windows/quarantine/index.ts';
import { windowsStarts } from '../platform/windows/starts.ts';
import { openWindowsMachine } from '../platform/windows/this-machine.ts';
import type { Machine } from './services.ts';

interface System {
  readonly inspector: Inspector;
  readonly executors: () => readonly Executor[];
  readonly starts: StartIdentity;
  readonly elevator?: (place: OwnPlace) => Elevator;
  readonly reopener?: (own: () => ReopenProgram) => Reopener;
  readonly restart: Restart;
  /** Undefined where nothing can set leftovers aside yet. */
  readonly quarantine?: (run: string, folder: string) => Quarantine;
}

/** What looks at each kind of computer. One line a system. */
const systems: { readonly [P in NodeJS.Platform]?: System } = {
  linux: {
    inspector: linuxInspector,
    executors: linuxExecutors,
    starts: namedByKernel(readBootId),
    elevator: (place) => linuxElevator({ place }),
    quarantine: linuxQuarantine,
    reopener: (own) => linuxReopener({ own }),
    restart: restartLinux(),
  },
  darwin: {
    inspector: macosInspector,
    executors: macosExecutors,
    starts: macosStarts(),
    elevator: () => macosElevator(),
    quarantine: macosQuarantine,
    reopener: (own) => macosReopener({ own }),
    restart: restartMac(),
  },
  win32: {
    inspector: windowsInspector,
    executors: windowsExecutors,
    starts: windowsStarts(() => openWindowsMachine().api),
    elevator: (place) => windowsElevator({ place, machine: openWindowsMachine }),
    reopener: (own) => windowsReopener({ open: openWindowsMachine, own }),
    restart: restartWindows(),
    quarantine: windowsQuarantine,
  },
};

/** What looks at this kind of computer, or undefined where nothing does yet. `stateDir`: undefined for the usual one. */
export const machineOf = (
  platform: NodeJS.Platform,
  stateDir: string | undefined,
  place: OwnPlace,
  afterRestart?: string,
): Machine | undefined => {
  const system = systems[platform];
  if (system === undefined) return undefined;
  const { inspector, executors, starts, elevator, quarantine, reopener, restart } = system;
  const store = runStore({ stateDir });
  const account = accountHere();
  return {
    inspector,
    program: ownCommand(place, platform),
    executors: executors(),
    starts,
    account,
    store,
    elevator: elevator?.(place),
    reopener: stateDir === undefined ? reopener?.(() => ownWindow(place)) : undefined,
    restart,
    afterRestart,
    unfinishedRun: (host) => unfinishedRunOf(store, host),
    quarantine: quarantine && ((run) => quarantine(run, store.folderOf(run))),
    own: [store.folder, process.execPath, place.app, place.resources].map((path) => resolve(path)),
  };
};

/** This window; of a checkout, Electron and the folder of the app. */
const ownWindow = ({ isPackaged, app }: OwnPlace): ReopenProgram => {
  const args = isPackaged ? [] : [app];
  return { opens: 'window', command: process.execPath, args, files: [process.execPath] };
};
