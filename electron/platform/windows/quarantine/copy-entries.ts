import { Obstacle } from '../../shared/quarantine/trouble.ts';
import { pour } from './content.ts';
import type { SavedEntry } from './entry-record.ts';
import { isTheOne, securityFrom, stampOf } from './entry-record.ts';
import type { HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';

const attribute = { sparse: 0x200, compressed: 0x800, encrypted: 0x4000 } as const;

/** Why a tree cannot be copied so that the copy is the same in everything; undefined: it can. */
export const whyNotCopied = (entries: readonly SavedEntry[]): Obstacle | undefined => {
  for (const { path, type, names, attributes, extended } of entries) {
    const has = (bit: number): boolean => (attributes & bit) !== 0;
    if (type === 'file' && names > 1) return new Obstacle('shared-file', path);
    if (has(attribute.sparse)) return new Obstacle('sparse-file', path);
    if (type === 'link' || extended > 0 || has(attribute.compressed) || has(attribute.encrypted))
      return new Obstacle('special-file', path);
  }
  return undefined;
};

export const ownName = ({ path }: SavedEntry): string => path.slice(path.lastIndexOf('\\') + 1);

/** The entries of a tree right below one of them. */
export const childrenOf = (
  entries: readonly SavedEntry[],
): ((entry: SavedEntry) => readonly SavedEntry[]) => {
  const index = new Map<string, SavedEntry[]>();
  for (const entry of entries) {
    if (entry.path === '') continue;
    const above = entry.path.slice(0, Math.max(0, entry.path.lastIndexOf('\\')));
    index.set(above, [...(index.get(above) ?? []), entry]);
  }
  return ({ path }) => index.get(path) ?? [];
};

/**
 * Copies a tree as it was surveyed: content, named parts, attributes, security and times, all of it on the disk when
 * this resolves. Throws when anything is not what the survey says. `toName` must be free.
 */
export const copyEntries = async (
  from: HeldEntry,
  fromName: string,
  to: HeldEntry,
  toName: string,
  entries: readonly SavedEntry[],
): Promise<void> => {
  const [top] = entries;
  if (top === undefined) throw new Obstacle('changed', 'nothing was surveyed');
  await copyEntry(childrenOf(entries), from, fromName, to, toName, top);
};

type Children = ReturnType<typeof childrenOf>;

const copyEntry = async (
  children: Children,
  from: HeldEntry,
  fromName: string,
  to: HeldEntry,
  toName: string,
  entry: SavedEntry,
): Promise<void> =>
  holding(to.make(toName, entry.type === 'folder' ? 'folder' : 'file'), async (made) => {
    if (entry.type === 'file') {
      await holding(from.into(fromName, 'read'), (source) => pourSame(source, made, entry, entry.sha256));
    } else {
      await holding(from.into(fromName, 'list'), async (source) => {
        if (!isTheOne(entry, source.facts())) throw new Obstacle('changed', entry.path);
        await holding(to.into(toName, 'list'), async (target) => {
          for (const child of children(entry))
            await copyEntry(children, source, ownName(child), target, ownName(child), child);
        });
      });
    }
    for (const { name, sha256 } of entry.streams ?? [])
      await holding(from.into(fromName, 'read', name), (source) =>
        holding(to.make(toName, entry.type === 'folder' ? 'folder' : 'file', name), (target) =>
          pourSame(source, target, entry, sha256),
        ),
      );
    made.secure(securityFrom(entry.security));
    // The last thing: whatever else is done to it would change its times.
    made.stamp(stampOf(entry));
    made.flush();
  });

const pourSame = async (
  source: HeldEntry,
  target: HeldEntry,
  entry: SavedEntry,
  sha256: string | undefined,
): Promise<void> => {
  if (!isTheOne(entry, source.facts())) throw new Obstacle('changed', entry.path);
  if ((await pour(source, target)) !== sha256) throw new Obstacle('changed', entry.path);
  target.flush();
};
