import { readdir } from 'node:fs/promises';
import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import { localPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import { onceALook } from './one-look.ts';
import { profilesOfLook } from './profiles.ts';

export interface People {
  /** Folders of everybody's profiles, and the one that new ones are copied from. Windows paths, each once. */
  readonly folders: readonly string[];
  readonly gaps: readonly Gap[];
}

/**
 * Where everybody who ever worked here keeps files: the profiles that Windows knows, and what else lies beside the
 * template, where accounts that were deleted leave theirs. Whether one can be read is for its reader to find out.
 */
export const peopleOf: (machine: WindowsMachine) => Promise<People> = onceALook(async (machine) => {
  const { people, template, gaps } = await profilesOfLook(machine);
  const beside = template === undefined ? noFolders : await foldersIn(machine, above(template));
  const all = [
    ...people.flatMap(({ folder }) => folder ?? []),
    ...(template === undefined ? [] : [template]),
    ...beside.folders,
  ];
  const once = new Map<string, string>();
  for (const folder of all) if (!once.has(folder.toLowerCase())) once.set(folder.toLowerCase(), folder);
  return { folders: [...once.values()], gaps: [...gaps, ...beside.gaps] };
});

const noFolders: People = { folders: [], gaps: [] };

const above = (path: string): string => path.slice(0, path.lastIndexOf('\\'));

/** Real folders only: "All Users" and "Default User" are links to places that are looked at anyway. */
const foldersIn = async (machine: WindowsMachine, folder: string): Promise<People> => {
  try {
    const entries = await readdir(localPath(machine, folder), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}\\${name}`);
    return { folders, gaps: [] };
  } catch (error) {
    if (isMissing(error)) return noFolders;
    return { folders: [], gaps: [{ source: folder, kind: gapKindOf(error), why: whyOf(error) }] };
  }
};
