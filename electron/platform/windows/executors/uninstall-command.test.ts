import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WindowsFolders } from '../folders.ts';
import type { Found } from './uninstall-command.ts';
import { intendedProgram, isPlainPath, parseUninstallCommand } from './uninstall-command.ts';

const folders: WindowsFolders = {
  systemDrive: 'C:',
  systemRoot: 'C:\\Windows',
  programFiles: 'C:\\Program Files',
  programFilesX86: 'C:\\Program Files (x86)',
  commonFiles: 'C:\\Program Files\\Common Files',
  commonFilesX86: 'C:\\Program Files (x86)\\Common Files',
  programData: 'C:\\ProgramData',
};
const parse = (text: string) => parseUninstallCommand(text, folders);
const code = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';

/** What the command starts on a disk that holds these files. */
const started = (text: string, files: readonly string[], odd: Readonly<Record<string, Found>> = {}) => {
  const command = parse(text);
  if (command.kind !== 'program') return command;
  const look = (path: string): Found => odd[path] ?? (files.includes(path) ? 'file' : 'missing');
  const intended = intendedProgram(command.candidates, look, folders);
  return intended.kind === 'one' ? intended.candidate : intended;
};

describe('a command of Windows Installer', () => {
  it.each([
    `MsiExec.exe /I${code}`,
    `MsiExec.exe /X${code.toLowerCase()}`,
    `msiexec /x ${code} /qn REBOOT=ReallySuppress`,
    `MsiExec.exe /I "${code}" REMOVE=ALL`,
    `"C:\\windows\\system32\\msiexec.exe" /uninstall ${code}`,
    `%SystemRoot%\\SysWOW64\\msiexec.exe -x${code}`,
  ])('%s is a product code and no program to run', (text) => {
    expect(parse(text)).toEqual({ kind: 'msi', productCode: code });
  });

  it.each([
    'MsiExec.exe',
    'msiexec /x "C:\\Users\\ann\\planted.msi"',
    `msiexec /p ${code}`,
    `msiexec /x ${code} /x {11111111-2222-3333-4444-555555555555}`,
    `msiexec /x ${code}.msi`,
    `C:\\Users\\ann\\msiexec.exe /x ${code}`,
  ])('%s is refused', (text) => {
    expect(parse(text).kind).toBe('refused');
  });
});

describe('a quoted command', () => {
  it('is the program between the quotes, and the rest to the letter', () => {
    const program = 'C:\\Program Files\\Kaspersky Lab\\VPN\\uninst.exe';
    expect(started(`"${program}" /S  _?=C:\\Program Files\\X`, [program])).toEqual({
      program,
      rest: '/S  _?=C:\\Program Files\\X',
    });
    expect(started(`"${program}"/S`, [program])).toEqual({ program, rest: '/S' });
    expect(started(`"${program.slice(0, -4)}"`, [program])).toEqual({ program, rest: '' });
  });

  it('stands for the machine’s own folders, never for what a person set', () => {
    const program = 'C:\\Program Files (x86)\\K\\u.exe';
    expect(started('"%ProgramFiles(x86)%\\K\\u.exe"', [program])).toEqual({ program, rest: '' });
    process.env['PLANTED'] = 'C:\\Users\\ann';
    expect(parse('"%PLANTED%\\u.exe"').kind).toBe('refused');
    expect(parse('"C:\\K\\u.exe" %TEMP%').kind).toBe('refused');
    delete process.env['PLANTED'];
  });
});

