import type { Row } from '../../../core/model/tables.ts';
import type { RecordedComputer } from '../recorded.ts';

const vendor = 'Kaspersky Lab <support@kaspersky.com>';
const packageRow = (name: string, version: string, publisher: string): Row<'packages'> => ({
  name,
  version,
  publisher,
  manager: 'dpkg',
  state: 'installed',
});
const folder = (path: string): Row<'files'> => ({ path, kind: 'folder' });
const unit = (name: string, program: string): Row<'units'> => ({
  name: `${name}.service`,
  state: 'running',
  path: `/lib/systemd/system/${name}.service`,
  program,
});

const kesl = 'package:dpkg:kesl';
const agent = 'package:dpkg:klnagent64';

const aroundPackages = [
  'adduser apt base-files bash bsdutils ca-certificates coreutils cron curl dash dbus debconf dpkg e2fsprogs findutils gpgv',
  'grep gzip hostname init iproute2 iptables kmod less libc6 libssl3 login logrotate mount nano ncurses-base netbase nginx',
  'openssh-server openssl passwd perl-base postgresql-15 procps python3 rsyslog sed sudo systemd sysvinit-utils tar tzdata',
  'udev ufw unattended-upgrades util-linux vim-common wget zlib1g klibc-utils',
]
  .flatMap((line) => line.split(' '))
  .map((name) => packageRow(name, '12', 'Debian Maintainers <debian-devel@lists.debian.org>'));

/** A small company's server in a rack: Endpoint Security for Linux and the agent, reached by an administrator. */
export const debianServer: RecordedComputer = {
  host: {
    os: 'linux',
    version: 'Debian GNU/Linux 12 (bookworm)',
    arch: 'x64',
    elevated: true,
    name: 'srv-files-01',
    server: true,
    freeBytes: 41_000_000_000,
  },
  places: [
    'packages',
    'units',
    'processes',
    'files',
    'kernelModules',
    'accounts',
    'packageSources',
    'certificates',
    'browserExtensions',
  ],
  life: [
    {
      rows: {
        packages: aroundPackages,
        units: ['ssh', 'nginx', 'cron', 'postgresql', 'rsyslog'].map((name) =>
          unit(name, `/usr/sbin/${name}`),
        ),
        processes: ['systemd', 'sshd', 'nginx', 'postgres', 'cron'].map((name, at) => ({
          name,
          path: `/usr/sbin/${name}`,
          pid: 1 + 310 * at,
        })),
        accounts: [
          { name: 'root', kind: 'user', id: '0' },
          { name: 'www-data', kind: 'user', id: '33' },
          { name: 'kesladmin', kind: 'group', id: '998' },
        ],
        packageSources: [
          {
            path: '/etc/apt/sources.list.d/debian.sources',
            address: 'https://deb.debian.org/debian',
            manager: 'apt',
            state: 'enabled',
          },
        ],
        files: [
          folder('/var/opt/kaspersky'),
          folder('/var/opt/kaspersky/kesl'),
          { path: '/var/opt/kaspersky/kesl/settings.db', kind: 'file', size: 2_400_000 },
          folder('/var/log/kaspersky'),
          folder('/var/log/kaspersky/kesl'),
          { path: '/var/log/kaspersky/kesl/install.log', kind: 'file', size: 71_000 },
        ],
      },
    },
    {
      until: kesl,
      rows: {
        packages: [packageRow('kesl', '12.1.0-1508', vendor)],
        units: [unit('kesl', '/opt/kaspersky/kesl/libexec/kesl')],
        processes: [{ name: 'kesl', path: '/opt/kaspersky/kesl/libexec/kesl', pid: 1412 }],
        files: [folder('/opt/kaspersky'), folder('/opt/kaspersky/kesl')],
      },
    },
    {
      until: agent,
      rows: {
        packages: [packageRow('klnagent64', '15.1.0-20748', vendor)],
        units: [unit('klnagent64', '/opt/kaspersky/klnagent64/sbin/klnagent')],
        processes: [{ name: 'klnagent', path: '/opt/kaspersky/klnagent64/sbin/klnagent', pid: 1398 }],
        files: [folder('/opt/kaspersky/klnagent64')],
      },
    },
  ],
  recordings: {
    [kesl]: {
      seconds: 14,
      lines: [
        'Reading package lists...',
        'The following packages will be REMOVED: kesl*',
        'Removing kesl (12.1.0-1508) ...',
        'Stopping kesl.service ...',
        'Purging configuration files for kesl (12.1.0-1508) ...',
      ],
      exitCode: 0,
    },
    [agent]: {
      seconds: 7,
      lines: [
        'Reading package lists...',
        'Removing klnagent64 (15.1.0-20748) ...',
        'Purging configuration files for klnagent64 (15.1.0-20748) ...',
      ],
      exitCode: 0,
    },
  },
};
