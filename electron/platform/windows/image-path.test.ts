import { describe, expect, it } from 'vitest';
import { driverImage, programImage } from './image-path.ts';

const folders = {
  systemDrive: 'C:',
  systemRoot: 'C:\\Windows',
  programFiles: 'C:\\Program Files',
  programFilesX86: 'C:\\Program Files (x86)',
  commonFiles: 'C:\\Program Files\\Common Files',
  commonFilesX86: 'C:\\Program Files (x86)\\Common Files',
  programData: 'C:\\ProgramData',
};
const program = (text: string): string | undefined => programImage(text, folders).likeliest;
const driver = (text: string, name = 'klif'): readonly string[] =>
  driverImage(text, name, folders).candidates;

const avp = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25\\avp.exe';

describe('the program of a service', () => {
  it.each([
    ['quoted, with arguments', `"${avp}" -r`, avp],
    ['unquoted, with blanks and arguments', `${avp} -r /x C:\\other.exe`, avp],
    [
      'behind a variable',
      '%SystemRoot%\\System32\\svchost.exe -k netsvcs -p',
      'C:\\Windows\\System32\\svchost.exe',
    ],
    [
      'behind a variable with parentheses',
      '"%ProgramFiles(x86)%\\A B\\c.exe" x',
      'C:\\Program Files (x86)\\A B\\c.exe',
    ],
    ['in the manner of the kernel', '\\SystemRoot\\System32\\lsass.exe', 'C:\\Windows\\System32\\lsass.exe'],
    ['with a prefix', `\\??\\${avp}`, avp],
    ['with a prefix inside quotes', `"\\\\?\\${avp}" -r`, avp],
    ['a bare name', 'svchost.exe -k rpcss', 'C:\\Windows\\System32\\svchost.exe'],
    ['with no closing quote', `"${avp}`, avp],
    ['without an extension', 'C:\\Vendor One\\svc -k', 'C:\\Vendor One\\svc'],
    ['behind an unknown variable', '%VENDOR%\\a.exe', '%VENDOR%\\a.exe'],
    ['on another computer', '\\\\server\\share\\a.exe', '\\\\server\\share\\a.exe'],
  ])('%s', (_, text, path) => expect(program(text)).toBe(path));

  it('is tried in the order of Windows where blanks leave it open', () => {
    expect(programImage('C:\\Program Files\\A B\\c.exe -x', folders).candidates.slice(0, 3)).toEqual([
      'C:\\Program.exe',
      'C:\\Program Files\\A.exe',
      'C:\\Program Files\\A B\\c.exe',
    ]);
    expect(programImage('svchost.exe', folders).candidates).toEqual([
      'C:\\Windows\\System32\\svchost.exe',
      'C:\\Windows\\svchost.exe',
    ]);
  });

  it('is no file to look for where no drive path names it', () => {
    for (const text of [
      '',
      '%VENDOR%\\a.exe',
      '\\\\server\\share\\a.exe',
      '\\Device\\HarddiskVolume3\\a.exe',
    ])
      expect(programImage(text, folders).candidates).toEqual([]);
  });
});

describe('the file of a driver', () => {
  it.each([
    [
      '\\SystemRoot\\System32\\drivers\\K4W-21-25\\klif.sys',
      'C:\\Windows\\System32\\drivers\\K4W-21-25\\klif.sys',
    ],
    ['system32\\DRIVERS\\klim6.sys', 'C:\\Windows\\system32\\DRIVERS\\klim6.sys'],
    ['\\??\\C:\\Program Files\\Kaspersky Lab\\x y.sys', 'C:\\Program Files\\Kaspersky Lab\\x y.sys'],
    ['"C:\\Program Files\\x.sys"', 'C:\\Program Files\\x.sys'],
    ['\\Windows\\System32\\x.sys', 'C:\\Windows\\System32\\x.sys'],
    ['%SystemRoot%\\x.sys', 'C:\\Windows\\x.sys'],
    ['', 'C:\\Windows\\System32\\drivers\\klif.sys'],
  ])('%j', (text, path) => expect(driver(text)).toEqual([path]));

  it('is not looked for behind a device', () => {
    expect(driverImage('\\Device\\HarddiskVolume3\\x.sys', 'x', folders)).toEqual({
      candidates: [],
      likeliest: '\\Device\\HarddiskVolume3\\x.sys',
    });
  });
});