describe('a command without quotes', () => {
  const program = 'C:\\Program Files\\Kaspersky Lab\\VPN 5\\uninst.exe';
  const text = `${program} /S /x`;

  it('is the one reading that is a file', () => {
    expect(started(text, [program])).toEqual({ program, rest: '/S /x' });
    expect(started('C:\\K\\u.exe remove', ['C:\\K\\u.exe'])).toEqual({
      program: 'C:\\K\\u.exe',
      rest: 'remove',
    });
  });

  it.each(['C:\\Program.exe', 'C:\\Program', 'C:\\Program Files\\Kaspersky.exe'])(
    'starts nothing when %s is there as well',
    (planted) => {
      expect(started(text, [program, planted])).toMatchObject({
        kind: 'refused',
        why: expect.stringContaining(planted),
      });
    },
  );

  it('starts nothing when a longer reading is there as well', () => {
    const both = ['C:\\K\\u.exe', 'C:\\K\\u.exe remove.exe'];
    expect(started('C:\\K\\u.exe remove.exe', both)).toMatchObject({ kind: 'refused' });
  });

  it('is not put off by a folder, and tells a missing program from one that cannot be looked for', () => {
    expect(started(text, [program], { 'C:\\Program': 'other' })).toMatchObject({ program });
    expect(started(text, [])).toEqual({ kind: 'missing' });
    const closed = { 'C:\\Program.exe': { why: 'permission denied' } };
    expect(started(text, [program], closed)).toMatchObject({ kind: 'refused' });
  });
});

describe('refused is', () => {
  it.each([
    '',
    '   ',
    'uninst.exe /S',
    '..\\uninst.exe',
    '\\Windows\\x.exe',
    'C:uninst.exe',
    '\\\\server\\share\\uninst.exe',
    '"\\\\server\\share\\uninst.exe"',
    '\\\\?\\C:\\K\\u.exe',
    '"C:\\K\\..\\u.exe"',
    '"C:\\K.\\u.exe"',
    '"C:\\K\\u.exe:stream.exe"',
    '"C:/K/u.exe"',
    '"C:\\K\\u.exe',
    '"C:\\K\\u.bat"',
    '"C:\\K\\u.cmd" /S',
    '"C:\\K\\u.vbs"',
    '"C:\\K\\u.msi"',
    'C:\\K\\u.bat /S',
    'rundll32.exe C:\\K\\u.dll,Remove',
    'C:\\Windows\\System32\\rundll32.exe C:\\K\\u.dll,Remove',
    'C:\\Windows\\System32\\cmd.exe /c "C:\\K\\u.exe"',
    '"C:\\Windows\\IsUninst.exe" -fC:\\K\\u.isu',
    '"C:\\Program Files\\PowerShell\\7\\pwsh.exe" -File C:\\K\\u.ps1',
    '"C:\\K\\jre\\bin\\javaw.exe" -jar u.jar',
    '"C:\\K\\u.exe" a\nb',
    `C:\\${'a '.repeat(70)}u.exe`,
    `"C:\\K\\u.exe" ${'x'.repeat(33_000)}`,
  ])('%j', (text) => {
    expect(parse(text)).toMatchObject({ kind: 'refused', why: expect.any(String) });
  });

  it('a batch file behind a name with blanks', () => {
    expect(started('C:\\K lab\\u.bat', ['C:\\K lab\\u.bat'])).toMatchObject({ kind: 'refused' });
  });
});

it('whatever the text, only one plain path of a program is ever started, and it stands at the head of the text', () => {
  const piece = fc.constantFrom(
    'C:\\',
    'c:',
    '\\',
    '"',
    ' ',
    'a',
    'B b',
    '.exe',
    '.bat',
    '..',
    '/',
    '%',
    '%ProgramFiles%',
    ':',
    'cmd',
    '\t',
  );
  fc.assert(
    fc.property(fc.constantFrom('', 'C:\\', '"C:\\'), fc.array(piece, { maxLength: 14 }), (head, pieces) => {
      const text = [head, ...pieces].join('');
      const command = parse(text);
      if (command.kind !== 'program') return;
      for (const candidate of command.candidates) {
        const chosen = intendedProgram(
          command.candidates,
          (path) => (path === candidate.program ? 'file' : 'missing'),
          folders,
        );
        if (chosen.kind !== 'one') continue;
        const { program, rest } = chosen.candidate;
        expect(isPlainPath(program)).toBe(true);
        expect(program.toLowerCase().endsWith('.exe')).toBe(true);
        const whole = text.replace(/%ProgramFiles%/g, folders.programFiles).trim();
        const bare = whole.replace(/^"/, '').toLowerCase();
        expect(
          bare.startsWith(program.toLowerCase()) || bare.startsWith(program.slice(0, -4).toLowerCase()),
        ).toBe(true);
        expect(whole.endsWith(rest)).toBe(true);
      }
    }),
  );
});
