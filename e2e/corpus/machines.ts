import type { Host } from '../../electron/core/model/host.ts';
import type { Dice } from './dice.ts';

const names = ['PC-0412', 'DESKTOP-9QK2', 'anna-laptop', 'KASPERSKY-TEST', 'kes-box', 'Büro 3', 'ПК-7'];

export const hosts: Readonly<Record<Host['os'], (dice: Dice) => Host>> = {
  windows: (dice) => ({
    os: 'windows',
    version: dice.pick([
      'Windows 11 Pro 24H2',
      'Windows 10 Home 22H2',
      'Windows 7 Professional SP1',
      'Windows 11 Enterprise 25H2',
    ]),
    arch: dice.pick(['x64', 'x64', 'arm64', 'x86']),
    elevated: true,
    name: dice.pick(names),
    freeBytes: 80_000_000_000,
  }),
  macos: (dice) => ({
    os: 'macos',
    version: dice.pick(['macOS 15.1', 'macOS 13.6', 'macOS 26.0']),
    arch: dice.pick(['arm64', 'x64']),
    elevated: true,
    name: dice.pick(names),
  }),
  linux: (dice) => ({
    os: 'linux',
    version: dice.pick([
      'Debian GNU/Linux 12 (bookworm)',
      'AlmaLinux 9.4',
      'Astra Linux 1.7',
      'Ubuntu 24.04 LTS',
    ]),
    arch: 'x64',
    elevated: true,
    name: dice.pick(names),
  }),
};
