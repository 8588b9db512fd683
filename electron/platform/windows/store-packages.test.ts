import { describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { packagesProbe, parsePackage } from './store-packages.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const sid = 'S-1-5-21-0-0-0-1000';
const folders = recording('fixtures/registry/wine-folders.reg', import.meta.url);
const packages = recording('fixtures/registry/made-store-packages.reg', import.meta.url);
const registry = recordedRegistry(folders, packages);
const storeKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore';

const read = (from = registry, version = '10.0.26100') =>
  packagesProbe(
    stagedMachine('/nowhere', {
      registry: from,
      api: {
        systemFacts: () => ({
          kind: 'ok',
          value: {
            version,
            server: false,
            name: undefined,
            onBattery: undefined,
            remoteSession: undefined,
            freeBytes: undefined,
          },
        }),
      },
    }),
  ).read({ roots: [], exactPaths: [] });

describe('store packages', () => {
  it('are those of the machine and of each person, each once, and none that was taken off', async () => {
    const reading = await read();
    const rows = reading.kind === 'ok' ? reading.rows : [];
    expect(reading).not.toHaveProperty('gaps');
    expect(rows.map(({ name, version }) => [name, version])).toEqual([
      ['Microsoft.WindowsCalculator', '2021.2506.8.0'],
      ['Microsoft.AAD.BrokerPlugin', '1000.19041.3636.0'],
      ['Kaspersky.ShellEx22', '1.0.0.0'],
      ['KasperskyLab.ShellEx', '1.2.0.0'],
      ['Vendor.Заметки', '1.0.0.0'],
    ]);
    expect(rows[2]).toEqual({
      name: 'Kaspersky.ShellEx22',
      id: 'Kaspersky.ShellEx22_1.0.0.0_x64__gw8jcmw4x1b0c',
      version: '1.0.0.0',
      manager: 'appx',
      state: 'installed',
    });
  });

  it('of the vendor are recognised, and nobody else’s', async () => {
    const reading = await read();
    const { detections, unattributed } = look({ packages: reading.kind === 'ok' ? reading.rows : [] });
    expect(detections).toEqual([]);
    expect(unattributed.map(({ row }) => row['name'])).toEqual([
      'Kaspersky.ShellEx22',
      'KasperskyLab.ShellEx',
    ]);
  });

  it('of a closed list or person are one gap each', async () => {
    const reading = await read(troubled(registry, [`${storeKey}\\${sid}`, `HKU\\${sid}`]));
    expect(reading).toMatchObject({
      kind: 'ok',
      gaps: [
        { source: `${storeKey}\\${sid}`, kind: 'denied' },
        { source: `HKU\\${sid}\\Software`, kind: 'denied' },
      ],
    });
  });

  it('cannot be missing as a whole since Windows 8, and did not exist before', async () => {
    expect(await read(recordedRegistry(folders))).toMatchObject({ kind: 'failed' });
    expect(await read(recordedRegistry(folders), '6.2.9200')).toMatchObject({ kind: 'failed' });
    expect(await read(recordedRegistry(folders), '6.1.7601')).toMatchObject({ kind: 'not-applicable' });
  });

  it('with a name of another form keep it whole', () => {
    expect(parsePackage('Something')).toEqual({
      name: 'Something',
      id: 'Something',
      manager: 'appx',
      state: 'installed',
    });
    expect(parsePackage('A_b_c')).not.toHaveProperty('version');
  });
});
