import type { Row } from '../../electron/core/model/tables.ts';
import type { Dice } from '../corpus/dice.ts';
import type { ModelTree } from './model.ts';

/** Innocent things that careless removers have taken, or would take by a name. */

const documents = [
  'Documents/kaspersky-licence-2019.txt',
  'Documents/Kaspersky Lab/offer.pdf',
  'Documents/why-kaspersky-has-to-go.odt',
  'Desktop/kaspersky.url',
  'Desktop/Kaspersky',
  'Downloads/kesl_12.0.0.deb',
  'Downloads/klnagent64.deb',
  'Downloads/opt/kaspersky/kesl/x',
  'Downloads/kaspersky/kesl/setup',
  'Pictures/kaspersky museum.jpg',
  '.config/kaspersky-theme.conf',
  '.local/share/Kaspersky/save.dat',
  'src/kaspersky-removal/plan.md',
  'backup/opt/kaspersky/kesl/bin/kesl',
];

/** Names that look like the vendor's: longer, shorter, in another case, with one letter of another alphabet. */
const lookAlikes = [
  '/opt/kasperskyish/readme',
  '/opt/Kaspersky/readme',
  '/opt/KASPERSKY/kesl/x',
  '/opt/kаspersky/kesl/x',
  '/opt/kaspersкy/kesl/x',
  '/opt/kaspersky-old/kesl/x',
  '/opt/kaspersky.bak/kesl/x',
  '/opt/kaspersky2/x',
  '/opt/kaspersky /x',
  '/opt/kaspersk/x',
  '/opt/klab/x',
  '/opt/klnagent64/bin/x',
  '/opt/kesl/x',
  '/var/opt/kaspersky_backup/x',
  '/var/opt/Kaspersky Lab/x',
  '/var/log/kaspersky.log',
  '/var/log/kaspersky-removal.log',
  '/etc/opt/kaspersky.conf',
  '/etc/kaspersky/notes',
  '/srv/opt/kaspersky/kesl/x',
  '/srv/kaspersky/opt/kaspersky/x',
  '/mnt/old-disk/opt/kaspersky/kesl/x',
  '/etc/systemd/system/kesld.service',
  '/etc/systemd/system/kesl.service.bak',
  '/etc/systemd/system/kesl@.service',
  '/etc/systemd/system/kеsl.service',
  '/etc/systemd/system/klnagent.timer',
  '/etc/init.d/kesl-foo',
  '/etc/init.d/kess-web',
  '/usr/bin/kesl',
  '/usr/bin/kesl-control.old',
  '/usr/bin/klist',
  '/usr/local/kpsnx/x',
];

/** A vendor called "Update", other protection, shared parents and their other tenants, and this very tool. */
const others = [
  '/opt/Update/bin/update',
  '/opt/update/Update.exe',
  '/etc/systemd/system/update.service',
  '/usr/lib/update/update',
  '/var/opt/Update/kaspersky/cache',
  '/opt/avast/bin/avast',
  '/opt/avast/kaspersky/engine.so',
  '/opt/eset/esets/lib/x',
  '/var/opt/eset/quarantine/1',
  '/opt/sophos-spl/base/x',
  '/var/lib/clamav/main.cvd',
  '/opt/drweb/kaspersky-import/x',
  '/opt/google/chrome/chrome',
  '/var/opt/other/data',
  '/etc/opt/other/settings',
  '/var/log/syslog',
  '/var/lib/dpkg/info/kesl.list',
  '/var/lib/removal-assistant/runs/20261126-100000-000001/journal.jsonl',
  '/var/lib/removal-assistant/runs/20261126-100000-000001/quarantine/0001/kept/x',
  '/etc/passwd',
];

export interface Decoys {
  readonly count: number;
  readonly units: readonly Row<'units'>[];
  readonly packages: readonly Row<'packages'>[];
  readonly processes: readonly Row<'processes'>[];
  readonly accounts: readonly Row<'accounts'>[];
}

/** At least forty of them on every computer. */
export const decoysAround = (dice: Dice, tree: ModelTree): Decoys => {
  const people = dice.some(['anna', 'bert', 'Оля', 'kaspersky'], 1 + dice.int(2));
  const paths = [
    ...people.flatMap((person) => dice.some(documents, 8).map((path) => `/home/${person}/${path}`)),
    ...dice.some(lookAlikes, 22),
    ...dice.some(others, 12),
  ];
  for (const path of paths) tree.file(path, `somebody's ${path}`);
  tree.link('/home/anna-link', '/opt/kaspersky');
  const units: Row<'units'>[] = [
    {
      name: 'update.service',
      path: '/etc/systemd/system/update.service',
      program: '/opt/Update/bin/update',
      state: 'running',
    },
    { name: 'klogd-lite.service', program: '/usr/sbin/klogd', state: 'running' },
  ];
  if (dice.chance(0.4)) {
    // Somebody else's program of the same short name.
    tree.file('/etc/systemd/system/kess.service', 'KDE');
    tree.file('/usr/bin/kess', 'KDE');
    units.push({
      name: 'kess.service',
      path: '/etc/systemd/system/kess.service',
      program: '/usr/bin/kess',
      state: 'stopped',
    });
  }
  return {
    count: paths.length + 1 + 4 + units.length,
    units,
    packages: [
      {
        name: 'friends',
        publisher: 'Friends of Kaspersky <f@example.org>',
        manager: 'dpkg',
        state: 'installed',
        version: '1',
      },
      {
        name: 'kess',
        publisher: 'KDE Extras <kde@example.org>',
        manager: 'dpkg',
        state: 'installed',
        version: '1',
      },
    ],
    processes: [{ name: 'vim kaspersky.txt', path: '/usr/bin/vim', pid: 5 }],
    accounts: [
      { name: 'kesladmins', kind: 'group', id: '1500' },
      { name: 'kesl', kind: 'user', id: '1501' },
      { name: 'кesluser', kind: 'group', id: '1502' },
      { name: 'kaspersky', kind: 'group', id: '1503' },
    ],
  };
};
