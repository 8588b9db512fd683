import { describe, expect, it } from 'vitest';
import { exited, macMachine, nowhere, recorded } from './fixtures/mac.ts';
import { batteryIn, isRemote, readHost, versionIn } from './host.ts';
import { parseProcesses, processesProbe } from './processes.ts';

const lab = '/Library/Application Support/Kaspersky Lab';

describe('running programs', () => {
  it('are told with their whole path, blanks included', async () => {
    const machine = macMachine('/', { '/bin/ps': exited(0, recorded('ps.txt')) });
    const reading = await processesProbe(machine, 900).read(nowhere);
    expect(reading.kind === 'ok' ? reading.rows : []).toEqual([
      { pid: 1, name: 'launchd', path: '/sbin/launchd' },
      { pid: 312, name: 'kav', path: `${lab}/KAV/Binaries/kav` },
      {
        pid: 344,
        name: 'com.kaspersky.kav.sysext',
        path: '/Library/SystemExtensions/0D3A7B8E-41D5-4A0B-8F3F-9A1C2B3D4E5F/com.kaspersky.kav.sysext.systemextension/Contents/MacOS/com.kaspersky.kav.sysext',
      },
      {
        pid: 501,
        name: 'kav_app',
        path: '/Applications/Kaspersky Anti-Virus For Mac.app/Contents/MacOS/kav_app',
      },
      { pid: 777, name: 'zsh' },
      { pid: 778, name: 'gone' },
      { pid: 900, name: 'ps' },
    ]);
  });

  it('are not believed without this very program among them', async () => {
    expect(parseProcesses(recorded('ps.txt'), 4711)).toMatchObject({ kind: 'failed' });
    expect(await processesProbe(macMachine('/')).read(nowhere)).toMatchObject({ kind: 'failed' });
  });
});

describe('the computer', () => {
  it('tells its version, its power and who sits at it', async () => {
    const machine = macMachine('/', {
      '/usr/bin/sw_vers': exited(0, recorded('sw_vers.txt')),
      '/usr/bin/pmset': exited(0, recorded('pmset-battery.txt')),
      '/bin/ps': exited(0, recorded('ps-parents.txt')),
    });
    expect(await readHost(machine, {}, 640)).toMatchObject({
      os: 'macos',
      version: 'macOS 15.1 (24B83)',
      onBattery: true,
      remoteSession: true,
      freeBytes: expect.any(Number),
    });
  });

  it('says nothing about what no tool answered', async () => {
    const host = await readHost(macMachine('/'), {}, 710);
    expect(host).toMatchObject({ os: 'macos', remoteSession: false });
    expect(host).not.toHaveProperty('onBattery');
    expect(host.version).not.toBe('');
  });

  it('is on mains, or on battery, or it is not known', () => {
    expect(batteryIn(recorded('pmset-mains.txt'))).toBe(false);
    expect(batteryIn('')).toBeUndefined();
    expect(versionIn('')).toBeUndefined();
  });

  it('is reached from afar when ssh says so or a parent is its server', () => {
    const parents = recorded('ps-parents.txt');
    expect(isRemote({ SSH_CONNECTION: '10.0.0.1' }, '', 1)).toBe(true);
    expect(isRemote({}, parents, 640)).toBe(true);
    expect(isRemote({}, parents, 710)).toBe(false);
    expect(isRemote({}, ' 5 6 a\n 6 5 b\n', 5)).toBe(false);
  });
});
