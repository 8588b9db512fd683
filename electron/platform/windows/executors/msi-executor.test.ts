import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionOf, PasswordProperty } from '../../../core/model/plan.ts';
import { secretOf } from '../../../core/model/secret.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { localPath } from '../local-path.ts';
import type { Played } from '../testing/played-windows.ts';
import { PlayedWindows, playedSids } from '../testing/played-windows.ts';
import { programEntries } from './gone.ts';
import { packedCode } from './machine-wide.ts';
import { msiExecutor } from './msi-executor.ts';

const code = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';
const msiexec = 'C:\\Windows\\System32\\msiexec.exe';
const record = `HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packedCode(code)}`;
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';

let pc: PlayedWindows;
beforeEach(() => {
  pc = new PlayedWindows();
  pc.installed.add(code);
  pc.setKey(record);
  pc.setKey(`${programEntries}\\${code}`, { DisplayName: 'Kaspersky' }, ['64']);
});
afterEach(() => pc.remove());

const takeAway = (): void => {
  pc.installed.delete(code);
  pc.dropKey(record);
  pc.dropKey(`${programEntries}\\${code}`);
};

/** What stands behind `/l*v`, as a place on this disk. */
const logOf = ({ request: { args } }: Played): string => {
  const path = args[args.indexOf('/l*v') + 1];
  if (path === undefined) throw new Error('no log was asked for');
  return localPath(pc.machine, path);
};

interface Scene {
  readonly property?: PasswordProperty;
  readonly password?: string;
  readonly lockWaitSeconds?: number;
  readonly productCode?: string;
}

const run = async (scene: Scene = {}, cancellation = { aborted: false, leave: false }) => {
  const action: ActionOf<'run-msi'> = {
    id: 'x',
    productId: 'business-kes-win',
    kind: 'run-msi',
    phase: 'product',
    title: '',
    needsElevation: true,
    productCode: scene.productCode ?? code,
    ...(scene.property === undefined ? {} : { password: scene.property }),
  };
  const progress: ExecutionProgress[] = [];
  const result = await msiExecutor({
    machine: pc.machine,
    timings: pc.timings,
    lockWaitSeconds: scene.lockWaitSeconds ?? 60,
  }).run(action, {
    agreed: [],
    onProgress: (event) => progress.push(event),
    cancellation,
    password: scene.password === undefined ? undefined : secretOf(Buffer.from(scene.password)),
  });
  return { result, progress };
};

/** Folders of ours below Windows' own. */
const leftFolders = () =>
  readdirSync(localPath(pc.machine, 'C:\\Windows')).filter((name) => name.startsWith('removal'));

describe('a product of Windows Installer', () => {
  it('is removed quietly, without a restart, by its product code, with a log where only administrators write', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(msi), 'fine');
      takeAway();
      msi.exit(0);
    });
    expect((await run()).result).toEqual({ outcome: 'removed', exitCode: 0 });
    const [start] = pc.started;
    const folder = /^C:\\Windows\\removal-assistant-[0-9a-f]{16}$/;
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
    expect(leftFolders()).toEqual([]);
  });

  it.each([
    [3010, 'restart-needed'],
    [1641, 'restart-needed'],
    [1605, 'already-gone'],
    [1614, 'already-gone'],
    [1603, 'removed'],
  ])('that has gone with code %i is %s', async (exitCode, outcome) => {
    pc.program(msiexec, (msi) => {
      takeAway();
      msi.exit(exitCode);
    });
    expect((await run()).result).toEqual({ outcome, exitCode });
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
    expect((await run()).result).toMatchObject({ outcome, exitCode });
  });

  it('that Windows Installer no longer knows is gone, and what is left of its entry is told', async () => {
    pc.installed.delete(code);
    pc.program(msiexec, (msi) => msi.exit(1605));
    expect((await run()).result).toMatchObject({
      outcome: 'already-gone',
      detail: expect.stringContaining('entry'),
    });
  });

  it('whose entry alone is left is not gone', async () => {
    pc.program(msiexec, (msi) => {
      pc.installed.delete(code);
      msi.exit(0);
    });
    expect((await run()).result.outcome).toBe('still-there');
  });

  it('is not called removed when the entry cannot be looked for', async () => {
    pc.program(msiexec, (msi) => {
      takeAway();
      pc.closeKey(`${programEntries}\\${code}`, { kind: 'denied', why: 'access is denied' });
      msi.exit(0);
    });
    expect((await run()).result).toMatchObject({ outcome: 'failed', detail: 'access is denied' });
  });

  it('that is not there is gone already, and nothing is started', async () => {
    takeAway();
    expect((await run()).result).toEqual({ outcome: 'already-gone' });
    expect(pc.started).toEqual([]);
  });

  it('keeps its log after a failure: the reason in few lines, the rest on disk', async () => {
    const lines = [
      'Property(S): SECRETPASSWORD = hunter2',
      'MSI (s) (34:A8) [10:11:12:131]: Product: Kaspersky -- Error 1721. A program cannot be run.',
      'Action ended 10:11:12: StopService. Return value 3.',
    ];
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(msi), Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'));
      msi.exit(1603);
    });
    const { result } = await run();
    expect(result.outcome).toBe('failed');
    expect(result.detail).toContain('Error 1721. A program cannot be run.\nAction ended');
    expect(result.detail).not.toContain('hunter2');
    const path = result.detail?.split('\n').at(-1) ?? '';
    expect(existsSync(localPath(pc.machine, path))).toBe(true);
  });

  it('is removed without a log where there is no safe place for one', async () => {
    pc.setAccess('C:\\Windows', { owner: playedSids.self });
    pc.program(msiexec, (msi) => {
      takeAway();
      msi.exit(0);
    });
    expect((await run()).result.outcome).toBe('removed');
    expect(pc.started[0]?.args).not.toContain('/l*v');
    expect(leftFolders()).toEqual([]);
  });
});

