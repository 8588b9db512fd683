import type { Quarantine } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';
import { filesKeeper } from '../shared/quarantine/files-keeper.ts';
import { giveTimesBack } from '../shared/quarantine/folder-times.ts';
import { folderKeeper } from '../shared/quarantine/folder-keeper.ts';
import { foldersByTrust } from '../shared/quarantine/held-folders.ts';
import { quarantineIn } from '../shared/quarantine/quarantine.ts';
import { writersIn } from './executors/trusted-path.ts';

/**
 * The quarantine of a run on a Mac. There is no way to an entry but its path, so nothing is taken out of a folder in
 * which others than root may write, and nothing to another volume.
 */
export const macosQuarantine = (run: string, folder: string, machine: Machine = thisMachine): Quarantine => {
  const parts = {
    folders: foldersByTrust(machine.root, (path) => writersOf(machine, path)),
    ours: foldersByTrust('/', (path) => writersOf(machine, path)),
    tools: undefined,
    quarantineFolder: folder,
  };
  return quarantineIn({
    run,
    folder,
    keepers: [filesKeeper(parts), folderKeeper(parts)],
    giveTimesBack: (told, remade) => giveTimesBack(parts, told, remade),
  });
};

const writersOf = async (machine: Machine, path: string): Promise<readonly string[]> => {
  const result = await machine.exec({ command: '/bin/ls', args: ['-lde', path], timeoutMs: readerTimeoutMs });
  const trouble = troubleOf('ls', result);
  if (trouble !== undefined) return [trouble.why];
  return result.kind === 'exited' ? writersIn(result.stdout.text) : [];
};
