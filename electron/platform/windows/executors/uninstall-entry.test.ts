import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlayedWindows } from '../testing/played-windows.ts';
import { playedSids } from '../testing/played-windows.ts';
import { put } from '../testing/staged-machine.ts';
import { installedProgram, key, program, uninstallIt, works } from '../testing/uninstalled-program.ts';
import { packedCode } from './machine-wide.ts';

let pc: PlayedWindows;
beforeEach(() => (pc = installedProgram()));
afterEach(() => pc.remove());

describe('an entry', () => {
  it('that has gone since the plan was made is gone already', async () => {
    pc.dropKey(key);
    expect((await uninstallIt(pc)).result).toEqual({ outcome: 'already-gone' });
  });

  it('is looked for in its own half of the registry only', async () => {
    pc.dropKey(key);
    pc.setKey(key, { UninstallString: program }, ['32']);
    expect((await uninstallIt(pc)).result.outcome).toBe('already-gone');
  });

  it('whose command is Windows Installer’s is a product code', async () => {
    const code = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';
    pc.installed.add(code);
    pc.setKey(`HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packedCode(code)}`);
    pc.setKey(key, { UninstallString: `MsiExec.exe /I${code}` }, ['64']);
    pc.program('C:\\Windows\\System32\\msiexec.exe', ({ exit }) => {
      pc.installed.delete(code);
      exit(0);
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
    expect(pc.started[0]?.args.slice(0, 3)).toEqual(['/x', code, '/qn']);
  });

  it('whose quiet command nobody may run is removed by the plain one', async () => {
    pc.setKey(key, { QuietUninstallString: 'cmd /c x', UninstallString: `"${program}"` }, ['64']);
    pc.program(program, works(pc));
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
  });

  it('without quotes is run where it means one program only', async () => {
    pc.setKey(key, { QuietUninstallString: `${program} /S` }, ['64']);
    pc.program(program, works(pc));
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
  });
});

describe('nothing is started', () => {
  it.each<[string, () => void, string]>([
    ['without an administrator’s rights', () => (pc.isAdministrator = false), 'wrong-password-or-rights'],
    [
      'when the program has gone',
      () => pc.setKey(key, { UninstallString: '"C:\\gone\\u.exe"' }, ['64']),
      'tool-missing',
    ],
    [
      'when the entry names no uninstaller',
      () => pc.setKey(key, { DisplayName: 'x' }, ['64']),
      'tool-missing',
    ],
    ['when the entry cannot be read', () => pc.closeKey(key, { kind: 'denied', why: 'x' }), 'failed'],
    [
      'through a script host',
      () => pc.setKey(key, { UninstallString: 'wscript.exe "C:\\u.vbs"' }, ['64']),
      'needs-person',
    ],
    [
      'when people may write in its folder',
      () =>
        pc.setAccess('C:\\Program Files\\Kaspersky Lab\\VPN', {
          entries: [{ effect: 'allow', sid: playedSids.users, mask: 0x1301bf, flags: 0 }],
        }),
      'untrusted-program',
    ],
    [
      'when the program is a person’s',
      () => pc.setAccess(program, { owner: playedSids.self }),
      'untrusted-program',
    ],
    [
      'when a folder above it is a junction',
      () => pc.setAccess('C:\\Program Files\\Kaspersky Lab', { reparsePoint: true }),
      'untrusted-program',
    ],
    [
      'when its access list cannot be read',
      () => pc.setAccess(program, { kind: 'denied', why: 'access is denied' }),
      'untrusted-program',
    ],
    [
      'when a command without quotes may mean another program',
      () => {
        put(pc.root, 'C:\\Program.exe');
        pc.setKey(key, { UninstallString: `${program} /S` }, ['64']);
      },
      'untrusted-program',
    ],
    [
      'when there is no safe place for its temporary files',
      () => pc.setAccess('C:\\ProgramData', { owner: playedSids.self }),
      'failed',
    ],
  ])('%s', async (_, prepare, outcome) => {
    pc.program(program, works(pc));
    prepare();
    const { result } = await uninstallIt(pc);
    expect(result.outcome).toBe(outcome);
    expect(pc.started).toEqual([]);
  });

  it('for a name that is no entry', async () => {
    for (const name of ['a\\b', '', '..\\Run', 'a\0b'])
      expect((await uninstallIt(pc, { name })).result).toMatchObject({ outcome: 'failed' });
  });

  it('after a cancellation', async () => {
    pc.program(program, works(pc));
    expect((await uninstallIt(pc, {}, { aborted: true, leave: false })).result.outcome).toBe('cancelled');
    expect(pc.started).toEqual([]);
  });
});
