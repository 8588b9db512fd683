import { rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../core/catalogue/index.ts';
import { interestOf } from '../../core/engine/scan.ts';
import { look } from '../../core/testing/windows-hosts.ts';
import type { Row } from '../../core/model/tables.ts';
import { filesProbe, treeOf } from './files.ts';
import { placesOf } from './interest.ts';
import { localPath } from './local-path.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const interest = interestOf(catalogue, 'windows');
const ann = 'S-1-5-21-1-2-3-1001';
const registry = recordedRegistry(smallWindows({ people: { [ann]: 'D:\\Homes\\Ann' } }));

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (from = registry) => filesProbe(stagedMachine(root, { registry: from })).read(interest);
const rowsOf = async (): Promise<readonly Row<'files'>[]> => {
  const reading = await read();
  expect(reading).not.toHaveProperty('gaps');
  return reading.kind === 'ok' ? reading.rows : [];
};

describe('the files of a Windows', () => {
  it('are none on a machine without the vendor, and that is an answer', async () => {
    put(root, 'C:\\Program Files\\Other\\kaspersky.txt');
    put(root, 'C:\\Windows\\System32\\drivers\\klist.exe');
    put(root, 'C:\\Windows\\System32\\drivers\\KslD.sys');
    put(root, 'C:\\Windows\\System32\\drivers\\klif.sys.bak');
    put(root, 'C:\\Windows\\System32\\winevt\\Logs\\System.evtx');
    expect(await read()).toEqual({ kind: 'ok', rows: [] });
  });

  it('lie in the vendor’s folders, to the last one, under paths as Windows writes them', async () => {
    put(root, 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 5.1\\x\\ksde.exe', '12345');
    expect(await rowsOf()).toEqual([
      { path: 'C:\\Program Files (x86)\\Kaspersky Lab', kind: 'folder' },
      { path: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 5.1', kind: 'folder' },
      { path: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 5.1\\x', kind: 'folder' },
      {
        path: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 5.1\\x\\ksde.exe',
        kind: 'file',
        size: 5,
      },
    ]);
  });

  const places = [
    'C:\\Program Files\\Kaspersky Lab\\a',
    'C:\\Program Files\\Common Files\\Kaspersky Lab\\a',
    'C:\\Program Files (x86)\\Common Files\\Kaspersky Lab\\a',
    'C:\\ProgramData\\Kaspersky Lab\\KES\\a',
    'C:\\ProgramData\\KasperskyLab\\adminkit\\a',
    'D:\\Homes\\Ann\\AppData\\Local\\Kaspersky Lab\\a',
    'D:\\Homes\\Ann\\AppData\\LocalLow\\Kaspersky Lab\\a',
    'D:\\Homes\\Ann\\AppData\\Roaming\\Kaspersky Lab\\a',
    'C:\\Users\\Default\\AppData\\Local\\Kaspersky Lab\\a',
    'C:\\Users\\whose account is gone\\AppData\\Local\\Kaspersky Lab\\a',
    'C:\\Windows\\System32\\drivers\\KES-21-9\\a',
    'C:\\Windows\\System32\\drivers\\K4W-21-25\\a',
    'C:\\Windows\\System32\\drivers\\klif.sys',
    'C:\\Windows\\System32\\drivers\\kltap.sys',
    'C:\\Windows\\System32\\winevt\\Logs\\Kaspersky Event Log.evtx',
    'C:\\KVRT_Data\\a',
    'C:\\KVRT2020_Data\\Reports\\a',
    'C:\\Program Files\\UltraAV\\a',
    'C:\\Program Files (x86)\\UltraVPN\\a',
  ];

  it.each(places)('are found, and recognised: %s', async (path) => {
    put(root, path);
    const rows = await rowsOf();
    expect(rows.map((row) => row.path)).toContain(path);
    const { detections, unattributed } = look({ files: rows });
    const explained = [...detections.flatMap(({ evidence }) => evidence), ...unattributed];
    expect(explained.map(({ row }) => row['path'])).toContain(path);
  });

  it('of a real Wine prefix lie where its own registry says', async () => {
    put(root, 'C:\\users\\root\\AppData\\Local\\Kaspersky Lab\\a');
    put(root, 'C:\\windows\\System32\\drivers\\klif.sys');
    const wine = recordedRegistry(recording('fixtures/registry/wine-folders.reg', import.meta.url));
    const reading = await read(wine);
    expect(reading.kind === 'ok' ? reading.rows.map(({ path }) => path) : []).toEqual([
      'C:\\users\\root\\AppData\\Local\\Kaspersky Lab',
      'C:\\windows\\System32\\drivers\\klif.sys',
      'C:\\users\\root\\AppData\\Local\\Kaspersky Lab\\a',
    ]);
  });

  it('are not looked for behind a link, which is said where a whole folder is one', async () => {
    put(root, 'C:\\elsewhere\\secret');
    put(root, 'C:\\ProgramData\\Kaspersky Lab\\a');
    symlinkSync(
      localPath({ root }, 'C:\\elsewhere'),
      localPath({ root }, 'C:\\ProgramData\\Kaspersky Lab\\link'),
    );
    symlinkSync(localPath({ root }, 'C:\\elsewhere'), localPath({ root }, 'C:\\KVRT_Data'));
    const reading = await read();
    expect(reading).toMatchObject({ gaps: [{ source: 'C:\\KVRT_Data', kind: 'failed' }] });
    expect(reading.kind === 'ok' ? reading.rows.map(({ path }) => path) : []).not.toContain(
      'C:\\ProgramData\\Kaspersky Lab\\link\\secret',
    );
  });

  it('have a gap for people whom the registry does not tell', async () => {
    put(root, 'C:\\ProgramData\\KasperskyLab\\a');
    const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
    const reading = await read(troubled(registry, [`${list}\\${ann}`]));
    expect(reading).toMatchObject({ kind: 'ok', gaps: [{ source: `${list}\\${ann}`, kind: 'denied' }] });
  });

  it('could not be looked for where nobody knows Windows’ own folders', async () => {
    expect(await read(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
    expect(await read(troubled(registry, ['HKLM\\SOFTWARE\\Microsoft']))).toMatchObject({ kind: 'denied' });
  });
});

describe('the places of the catalogue', () => {
  const folders = {
    systemDrive: 'E:',
    systemRoot: 'E:\\Win',
    programFiles: 'E:\\Programme',
    programFilesX86: 'E:\\Programme (x86)',
    commonFiles: 'E:\\Programme\\Common Files',
    commonFilesX86: 'E:\\Programme (x86)\\Common Files',
    programData: 'E:\\Data',
  };
  const all = ({ roots, exactPaths, named = [] }: ReturnType<typeof placesOf>): readonly string[] => [
    ...roots,
    ...exactPaths,
    ...named.map(({ folder }) => folder),
  ];

  it('are all whole paths of this machine', () => {
    const places = all(placesOf(interest, folders, ['F:\\Ann']));
    const known = [...interest.roots, ...interest.exactPaths, ...(interest.named ?? [])];
    expect(places).toHaveLength(known.length);
    for (const place of places) expect(place).toMatch(/^[EF]:\\[^%/]*$/);
    expect(places).toContain('E:\\');
  });

  it('are fewer on a 32-bit Windows and without people', () => {
    const small = { ...folders, programFilesX86: undefined, commonFilesX86: undefined };
    const places = all(placesOf(interest, small, []));
    expect(places.join()).not.toMatch(/x86|%|AppData/);
    expect(places).toContain('E:\\Programme\\Kaspersky Lab');
  });

  it('are reached on a running Windows by names that may be long', () => {
    const tree = treeOf({ root: undefined });
    expect(tree.local('C:\\ProgramData\\Kaspersky Lab').toString()).toBe(
      '\\\\?\\C:\\ProgramData\\Kaspersky Lab',
    );
    expect(tree.localSeparator).toBe('\\');
  });
});
