import type { WindowsApi } from '../machine.ts';
import { access } from './access.ts';
import { installer } from './installer.ts';
import { ownRights } from './own-rights.ts';
import { processes } from './processes.ts';
import { serviceStates } from './services.ts';
import { signature } from './signature.ts';
import { startMark } from './start-mark.ts';
import { systemFacts } from './system-facts.ts';

/** The running Windows. Nothing is loaded before the first question; elsewhere every answer is `failed`. */
export const windowsApi: WindowsApi = {
  serviceStates,
  processes,
  access,
  ownRights,
  systemFacts,
  installer,
  signature,
  startMark,
};