describe('nothing is begun', () => {
  it.each<[string, () => void, Scene, string]>([
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
    expect((await run(scene)).result.outcome).toBe(outcome);
    expect(pc.started).toEqual([]);
  });

  it('after a cancellation', async () => {
    pc.program(msiexec, (msi) => msi.exit(0));
    expect((await run({}, { aborted: true, leave: false })).result.outcome).toBe('cancelled');
    expect(pc.started).toEqual([]);
  });
});

describe('another installation that is at work', () => {
  it('is waited for, and the removal tried again', async () => {
    let tries = 0;
    pc.program(msiexec, (msi) => {
      tries += 1;
      if (tries === 3) takeAway();
      msi.exit(tries < 3 ? 1618 : 0);
    });
    const { result, progress } = await run();
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([
      { kind: 'waiting', holder: 'Windows Installer', seconds: 0 },
      { kind: 'waiting', holder: 'Windows Installer', seconds: expect.any(Number) },
    ]);
    expect(leftFolders()).toEqual([]);
  });

  it('may have removed the product: then nothing more is begun', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    pc.after(3_000, takeAway);
    expect((await run()).result.outcome).toBe('already-gone');
    expect(pc.started).toHaveLength(1);
  });

  it('is waited for no longer than was said', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    const { result } = await run({ lockWaitSeconds: 12 });
    expect(result).toMatchObject({ outcome: 'busy', exitCode: 1618 });
    expect(pc.timings.now() / 1_000).toBeCloseTo(12, 0);
    expect(pc.started).toHaveLength(4);
  });

  it('is not waited for any longer once a person says stop', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    const cancellation = { aborted: false, leave: false };
    pc.after(2_000, () => (cancellation.aborted = true));
    expect((await run({}, cancellation)).result.outcome).toBe('cancelled');
    expect(pc.started).toHaveLength(1);
  });
});

describe('a removal that says nothing for long', () => {
  it('is told as quiet, and waited for to its end', async () => {
    pc.program(msiexec, (msi) =>
      msi.after(50_000, () => {
        takeAway();
        msi.exit(0);
      }),
    );
    const { result, progress } = await run();
    expect(result.outcome).toBe('removed');
    expect(progress).toEqual([15, 30, 45].map((seconds) => ({ kind: 'quiet', seconds })));
  });

  it('is not quiet as long as its log grows', async () => {
    pc.program(msiexec, (msi) => {
      for (let at = 1_000; at < 60_000; at += 5_000)
        msi.after(at, () => writeFileSync(logOf(msi), 'x'.repeat(at)));
      msi.after(60_000, () => {
        takeAway();
        msi.exit(0);
      });
    });
    expect((await run()).progress).toEqual([]);
  });

  it('goes on although a person said stop, and is left to itself when he does not want to wait', async () => {
    pc.program(msiexec, (msi) => msi.after(600_000, () => msi.exit(0)));
    const cancellation = { aborted: false, leave: false };
    pc.after(5_000, () => (cancellation.aborted = true));
    pc.after(40_000, () => (cancellation.leave = true));
    const { result } = await run({}, cancellation);
    expect(result.outcome).toBe('left-running');
    expect(pc.timings.now()).toBeGreaterThanOrEqual(40_000);
    // Its log and its temporary files are still its own.
    expect(leftFolders()).toHaveLength(1);
  });
});

