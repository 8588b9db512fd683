import { describe, expect, it } from 'vitest';
import { expanded, machineVariables, windowsFolders } from './folders.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { expandable, smallWindows } from './testing/small-windows.ts';

describe("Windows' folders", () => {
  it('are read from the registry of a Wine machine', async () => {
    const registry = recordedRegistry(recording('fixtures/registry/wine-folders.reg', import.meta.url));
    expect(await windowsFolders(registry)).toEqual({
      kind: 'ok',
      value: {
        systemDrive: 'C:',
        systemRoot: 'C:\\windows',
        programFiles: 'C:\\Program Files',
        programFilesX86: 'C:\\Program Files (x86)',
        commonFiles: 'C:\\Program Files\\Common Files',
        commonFilesX86: 'C:\\Program Files (x86)\\Common Files',
        programData: 'C:\\ProgramData',
      },
    });
  });

  it('may lie on another drive, named through a variable', async () => {
    const folders = await windowsFolders(recordedRegistry(smallWindows({ drive: 'D' })));
    expect(folders).toMatchObject({
      kind: 'ok',
      value: { systemDrive: 'D:', systemRoot: 'D:\\Windows', programData: 'D:\\ProgramData' },
    });
  });

  it('never come from the environment', async () => {
    process.env['ProgramData'] = 'E:\\planted';
    try {
      const folders = await windowsFolders(recordedRegistry(smallWindows()));
      expect(folders).toMatchObject({ kind: 'ok', value: { programData: 'C:\\ProgramData' } });
    } finally {
      delete process.env['ProgramData'];
    }
  });

  it('are a failure when the registry does not name them as whole paths, or is closed', async () => {
    const without = smallWindows().replace(
      expandable('%SystemDrive%\\ProgramData'),
      expandable('%Nobody%\\x'),
    );
    expect(await windowsFolders(recordedRegistry(without))).toMatchObject({ kind: 'failed' });
    expect(await windowsFolders(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
    const closed = troubled(recordedRegistry(smallWindows()), ['HKLM\\SOFTWARE']);
    expect(await windowsFolders(closed)).toMatchObject({ kind: 'denied' });
  });
});

describe('variables', () => {
  it('are put in without regard to case; unknown ones stay', () => {
    const variables = machineVariables({ systemRoot: 'C:\\Windows', programFilesX86: 'C:\\P (x86)' });
    expect(expanded('%systemroot%\\x;%ProgramFiles(x86)%;%TEMP%;100%', variables)).toBe(
      'C:\\Windows\\x;C:\\P (x86);%TEMP%;100%',
    );
    expect(expanded('%constructor%', variables)).toBe('%constructor%');
  });
});
