import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import type { FileTree } from '../shared/vendor-files.ts';
import { readFiles } from '../shared/vendor-files.ts';
import { windowsFolders } from './folders.ts';
import { placesOf } from './interest.ts';
import { localPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import { peopleOf } from './people.ts';

/** What lies in the vendor's folders of the machine and of everybody, and under its names in Windows' own folders. */
export const filesProbe = (machine: WindowsMachine): Probe<'files'> => ({
  table: 'files',
  read: async (interest) => {
    const [folders, people] = await Promise.all([windowsFolders(machine.registry), peopleOf(machine)]);
    if (folders.kind === 'missing') return { kind: 'failed', why: 'the registry names no Windows folders' };
    if (folders.kind !== 'ok') return folders;
    const places = placesOf(interest, folders.value, people.folders);
    const reading = await readFiles(places, undefined, treeOf(machine));
    return reading.kind === 'ok'
      ? okReading(reading.rows, [...people.gaps, ...(reading.gaps ?? [])])
      : reading;
  },
});

/**
 * Paths of a running Windows begin with `\\?\`: without it names beyond 260 characters, and those that end with a dot
 * or a blank, read as if nothing were there.
 */
export const treeOf = (machine: Pick<WindowsMachine, 'root'>): FileTree =>
  machine.root === undefined
    ? { separator: '\\', localSeparator: '\\', local: (path) => Buffer.from(`\\\\?\\${path}`) }
    : { separator: '\\', localSeparator: '/', local: (path) => Buffer.from(localPath(machine, path)) };
