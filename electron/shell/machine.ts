import { linuxExecutors } from '../platform/linux/executors/index.ts';
import { linuxInspector } from '../platform/linux/index.ts';
import { runStore } from '../platform/shared/run-store.ts';
import type { Machine } from './services.ts';

/** What looks at this kind of computer, or undefined where nothing does yet. `stateDir`: undefined for the usual one. */
export const machineOf = (platform: NodeJS.Platform, stateDir: string | undefined): Machine | undefined =>
  platform === 'linux'
    ? { inspector: linuxInspector, executors: linuxExecutors(), store: runStore({ stateDir }) }
    : undefined;
