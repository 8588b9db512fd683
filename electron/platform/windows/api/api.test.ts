import { describe, expect, it } from 'vitest';
import { openWindowsMachine } from '../this-machine.ts';
import { keepOutOfCrashDumps } from './crash-dumps.ts';

const code = '{11111111-2222-3333-4444-555555555555}';

describe.runIf(process.platform !== 'win32')('where there is no Windows', () => {
  it('the machine can be had, and every question is answered with why not', async () => {
    const { api, registry } = openWindowsMachine();
    const answers = [
      api.serviceStates(),
      api.processes(),
      api.access('C:\\Windows'),
      api.ownRights(),
      api.systemFacts(),
      api.signature('C:\\Windows\\explorer.exe'),
      api.startMark(true),
      api.installer.isInstalled(code),
      api.installer.packageProperty(code, 'MsiLogging'),
      await registry.read('HKLM\\SOFTWARE', '64'),
    ];
    for (const answer of answers)
      expect(answer).toEqual({ kind: 'failed', why: expect.stringContaining('only Windows has') as string });
    await expect(api.installer.remove(code, Buffer.alloc(2))).rejects.toThrow('only Windows has');
  });

  it('there are no crash dumps to keep a password out of', () => {
    expect(() => keepOutOfCrashDumps()()).not.toThrow();
  });
});

describe('questions that Windows would take for others', () => {
  it('are not asked: paths that are not whole, that name a stream, or that a zero would cut short', () => {
    const { api } = openWindowsMachine();
    for (const path of [
      'app.exe',
      'C:app.exe',
      '\\\\server\\share\\x',
      'C:\\x.exe:stream',
      'C:\\x\0.exe',
      '\\\\.\\C:',
    ])
      expect(api.access(path)).toEqual({
        kind: 'failed',
        why: expect.stringContaining('no whole path on a drive') as string,
      });
  });

  it('are not asked: places outside the two trees, names that a zero would cut short', async () => {
    const { registry } = openWindowsMachine();
    for (const path of ['HKCU\\Software', 'SOFTWARE', '', 'HKLM\\SOFTWARE\\a\0b'])
      expect(await registry.read(path, '64')).toEqual({
        kind: 'failed',
        why: expect.stringContaining('no place in the registry') as string,
      });
  });

  it('are not asked: product codes that are none', () => {
    const { api } = openWindowsMachine();
    for (const text of ['', 'x', code.slice(1), `${code}x`])
      expect(api.installer.isInstalled(text)).toEqual({
        kind: 'failed',
        why: expect.stringContaining('no product code') as string,
      });
  });
});
