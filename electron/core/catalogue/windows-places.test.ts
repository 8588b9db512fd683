import { describe, expect, test } from 'vitest';
import { interestOf } from '../engine/scan.ts';
import { found, look } from '../testing/windows-hosts.ts';
import { catalogue } from './index.ts';
import { comparablePath } from './paths.ts';
import { windowsNamed, windowsRoots } from './windows-places.ts';

/** As a probe on Windows tells it. */
const real = (path: string): string =>
  path
    .replace('%UserProfile%', 'C:\\Users\\Ann')
    .replace('%SystemRoot%', 'C:\\Windows')
    .replace('%SystemDrive%', 'C:')
    .replace(/^%ProgramFiles\(x86\)%/, 'C:\\Program Files (x86)')
    .replace(/^%ProgramFiles%/, 'C:\\Program Files')
    .replace(/^%CommonProgramFiles\(x86\)%/, 'C:\\Program Files (x86)\\Common Files')
    .replace(/^%CommonProgramFiles%/, 'C:\\Program Files\\Common Files')
    .replace(/^%ProgramData%/, 'C:\\ProgramData')
    .replaceAll('/', '\\');

const named = (names: readonly string[]): readonly string[] =>
  windowsNamed.flatMap(({ folder, name }) =>
    names.filter((each) => name.test(each)).map((each) => `${real(folder)}\\${each}`),
  );

describe('the places that a probe on Windows is sent to', () => {
  test.each(windowsRoots)('are the vendor’s for every signature: %s', (root) => {
    const path = `${real(root)}\\some\\file.dat`;
    expect(path).toMatch(/^C:/);
    expect(look({ files: [{ path, kind: 'file' }] }).unattributed).toHaveLength(1);
  });

  test('are the vendor’s in profiles on any drive, and not in other folders of that name', () => {
    const unattributed = (folder: string) =>
      look({ files: [{ path: `${folder}\\Kaspersky Lab\\a`, kind: 'file' }] }).unattributed.length;
    expect(['D:\\Homes\\Ann\\AppData\\Local', 'E:\\Ann\\AppData\\Roaming'].map(unattributed)).toEqual([1, 1]);
    expect(['D:\\Homes\\Ann', 'D:\\Homes\\Ann\\AppData', 'D:\\AppData\\Local'].map(unattributed)).toEqual([
      0, 0, 0,
    ]);
  });

  test.each([
    ['klif.sys', 1],
    ['KLIF.KES-21-9.sys', 1],
    ['klif.K4W-21-25.sys', 1],
    ['klupd_klif_arkmon.sys', 1],
    ['kltap.sys', 1],
    ['K4W-21-25', 1],
    ['KES-21-9', 1],
    ['Kaspersky Event Log.evtx', 1],
    ['KVRT2020_Data', 1],
    ['KVRT_Data', 1],
    ['TDSSKiller_Quarantine', 1],
    ['UltraAV', 2],
    ['UltraVPN', 2],
  ])('hold %s, which is then recognised', (name, places) => {
    const paths = named([name]);
    expect(paths).toHaveLength(places);
    for (const path of paths) {
      const { detections, unattributed } = look({ files: [{ path, kind: 'file' }] });
      expect(detections.length + unattributed.length, path).toBe(1);
    }
  });

  test('are told by names that their patterns take, where a folder may not be listed', () => {
    const known = windowsNamed.flatMap(({ name, known: names = [] }) =>
      names.map((each) => ({ each, name })),
    );
    expect(known.length).toBeGreaterThan(0);
    for (const { each, name } of known) expect(each).toMatch(name);
  });

  test('do not hold what only looks alike', () => {
    const others = [
      'klist.exe',
      'KslD.sys',
      'kl.sys',
      'klif.sys.bak',
      'xklif.sys',
      'kltap.sys.old',
      'MpKslDrv.sys',
    ];
    const more = [
      'K4W-21-25-old',
      'KES-11-1',
      'Kaspersky.evtx.bak',
      'My Kaspersky.evtx',
      'KVRT_Data2',
      'UltraAV2',
    ];
    expect(named([...others, ...more])).toEqual([]);
  });

  test('of the successor make it that product, not an unknown one', () => {
    expect(found({ files: [{ path: 'C:\\Program Files\\UltraAV\\a.dll', kind: 'file' }] })).toEqual([
      'successor-ultraav leftovers',
    ]);
  });
});

describe('what a look is interested in', () => {
  test('is of its own system alone', () => {
    for (const os of ['linux', 'macos'] as const) {
      const { roots, exactPaths, named: names } = interestOf(catalogue, os);
      expect(roots).toContain('/opt/kaspersky');
      for (const path of [...roots, ...exactPaths]) expect(path).toMatch(/^(?:\/|~\/)/);
      expect(names).toEqual([]);
    }
    const windows = interestOf(catalogue, 'windows');
    for (const path of [...windows.roots, ...windows.exactPaths]) expect(path).toMatch(/^%/);
    expect(windows.named).toEqual(windowsNamed);
  });

  test('names no place that a root holds already, in whatever spelling', () => {
    const { roots, exactPaths } = interestOf(catalogue, 'windows');
    for (const path of exactPaths)
      for (const root of roots)
        expect(comparablePath(path).startsWith(`${comparablePath(root)}/`)).toBe(false);
  });
});
