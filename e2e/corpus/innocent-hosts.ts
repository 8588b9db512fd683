import type { Dice } from './dice.ts';
import type { LabelledHost } from './host.ts';
import { labelled } from './host.ts';
import { foreignPrograms } from './innocent-programs.ts';
import { foreignRows, windowsAround } from './innocents.ts';
import { linuxAround } from './linux-around.ts';
import { macAround } from './macos.ts';
import { hosts } from './machines.ts';

/** Computers without Kaspersky, among them one that holds every foreign program at once. */
export const innocentHosts = (dice: Dice): LabelledHost[] => [
  labelled('windows/innocent/everything', hosts.windows(dice), foreignRows(dice, foreignPrograms.length), []),
  ...Array.from({ length: 40 }, (_, at) =>
    labelled(`windows/innocent/${at}`, hosts.windows(dice), windowsAround(dice, 30), []),
  ),
  ...Array.from({ length: 8 }, (_, at) =>
    labelled(`linux/innocent/${at}`, hosts.linux(dice), linuxAround(dice), []),
  ),
  ...Array.from({ length: 8 }, (_, at) =>
    labelled(`macos/innocent/${at}`, hosts.macos(dice), macAround(dice), []),
  ),
];
