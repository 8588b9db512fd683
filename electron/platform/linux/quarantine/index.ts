import type { Quarantine } from '../../../core/ports.ts';
import { linuxCopyTools } from '../../shared/quarantine/copy-tools.ts';
import { filesKeeper } from '../../shared/quarantine/files-keeper.ts';
import { giveTimesBack } from '../../shared/quarantine/folder-times.ts';
import { folderKeeper } from '../../shared/quarantine/folder-keeper.ts';
import { foldersByNumber } from '../../shared/quarantine/held-folders.ts';
import { quarantineIn } from '../../shared/quarantine/quarantine.ts';
import type { Machine } from '../machine.ts';
import { thisMachine } from '../machine.ts';
import { groupKeeper } from './groups.ts';
import { readMounts } from './mounts.ts';
import { packageOwners } from './package-files.ts';
import { tellSystemd } from './tell-systemd.ts';

/** The quarantine of a run on Linux, in the folder of that run. */
export const linuxQuarantine = (run: string, folder: string, machine: Machine = thisMachine): Quarantine => {
  const parts = {
    folders: foldersByNumber(machine.root),
    ours: foldersByNumber(),
    tools: linuxCopyTools(machine.exec),
    owners: packageOwners(machine),
    mounts: () => readMounts(machine.root),
    quarantineFolder: folder,
  };
  return quarantineIn({
    run,
    folder,
    keepers: [filesKeeper(parts), folderKeeper(parts), groupKeeper(machine)],
    giveTimesBack: (told, remade) => giveTimesBack(parts, told, remade),
    tell: tellSystemd(machine),
  });
};
