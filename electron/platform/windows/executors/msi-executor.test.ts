import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localPath } from '../local-path.ts';
import type { PlayedWindows } from '../testing/played-windows.ts';
import { playedSids } from '../testing/played-windows.ts';
import {
  code,
  entry,
  installedProduct,
  logOf,
  msiexec,
  record,
  removeIt,
  takeAway,
} from '../testing/removed-product.ts';
import { packedCode } from './machine-wide.ts';

let pc: PlayedWindows;
beforeEach(() => (pc = installedProduct()));
afterEach(() => pc.remove());

describe('a product of Windows Installer', () => {
  it('is removed quietly, without a restart, by its product code, with a log where only administrators write', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(pc, msi), 'fine');
      takeAway(pc);
      msi.exit(0);
    });
    expect((await removeIt(pc)).result).toEqual({ outcome: 'removed', exitCode: 0 });
    const [start] = pc.started;
    const folder = /^C:\\ProgramData\\removal-assistant\\work-[0-9a-f]{16}$/;
    expect(start).toMatchObject({
      command: msiexec,
      args: [
        '/x',
        code,
        '/qn',
        '/norestart',
        'REBOOT=ReallySuppress',
        '/l*v',
        expect.stringContaining('uninstall.log'),
      ],
      outlivesUs: true,
      unheard: true,
      environment: { TEMP: expect.stringMatching(folder), SystemRoot: 'C:\\Windows' },
    });
    expect(start).not.toHaveProperty('timeoutMs');
    expect(pc.workFolders()).toEqual([]);
  });

  it.each([
    [3010, 'restart-needed'],
    [1641, 'restart-needed'],
    [1605, 'already-gone'],
    [1614, 'already-gone'],
    [1603, 'removed'],
  ])('that has gone with code %i is %s', async (exitCode, outcome) => {
    pc.program(msiexec, (msi) => {
      takeAway(pc);
      msi.exit(exitCode);
    });
    expect((await removeIt(pc)).result).toEqual({ outcome, exitCode });
  });

  it.each([
    [0, 'still-there'],
    [1602, 'cancelled'],
    [1603, 'failed'],
    [1625, 'blocked-by-policy'],
    [1612, 'source-missing'],
    [1639, 'failed'],
    [1605, 'failed'],
    [1601, 'failed'],
  ])('that is still there after code %i is told as %s', async (exitCode, outcome) => {
    pc.program(msiexec, (msi) => msi.exit(exitCode));
    expect((await removeIt(pc)).result).toMatchObject({ outcome, exitCode });
  });

  it('that Windows Installer no longer knows is gone, and what is left of its entry is told', async () => {
    pc.installed.delete(code);
    pc.program(msiexec, (msi) => msi.exit(1605));
    expect((await removeIt(pc)).result).toMatchObject({
      outcome: 'already-gone',
      detail: expect.stringContaining('entry'),
    });
  });

  it('that Windows Installer denies, while nobody can tell whether it is here, is not called gone', async () => {
    pc.program(msiexec, (msi) => {
      pc.installed.delete(code);
      pc.closeKey(entry, { kind: 'failed', why: 'torn' });
      msi.exit(1605);
    });
    expect((await removeIt(pc)).result).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('torn'),
    });
  });

  it('whose entry alone is left is not gone', async () => {
    pc.program(msiexec, (msi) => {
      pc.installed.delete(code);
      msi.exit(0);
    });
    expect((await removeIt(pc)).result.outcome).toBe('still-there');
  });

  it('is not called removed when the entry cannot be looked for', async () => {
    pc.program(msiexec, (msi) => {
      takeAway(pc);
      pc.closeKey(entry, { kind: 'denied', why: 'access is denied' });
      msi.exit(0);
    });
    expect((await removeIt(pc)).result).toMatchObject({ outcome: 'failed', detail: 'access is denied' });
  });

  it('that is not there is gone already, and nothing is started', async () => {
    takeAway(pc);
    expect((await removeIt(pc)).result).toEqual({ outcome: 'already-gone' });
    expect(pc.started).toEqual([]);
  });

  it('keeps its log after a failure: the reason in few lines, the rest on disk', async () => {
    const lines = [
      'Property(S): SECRETPASSWORD = hunter2',
      'MSI (s) (34:A8) [10:11:12:131]: Product: Kaspersky -- Error 1721. A program cannot be run.',
      'Action ended 10:11:12: StopService. Return value 3.',
    ];
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(pc, msi), Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'));
      msi.exit(1603);
    });
    const { result } = await removeIt(pc);
    expect(result.outcome).toBe('failed');
    expect(result.detail).toContain('Error 1721. A program cannot be run.\nAction ended');
    expect(result.detail).not.toContain('hunter2');
    const path = result.detail?.split('\n').at(-1) ?? '';
    expect(existsSync(localPath(pc.machine, path))).toBe(true);
  });

  it('is removed without a log where there is no safe place for one', async () => {
    pc.setAccess('C:\\ProgramData', { owner: playedSids.self });
    pc.program(msiexec, (msi) => {
      takeAway(pc);
      msi.exit(0);
    });
    expect((await removeIt(pc)).result.outcome).toBe('removed');
    expect(pc.started[0]?.args).not.toContain('/l*v');
    expect(pc.workFolders()).toEqual([]);
  });
});

describe('nothing is begun', () => {
  it.each<[string, () => void, Parameters<typeof removeIt>[1], string]>([
    ['without an administrator’s rights', () => (pc.isAdministrator = false), {}, 'wrong-password-or-rights'],
    ['for what is no product code', () => undefined, { productCode: '{1} REMOVE=ALL' }, 'failed'],
    [
      'for a product that this account installed for itself, although the computer has one too',
      () =>
        pc.setKey(`HKU\\${playedSids.self}\\Software\\Microsoft\\Installer\\Products\\${packedCode(code)}`),
      {},
      'needs-person',
    ],
    ['for a product that is nobody’s but one person’s', () => pc.dropKey(record), {}, 'needs-person'],
    [
      'when it cannot be told whose it is',
      () => pc.closeKey(record, { kind: 'failed', why: 'torn' }),
      {},
      'failed',
    ],
    [
      'when Windows’ folders are not known',
      () => pc.dropKey('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'),
      {},
      'failed',
    ],
  ])('%s', async (_, prepare, scene, outcome) => {
    pc.program(msiexec, (msi) => msi.exit(0));
    prepare();
    expect((await removeIt(pc, scene)).result.outcome).toBe(outcome);
    expect(pc.started).toEqual([]);
  });

  it('after a cancellation', async () => {
    pc.program(msiexec, (msi) => msi.exit(0));
    expect((await removeIt(pc, {}, { aborted: true, leave: false })).result.outcome).toBe('cancelled');
    expect(pc.started).toEqual([]);
  });
});
