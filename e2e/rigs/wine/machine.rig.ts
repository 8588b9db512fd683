import { createRequire } from 'node:module';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { repoRoot } from '../debian/paths';
import { compiled } from './built';
import { wineUsable } from './available';
import { killedCode } from './jobs';
import { startMachine, type Machine } from './machine';
import { waitUntil } from './waiting';

const { ensureWindowsRuntime } = createRequire(__filename)(
  join(repoRoot, 'build/scripts/windows-runtime.cjs'),
) as {
  ensureWindowsRuntime: () => Promise<{ readonly nodeExe: string }>;
};

describe.runIf(wineUsable())('a Wine machine', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine('one');
    machine.put('C:\\rig\\node.exe', (await ensureWindowsRuntime()).nodeExe);
  });
  afterAll(() => machine.close());

  const node = (script: string, options = {}): ReturnType<Machine['start']> => {
    machine.write('C:\\rig\\script.cjs', script);
    return machine.start('C:\\rig\\node.exe', ['C:\\rig\\script.cjs', 'a b', 'quote " and \\'], options);
  };

  it('is a Windows 10 without User Account Control', async () => {
    const { out } = await node('console.log(process.platform, require("os").release())').ended;
    expect(out).toMatch(/^win32 10\.0\.\d+\n$/);
    const policies = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
    expect(await machine.exportRegistry(policies)).toContain('"EnableLUA"=dword:00000000');
    expect(await machine.exportRegistry('HKLM\\SOFTWARE\\NotThere')).toBeUndefined();
  });

  it('hands over input, output, arguments and all 32 bits of an exit code, and nothing of this environment', async () => {
    process.env['FROM_OUTSIDE'] = 'yes';
    const script = `
      process.stdin.on('data', (data) => console.log(String(data), process.argv.slice(2), process.env.FROM_OUTSIDE, process.env.GIVEN));
      process.stdin.on('end', () => { console.error('плохо'); process.exit(3010); });`;
    const ended = await node(script, { stdin: 'secret', env: { GIVEN: 'given' } }).ended;
    expect(ended.code).toBe(3010);
    expect(ended.out).toBe(String.raw`secret [ 'a b', 'quote " and \\' ] undefined given` + '\n');
    expect(ended.err).toBe('плохо\n');
    await expect(machine.run('C:\\not-there.exe')).rejects.toThrow('could not be started (error 2)');
  });

  it('has no drive that is this machine, and no link into a home of it', async () => {
    const script = `for (const letter of 'ABDEFGHIJKLMNOPQRSTUVWXYZ')
      if (require('fs').existsSync(letter + ':\\\\')) console.log(letter);`;
    expect((await node(script).ended).out).toBe('');
    const documents = machine.at(`C:\\users\\${machine.user}\\Documents`);
    expect(lstatSync(documents).isDirectory()).toBe(true);
  });

  it('lets a person press Ctrl-C, which a program may answer', async () => {
    const running = node(`process.once('SIGINT', () => setTimeout(() => process.exit(24), 10));
      setInterval(() => {}, 1000); console.log('ready');`);
    await waitUntil('the program is ready', () => running.out().includes('ready'));
    running.pressCtrlC();
    expect((await running.ended).code).toBe(24);
  });

  it('ends a program at once when told to, or when it takes too long', async () => {
    const running = node('setInterval(() => {}, 1000); console.log("ready");');
    await waitUntil('the program is ready', () => running.out().includes('ready'));
    running.kill();
    expect((await running.ended).code).toBe(killedCode);
    await expect(node('setInterval(() => {}, 1000)', { timeoutMs: 100 }).ended).rejects.toThrow(
      'No end after 100 ms',
    );
  });

  it('finds its files in any spelling', () => {
    machine.write('C:\\Program Files\\Some Thing\\A.txt', 'content');
    expect(machine.read('c:\\PROGRAM FILES\\some thing\\a.TXT')).toBe('content');
    machine.remove('C:\\program files\\some thing');
    expect(machine.exists('C:\\Program Files\\Some Thing')).toBe(false);
  });

  it('keeps services running between two programs, and says when one refuses to stop', async () => {
    machine.put('C:\\svc\\service.exe', await compiled('service', 'console'));
    const sc = async (...args: readonly string[]): Promise<string> => (await machine.run('sc.exe', args)).out;
    await sc('create', 'Stubborn', 'binPath=', 'C:\\svc\\service.exe Stubborn unstoppable');
    await sc('start', 'Stubborn');
    expect(await sc('query', 'Stubborn')).toContain('RUNNING');
    expect((await machine.run('net.exe', ['stop', 'Stubborn'])).code).not.toBe(0);
    expect(await sc('query', 'Stubborn')).toContain('RUNNING');
  });

  it('restarts: what was put off happens, and automatic services come up', async () => {
    await machine.run('sc.exe', ['config', 'Stubborn', 'start=', 'auto']);
    await machine.run('sc.exe', [
      'create',
      'Auto',
      'start=',
      'auto',
      'binPath=',
      'C:\\svc\\service.exe Auto',
    ]);
    machine.write('C:\\svc\\to-be-deleted.txt', '');
    const runOnce = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
    await machine.importRegistry([
      { path: runOnce, values: { Rig: 'cmd.exe /c echo done > C:\\svc\\once.txt' } },
      {
        path: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
        values: { PendingFileRenameOperations: ['\\??\\C:\\svc\\to-be-deleted.txt', ''] },
      },
    ]);
    await machine.restart();
    await waitUntil('RunOnce has run', () => machine.exists('C:\\svc\\once.txt'));
    expect(await machine.exportRegistry(runOnce)).not.toContain('Rig');
    expect(machine.exists('C:\\svc\\to-be-deleted.txt')).toBe(false);
    await waitUntil('the service is up', async () =>
      (await machine.run('sc.exe', ['query', 'Auto'])).out.includes('RUNNING'),
    );
  });
});

describe.runIf(wineUsable())('several Wine machines', () => {
  it('have nothing in common, and leave nothing behind', async () => {
    const [one, two] = await Promise.all([startMachine('first'), startMachine('second')]);
    one.write('C:\\only-here.txt', '1');
    const folder = one.at('C:\\');
    expect(two.exists('C:\\only-here.txt')).toBe(false);
    await one.close();
    expect(existsSync(folder)).toBe(false);
    expect((await two.run('cmd.exe', ['/c', 'exit 7'])).code).toBe(7);
    await two.close();
    expect(() => two.start('cmd.exe')).toThrow('is closed');
  });
});
