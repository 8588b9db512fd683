import type { Executor, Inspector } from '../core/ports.ts';
import { linuxExecutors } from '../platform/linux/executors/index.ts';
import { linuxInspector } from '../platform/linux/index.ts';
import { macosExecutors } from '../platform/macos/executors/index.ts';
import { macosInspector } from '../platform/macos/index.ts';
import { runStore } from '../platform/shared/run-store.ts';
import type { Machine } from './services.ts';

interface System {
  readonly inspector: Inspector;
  readonly executors: () => readonly Executor[];
}

/** What looks at each kind of computer. One line a system. */
const systems: { readonly [P in NodeJS.Platform]?: System } = {
  linux: { inspector: linuxInspector, executors: linuxExecutors },
  darwin: { inspector: macosInspector, executors: macosExecutors },
};

/** What looks at this kind of computer, or undefined where nothing does yet. `stateDir`: undefined for the usual one. */
export const machineOf = (platform: NodeJS.Platform, stateDir: string | undefined): Machine | undefined => {
  const system = systems[platform];
  if (system === undefined) return undefined;
  return { inspector: system.inspector, executors: system.executors(), store: runStore({ stateDir }) };
};
