import type { Row } from '../../core/model/tables.ts';
import type { Rows } from './recorded.ts';

/** How Kaspersky's programs stand in Windows' own lists. */

export const programFolder = 'C:\\Program Files (x86)\\Kaspersky Lab';
export const dataFolder = 'C:\\ProgramData\\Kaspersky Lab';

/** An installed program that Windows Installer knows under this code. */
export const installed = (code: string, name: string, version: string, folder: string): Row<'programs'> => ({
  key: code,
  name,
  version,
  publisher: 'AO Kaspersky Lab',
  scope: 'machine',
  view: '32',
  productCode: code,
  uninstallCommand: `MsiExec.exe /I${code}`,
  installLocation: `${programFolder}\\${folder}`,
});

export const running = (name: string, displayName: string, program: string): Row<'services'> => ({
  name,
  displayName,
  path: `"${programFolder}\\${program}"`,
  state: 'running',
  startType: 'auto',
});

export const processesIn = (
  folder: string,
  firstPid: number,
  ...names: readonly string[]
): Rows['processes'] =>
  names.map((name, at) => ({ name, path: `${programFolder}\\${folder}\\${name}`, pid: firstPid + 8 * at }));

/** Paths that end in a dot and letters are files. `size` in bytes. */
export const places = (size: number, ...paths: readonly string[]): Row<'files'>[] =>
  paths.map((path) =>
    /\.[a-z]{2,4}$/i.test(path) ? { path, kind: 'file', size } : { path, kind: 'folder' },
  );

/** Drivers of one build, under its tag. */
export const drivers = (tag: string, ...names: readonly string[]): Row<'kernelModules'>[] =>
  names.map((name) => ({
    name: `${name}.${tag}`,
    path: `C:\\Windows\\System32\\drivers\\${tag}\\${name}.sys`,
    state: 'running',
  }));

const classes = {
  Keyboard: ['klkbdflt', 'kbdclass'],
  Mouse: ['klmouflt', 'mouclass'],
} as const;

/** The lists of device filters, with the drivers of a build in them or without. */
export const inputFilters = (tag?: string): Row<'classFilters'>[] =>
  Object.entries(classes).map(([name, [ours, own]]) => ({
    class: name,
    which: 'upper',
    entries: tag === undefined ? [own] : [`${ours}.${tag}`, own],
  }));

export const protection = (name: string, state: 'on' | 'off'): Row<'securityCentre'>[] =>
  ['antivirus', 'firewall'].map((kind) => ({ name, kind, state }));

export const defender = (state: 'on' | 'off'): Row<'securityCentre'>[] => [
  { name: 'Microsoft Defender Antivirus', kind: 'antivirus', state },
];

export const rootCertificate: Row<'certificates'> = {
  subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
  store: 'LocalMachine\\Root',
  thumbprint: '5C1A7F0E2B9D4468A0C3D1E5F6071829304A5B6C',
};
