import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExecResult } from '../../exec.ts';
import { exited, recorded } from '../fixtures/recorded.ts';
import { play as playIn, stageFolder, stageOf } from '../fixtures/stage.ts';
import type { Stage } from '../fixtures/stage.ts';

let root: string;
beforeEach(() => (root = stageFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const play = (stage: Stage, name: string, options?: Parameters<typeof playIn>[3]) =>
  playIn(root, stage, name, options);

describe('removing a package', () => {
  it('purges it with apt-get, without a word about others, and looks again', async () => {
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = ['kesl'];
      return exited(0, recorded('apt-purge.txt'));
    };
    const { result, progress, changing, requests } = await play(stage, 'kesl-gui');
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(changing).toEqual([
      'apt-get -y -q -o DPkg::Lock::Timeout=0 -o Dpkg::Use-Pty=0 -o APT::Get::AutomaticRemove=false -o APT::Color=0 purge -- kesl-gui:amd64',
    ]);
    expect(progress).toContainEqual({ kind: 'output', line: 'Removing kesl (12.1.0-1508) ...' });
    const purge = requests.find(
      (request) => request.command === 'apt-get' && !request.args.includes('--simulate'),
    );
    expect(purge).toMatchObject({
      outlivesUs: true,
      environment: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' },
    });
    expect(purge?.timeoutMs).toBeUndefined();
  });

  it.each([
    ['by its name', ['other', 'kesl-gui'], 'restart-needed'],
    ['without a name', ['other'], 'restart-needed'],
    ['for another package', ['other', 'linux-image'], 'removed'],
  ])('says that a restart is needed when the package asks for one %s', async (_, names, outcome) => {
    const ask = (packages: readonly string[], at: number): void => {
      writeFileSync(join(root, 'run/reboot-required'), '*** System restart required ***');
      utimesSync(join(root, 'run/reboot-required'), at, at);
      writeFileSync(join(root, 'run/reboot-required.pkgs'), packages.map((name) => `${name}\n`).join(''));
    };
    mkdirSync(join(root, 'run'));
    ask(['other'], 1);
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = ['kesl'];
      ask(names, 2);
      return exited(0, recorded('apt-purge.txt'));
    };
    expect((await play(stage, 'kesl-gui')).result).toMatchObject({ outcome });
  });

  it('takes a restart that somebody else asked for before for none of its own', async () => {
    mkdirSync(join(root, 'run'));
    writeFileSync(join(root, 'run/reboot-required'), '');
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = ['kesl'];
      return exited(0, recorded('apt-purge.txt'));
    };
    expect((await play(stage, 'kesl-gui')).result).toMatchObject({ outcome: 'removed' });
  });

  it('does nothing when it is gone already', async () => {
    const { result, changing } = await play(stageOf({ installed: [] }), 'kesl');
    expect([result, changing]).toEqual([{ outcome: 'already-gone' }, []]);
  });

  it('does nothing when it is on hold', async () => {
    const { result, changing } = await play(stageOf({ state: 'hold\tinstalled' }), 'kesl');
    expect([result, changing]).toEqual([{ outcome: 'on-hold' }, []]);
  });

  it('does not call it gone when the database cannot be read', async () => {
    rmSync(join(root, 'var/lib/dpkg'), { recursive: true });
    expect((await play(stageOf({ installed: [] }), 'kesl')).result).toMatchObject({ outcome: 'failed' });
  });

  it('does not call it gone when the database has lost packages, this one perhaps', async () => {
    mkdirSync(join(root, 'var/lib/dpkg/info'));
    writeFileSync(join(root, 'var/lib/dpkg/info/kesl.list'), '');
    const { result, changing } = await play(stageOf({ installed: [] }), 'kesl');
    expect([result, changing]).toEqual([{ outcome: 'failed', detail: expect.stringContaining('kesl') }, []]);
  });

  it('purges also what is only configuration or half installed', async () => {
    for (const state of ['deinstall\tconfig-files', 'install\thalf-installed']) {
      const stage = stageOf({ state, simulate: () => exited(0, 'Purg kesl\n') });
      stage.purge = () => {
        stage.installed = [];
        return exited(0);
      };
      expect((await play(stage, 'kesl')).result.outcome).toBe('removed');
    }
  });

  it('goes by dpkg itself where dpkg was interrupted before, which apt-get only tells when it acts', async () => {
    mkdirSync(join(root, 'var/lib/dpkg/updates'));
    writeFileSync(join(root, 'var/lib/dpkg/updates/0001'), '');
    const stage = stageOf();
    stage.dpkg = () => {
      stage.installed = ['kesl'];
      return exited(0);
    };
    const { result, changing } = await play(stage, 'kesl-gui');
    expect([result.outcome, changing]).toEqual([
      'removed',
      ['dpkg --refuse-depends --refuse-remove-essential --refuse-remove-reinstreq --purge kesl-gui:amd64'],
    ]);
  });

  it.each(['--force-all', 'kesl*', 'kesl gui', '../kesl', '', 'kesl;id', 'kesl:'])(
    'never acts on the name %j',
    async (name) => {
      const { result, requests } = await play(stageOf(), name);
      expect([result.outcome, requests]).toEqual(['failed', []]);
    },
  );
});

