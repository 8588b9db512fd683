import { lstat } from 'node:fs/promises';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import type { Machine } from '../machine.ts';
import { pathIn, readerTimeoutMs } from '../machine.ts';

const unitPlaces = /^\/(?:etc|run|usr\/lib|lib)\/systemd\/|^\/etc\/(?:init\.d|rc\d\.d)\//;
const unitName = /\/([A-Za-z0-9@_.-]+\.(?:service|timer|socket|path))(?:\.d)?$/;

/**
 * systemd keeps what it has read of a unit. It reads everything again when a unit's file went or came back, and forgets
 * that one failed which is not there any more. Nothing starts or stops by that.
 */
export const tellSystemd =
  (machine: Machine) =>
  async (items: readonly LeftoverItem[]): Promise<void> => {
    const paths = items.flatMap((item) =>
      item.kind === 'files' && unitPlaces.test(item.path) ? [item.path] : [],
    );
    if (paths.length === 0 || !(await isBooted(machine))) return;
    const systemctl = (...args: readonly string[]) =>
      machine.exec({ command: 'systemctl', args, timeoutMs: readerTimeoutMs });
    await systemctl('daemon-reload');
    for (const path of paths) {
      const name = unitName.exec(path)?.[1];
      // Fails for a unit that is not loaded, which is what is wanted.
      if (name !== undefined) await systemctl('reset-failed', '--', name);
    }
  };

const isBooted = async (machine: Machine): Promise<boolean> => {
  try {
    return (await lstat(pathIn(machine, '/run/systemd/system'))).isDirectory();
  } catch {
    return false;
  }
};
