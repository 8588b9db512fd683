import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../core/model/plan.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import type { ExecRequest, ExecResult } from '../../exec.ts';
import { answering, exited, recorded } from '../fixtures/recorded.ts';
import { packageExecutor } from './package-executor.ts';

const action = (name: string, manager: Action['manager'] = 'dpkg'): Action => ({
  id: name,
  productId: 'linux-kesl',
  kind: 'remove-package',
  phase: 'product',
  title: '',
  needsElevation: true,
  manager,
  package: name,
});

/** A machine whose packages are a value, and whose tools answer with recorded output. */
interface Stage {
  installed: string[];
  state: string;
  simulate: () => ExecResult;
  purge: () => ExecResult;
  dpkg: () => ExecResult;
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'executor-'));
  mkdirSync(join(root, 'var/lib/dpkg'), { recursive: true });
  writeFileSync(join(root, 'var/lib/dpkg/status'), 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const stageOf = (change: Partial<Stage> = {}): Stage => ({
  installed: ['kesl', 'kesl-gui'],
  state: 'install\tinstalled',
  simulate: () => exited(0, recorded('apt-simulate-one.txt')),
  purge: () => exited(0, recorded('apt-purge.txt')),
  dpkg: () => exited(0),
  ...change,
});

const play = async (
  stage: Stage,
  name: string,
  { agreed = [name], cancelled = (): boolean => false, lockWaitSeconds = 10 } = {},
) => {
  const requests: ExecRequest[] = [];
  const progress: ExecutionProgress[] = [];
  let clock = 0;
  const exec = answering((call, request) => {
    requests.push(request);
    if (request.command === 'dpkg-query')
      return exited(0, ['base', ...stage.installed].map((pkg) => `${pkg}\tamd64\t1\t${pkg === name ? stage.state : 'install\tinstalled'}\tx\n`).join(''));
    if (call.startsWith('apt-get --simulate')) return stage.simulate();
    if (request.command === 'apt-get') return stage.purge();
    return request.command === 'dpkg' ? stage.dpkg() : undefined;
  });
  const result = await packageExecutor({
    lockWaitSeconds,
    machine: { exec, root },
    timings: { retryMs: 2_000, now: () => clock, sleep: async (ms) => void (clock += ms) },
  }).run(action(name), agreed.map((pkg) => action(pkg)), (event) => progress.push(event), {
    get aborted() {
      return cancelled();
    },
  });
  const changing = exec.calls.filter((call) => !call.startsWith('dpkg-query') && !call.includes('--simulate'));
  return { result, progress, requests, changing, seconds: clock / 1_000 };
};

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
    const purge = requests.find((request) => request.command === 'apt-get' && !request.args.includes('--simulate'));
    expect(purge).toMatchObject({ outlivesUs: true, environment: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' } });
    expect(purge?.timeoutMs).toBeUndefined();
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

  it.each(['--force-all', 'kesl*', 'kesl gui', '../kesl', '', 'kesl;id', 'kesl:'])('never acts on the name %j', async (name) => {
    const { result, requests } = await play(stageOf(), name);
    expect([result.outcome, requests]).toEqual(['failed', []]);
  });
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
    const { result, changing } = await play(stageOf({ installed: ['mawk'], simulate: () => exited(0, recorded('apt-simulate-replacement.txt')) }), 'mawk');
    expect([result, changing]).toEqual([{ outcome: 'would-remove-others', detail: '+base-files\n+original-awk' }, []]);
  });

  it.each(['missing', 'broken'])('stays with dpkg alone too, where apt-get is %s', async (how) => {
    const simulate = (): ExecResult => (how === 'missing' ? { kind: 'missing' } : exited(100, recorded('apt-broken-elsewhere.txt')));
    const { result, changing } = await play(stageOf({ simulate, dpkg: () => exited(1, recorded('dpkg-dependent.txt')) }), 'kesl');
    expect(result).toEqual({ outcome: 'would-remove-others', exitCode: 1, detail: 'kesl-gui' });
    expect(changing).toEqual(['dpkg --refuse-depends --refuse-remove-essential --refuse-remove-reinstreq --purge kesl:amd64']);
  });
});