describe('a package that others depend on', () => {
  const dependent = () => exited(0, recorded('apt-simulate-dependent.txt'));

  it('stays when nobody agreed to lose them', async () => {
    const { result, changing } = await play(stageOf({ simulate: dependent }), 'kesl');
    expect([result, changing]).toEqual([{ outcome: 'would-remove-others', detail: 'kesl-gui' }, []]);
  });

  it('goes with them when they are agreed', async () => {
    const stage = stageOf({ simulate: dependent });
    stage.purge = () => {
      stage.installed = [];
      return exited(0);
    };
    expect((await play(stage, 'kesl', { agreed: ['kesl', 'kesl-gui'] })).result.outcome).toBe('removed');
  });

  it('stays when something would be installed in its place', async () => {
    const { result, changing } = await play(
      stageOf({ installed: ['mawk'], simulate: () => exited(0, recorded('apt-simulate-replacement.txt')) }),
      'mawk',
    );
    expect([result, changing]).toEqual([
      { outcome: 'would-remove-others', detail: '+base-files\n+original-awk' },
      [],
    ]);
  });

  it.each(['missing', 'broken'])('stays with dpkg alone too, where apt-get is %s', async (how) => {
    const simulate = (): ExecResult =>
      how === 'missing' ? { kind: 'missing' } : exited(100, recorded('apt-broken-elsewhere.txt'));
    const { result, changing } = await play(
      stageOf({ simulate, dpkg: () => exited(1, recorded('dpkg-dependent.txt')) }),
      'kesl',
    );
    expect(result).toEqual({ outcome: 'would-remove-others', exitCode: 1, detail: 'kesl-gui' });
    expect(changing).toEqual([
      'dpkg --refuse-depends --refuse-remove-essential --refuse-remove-reinstreq --purge kesl:amd64',
    ]);
  });
});

describe('a removal that does not reach its goal', () => {
  const ended: ExecResult = {
    kind: 'signalled',
    signal: 'SIGKILL',
    stdout: { text: '', totalBytes: 0, truncated: false },
    stderr: { text: '', totalBytes: 0, truncated: false },
  };

  it('is not started after a cancellation', async () => {
    const { result, requests } = await play(stageOf(), 'kesl', { cancelled: () => true });
    expect([result, requests]).toEqual([{ outcome: 'cancelled' }, []]);
  });

  it('is called still there when the tool ends well and the package stays', async () => {
    expect((await play(stageOf(), 'kesl-gui')).result).toMatchObject({ outcome: 'still-there', exitCode: 0 });
  });

  it('is called removed when the package is gone, whatever else went wrong', async () => {
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = [];
      return exited(100);
    };
    expect((await play(stage, 'kesl-gui')).result).toEqual({ outcome: 'removed', exitCode: 100 });
  });

  it('comes with the last lines of the tool', async () => {
    const { result } = await play(
      stageOf({ purge: () => exited(100, recorded('apt-script-refuses.txt')) }),
      'kesl-gui',
    );
    expect(result).toMatchObject({ outcome: 'failed', exitCode: 100 });
    expect(result.detail).toContain('kess: is protected by a password');
    expect(result.detail?.split('\n').length).toBeLessThanOrEqual(20);
  });

  it('for want of rights, or of a tool, is said as that', async () => {
    expect(
      (await play(stageOf({ purge: () => exited(100, '', recorded('apt-no-rights.txt')) }), 'kesl-gui'))
        .result.outcome,
    ).toBe('wrong-password-or-rights');
    const without = stageOf({ simulate: () => ({ kind: 'missing' }), dpkg: () => ({ kind: 'missing' }) });
    expect((await play(without, 'kesl')).result).toEqual({ outcome: 'tool-missing' });
  });

  it('is called removed when apt-get was killed and dpkg went on all the same', async () => {
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = [];
      return ended;
    };
    expect((await play(stage, 'kesl-gui')).result).toEqual({ outcome: 'removed' });
  });

  it('is left to itself when a person does not want to wait any longer', async () => {
    let presses = 0;
    const stage = stageOf();
    const { result } = await play(stage, 'kesl-gui', { left: () => ++presses > 3, slow: true });
    expect(result).toEqual({ outcome: 'left-running', detail: '' });
  });

  it('says by which signal the tool was ended', async () => {
    expect((await play(stageOf({ purge: () => ended }), 'kesl-gui')).result).toEqual({
      outcome: 'failed',
      detail: 'the tool was ended by SIGKILL',
    });
  });
});
