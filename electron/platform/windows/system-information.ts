import { systemInformation } from '../shared/system-information.ts';
import type { WindowsMachine } from './machine.ts';

type SystemInformation = Awaited<ReturnType<typeof systemInformation>>;

/** Windows PowerShell alone takes a second to start on a slow computer. In milliseconds. */
const patienceMs = 3_000;

export interface Asking {
  readonly load: () => Promise<SystemInformation>;
  readonly patienceMs: number;
}

const usualAsking: Asking = { load: systemInformation, patienceMs };

/**
 * What systeminformation answers; undefined when it fails, takes too long or is not asked. It asks Windows PowerShell,
 * found through the environment, which loads modules from folders of the person: a process with administrator rights
 * would run what that person's programs put there, so it never asks, nor does one that cannot tell its own rights.
 */
export const askSystemInformation = async <T>(
  { api }: Pick<WindowsMachine, 'api'>,
  ask: (library: SystemInformation) => Promise<T>,
  { load, patienceMs: patience }: Asking = usualAsking,
): Promise<T | undefined> => {
  const rights = api.ownRights();
  if (rights.kind !== 'ok' || rights.value.isAdministrator) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([load().then(ask), tooLong]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};
