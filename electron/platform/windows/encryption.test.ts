import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answering, exited } from '../linux/fixtures/recorded.ts';
import type { ExecResult } from '../exec.ts';
import { encryptionProbe } from './encryption.ts';
import type { Listed, ServiceState } from './machine.ts';
import { recordedRegistry, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const answer = (name: string): ExecResult =>
  exited(0, readFileSync(new URL(`fixtures/cim/${name}.json`, import.meta.url), 'utf8'));
const volumes = answer('volumes');

const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const driver = (name: string): ServiceState => ({ name, displayName: '', type: 1, state: 1, pid: 0 });
const running: Listed<ServiceState> = { kind: 'ok', rows: [driver('klif.KES-21-9'), driver('klboot')] };
const windows = [smallWindows(), `[HKEY_LOCAL_MACHINE${services.slice(4)}\\klif.KES-21-9]\n`];
const policy = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\FVE]\n"UseTPM"=dword:00000002\n';

const read = (
  says: ExecResult,
  registry = recordedRegistry(...windows),
  states: Listed<ServiceState> = running,
) =>
  encryptionProbe({
    ...stagedMachine('/', { registry, api: { serviceStates: () => states } }),
    exec: answering(() => says),
  }).read({ roots: [], exactPaths: [] });

describe('encryption', () => {
  it('tells each volume’s method and state, and which of them can be taken away', async () => {
    expect(await read(volumes)).toEqual({
      kind: 'ok',
      rows: [
        { volume: 'C:', method: 'bitlocker', state: 'encrypted', managedBy: 'unknown', removable: false },
        { volume: 'D:', method: 'bitlocker', state: 'encrypting', managedBy: 'unknown', removable: false },
        {
          volume: '\\\\?\\Volume{0f1c2a9e-0000-0000-0000-100000000000}\\',
          method: 'none',
          state: 'decrypted',
          managedBy: 'unknown',
          removable: false,
        },
        { volume: 'E:', method: 'bitlocker', state: 'encrypted', managedBy: 'unknown', removable: false },
        { volume: 'F:', method: 'none', state: 'decrypted', managedBy: 'unknown', removable: true },
      ],
    });
  });

  it('is the organisation’s where its policy is set, on the volumes that BitLocker encrypts', async () => {
    const managed = await read(volumes, recordedRegistry(...windows, policy));
    expect(managed.kind === 'ok' && managed.rows.map((row) => row.managedBy)).toEqual([
      'organisation',
      'organisation',
      'unknown',
      'organisation',
      'unknown',
    ]);
    const closed = troubled(recordedRegistry(...windows), ['HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE']);
    expect(await read(volumes, closed)).toMatchObject({ kind: 'ok', gaps: [{ kind: 'denied' }] });
  });

  it('is denied to somebody without rights', async () => {
    expect(await read(answer('volumes-denied'))).toEqual({
      kind: 'denied',
      why: 'Win32_EncryptableVolume: access denied',
    });
  });

  it('is not known where PowerShell says nothing, or names no volume at all', async () => {
    expect(await read(exited(0, ''))).toMatchObject({ kind: 'failed' });
    expect(await read(exited(0, '{"rows":[],"failed":[]}'))).toMatchObject({ kind: 'failed' });
  });

  it.each(['klfdefsf', 'KLFDEFSF.KES-21-9'])(
    'beside the driver %s says of a volume without BitLocker only that it is there',
    async (name) => {
      const inRegistry = recordedRegistry(...windows, `[HKEY_LOCAL_MACHINE${services.slice(4)}\\${name}]\n`);
      const live: Listed<ServiceState> = { kind: 'ok', rows: [driver(name)] };
      for (const reading of [
        await read(volumes, inRegistry),
        await read(volumes, recordedRegistry(...windows), live),
      ]) {
        expect(reading).toMatchObject({ kind: 'ok', gaps: [{ source: name, kind: 'failed' }] });
        const rows = reading.kind === 'ok' ? reading.rows : [];
        expect(rows[4]).toEqual({ volume: 'F:', managedBy: 'unknown', removable: true });
        expect(rows[0]).toMatchObject({ method: 'bitlocker', state: 'encrypted' });
      }
    },
  );

  it('has a gap where nobody can tell whether there is such a driver', async () => {
    expect(
      await read(volumes, recordedRegistry(...windows), { kind: 'failed', why: 'no answer' }),
    ).toMatchObject({ gaps: [{ source: 'drivers', kind: 'failed' }] });
    expect(await read(volumes, troubled(recordedRegistry(...windows), [services]))).toMatchObject({
      gaps: [{ source: 'drivers', kind: 'failed' }],
    });
  });
});
