import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionOf } from '../../../core/model/plan.ts';
import { secretOf } from '../../../core/model/secret.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { localPath } from '../local-path.ts';
import type { Played } from '../testing/played-windows.ts';
import { PlayedWindows, playedSids } from '../testing/played-windows.ts';
import { put } from '../testing/staged-machine.ts';
import { programEntries } from './gone.ts';
import { packedCode } from './machine-wide.ts';
import { uninstallerExecutor } from './uninstaller-executor.ts';

const entry = 'Kaspersky VPN';
const key = `${programEntries}\\${entry}`;
const program = 'C:\\Program Files\\Kaspersky Lab\\VPN\\uninst.exe';

let pc: PlayedWindows;
beforeEach(() => {
  pc = new PlayedWindows();
  pc.setKey(key, { UninstallString: `"${program}"`, QuietUninstallString: `"${program}" /S` }, ['64']);
});
afterEach(() => pc.remove());

/** As an uninstaller that does its work at once. */
const works = ({ exit }: Played): void => {
  pc.dropKey(key);
  exit(0);
};

const run = async (
  cancellation = { aborted: false, leave: false },
  { name = entry, password }: { readonly name?: string; readonly password?: string } = {},
) => {
  const action: ActionOf<'run-uninstaller'> = {
    id: 'x',
    productId: 'vpn-win',
    kind: 'run-uninstaller',
    phase: 'vpn',
    title: '',
    needsElevation: true,
    entry: name,
    view: '64',
  };
  const progress: ExecutionProgress[] = [];
  const result = await uninstallerExecutor({
    machine: pc.machine,
    timings: pc.timings,
    lockWaitSeconds: 60,
  }).run(action, {
    agreed: [],
    onProgress: (event) => progress.push(event),
    cancellation,
    password: password === undefined ? undefined : secretOf(Buffer.from(password)),
  });
  return { result, progress: progress.filter(({ kind }) => kind !== 'output') };
};
const seconds = () => pc.timings.now() / 1_000;

