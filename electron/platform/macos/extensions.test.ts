import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exited, macFolder, macMachine, nowhere, place, recorded } from './fixtures/mac.ts';
import { kernelExtensionsProbe, parseLoaded } from './kernel-extensions.ts';
import { parseSystemExtensions, systemExtensionsProbe } from './system-extensions.ts';

let root: string;
beforeEach(() => (root = macFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const kav = { bundleId: 'com.kaspersky.kav.sysext', teamId: '2Y8XE5CQ94', version: '26.0.0.150' };

describe('system extensions', () => {
  it('have a team, an id, a version and a state; one of two kinds is told once', () => {
    expect(parseSystemExtensions(recorded('systemextensions-active.txt'))).toEqual({
      kind: 'ok',
      rows: [
        { ...kav, state: 'activated enabled' },
        {
          bundleId: 'com.example.tunnel.systemextension',
          teamId: 'W5364U7YZB',
          version: '1.70.0',
          state: 'activated waiting for user',
        },
      ],
    });
  });

  it('are read below the long headings of newer systems, and with blanks for tabs', () => {
    const text = recorded('systemextensions-heading.txt');
    const expected = { kind: 'ok', rows: [{ ...kav, state: 'activated enabled' }] };
    expect(parseSystemExtensions(text)).toEqual(expected);
    expect(parseSystemExtensions(text.replaceAll('\t', '    '))).toEqual(expected);
  });

  it('that wait for the restart say so', () => {
    expect(parseSystemExtensions(recorded('systemextensions-terminated.txt'))).toEqual({
      kind: 'ok',
      rows: [{ ...kav, state: 'terminated waiting to uninstall on reboot' }],
    });
  });

  it('may be none', () => {
    expect(parseSystemExtensions(recorded('systemextensions-none.txt'))).toEqual({ kind: 'ok', rows: [] });
  });

  it('have a gap when fewer were understood than announced, and are a failure when none were announced', () => {
    expect(parseSystemExtensions('1 extension(s)\nsomething new\n')).toMatchObject({
      kind: 'ok',
      gaps: [{ source: 'systemextensionsctl', kind: 'failed' }],
    });
    expect(parseSystemExtensions('')).toMatchObject({ kind: 'failed' });
  });

  it('are not said to be none when the tool fails', async () => {
    const refused = exited(1, '', 'Operation not permitted\n');
    for (const [answers, kind] of [
      [{}, 'failed'],
      [{ '/usr/bin/systemextensionsctl': refused }, 'denied'],
    ] as const)
      expect(await systemExtensionsProbe(macMachine(root, answers)).read(nowhere)).toMatchObject({ kind });
  });
});

describe('kernel extensions', () => {
  it('that are loaded are read from kmutil', () => {
    const reading = parseLoaded(recorded('kmutil-showloaded.txt'));
    expect(reading).toMatchObject({ kind: 'ok' });
    expect(reading.kind === 'ok' ? reading.rows : []).toEqual([
      { bundleId: 'com.apple.kpi.bsd', version: '23.5.0' },
      { bundleId: 'com.apple.kpi.dsep', version: '23.5.0' },
      { bundleId: 'com.apple.driver.AppleFileSystemDriver', version: '3.0.1' },
    ]);
  });

  it('are read from kextstat where there is no kmutil, together with those on the disk', async () => {
    place(root, '/Library/Extensions/klif.kext/Contents/Info.plist', 'info-kext.plist');
    const machine = macMachine(root, { '/usr/sbin/kextstat': exited(0, recorded('kextstat.txt')) });
    expect(await kernelExtensionsProbe(machine).read(nowhere)).toEqual({
      kind: 'ok',
      rows: [
        { bundleId: 'com.apple.kpi.bsd', version: '16.7.0' },
        { bundleId: 'com.kaspersky.kext.klif', version: '3.4.0a38' },
        { bundleId: 'com.kaspersky.nke', version: '2.1.0a12' },
        { path: '/Library/Extensions/klif.kext', bundleId: 'com.kaspersky.kext.klif', version: '3.10.0' },
      ],
    });
  });

  it('are never none: the kernel’s own parts are among them', async () => {
    expect(parseLoaded('')).toMatchObject({ kind: 'failed' });
    place(root, '/Library/Extensions/klif.kext/Contents/Info.plist', 'info-kext.plist');
    expect(await kernelExtensionsProbe(macMachine(root)).read(nowhere)).toMatchObject({
      kind: 'ok',
      rows: [{ bundleId: 'com.kaspersky.kext.klif' }],
      gaps: [{ source: 'kmutil', kind: 'failed' }],
    });
  });
});
