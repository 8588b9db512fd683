import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { hostsUsable } from './available';
import { makeCgroups } from './cgroups';
import { isolated } from './outside';
import { runsRoot } from './paths';
import { identify, isAlive } from './processes';
import { dropRunFolder, makeRunFolder, sweepDeadRuns } from './run-folders';

describe('a machine without the tools', () => {
  const answer = { available: false, why: 'it needs root' } as const;

  it('fails the tests in CI and skips them elsewhere', () => {
    expect(() => hostsUsable(answer, true)).toThrow('cannot run here: it needs root');
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(hostsUsable(answer, false)).toBe(false);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('SKIPPED'));
    said.mockRestore();
    expect(hostsUsable({ available: true }, true)).toBe(true);
  });
});

describe.runIf(hostsUsable())('what a killed test process leaves', () => {
  it('is no process, because the kernel ends its hosts with it', async () => {
    const argv = isolated('echo up; sleep 1000 & wait', []);
    const code = `require('node:child_process').spawn('setpriv', ${JSON.stringify(argv.slice(1))}, { stdio: 'inherit' })`;
    const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    const closed = once(parent.stdout, 'close');
    const exited = once(parent, 'exit');
    parent.kill('SIGKILL');
    await exited;
    // The pipe closes when the last process that holds it is gone: the shell and the sleep inside.
    await closed;
    expect(parent.signalCode).toBe('SIGKILL');
  });

  it('is swept by the next run, and nothing of a living one is', async () => {
    const dead = spawn('true');
    const identity = { pid: dead.pid ?? 0, started: identify(dead.pid ?? 0)?.started ?? '1' };
    await once(dead, 'close');
    expect(isAlive(identity)).toBe(false);

    const deadId = `host-dead-${String(process.pid)}`;
    const livingId = `host-living-${String(process.pid)}`;
    mkdirSync(join(runsRoot(), deadId));
    writeFileSync(join(runsRoot(), deadId, 'owner.json'), JSON.stringify({ owner: identity }));
    const cgroups = makeCgroups(deadId);
    makeRunFolder(livingId);
    await sweepDeadRuns();
    expect(existsSync(join(runsRoot(), deadId))).toBe(false);
    expect(cgroups.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(join(runsRoot(), livingId))).toBe(true);
    await dropRunFolder(livingId);
  });
});
