import { describe, expect, test } from 'vitest';
import type { OperatingSystem } from '../model/host.ts';
import { catalogue, products } from './index.ts';
import { ownPlaceOf } from './own-places.ts';
import { personalHazardOf } from './personal-data.ts';
import { isProtectedKey, protectionOf } from './protected.ts';

const own = ['/var/lib/removal-assistant', '/usr/lib/node/bin/removal-assistant.cjs'];
const reasonFor = (os: OperatingSystem, path: string) => protectionOf(os, path, own);

describe('the protected list', () => {
  test.each<[OperatingSystem, string, string]>([
    ['linux', '/', 'no-plain-path'],
    ['linux', 'opt/kaspersky/kesl', 'no-plain-path'],
    ['linux', '/opt/kaspersky/../../home/anna', 'no-plain-path'],
    ['linux', '/opt//kaspersky', 'no-plain-path'],
    ['linux', '/opt/kaspersky/./kesl', 'no-plain-path'],
    ['linux', '/opt/kaspersky/', 'no-plain-path'],
    ['linux', '/etc', 'system'],
    ['linux', '/etc/opt', 'system'],
    ['linux', '/opt', 'system'],
    ['linux', '/var/log', 'system'],
    ['linux', '/etc/systemd/system', 'system'],
    ['linux', '/usr/lib/kaspersky', 'system'],
    ['linux', '/tmp/kaspersky', 'system'],
    ['linux', '/media/stick/kaspersky', 'system'],
    ['linux', '/home/anna/Downloads/kesl.deb', 'people'],
    ['linux', '/root/kaspersky', 'people'],
    ['linux', '/opt/avast/kaspersky', 'other-vendor'],
    ['linux', '/opt/ESET/esets', 'other-vendor'],
    ['linux', '/var/lib/removal-assistant/runs/x', 'own'],
    ['linux', '/var/lib', 'own'],
    ['macos', '/Library', 'system'],
    ['macos', '/Library/Application Support', 'system'],
    ['macos', '/System/Library/Extensions/klif.kext', 'system'],
    ['macos', '/Users/anna/Documents/Kaspersky Lab', 'people'],
    ['macos', '/Users/anna/Library/Keychains/kaspersky', 'people'],
    ['windows', 'C:\\', 'system'],
    ['windows', 'Kaspersky Lab', 'no-plain-path'],
    ['windows', 'C:\\Program Files\\Kaspersky Lab\\..\\..\\Users', 'no-plain-path'],
    ['windows', 'C:\\Program Files\\Kaspersky Lab:stream', 'no-plain-path'],
    ['windows', 'C:\\Program Files', 'system'],
    ['windows', 'D:\\ProgramData', 'system'],
    ['windows', 'C:\\Windows\\System32\\config\\SAM', 'system'],
    ['windows', 'C:\\Windows\\System32\\drivers', 'system'],
    ['windows', 'C:\\Users\\Anna\\Downloads', 'people'],
    ['windows', 'C:\\Users\\Anna\\Desktop\\Kaspersky Lab\\plan.docx', 'people'],
    ['windows', 'C:\\Users\\Anna\\AppData\\Local\\Temp\\Kaspersky Lab', 'people'],
    ['windows', 'C:\\Program Files\\Windows Defender\\x', 'system'],
    ['windows', 'C:\\Program Files\\Avast Software\\Kaspersky Lab', 'other-vendor'],
  ])('on %s holds %s back: %s', (os, path, reason) => {
    expect(reasonFor(os, path)).toBe(reason);
  });

  test.each<[OperatingSystem, string]>([
    ['linux', '/opt/kaspersky/kesl'],
    ['linux', '/var/opt/kaspersky/kesl/a b\nc'],
    ['linux', '/etc/systemd/system/kesl.service'],
    ['linux', '/opt/kaspersky/kesl/lib/avast'],
    ['macos', '/Library/Application Support/Kaspersky Lab/KAV'],
    ['macos', '/Users/anna/Library/Caches/com.kaspersky.kav'],
    ['windows', 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.2.0'],
    ['windows', 'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\x'],
    ['windows', 'C:\\Windows\\System32\\drivers\\klif.sys'],
  ])('on %s has nothing against %s', (os, path) => {
    expect(reasonFor(os, path)).toBeUndefined();
  });

  test('holds back nothing that the catalogue names as residue of a product that goes', () => {
    for (const product of products.filter(({ role }) => role === 'removable'))
      for (const os of product.systems)
        for (const path of product.residue.filter((place) => !/^[~%]|^HK/.test(place)))
          expect(protectionOf(os, path, own), `${product.id} ${path}`).toBeUndefined();
  });

  test('lets no key of the registry go but one below the vendor’s own', () => {
    for (const key of [
      'HKLM\\SOFTWARE',
      'HKLM\\SOFTWARE\\KasperskyLab',
      'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected',
      'HKLM\\SOFTWARE\\KasperskyLabs\\AVP21.3',
      'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\SPC',
      'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\RNG',
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\klif',
      'HKLM\\SOFTWARE\\KasperskyLab\\*',
    ])
      expect(isProtectedKey(key), key).toBe(true);
    for (const product of products)
      for (const key of product.residue.filter((place) => place.startsWith('HK')))
        expect(isProtectedKey(key), key).toBe(false);
  });
});

describe('a place of the vendor', () => {
  const placeOf = (os: OperatingSystem, path: string) => ownPlaceOf(catalogue, os, path);

  test.each<[OperatingSystem, string, string]>([
    ['linux', '/opt/kaspersky/kesl/bin', '/opt/kaspersky'],
    ['macos', '/Library/Logs/Kaspersky Lab/x.log', '/Library/Logs/Kaspersky Lab'],
    ['macos', '/Users/anna/Library/Caches/Kaspersky Lab/x', '/Users/anna/Library/Caches/Kaspersky Lab'],
    ['windows', 'D:\\Program Files\\Kaspersky Lab\\a.exe b', 'd:/program files/kaspersky lab'],
    ['windows', 'C:\\Windows\\System32\\drivers\\KES-21-9\\x.sys', 'c:/windows/system32/drivers/kes-21-9'],
    ['windows', 'C:\\Windows\\System32\\drivers\\klif.sys', 'c:/windows/system32/drivers/klif.sys'],
  ])('on %s is %s, in %s', (os, path, root) => {
    expect(placeOf(os, path)).toEqual({ root, isShared: false });
  });

  test.each<[OperatingSystem, string]>([
    ['linux', '/opt/kasperskyish/x'],
    ['linux', '/opt/kаspersky/kesl'],
    ['linux', '/OPT/KASPERSKY/kesl'],
    ['linux', '/home/anna/opt/kaspersky/kesl'],
    ['macos', '/Users/anna/Documents/Kaspersky Lab/x'],
    ['windows', 'C:\\Program Files\\Kaspersky Labs\\x'],
    ['windows', 'D:\\Backup\\Anna\\AppData\\Local\\Kaspersky Lab\\x'],
    ['windows', 'C:\\Windows\\System32\\klist.exe'],
    ['windows', 'C:\\Windows\\System32\\drivers\\KslD.sys'],
  ])('on %s is not %s', (os, path) => {
    expect(placeOf(os, path)).toBeUndefined();
  });

  test('that products share is told from what lies in it', () => {
    expect(placeOf('linux', '/opt/kaspersky')).toEqual({ root: '/opt/kaspersky', isShared: true });
    expect(placeOf('windows', 'C:\\ProgramData\\Kaspersky Lab\\')).toMatchObject({ isShared: true });
  });
});

test.each<[OperatingSystem, string, string | undefined]>([
  ['linux', '/var/opt/kaspersky/kesl/common/objects-backup/17', 'quarantine'],
  ['linux', '/var/opt/kaspersky/kesl/common/objects-backup', undefined],
  ['linux', '/var/opt/kaspersky/kesl/common/kesl.ini', undefined],
  ['windows', 'C:\\ProgramData\\Kaspersky Lab\\KES.21.22\\QB\\x', 'quarantine'],
  [
    'windows',
    'C:\\ProgramData\\Kaspersky Lab\\Kaspersky Security for Windows Server\\11.0\\Quarantine\\x',
    'quarantine',
  ],
  [
    'windows',
    'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb',
    'kpm-vault',
  ],
  [
    'windows',
    'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager 9\\Logs\\x',
    'kpm-vault',
  ],
  ['windows', 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\Bases\\x', undefined],
])('people’s own things on %s in %s: %s', (os, path, hazard) => {
  expect(personalHazardOf(os, path)).toBe(hazard);
});
