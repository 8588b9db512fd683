import type { Host } from '../model/host.ts';
import type { Action } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import { okReading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { Row, TableName } from '../model/tables.ts';

/** Snapshots for tests, written the way a Debian machine answers. */

export const kasperskyMaintainer = 'Kaspersky Lab <support@kaspersky.com>';

export const debian: Host = {
  os: 'linux',
  version: 'Debian GNU/Linux 12 (bookworm)',
  arch: 'x64',
  elevated: true,
  name: 'pc1',
  freeBytes: 50_000_000_000,
};

type Rows = { readonly [T in TableName]?: readonly Row<T>[] };

const required = ['processes', 'files', 'packages', 'units'] as const;

/** A Debian host that could be looked at whole, with these rows; `readings` replaces whole answers. */
export const debianSnapshot = (
  rows: Rows = {},
  host: Partial<Host> = {},
  readings: Readonly<Partial<Record<TableName, Reading>>> = {},
): Snapshot => ({
  schema: snapshotSchemaName,
  takenAt: '2026-11-23T10:00:00.000Z',
  host: { ...debian, ...host },
  readings: {
    ...Object.fromEntries(required.map((table) => [table, okReading([])])),
    ...Object.fromEntries(Object.entries(rows).map(([table, some]) => [table, okReading<unknown>(some)])),
    ...readings,
  },
});

export const packageRow = (name: string, more: Row<'packages'> = {}): Row<'packages'> => ({
  name,
  version: '12.1.0-1297',
  publisher: kasperskyMaintainer,
  manager: 'dpkg',
  state: 'installed',
  ...more,
});

/** The packages that a plan removes, in its order. */
export const plannedPackages = (actions: readonly Action[]): readonly string[] =>
  actions.flatMap((action) => (action.kind === 'remove-package' ? [action.package] : []));

/** Endpoint Security with its interface and the agent, running. */
export const managedRows: Rows = {
  packages: [packageRow('kesl'), packageRow('kesl-gui'), packageRow('klnagent64', { version: '15.0.0-1' })],
  units: [
    { name: 'kesl.service', state: 'running', program: '/opt/kaspersky/kesl/libexec/kesl' },
    { name: 'klnagent64.service', state: 'running', program: '/opt/kaspersky/klnagent64/sbin/klnagent' },
  ],
  processes: [{ name: 'kesl', path: '/opt/kaspersky/kesl/libexec/kesl', pid: 412 }],
  files: [
    { path: '/opt/kaspersky', kind: 'folder' },
    { path: '/opt/kaspersky/kesl', kind: 'folder' },
    { path: '/var/opt/kaspersky/kesl/install-current', kind: 'file' },
  ],
};

/** What a purge leaves: run-time files and the memory of a package. */
export const leftoverRows: Rows = {
  packages: [packageRow('kesl', { state: 'config-files' })],
  files: [
    { path: '/var/opt/kaspersky', kind: 'folder' },
    { path: '/var/opt/kaspersky/kesl', kind: 'folder' },
    { path: '/var/opt/kaspersky/kesl/install_12.1.0', kind: 'folder' },
  ],
};

/** Names that look like the vendor's and are somebody else's. */
export const innocentRows: Rows = {
  packages: [
    packageRow('kess', { publisher: 'KDE Extras Team <kde@example.org>' }),
    packageRow('kesl', { publisher: 'Somebody Else <me@example.org>' }),
    packageRow('klist-tools', { publisher: 'Debian <d@example.org>' }),
    packageRow('kavita', { publisher: 'Kavita <k@example.org>' }),
    packageRow('friends', { publisher: 'Friends of Kaspersky <f@example.org>' }),
  ],
  units: [
    { name: 'klogd-lite.service', state: 'running', program: '/usr/sbin/klogd' },
    { name: 'kess.service', state: 'running', program: '/usr/bin/kess' },
  ],
  processes: [
    { name: 'kesl', path: '/home/user/bin/kesl', pid: 77 },
    { name: 'vim kaspersky.txt', path: '/usr/bin/vim', pid: 78 },
  ],
  files: [
    { path: '/opt/kasperskyish/readme', kind: 'file' },
    { path: '/opt/klab', kind: 'folder' },
    { path: '/home/user/Downloads/kesl_12.0.0.deb', kind: 'file' },
    { path: '/opt/kaspersky/../../home/user', kind: 'folder' },
  ],
};