describe('an uninstaller', () => {
  it('is started by its argument list, with the quiet command, in a clean environment of its own', async () => {
    pc.program(program, works);
    expect((await run()).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(pc.started).toEqual([
      expect.objectContaining({
        command: program,
        args: ['/S'],
        outlivesUs: true,
        unheard: true,
        window: false,
        environment: expect.objectContaining({
          TEMP: expect.stringMatching(/^C:\\Windows\\removal-assistant-/),
          ProgramFiles: 'C:\\Program Files',
        }),
      }),
    ]);
    expect(pc.started[0]).not.toHaveProperty('verbatim');
    expect(readdirSync(localPath(pc.machine, 'C:\\Windows'))).toEqual([]);
  });

  it('opens the vendor’s window when there is no quiet command', async () => {
    pc.setKey(key, { UninstallString: `${program} /x` }, ['64']);
    pc.program(program, works);
    expect((await run()).result.outcome).toBe('removed');
    expect(pc.started[0]).toMatchObject({ args: ['/x'], window: true });
  });

  it('gets what its text says to the letter where arguments alone would change it', async () => {
    pc.setKey(key, { QuietUninstallString: `"${program}" /S /D="C:\\a b"  _?=C:\\c d` }, ['64']);
    pc.program(program, works);
    await run();
    expect(pc.started[0]).toMatchObject({ verbatim: '/S /D="C:\\a b"  _?=C:\\c d' });
  });

  it('that copies itself and returns at once is waited for through its copy', async () => {
    pc.program(program, ({ spawn, after, exit }) => {
      const copy = spawn('Au_.exe');
      exit(0);
      after(20_000, () => pc.dropKey(key));
      after(21_000, copy.end);
    });
    const { result, progress } = await run();
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([{ kind: 'quiet', seconds: 15 }]);
    expect(seconds()).toBeCloseTo(24, 0);
  });

  it('is waited for through a child that outlives every parent', async () => {
    pc.program(program, ({ spawn, after, exit }) => {
      const child = spawn('helper.exe');
      after(500, () => {
        exit(0);
        const grandchild = spawn('worker.exe', child.pid);
        after(500, child.end);
        after(30_000, () => pc.dropKey(key));
        after(40_000, grandchild.end);
      });
    });
    expect((await run()).result.outcome).toBe('removed');
    expect(seconds()).toBeGreaterThan(40);
  });

  it('does not wait for the page that it opens at the end', async () => {
    pc.program(program, (played) => {
      played.spawn('msedge.exe');
      works(played);
    });
    expect((await run()).result.outcome).toBe('removed');
    expect(seconds()).toBeLessThan(5);
  });

  it('whose work goes on where nobody sees it has some time left', async () => {
    pc.program(program, ({ exit, after }) => {
      exit(0);
      after(10_000, () => pc.dropKey(key));
    });
    expect((await run()).result.outcome).toBe('removed');
  });

  it.each([
    [0, 'still-there'],
    [2, 'failed'],
    [1602, 'cancelled'],
    [3010, 'restart-needed'],
    [0x8007_0652, 'busy'],
  ])('that returns %i and leaves everything is told as %s', async (code, outcome) => {
    pc.program(program, ({ exit }) => exit(code));
    expect((await run()).result).toMatchObject({ outcome, exitCode: code });
    expect(seconds()).toBeCloseTo(code === 0 ? 15 : 5, 0);
  });

  it('that returns an error and yet took everything away has removed it', async () => {
    pc.program(program, ({ exit }) => {
      pc.dropKey(key);
      exit(7);
    });
    expect((await run()).result).toEqual({ outcome: 'removed', exitCode: 7 });
  });

  it('after which the product comes back has removed nothing', async () => {
    pc.program(program, (played) => {
      works(played);
      played.after(2_000, () => pc.setKey(key, { UninstallString: program }, ['64']));
    });
    expect((await run()).result.outcome).toBe('still-there');
  });

  it('is judged by its own end and its entry where Windows does not list processes', async () => {
    pc.processTrouble = 'access is denied';
    pc.program(program, works);
    expect((await run()).result.outcome).toBe('removed');
  });

  it('whose entry cannot be looked for afterwards is not called removed', async () => {
    pc.program(program, ({ exit }) => {
      pc.closeKey(key, { kind: 'failed', why: 'torn' });
      exit(0);
    });
    expect((await run()).result).toMatchObject({ outcome: 'failed', detail: 'torn' });
  });

  it('that waits for ever is told as quiet, never ended, and left to itself when a person says so', async () => {
    pc.program(program, () => undefined);
    const cancellation = { aborted: false, leave: false };
    pc.after(5_000, () => (cancellation.aborted = true));
    pc.after(100_000, () => (cancellation.leave = true));
    const { result, progress } = await run(cancellation);
    expect(result).toEqual({ outcome: 'left-running' });
    expect(progress.map((event) => (event.kind === 'quiet' ? event.seconds : event))).toEqual([
      15, 30, 45, 60, 75, 90,
    ]);
    const listed = pc.machine.api.processes();
    expect(listed.kind === 'ok' && listed.rows.some(({ name }) => name === 'uninst.exe')).toBe(true);
    const temporary = pc.started[0]?.environment?.['TEMP'] ?? '';
    expect(existsSync(localPath(pc.machine, temporary))).toBe(true);
  });

  it('gets no password, and a person is sent to its window when it fails without one', async () => {
    pc.program(program, ({ exit }) => exit(5));
    const { result } = await run(undefined, { password: 'S3cret' });
    expect(result).toMatchObject({ outcome: 'needs-person', exitCode: 5 });
    expect(JSON.stringify([result, pc.started])).not.toContain('S3cret');
  });
});

describe('an entry', () => {
  it('that has gone since the plan was made is gone already', async () => {
    pc.dropKey(key);
    expect((await run()).result).toEqual({ outcome: 'already-gone' });
  });

  it('is looked for in its own half of the registry only', async () => {
    pc.dropKey(key);
    pc.setKey(key, { UninstallString: program }, ['32']);
    expect((await run()).result.outcome).toBe('already-gone');
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
    expect((await run()).result.outcome).toBe('removed');
    expect(pc.started[0]?.args.slice(0, 3)).toEqual(['/x', code, '/qn']);
  });

  it('whose quiet command nobody may run is removed by the plain one', async () => {
    pc.setKey(key, { QuietUninstallString: 'cmd /c x', UninstallString: `"${program}"` }, ['64']);
    pc.program(program, works);
    expect((await run()).result.outcome).toBe('removed');
  });

  it('without quotes is run where it means one program only', async () => {
    pc.setKey(key, { QuietUninstallString: `${program} /S` }, ['64']);
    pc.program(program, works);
    expect((await run()).result.outcome).toBe('removed');
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
      () => pc.setAccess('C:\\Windows', { owner: playedSids.self }),
      'failed',
    ],
  ])('%s', async (_, prepare, outcome) => {
    pc.program(program, works);
    prepare();
    const { result } = await run();
    expect(result.outcome).toBe(outcome);
    expect(pc.started).toEqual([]);
  });

  it('for a name that is no entry', async () => {
    for (const name of ['a\\b', '', '..\\Run', 'a\0b'])
      expect((await run(undefined, { name })).result).toMatchObject({ outcome: 'failed' });
  });

  it('after a cancellation', async () => {
    pc.program(program, works);
    expect((await run({ aborted: true, leave: false })).result.outcome).toBe('cancelled');
    expect(pc.started).toEqual([]);
  });
});
