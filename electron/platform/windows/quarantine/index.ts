import type { Quarantine } from '../../../core/ports.ts';
import { quarantineIn } from '../../shared/quarantine/quarantine.ts';
import type { Forgotten } from '../api/delete-service.ts';
import { forgetService } from '../api/delete-service.ts';
import { liveDrives } from '../api/nt-entries.ts';
import { liveHives } from '../api/nt-keys.ts';
import { windowsPath } from '../local-path.ts';
import type { Told, WindowsMachine } from '../machine.ts';
import { openWindowsMachine } from '../this-machine.ts';
import { branchKeeper } from './branch-keeper.ts';
import { driverStateOf } from './driver-state.ts';
import { emptyKeyKeeper } from './empty-key-keeper.ts';
import { filesKeeper } from './files-keeper.ts';
import { filterKeeper } from './filter-keeper.ts';
import { folderKeeper } from './folder-keeper.ts';
import { giveTimesBack } from './folder-times.ts';
import type { Drives } from './held-entry.ts';
import type { Hives } from './held-key.ts';
import { serviceKeeper } from './service-keeper.ts';

/** What changes a Windows, by things that are held and not by their names. */
export interface Hands {
  readonly drives: Drives;
  readonly hives: Hives;
  readonly forget: (name: string) => Told<Forgotten>;
}

const ownHands: Hands = { drives: liveDrives, hives: liveHives, forget: forgetService };

/** The quarantine of a run on Windows, in the folder of that run. */
export const windowsQuarantine = (
  run: string,
  folder: string,
  machine: WindowsMachine = openWindowsMachine(),
  { drives, hives, forget }: Hands = ownHands,
): Quarantine =>
  quarantineIn({
    run,
    folder,
    keepers: [
      filterKeeper({ hives, driverOf: driverStateOf(machine) }),
      serviceKeeper({ hives, states: () => machine.api.serviceStates(), forget }),
      branchKeeper(hives),
      emptyKeyKeeper(hives),
      filesKeeper({ drives, onDrive: (local) => windowsPath(machine, local), quarantineFolder: folder }),
      folderKeeper(drives),
    ],
    giveTimesBack: (told, remade) => giveTimesBack(drives, told, remade),
  });