describe('a package manager that is busy', () => {
  const locked = () => exited(100, '', recorded('apt-lock-frontend.txt'));

  it('is waited for, and the world is looked at again before the next try', async () => {
    const stage = stageOf();
    let tries = 0;
    stage.purge = () => {
      tries += 1;
      if (tries < 3) return locked();
      stage.installed = [];
      return exited(0, 'done\n');
    };
    const { result, progress } = await play(stage, 'kesl-gui');
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([
      { kind: 'waiting', holder: 'perl (468)', seconds: 0 },
      { kind: 'waiting', holder: 'perl (468)', seconds: 2 },
      { kind: 'output', line: 'done' },
    ]);
  });

  it('that removed the package itself leaves nothing to do', async () => {
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = [];
      return locked();
    };
    const { result, changing } = await play(stage, 'kesl-gui');
    expect([result, changing.length]).toEqual([{ outcome: 'already-gone' }, 1]);
  });

  it('is given up after the limit', async () => {
    const { result, seconds } = await play(stageOf({ purge: locked }), 'kesl-gui', { lockWaitSeconds: 7 });
    expect([result, seconds]).toEqual([{ outcome: 'busy', detail: 'perl (468)' }, 7]);
  });

  it('is not waited for any longer once the person cancels', async () => {
    let asked = 0;
    const { result, seconds } = await play(stageOf({ purge: locked }), 'kesl-gui', { cancelled: () => (asked += 1) > 5 });
    expect(result).toEqual({ outcome: 'cancelled' });
    expect(seconds).toBeLessThan(2);
  });

  it('that blocks dpkg is named by its number when nothing else is known', async () => {
    const stage = stageOf({ simulate: () => ({ kind: 'missing' }), dpkg: () => exited(2, '', recorded('dpkg-lock-database.txt').replace('479', '4190000')) });
    expect((await play(stage, 'kesl', { lockWaitSeconds: 0 })).result).toEqual({ outcome: 'busy', detail: '4190000' });
  });

  it('is no reason for a second removal when the first has begun', async () => {
    const output = `Removing kesl-gui (12) ...\n${recorded('apt-lock-frontend.txt')}`;
    const { result, changing } = await play(stageOf({ purge: () => exited(100, output) }), 'kesl-gui');
    expect([result.outcome, changing.length]).toEqual(['failed', 1]);
  });
});

describe('a removal that does not reach its goal', () => {
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
    const { result } = await play(stageOf({ purge: () => exited(100, recorded('apt-script-refuses.txt')) }), 'kesl-gui');
    expect(result).toMatchObject({ outcome: 'failed', exitCode: 100 });
    expect(result.detail).toContain('kess: is protected by a password');
    expect(result.detail?.split('\n').length).toBeLessThanOrEqual(20);
  });

  it('for want of rights, or of a tool, is said as that', async () => {
    expect((await play(stageOf({ purge: () => exited(100, '', recorded('apt-no-rights.txt')) }), 'kesl-gui')).result.outcome).toBe('wrong-password-or-rights');
    const without = stageOf({ simulate: () => ({ kind: 'missing' }), dpkg: () => ({ kind: 'missing' }) });
    expect((await play(without, 'kesl')).result).toEqual({ outcome: 'tool-missing' });
  });

  it('says by which signal the tool was ended', async () => {
    const ended: ExecResult = { kind: 'signalled', signal: 'SIGKILL', stdout: { text: '', totalBytes: 0, truncated: false }, stderr: { text: '', totalBytes: 0, truncated: false } };
    expect((await play(stageOf({ purge: () => ended }), 'kesl-gui')).result).toEqual({ outcome: 'failed', detail: 'the tool was ended by SIGKILL' });
  });
});
