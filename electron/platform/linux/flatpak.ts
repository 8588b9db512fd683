import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { ManagerReading, PackageRow } from './dpkg.ts';
import { unreadableGap } from './dpkg.ts';
import { homeFolders } from './homes.ts';
import type { Machine } from './machine.ts';
import { pathIn, readerBytes, readerTimeoutMs, troubleOf } from './machine.ts';

/** An installation has one folder for each application, named by its id; every user can have an installation. */
const systemFolder = '/var/lib/flatpak';
const userFolder = '.local/share/flatpak';
/** Further installations of the whole machine (flatpak-installation(5)). */
const extraFolder = '/etc/flatpak/installations.d';

/**
 * Installed flatpak applications. The folders say which there are, for every user whose home is open to us; `flatpak
 * list` adds name and version, and knows extra installations, but only this user's own one. Without any folder nothing
 * is asked. A closed home is a gap only where flatpak is in use at all.
 */
export const readFlatpak = async (machine: Machine): Promise<ManagerReading> => {
  const found = await foldersOf(machine);
  if (!found.used) return { kind: 'absent' };
  const result = await machine.exec({
    command: 'flatpak',
    args: ['list', '--app', '--columns=application,name,version,origin,installation'],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  // The program was taken away and its folders stayed: they say all that there is.
  const trouble = result.kind === 'missing' ? undefined : troubleOf('flatpak', result);
  const listed =
    trouble === undefined && result.kind === 'exited' ? parseFlatpak(result.stdout.text) : undefined;
  const rows = listed?.rows ?? [];
  const known = new Set(rows.map((row) => row.id));
  const unlisted = [...new Set(found.ids)].filter((id) => !known.has(id)).map(folderRow);
  const gaps: Gap[] = [
    ...(trouble === undefined ? [] : [{ source: 'flatpak', ...trouble }]),
    ...unreadableGap('flatpak', listed?.unreadable ?? 0),
    ...found.gaps,
  ];
  return { kind: 'ok', rows: [...rows, ...unlisted], gaps };
};

const folderRow = (id: string): PackageRow => ({ name: id, id, manager: 'flatpak', state: 'installed' });

interface Folders {
  readonly used: boolean;
  readonly ids: readonly string[];
  readonly gaps: readonly Gap[];
}

const foldersOf = async (machine: Machine): Promise<Folders> => {
  const gaps: Gap[] = [];
  const list = async (path: string): Promise<string[] | undefined> => {
    try {
      return await readdir(pathIn(machine, path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      gaps.push({ source: `flatpak ${path}`, kind: gapKindOf(error), why: whyOf(error) });
      return [];
    }
  };
  const system = await list(systemFolder);
  const extra = await list(extraFolder);
  const users = (await homeFolders(machine)).map((home) => join(home, userFolder));
  const inSystem = system?.includes('app') === true ? await list(join(systemFolder, 'app')) : [];
  const systemGaps = gaps.splice(0);
  const inHomes = await Promise.all(users.map((folder) => list(join(folder, 'app'))));
  const own = inHomes.flatMap((names) => names ?? []);
  const used = system !== undefined || extra !== undefined || own.length > 0;
  return { used, ids: [...(inSystem ?? []), ...own], gaps: used ? [...systemGaps, ...gaps] : systemGaps };
};

/** Tabs between; flatpak writes no heading when nobody watches. The origin is a shop and not a maker. */
export const parseFlatpak = (
  text: string,
): { readonly rows: readonly PackageRow[]; readonly unreadable: number } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.flatMap((line): PackageRow[] => {
    const [id = '', name = '', version = ''] = line.split('\t').map((part) => part.trim());
    // An id has at least two parts with a dot between: anything else is a message.
    if (!/^[A-Za-z_][\w-]*(\.[\w-]+)+$/.test(id)) return [];
    return [
      {
        name: name === '' ? id : name,
        id,
        ...(version === '' ? {} : { version }),
        manager: 'flatpak',
        state: 'installed',
      },
    ];
  });
  return { rows, unreadable: lines.length - rows.length };
};
