import { nameBytes } from '../path-text.ts';
import type { Entry } from './entries.ts';

/** The entries of a tree by the folder that they lie in. */
export const childrenIndex = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.path === '') continue;
    const at = entry.path.lastIndexOf('/');
    const folder = at === -1 ? '' : entry.path.slice(0, at);
    const known = index.get(folder);
    if (known === undefined) index.set(folder, [entry]);
    else known.push(entry);
  }
  return index;
};

/** An entry's own name, in bytes. */
export const ownName = ({ path }: Entry): Buffer => nameBytes(path.slice(path.lastIndexOf('/') + 1));
