import { exec } from '../exec.ts';
import { windowsApi } from './api/index.ts';
import { liveRegistry } from './api/live-registry.ts';
import type { WindowsMachine } from './machine.ts';

/** The Windows that this program runs on. Opens and loads nothing; the first question to it does. */
export const openWindowsMachine = (): WindowsMachine => ({
  registry: liveRegistry(),
  api: windowsApi,
  exec,
  root: undefined,
});
