import type { Interest } from '../../core/ports.ts';
import type { WindowsFolders } from './folders.ts';
import { expanded, machineVariables } from './folders.ts';

/**
 * The places that the catalogue names, as whole Windows paths of this machine: `%UserProfile%` becomes everybody's
 * folder. A place below a folder that this Windows does not have (the second Program Files of a 32-bit one) is none.
 */
export const placesOf = (
  interest: Interest,
  folders: WindowsFolders,
  people: readonly string[],
): Interest => {
  const variables = machineVariables(folders);
  const resolved = (place: string): readonly string[] => {
    const [, below] = /^%UserProfile%(.*)$/i.exec(place) ?? [];
    const paths =
      below === undefined ? [expanded(place, variables)] : people.map((person) => `${person}${below}`);
    return paths.filter((path) => !path.startsWith('%')).map(windowsSpelling);
  };
  return {
    roots: interest.roots.flatMap(resolved),
    exactPaths: interest.exactPaths.flatMap(resolved),
    named: (interest.named ?? []).flatMap((entries) =>
      resolved(entries.folder).map((folder) => ({ ...entries, folder })),
    ),
  };
};

/** A drive alone means the folder that somebody happens to be in there, so its top gets the closing backslash. */
const windowsSpelling = (path: string): string => {
  const spelled = path.replaceAll('/', '\\');
  return /^[a-z]:$/i.test(spelled) ? `${spelled}\\` : spelled;
};
