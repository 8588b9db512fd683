import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { folders, linuxPackage, unit } from './linux.ts';

/** What stays on Linux after a removal. */
export const linuxLeftovers = (dice: Dice): readonly (readonly [string, Part])[] => {
  const of = (productId: string, rows: Rows, version?: string): Part => ({
    rows,
    products: [{ productId, version, status: 'leftovers' }],
  });
  const loose = (rows: Rows): Part => ({ rows, products: [], loose: true, may: ['linux-unknown'] });
  return [
    [
      'purged without its data',
      of(
        'linux-kesl',
        folders('/var/opt/kaspersky', '/var/opt/kaspersky/kesl', '/var/opt/kaspersky/kesl/install_12.1.0'),
      ),
    ],
    [
      'config-files',
      of('linux-kesl', linuxPackage(dice, 'dpkg', 'kesl', '12.1.0-1297', 'config-files'), '12.1.0-1297'),
    ],
    [
      'config-files of the agent',
      of(
        'linux-nagent',
        linuxPackage(dice, 'dpkg', 'klnagent64', '15.1.0-20748', 'config-files'),
        '15.1.0-20748',
      ),
    ],
    [
      'unit without program',
      of('linux-kesl', unit('kesl.service', '/opt/kaspersky/kesl/libexec/kesl', 'file-missing')),
    ],
    [
      'dead unit of the agent',
      of('linux-nagent', unit('klnagent64.service', '/opt/kaspersky/klnagent64/sbin/klnagent', 'not-found')),
    ],
    [
      'drop-in',
      of('linux-kesl', {
        files: [
          { path: '/etc/systemd/system/kesl.service.d', kind: 'folder' },
          { path: '/etc/systemd/system/kesl.service', kind: 'file' },
        ],
      }),
    ],
    ['server data', of('linux-ksc', folders('/var/lib/ksc-web-console', '/var/opt/kaspersky/klnagent_srv'))],
    ['mail data', of('linux-klms', folders('/var/opt/kaspersky/klms', '/var/opt/kaspersky/klms/postgresql'))],
    ['vendor folder alone', loose(folders('/opt/kaspersky'))],
    ['log folder alone', loose(folders('/var/log/kaspersky'))],
    ['folder of no known product', loose(folders('/opt/kaspersky', '/opt/kaspersky/newthing'))],
  ];
};
