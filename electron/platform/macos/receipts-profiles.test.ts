import { describe, expect, it } from 'vitest';
import { exited, macMachine, nowhere, recorded } from './fixtures/mac.ts';
import { parseProfiles, profilesProbe } from './profiles.ts';
import { receiptsProbe } from './receipts.ts';

describe('receipts', () => {
  it('are all listed; only the vendor’s are asked for their version', async () => {
    const machine = macMachine('/nowhere', {
      '/usr/sbin/pkgutil --pkgs': exited(0, recorded('pkgutil-pkgs.txt')),
      '/usr/sbin/pkgutil --pkg-info': exited(0, recorded('pkgutil-pkg-info.txt')),
    });
    const reading = await receiptsProbe(machine).read(nowhere);
    expect(reading).toMatchObject({ kind: 'ok' });
    expect(reading.kind === 'ok' ? reading.rows : []).toEqual([
      { id: 'com.apple.pkg.CLTools_Executables' },
      { id: 'com.apple.pkg.XProtectPlistConfigData_10_15.16U4290' },
      { id: 'com.kaspersky.kav.core', version: '12.1.0.553' },
      { id: 'com.kaspersky.klnagent.core', version: '12.1.0.553' },
      { id: 'org.example.editor' },
    ]);
    expect(machine.exec.calls).toHaveLength(3);
  });

  it('stay when their version cannot be told, with a gap', async () => {
    const machine = macMachine('/nowhere', {
      '/usr/sbin/pkgutil --pkgs': exited(0, 'com.kaspersky.kav.core\n'),
      '/usr/sbin/pkgutil --pkg-info': exited(
        1,
        '',
        "No receipt for 'com.kaspersky.kav.core' found at '/'.\n",
      ),
    });
    expect(await receiptsProbe(machine).read(nowhere)).toMatchObject({
      rows: [{ id: 'com.kaspersky.kav.core' }],
      gaps: [{ source: 'com.kaspersky.kav.core', kind: 'failed' }],
    });
  });

  it('are never none, and no answer is a failure', async () => {
    const silent = macMachine('/nowhere', { '/usr/sbin/pkgutil': exited(0, '\n') });
    for (const machine of [macMachine('/nowhere'), silent])
      expect(await receiptsProbe(machine).read(nowhere)).toMatchObject({ kind: 'failed' });
  });
});

describe('configuration profiles', () => {
  it('are told with their organisation, of the computer and of people', async () => {
    const machine = macMachine('/nowhere', {
      '/usr/bin/profiles show': exited(0, recorded('profiles-show.xml')),
    });
    expect(await profilesProbe(machine, true).read(nowhere)).toEqual({
      kind: 'ok',
      rows: [
        { id: 'com.example.mdm.endpoint', organisation: 'Kaspersky' },
        { id: 'org.example.wifi', organisation: 'Example School' },
      ],
    });
  });

  it('may be none, said in words or by an empty list', () => {
    const none = 'There are no configuration profiles installed in the system domain\n';
    expect(parseProfiles(none)).toEqual({ kind: 'ok', rows: [] });
    expect(parseProfiles('<?xml version="1.0"?><plist version="1.0"><dict/></plist>')).toEqual({
      kind: 'ok',
      rows: [],
    });
    expect(parseProfiles('')).toMatchObject({ kind: 'failed' });
  });

  it('are not asked for without an administrator’s rights', async () => {
    const machine = macMachine('/nowhere');
    expect(await profilesProbe(machine, false).read(nowhere)).toMatchObject({ kind: 'denied' });
    expect(machine.exec.calls).toEqual([]);
  });
});
