import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionOf } from '../../../core/model/plan.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { exec } from '../../exec.ts';
import type { Exec, ExecResult } from '../../exec.ts';
import { exited, macFolder, recorded } from '../fixtures/mac.ts';
import type { LookAt } from './trusted-path.ts';
import { trustOf, writersIn } from './trusted-path.ts';
import { vendorScriptExecutor } from './vendor-script.ts';

let root: string;
let script: string;
beforeEach(() => {
  root = macFolder();
  script = join(root, 'KAV/Binaries/UninstallScript');
  mkdirSync(dirname(script), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As if all of it were root's and closed to others, but what the test changes. */
const asRoots =
  (change: Readonly<Record<string, { uid?: number; mode?: number }>> = {}): LookAt =>
  async (path) => {
    const real = await lstat(path);
    const { uid = 0, mode = real.mode & ~0o022 } = change[path] ?? {};
    return { uid, mode, isFile: () => real.isFile(), isDirectory: () => real.isDirectory() };
  };

const write = (body: string): void => {
  writeFileSync(script, `#!/bin/sh\n${body}\n`);
  chmodSync(script, 0o755);
};

interface Scene {
  readonly lookAt?: LookAt;
  readonly isRoot?: boolean;
  readonly known?: readonly string[];
  readonly cancelled?: boolean;
  readonly lists?: ExecResult;
  /** What systemextensionsctl says, one answer a call. */
  readonly extensions?: readonly string[];
}

/** The script is real and really runs; the Mac's own tools are stand-ins. */
const play = async (scene: Scene = {}) => {
  const started: string[] = [];
  const extensions = [...(scene.extensions ?? [])];
  const machineExec: Exec = async (request) => {
    if (request.command === '/bin/ls') return scene.lists ?? exited(0);
    if (request.command === '/usr/bin/systemextensionsctl')
      return exited(0, recorded(extensions.shift() ?? 'systemextensions-none.txt'));
    started.push([request.command, ...request.args].join(' '));
    return exec(request);
  };
  const action: ActionOf<'run-vendor-script'> = {
    id: 'mac-consumer:script',
    productId: 'mac-consumer',
    kind: 'run-vendor-script',
    phase: 'product',
    title: '',
    needsElevation: true,
    path: script,
  };
  const progress: ExecutionProgress[] = [];
  const result = await vendorScriptExecutor({
    machine: { exec: machineExec, root: '/' },
    lookAt: scene.lookAt ?? asRoots(),
    isRoot: scene.isRoot ?? true,
    known: scene.known ?? [script],
  }).run(action, {
    agreed: [],
    onProgress: (event) => progress.push(event),
    cancellation: { aborted: scene.cancelled ?? false },
    password: undefined,
  });
  return { result, progress, started };
};

describe('the vendor’s script', () => {
  it('is run without arguments, and its product has gone when its folder has', async () => {
    write(`echo "Removing $0"; rm -rf "${root}/KAV"`);
    const { result, progress, started } = await play();
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([{ kind: 'output', line: `Removing ${script}` }]);
    expect(started).toEqual([script]);
  });

  it('asks for a restart when a system extension goes only then', async () => {
    write(`rm -rf "${root}/KAV"`);
    const waiting = 'systemextensions-terminated.txt';
    const { result } = await play({ extensions: ['systemextensions-heading.txt', waiting] });
    expect(result.outcome).toBe('restart-needed');
  });

  it('asks for none when the extension waited before it began', async () => {
    write(`rm -rf "${root}/KAV"`);
    const waiting = 'systemextensions-terminated.txt';
    expect((await play({ extensions: [waiting, waiting] })).result.outcome).toBe('removed');
  });

  it.each([
    ['exit 0', { outcome: 'still-there', exitCode: 0 }],
    ['echo broken; exit 3', { outcome: 'failed', exitCode: 3, detail: 'broken' }],
    ['echo "You must be root" >&2; exit 1', { outcome: 'wrong-password-or-rights', exitCode: 1 }],
  ])('that ends with "%s" is told by what is there afterwards', async (body, expected) => {
    write(body);
    expect((await play()).result).toMatchObject(expected);
  });

  it('that is not there is a missing tool', async () => {
    expect((await play()).result).toEqual({ outcome: 'tool-missing' });
  });
});

describe('nothing is started', () => {
  it.each<[string, () => Scene, string]>([
    ['from a path that the catalogue does not name', () => ({ known: ['/other'] }), 'failed'],
    ['without an administrator’s rights', () => ({ isRoot: false }), 'wrong-password-or-rights'],
    ['after a cancellation', () => ({ cancelled: true }), 'cancelled'],
    ['that belongs to somebody else', () => ({ lookAt: asRoots({ [script]: { uid: 501 } }) }), 'failed'],
    ['that the group can write', () => ({ lookAt: asRoots({ [script]: { mode: 0o100775 } }) }), 'failed'],
    ['in a folder of somebody else', () => ({ lookAt: asRoots({ [root]: { uid: 501 } }) }), 'failed'],
    [
      'in a folder that all can write, whatever its sticky bit',
      () => ({ lookAt: asRoots({ [dirname(root)]: { mode: 0o41777 } }) }),
      'failed',
    ],
    ['that an access list opens', () => ({ lists: exited(0, recorded('ls-access-lists.txt')) }), 'failed'],
    ['whose access lists cannot be read', () => ({ lists: { kind: 'missing' } }), 'failed'],
  ])('%s', async (_, scene, outcome) => {
    write(`rm -rf "${root}/KAV"`);
    const { result, started } = await play(scene());
    expect(result.outcome).toBe(outcome);
    expect(started).toEqual([]);
    expect((await lstat(script)).isFile()).toBe(true);
  });

  it('through a link, or by a path that is not plain', async () => {
    write('exit 0');
    const machine = { exec: async () => exited(0), root: '/' };
    symlinkSync(join(root, 'KAV'), join(root, 'Linked'));
    expect(await trustOf(join(root, 'Linked/Binaries/UninstallScript'), machine, asRoots())).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Linked: it is not a folder'),
    });
    for (const path of [`${root}/KAV/../KAV/Binaries/UninstallScript`, 'UninstallScript'])
      expect(await trustOf(path, machine, asRoots())).toMatchObject({ kind: 'refused' });
    expect(await trustOf(script, machine, asRoots())).toEqual({ kind: 'trusted' });
  });
});

it('an access list names who may write: rights to read, refusals and root’s own do not count', () => {
  expect(writersIn(recorded('ls-access-lists.txt'))).toEqual(['user:ann']);
});
