import { describe, expect, it } from 'vitest';
import { profilesOf } from './profiles.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';

const anna = 'S-1-5-21-1-2-3-1001';
const boris = 'S-1-5-21-1-2-3-1002';
const cloud = 'S-1-12-1-4-5-6-7';
const listKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';

const people = {
  'S-1-5-18': '%SystemRoot%\\system32\\config\\systemprofile',
  'S-1-5-19': '%SystemRoot%\\ServiceProfiles\\LocalService',
  'S-1-5-20': '%SystemRoot%\\ServiceProfiles\\NetworkService',
  'S-1-5-80-1-2-3-4-5': 'C:\\Users\\MSSQL$X',
  [anna]: '%SystemDrive%\\Users\\Анна',
  [boris]: 'C:\\Users\\boris\\',
  [cloud]: 'D:\\Users\\cloud',
};
const windows = recordedRegistry(smallWindows({ people }), `[HKEY_USERS\\${anna}\\Software]\n`);

describe('profiles', () => {
  it('are everybody’s, signed in or not, but no service’s', async () => {
    expect(await profilesOf(windows)).toEqual({
      people: [
        { sid: anna, folder: 'C:\\Users\\Анна', loaded: true },
        { sid: boris, folder: 'C:\\Users\\boris', loaded: false },
        { sid: cloud, folder: 'D:\\Users\\cloud', loaded: false },
      ],
      template: 'C:\\Users\\Default',
      gaps: [],
    });
  });

  it('of a Wine machine are found, with the template beside them', async () => {
    const registry = recordedRegistry(recording('fixtures/registry/wine-folders.reg', import.meta.url));
    expect(await profilesOf(registry)).toEqual({
      people: [{ sid: 'S-1-5-21-0-0-0-1000', folder: 'C:\\users\\root', loaded: false }],
      template: 'C:\\users\\Default',
      gaps: [],
    });
  });

  it('that Windows set aside keep their own folder beside the new one', async () => {
    const registry = recordedRegistry(
      smallWindows({ people: { [anna]: 'C:\\Users\\TEMP', [`${anna}.bak`]: 'C:\\Users\\anna' } }),
      `[HKEY_USERS\\${anna}]\n`,
    );
    expect((await profilesOf(registry)).people).toEqual([
      { sid: anna, folder: 'C:\\Users\\TEMP', loaded: true },
      { sid: anna, folder: 'C:\\Users\\anna', loaded: false },
    ]);
  });

  it('whose hive is closed to us count as loaded', async () => {
    const closed = troubled(windows, [`HKU\\${boris}`]);
    expect((await profilesOf(closed)).people).toContainEqual({
      sid: boris,
      folder: 'C:\\Users\\boris',
      loaded: true,
    });
  });

  it('without a folder and without a hive hold nothing; a closed entry is a gap', async () => {
    const registry = recordedRegistry(
      smallWindows({ people: { [anna]: 'C:\\Users\\anna' } }),
      `[HKEY_LOCAL_MACHINE\\${listKey.slice(5)}\\${boris}]\n"State"=dword:00000000\n`,
    );
    expect(await profilesOf(registry)).toMatchObject({ people: [{ sid: anna }], gaps: [] });
    expect(await profilesOf(troubled(registry, [`${listKey}\\${boris}`]))).toMatchObject({
      people: [{ sid: anna }],
      gaps: [{ source: `${listKey}\\${boris}`, kind: 'denied' }],
    });
  });

  it('are a gap when the list itself cannot be read or is not there', async () => {
    expect(await profilesOf(troubled(windows, [listKey]))).toMatchObject({
      people: [],
      gaps: [{ source: listKey, kind: 'denied' }],
    });
    expect((await profilesOf(recordedRegistry(''))).gaps).toHaveLength(1);
  });
});
