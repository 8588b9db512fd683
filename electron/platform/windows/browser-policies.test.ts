import { describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { browserPoliciesProbe } from './browser-policies.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const sid = 'S-1-5-21-0-0-0-1000';
const folders = recording('fixtures/registry/wine-folders.reg', import.meta.url);
const registry = recordedRegistry(
  folders,
  recording('fixtures/registry/made-browser-policies.reg', import.meta.url),
);
const read = (from = registry) =>
  browserPoliciesProbe(stagedMachine('/nowhere', { registry: from })).read({ roots: [], exactPaths: [] });

const protection = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const updates = 'https://clients2.google.com/service/update2/crx';
const product = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25';

describe('browser policies', () => {
  it('are told of every browser, of the machine and of people', async () => {
    const row = (browser: string, name: string, value: string) => ({ browser, name, value });
    const reading = await read();
    expect(reading).not.toHaveProperty('gaps');
    expect(reading.kind === 'ok' && reading.rows).toEqual([
      row('Chrome', 'ExtensionInstallForcelist', `${protection};${updates}`),
      row('Chrome', 'ExtensionInstallForcelist', 'cjpalhdlnbpafiamejdnhcphjbkeiagm'),
      row('Chrome', 'ExtensionInstallAllowlist', 'dhnkblpjbkfklfloegejegedcafpliaa'),
      row('Chrome', 'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host', `${product}\\manifest.json`),
      row('Chrome', 'Extensions', `${protection};${updates}`),
      row('Chromium', 'ExtensionSettings', '{not json'),
      row('Edge', 'ExtensionSettings', 'blocked=*'),
      row(
        'Edge',
        'ExtensionSettings',
        `${protection};https://edge.microsoft.com/extensionwebstorebase/v1/crx`,
      ),
      row('Edge', 'ExtensionSettings', 'blocked=amkpcclbbgegoafihnpgomddadjhcadd'),
      row('Brave', 'ExtensionSettings', `${protection};${updates}`),
      row('Firefox', 'Extensions\\Install', 'https://products.s.kaspersky-labs.com/light_plugin.xpi'),
      row('Firefox', 'ExtensionSettings', 'light_plugin@kaspersky.com;https://example.org/a.xpi'),
      row(
        'Firefox',
        'Extensions',
        `light_plugin_6E62D1E2@kaspersky.com;${product}\\FFExt\\light_plugin@kaspersky.com`,
      ),
      row('Chrome', 'ExtensionInstallForcelist', 'mcobjbefejmnadahpjbfibgkgchhmjke'),
      row('Chrome', 'Extensions', 'ddoleachckhhdmhpbkddgechjfhnphpe;C:\\Расширение\\kav.crx'),
    ]);
  });

  it('that put the vendor’s extension there are recognised, those that keep it out are not', async () => {
    const reading = await read();
    const { unattributed } = look({ browserPolicies: reading.kind === 'ok' ? reading.rows : [] });
    const seen = unattributed.map(({ row }) => `${String(row['browser'])} ${String(row['name'])}`);
    expect(seen.filter((one) => one.startsWith('Edge'))).toEqual(['Edge ExtensionSettings']);
    expect(seen).toContain('Chrome com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host');
    expect(seen).toContain('Brave ExtensionSettings');
    const values = unattributed.map(({ row }) => row['value']);
    expect(values).not.toContain('blocked=amkpcclbbgegoafihnpgomddadjhcadd');
    expect(values).not.toContain('cjpalhdlnbpafiamejdnhcphjbkeiagm');
  });

  it('in settings that are no object, or say nothing of an extension, stay what they are', async () => {
    const settings = (text: string) =>
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge]\n"ExtensionSettings"=${JSON.stringify(text)}`;
    const rowsOf = async (text: string) => {
      const reading = await read(recordedRegistry(folders, settings(text)));
      return reading.kind === 'ok' ? reading.rows.map(({ value }) => value) : reading;
    };
    expect(await rowsOf('[]')).toEqual(['[]']);
    expect(await rowsOf(`{"${protection}": 5, "b": {"installation_mode": 1}}`)).toEqual([
      `unsaid=${protection}`,
      'unsaid=b',
    ]);
    expect(await rowsOf(`{ "${protection}":`)).toEqual([`{ "${protection}":`]);
    expect(await rowsOf(' ')).toEqual([]);
  });

  it('of a closed key or person are one gap each', async () => {
    const chrome = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome';
    const reading = await read(troubled(registry, [chrome, `HKU\\${sid}`]));
    expect(reading).toMatchObject({
      kind: 'ok',
      gaps: [
        { source: chrome, kind: 'denied' },
        { source: `HKU\\${sid}\\Software`, kind: 'denied' },
      ],
    });
  });

  it('may be none, but not without the key that every Windows has for them', async () => {
    const empty = recordedRegistry(folders, '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]');
    expect(await read(empty)).toEqual({ kind: 'ok', rows: [] });
    expect(await read(recordedRegistry(folders))).toMatchObject({ kind: 'failed' });
  });
});
