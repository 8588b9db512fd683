import { describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { restartPendingProbe } from './restart-pending.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { listed } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const session = recording('fixtures/registry/wine-session-manager.reg', import.meta.url);
const waiting = recording('fixtures/registry/made-restart.reg', import.meta.url);
const sessionKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const exported = `[HKEY_LOCAL_MACHINE${sessionKey.slice(4)}]`;
const updateKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

const read = (registry: ReturnType<typeof recordedRegistry>) =>
  restartPendingProbe(stagedMachine('/', { registry })).read({ roots: [], exactPaths: [] });
const files = [
  { source: 'file-delete', detail: 'C:\\app\\old.sys' },
  { source: 'file-rename', detail: 'C:\\app\\new.dll' },
  { source: 'file-rename-target', detail: 'C:\\Program Files\\Kaspersky Lab\\Обновление\\new.dll' },
  { source: 'file-rename', detail: 'C:\\app\\a.txt' },
  { source: 'file-rename-target', detail: 'C:\\app\\b.txt' },
];

describe('a pending restart', () => {
  it('shows in files that wait to be deleted, renamed and replaced', async () => {
    const reading = await read(recordedRegistry(session));
    expect(reading).toEqual({ kind: 'ok', rows: files });
    const { unattributed } = look({ restartPending: reading.kind === 'ok' ? reading.rows : [] });
    expect(unattributed.map(({ row }) => row['detail'])).toEqual([files[2]?.detail]);
  });

  it('shows in the marks of Windows’ servicing and of Windows Update', async () => {
    expect(await read(recordedRegistry(session, waiting))).toEqual({
      kind: 'ok',
      rows: [
        { source: 'windows-servicing', detail: 'RebootPending' },
        { source: 'windows-update', detail: 'RebootRequired' },
        ...files,
      ],
    });
  });

  it('shows in a name that the computer will have', async () => {
    const renamed = `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]\n"ComputerName"="ПК-14"`;
    expect(await read(recordedRegistry(session, renamed))).toMatchObject({
      rows: [{ source: 'computer-name', detail: 'ПК-14' }, ...files],
    });
  });

  it('is none where nothing waits', async () => {
    expect(
      await read(recordedRegistry(session, `${exported}\n"PendingFileRenameOperations"=hex(7):`)),
    ).toEqual({ kind: 'ok', rows: [] });
  });

  it('reads the second list too, other computers’ files, and an end that is cut off', async () => {
    const second = `${exported}\n"PendingFileRenameOperations2"=${listed(
      '*1\\??\\C:\\a.dll',
      '',
      '\\??\\UNC\\server\\share\\b.dll',
      '!\\??\\C:\\b.dll',
      '\\??\\C:\\c.dll',
    )}`;
    const reading = await read(recordedRegistry(session, second));
    expect(reading.kind === 'ok' && reading.rows.slice(files.length)).toEqual([
      { source: 'file-delete', detail: 'C:\\a.dll' },
      { source: 'file-rename', detail: '\\\\server\\share\\b.dll' },
      { source: 'file-rename-target', detail: 'C:\\b.dll' },
      { source: 'file-delete', detail: 'C:\\c.dll' },
    ]);
  });

  it('has a gap for a list that is none or too long', async () => {
    const broken = `${exported}\n"PendingFileRenameOperations"=dword:00000001\n"PendingFileRenameOperations2"=${listed(
      ...Array.from({ length: 2_001 }, (_, at) => [`\\??\\C:\\${String(at)}`, '']).flat(),
    )}`;
    const reading = await read(recordedRegistry(session, broken));
    expect(reading).toMatchObject({
      gaps: [
        { source: `${sessionKey}\\PendingFileRenameOperations`, kind: 'failed' },
        { source: `${sessionKey}\\PendingFileRenameOperations2`, kind: 'failed' },
      ],
    });
    expect(reading.kind === 'ok' && reading.rows).toHaveLength(2_000);
  });

  it('is not known where a place stays closed or is missing', async () => {
    expect(await read(troubled(recordedRegistry(session), [updateKey]))).toMatchObject({
      kind: 'ok',
      rows: files,
      gaps: [{ source: `${updateKey}\\RebootRequired`, kind: 'denied' }],
    });
    expect(await read(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
    const names = ['ActiveComputerName', 'ComputerName'].map(
      (name) => `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\${name}]`,
    );
    expect(await read(recordedRegistry(waiting, ...names))).toMatchObject({
      kind: 'ok',
      gaps: [{ source: sessionKey, kind: 'failed' }],
    });
  });
});