describe('a password', () => {
  const protectedBy = (property: PasswordProperty, right: string): void => {
    pc.removal = (_, properties) => {
      if (
        properties !==
        `${property.startsWith('KLLOGIN') ? 'KLLOGIN="KLAdmin" KLPASSWD' : property}="${right}"`
      )
        return 1603;
      takeAway();
      return 0;
    };
  };

  it('is handed to Windows Installer in this process, and to nobody else', async () => {
    protectedBy('KLLOGIN+KLPASSWD', 'S3cret');
    const { result } = await run({ property: 'KLLOGIN+KLPASSWD', password: 'S3cret' });
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(pc.started).toEqual([]);
    expect(leftFolders()).toEqual([]);
    for (const lent of pc.lent) expect(lent.every((byte) => byte === 0)).toBe(true);
  });

  it('that is wrong leaves the product and is told as such, without any of it', async () => {
    protectedBy('UNLOCK_PASSWORD', 'S3cret');
    const { result } = await run({ property: 'UNLOCK_PASSWORD', password: 'wrong-one' });
    expect(result).toMatchObject({ outcome: 'wrong-password-or-rights', exitCode: 1603 });
    expect(JSON.stringify(result)).not.toContain('wrong-one');
    expect(pc.lent[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('goes to the agent in digits', async () => {
    protectedBy('KLUNINSTPASSWD', '530033006300');
    expect((await run({ property: 'KLUNINSTPASSWD', password: 'S3c' })).result.outcome).toBe('removed');
  });

  it('that nobody gave: the fatal error of a product that takes one is told as the missing one', async () => {
    pc.program(msiexec, (msi) => msi.exit(1603));
    expect((await run({ property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe('wrong-password-or-rights');
    expect((await run({ property: 'KLLOGIN+KLPASSWD', password: '' })).result.outcome).toBe(
      'wrong-password-or-rights',
    );
    expect((await run({})).result.outcome).toBe('failed');
  });

  it('that nobody gave is not the reason when the log names another', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(msi), 'Product: Kaspersky -- Error 1721. A program cannot be run.\n');
      msi.exit(1603);
    });
    expect((await run({ property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe('failed');
  });

  it('that the log asks for, but only its own window takes, is a person’s to type', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(msi), 'Product: Kaspersky -- The password is not correct.\n');
      msi.exit(1603);
    });
    expect((await run({ password: 'S3cret' })).result.outcome).toBe('needs-person');
    expect(pc.removals).toEqual([]);
  });

  it('that was missing or wrong makes a cancellation out of a removal that nobody could cancel', async () => {
    pc.program(msiexec, (msi) => msi.exit(1602));
    pc.removal = () => 1602;
    expect((await run({ property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe('wrong-password-or-rights');
    const given = await run({ property: 'KLLOGIN+KLPASSWD', password: 'x' });
    expect(given.result.outcome).toBe('wrong-password-or-rights');
  });

  it.each<[string, () => void]>([
    ['a policy writes every property into a log', () => pc.setKey(policies, { Logging: 'voicewarmup' })],
    ['it cannot be told whether a policy does', () => pc.closeKey(policies, { kind: 'denied', why: 'x' })],
    [
      'the package itself asks for a log',
      () => pc.packageProperties.set(`${code} MsiLogging`, { kind: 'ok', value: 'voicewarmup' }),
    ],
    [
      'it cannot be told whether the package does',
      () => pc.packageProperties.set(`${code} MsiLogging`, { kind: 'failed', why: 'x' }),
    ],
  ])('is not handed over when %s', async (_, prepare) => {
    prepare();
    protectedBy('KLLOGIN+KLPASSWD', 'S3cret');
    const scene = { property: 'KLLOGIN+KLPASSWD', password: 'S3cret' } as const;
    expect((await run(scene)).result.outcome).toBe('needs-person');
    expect(pc.removals).toEqual([]);
    pc.packageProperties.set(`${code} MsiHiddenProperties`, { kind: 'ok', value: 'OTHER;KLPASSWD' });
    expect((await run(scene)).result.outcome).toBe('removed');
  });

  it('is handed over again, and only then, when another installation was at work', async () => {
    let tries = 0;
    pc.removal = () => {
      tries += 1;
      if (tries === 2) takeAway();
      return tries === 1 ? 1618 : 0;
    };
    const { result, progress } = await run({ property: 'UNLOCK_PASSWORD', password: 'S3cret' });
    expect(result.outcome).toBe('removed');
    expect(progress).toHaveLength(1);
    expect(pc.removals).toEqual(['UNLOCK_PASSWORD="S3cret"', 'UNLOCK_PASSWORD="S3cret"']);
  });

  it('never reaches a computer whose Windows Installer cannot be called', async () => {
    pc.removal = () => {
      throw new Error('no such library');
    };
    const { result } = await run({ property: 'UNLOCK_PASSWORD', password: 'S3cret' });
    expect(result).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('no such library') });
    expect(pc.lent[0]?.every((byte) => byte === 0)).toBe(true);
  });
});
