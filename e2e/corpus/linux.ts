import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { mergeRows } from './host.ts';

/** Kaspersky's products as Debian-like and Red-Hat-like machines show them. */

type Manager = 'dpkg' | 'rpm';
const vendors: Record<Manager, readonly string[]> = {
  dpkg: [
    'Kaspersky Lab <support@kaspersky.com>',
    'AO Kaspersky Lab <support@kaspersky.com>',
    'Kaspersky <support@kaspersky.com>',
  ],
  rpm: ['Kaspersky Lab', 'AO Kaspersky Lab', 'Kaspersky', 'АО "Лаборатория Касперского"'],
};

export const linuxPackage = (
  dice: Dice,
  manager: Manager,
  name: string,
  version: string,
  state?: string,
): Rows => ({
  packages: [
    {
      name,
      version,
      publisher: dice.pick(vendors[manager]),
      manager,
      ...(state === undefined ? (manager === 'dpkg' ? { state: 'installed' } : {}) : { state }),
    },
  ],
});

export const unit = (name: string, program: string, state = 'running'): Rows => ({
  units: [{ name, state, path: `/usr/lib/systemd/system/${name}`, program }],
});
const process = (path: string): Rows => ({
  processes: [{ name: path.slice(path.lastIndexOf('/') + 1), path, pid: 900 }],
});
export const folders = (...paths: readonly string[]): Rows => ({
  files: paths.map((path) => ({ path, kind: 'folder' })),
});

interface LinuxLine {
  readonly id: string;
  readonly names: readonly string[];
  readonly versions: readonly string[];
  readonly status: 'installed' | 'report-only' | 'vendor-tool';
  readonly rows: Rows;
}

const daemon = (name: string): Rows =>
  mergeRows(
    unit(`${name}.service`, `/opt/kaspersky/${name}/libexec/${name}`),
    process(`/opt/kaspersky/${name}/libexec/${name}`),
    folders('/opt/kaspersky', `/opt/kaspersky/${name}`, `/var/opt/kaspersky/${name}`),
  );

export const linuxLines: readonly LinuxLine[] = [
  {
    id: 'linux-kesl',
    names: ['kesl'],
    versions: ['10.1.1-6421', '11.2.0-4528', '11.4.0-1096', '12.1.0-1297', '12.3.0-1162'],
    status: 'installed',
    rows: mergeRows(daemon('kesl'), folders('/etc/opt/kaspersky/kesl')),
  },
  {
    id: 'linux-kesl',
    names: ['kesl', 'kesl-gui'],
    versions: ['11.4.0-1096', '12.1.0-1297', '12.2.0-2412'],
    status: 'installed',
    rows: daemon('kesl'),
  },
  {
    id: 'linux-kesl',
    names: ['kesl-astra'],
    versions: ['11.1.0-3013'],
    status: 'installed',
    rows: daemon('kesl'),
  },
  {
    id: 'linux-nagent',
    names: ['klnagent64'],
    versions: ['12.0.0-60', '14.2.0-35148', '15.1.0-20748'],
    status: 'installed',
    rows: mergeRows(
      unit('klnagent64.service', '/opt/kaspersky/klnagent64/sbin/klnagent'),
      process('/opt/kaspersky/klnagent64/sbin/klnagent'),
      folders('/opt/kaspersky/klnagent64', '/var/opt/kaspersky/klnagent'),
    ),
  },
  {
    id: 'linux-nagent',
    names: ['klnagent'],
    versions: ['10.5.0-42'],
    status: 'installed',
    rows: unit('klnagent.service', '/opt/kaspersky/klnagent/sbin/klnagent'),
  },
  {
    id: 'linux-kics',
    names: ['kics', 'kics-gui'],
    versions: ['1.3.0-1206', '1.5.0-500'],
    status: 'installed',
    rows: daemon('kics'),
  },
  {
    id: 'linux-kess',
    names: ['kess', 'kess-gui'],
    versions: ['3.3.0-92', '3.4.0-150'],
    status: 'installed',
    rows: daemon('kess'),
  },
  {
    id: 'linux-lena',
    names: ['epagent'],
    versions: ['3.12.0-130', '3.16.0-1256'],
    status: 'installed',
    rows: folders('/var/opt/kaspersky/epagent', '/etc/opt/kaspersky/epagent'),
  },
  {
    id: 'linux-ksc',
    names: ['ksc64'],
    versions: ['14.2.0-23324', '15.1.0-12199'],
    status: 'report-only',
    rows: mergeRows(
      unit('kladminserver_srv.service', '/opt/kaspersky/ksc64/sbin/klserver'),
      unit('klwebsrv_srv.service', '/opt/kaspersky/ksc64/sbin/klcsweb'),
      process('/opt/kaspersky/ksc64/sbin/klserver'),
      folders('/opt/kaspersky/ksc64', '/var/opt/kaspersky/klnagent_srv'),
    ),
  },
  {
    id: 'linux-ksc',
    names: ['ksc-web-console'],
    versions: ['15.1.523-1'],
    status: 'report-only',
    rows: mergeRows(
      unit('KSCWebConsole.service', '/var/opt/kaspersky/ksc-web-console/node'),
      folders('/var/opt/kaspersky/ksc-web-console'),
    ),
  },
  {
    id: 'linux-klms',
    names: ['klms'],
    versions: ['8.0.3-30', '10.0.0-6478'],
    status: 'report-only',
    rows: mergeRows(
      process('/opt/kaspersky/klms/libexec/klms-filter'),
      folders('/opt/kaspersky/klms', '/var/opt/kaspersky/klms'),
    ),
  },
  {
    id: 'linux-kos',
    names: ['KasperskyOS-Community-Edition'],
    versions: ['1.1.1.40', '1.3.0.166'],
    status: 'vendor-tool',
    rows: folders('/opt/KasperskyOS-Community-Edition-1.3.0.166'),
  },
  {
    id: 'linux-other',
    names: [],
    versions: [],
    status: 'report-only',
    rows: mergeRows(
      unit('kuma-core.service', '/opt/kaspersky/kuma/kuma'),
      process('/opt/kaspersky/kuma/kuma'),
      folders('/opt/kaspersky/kuma'),
    ),
  },
  {
    id: 'linux-scanengine',
    names: [],
    versions: [],
    status: 'report-only',
    rows: mergeRows(process('/opt/kaspersky/ScanEngine/bin/kavhttpd'), folders('/opt/kaspersky/ScanEngine'), {
      files: [{ path: '/etc/kavhttpd.xml', kind: 'file' }],
    }),
  },
  {
    id: 'linux-unknown',
    names: ['kaspersky-plus'],
    versions: ['1.0.0-115'],
    status: 'installed',
    rows: folders('/opt/kaspersky'),
  },
  { id: 'linux-unknown', names: ['kfl'], versions: ['2.1.0-7'], status: 'installed', rows: {} },
];

export const linuxInstall = (dice: Dice, line: LinuxLine, manager: Manager): Part => {
  const version = line.versions.length === 0 ? undefined : dice.pick(line.versions);
  const packages = line.names.map((name) => linuxPackage(dice, manager, name, version ?? ''));
  return {
    rows: mergeRows(...packages, dice.chance(0.8) || packages.length === 0 ? line.rows : {}),
    products: [{ productId: line.id, version, status: line.status }],
  };
};
