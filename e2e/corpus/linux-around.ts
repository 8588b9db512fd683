import type { Dice } from './dice.ts';
import type { Rows } from './host.ts';

/** A Linux machine as it is used, without a trace of Kaspersky's products. */
export const linuxAround = (dice: Dice): Rows => ({
  packages: dice
    .some(
      [
        'bash',
        'coreutils',
        'kavita',
        'klibc-utils',
        'kleopatra',
        'kpmcore',
        'keepassxc',
        'clamav',
        'epa-tools',
        'nagios-agent',
        'kesl-doc-fan',
        'firefox-esr',
        'krb5-user',
      ],
      8,
    )
    .map((name) => ({
      name,
      version: `${dice.int(9)}.${dice.int(20)}-1`,
      publisher: 'Debian Maintainers <m@debian.org>',
      manager: 'dpkg',
      state: 'installed',
    })),
  units: [
    {
      name: 'ssh.service',
      state: 'running',
      path: '/usr/lib/systemd/system/ssh.service',
      program: '/usr/sbin/sshd',
    },
    {
      name: 'klogd.service',
      state: 'running',
      path: '/usr/lib/systemd/system/klogd.service',
      program: '/sbin/klogd',
    },
  ],
  processes: [
    { name: 'sshd', path: '/usr/sbin/sshd', pid: 5 },
    { name: 'kav', path: '/home/user/bin/kav', pid: 6 },
    { name: 'less', path: '/usr/bin/less', pid: 7 },
  ],
  files: [
    { path: '/opt/google', kind: 'folder' },
    { path: '/home/user/Downloads/kesl_12.1.0-1297_amd64.deb', kind: 'file' },
    { path: '/home/user/Kaspersky', kind: 'folder' },
    { path: '/opt/kasper', kind: 'folder' },
  ],
  kernelModules: [
    { name: 'kvm', state: 'live' },
    { name: 'klp_test', state: 'live' },
  ],
});
