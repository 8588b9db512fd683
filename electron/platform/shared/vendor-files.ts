import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Interest, NamedEntries } from '../../core/ports.ts';
import { nameText } from './path-text.ts';
import { gapKindOf, isMissing, whyOf } from './why.ts';

export interface FileBounds {
  /** Entries under all roots together. A big installation has about 10,000. */
  readonly entries: number;
  readonly depth: number;
}

const usualBounds: FileBounds = { entries: 200_000, depth: 64 };
/** How the machine that is looked at spells its paths, and under which name this process reaches them. */
export interface FileTree {
  readonly separator: string;
  readonly local: (path: string) => Buffer;
  readonly localSeparator: string;
}

const ownTree: FileTree = { separator: '/', local: (path) => Buffer.from(path), localSeparator: '/' };

/** Folders read at the same time: enough for a slow disk, few enough for a server that works. */
const folderWorkers = 8;
const entriesAtOnce = 64;

interface Entry {
  /** Bytes as the kernel gave them. */
  readonly path: Buffer;
  readonly text: string;
  readonly depth: number;
}

/**
 * What lies in the vendor's folders, to the last entry, and which single places exist. Links are entries and are never
 * followed, so the walk stays where it was sent. A place that is missing has no row; a place that cannot be read
 * is a gap. Sizes are in bytes.
 */
export const readFiles = async (
  interest: Interest,
  bounds: FileBounds = usualBounds,
  tree: FileTree = ownTree,
): Promise<Reading<Row<'files'>>> => {
  const rows = new Map<string, Row<'files'>>();
  const gaps = new Map<string, Gap>();
  const entryAt = (path: string): Entry => ({ path: tree.local(path), text: path, depth: 0 });
  const named = await Promise.all((interest.named ?? []).map((each) => namedIn(entryAt, each, tree, gaps)));
  const roots = new Map(
    [...interest.roots.map(entryAt), ...named.flat()].map((entry) => [entry.text, entry]),
  );
  const single = interest.exactPaths.filter((path) => !roots.has(path));
  const starts = [...roots.values()];
  const infos = await look([...starts, ...[...new Set(single)].map(entryAt)], rows, gaps);
  const folders = starts.filter((_, at) => infos[at]?.isDirectory() === true);
  for (const { text } of starts.filter((_, at) => infos[at]?.isSymbolicLink() === true))
    gaps.set(text, { source: text, kind: 'failed', why: 'it is a link; what it leads to was not looked at' });
  await walk(folders, bounds, tree, rows, gaps);
  return okReading([...rows.values()], [...gaps.values()]);
};

const namedIn = async (
  entryAt: (path: string) => Entry,
  { folder, name, known }: NamedEntries,
  tree: FileTree,
  gaps: Map<string, Gap>,
): Promise<readonly Entry[]> => {
  const closed = new Map<string, Gap>();
  const found = (await children(entryAt(folder), tree, closed)).filter((entry) => name.test(entry.name));
  if (known !== undefined && closed.get(folder)?.kind === 'denied')
    return known.map((each) => entryAt(`${folder}${ending(folder, tree.separator)}${each}`));
  for (const [source, gap] of closed) gaps.set(source, gap);
  return found.map((entry) => ({ ...entry, depth: 0 }));
};

const walk = async (
  folders: Entry[],
  bounds: FileBounds,
  tree: FileTree,
  rows: Map<string, Row<'files'>>,
  gaps: Map<string, Gap>,
): Promise<void> => {
  const stop = (text: string, why: string): void =>
    void gaps.set(text, { source: text, kind: 'failed', why });
  const walked = new Set(folders.map((folder) => folder.text));
  while (folders.length > 0) {
    const batch = folders.splice(0, folderWorkers);
    const found = (await Promise.all(batch.map((folder) => children(folder, tree, gaps)))).flat();
    // Being known is not being walked: an exact place may be a folder in the middle of a root.
    const unknown = found.filter((entry) => !rows.has(entry.text));
    const left = bounds.entries - rows.size;
    await look(unknown.slice(0, left), rows, gaps);
    const tooMany = unknown[left];
    if (tooMany !== undefined) return stop(tooMany.text, `more than ${String(bounds.entries)} entries`);
    for (const entry of found) {
      if (rows.get(entry.text)?.kind !== 'folder' || walked.has(entry.text)) continue;
      walked.add(entry.text);
      if (entry.depth >= bounds.depth) stop(entry.text, `more than ${String(bounds.depth)} folders deep`);
      else folders.push(entry);
    }
  }
};

const children = async (
  folder: Entry,
  tree: FileTree,
  gaps: Map<string, Gap>,
): Promise<readonly (Entry & { readonly name: string })[]> => {
  try {
    const names = await readdir(folder.path, { encoding: 'buffer' });
    const into = Buffer.from(ending(folder.path.toString('latin1'), tree.localSeparator));
    const above = `${folder.text}${ending(folder.text, tree.separator)}`;
    return names.map((bytes) => {
      const name = nameText(bytes);
      const path = Buffer.concat([folder.path, into, bytes]);
      return { path, name, text: `${above}${name}`, depth: folder.depth + 1 };
    });
  } catch (error) {
    note(folder, error, gaps);
    return [];
  }
};

/** What stands between a folder and a name in it: nothing after the top of a tree, which ends with it. */
const ending = (path: string, separator: string): string => (path.endsWith(separator) ? '' : separator);

/** Many at a time, for a slow disk answers each alone after milliseconds; in the order in which they were given. */
const look = async (
  entries: readonly Entry[],
  rows: Map<string, Row<'files'>>,
  gaps: Map<string, Gap>,
): Promise<readonly (Stats | undefined)[]> => {
  const infos: (Stats | undefined)[] = [];
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    const part = entries.slice(at, at + entriesAtOnce);
    const answers = await Promise.allSettled(part.map(({ path }) => lstat(path)));
    for (const [index, entry] of part.entries()) {
      const answer = answers[index];
      if (answer?.status === 'rejected') note(entry, answer.reason, gaps);
      const info = answer?.status === 'fulfilled' ? answer.value : undefined;
      if (info !== undefined) rows.set(entry.text, rowOf(entry, info));
      infos.push(info);
    }
  }
  return infos;
};

/** A folder's own size says nothing about what is in it. */
const rowOf = ({ text }: Entry, info: Stats): Row<'files'> =>
  info.isDirectory() ? { path: text, kind: 'folder' } : { path: text, kind: 'file', size: info.size };

/** Missing is an answer, also for what vanished between two looks; everything else is a part not looked at. */
const note = (entry: Entry, error: unknown, gaps: Map<string, Gap>): void => {
  if (!isMissing(error))
    gaps.set(entry.text, { source: entry.text, kind: gapKindOf(error), why: whyOf(error) });
};
