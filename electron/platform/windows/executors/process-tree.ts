import type { RunningProcess } from '../machine.ts';

/**
 * A program that was started and everything that came of it, over successive lists of all processes. Windows keeps no
 * tree: a process knows the number of its parent, and numbers are given anew. So a process counts as a child only when
 * it first shows up while its parent was still there at the last look, and was not started before it.
 *
 * What starts and is over between two looks is not seen, and its own children are then nobody's. So a program that runs
 * from the uninstaller's own folder for temporary files belongs to it as well, whoever started it: uninstallers copy
 * themselves there. For all else the look at the product afterwards makes up.
 */
export interface ProcessTree {
  /** Members that were there at the last look, by number. */
  readonly alive: ReadonlyMap<number, Member>;
  /** Everything that was there at the last look, member or not. */
  readonly seen: ReadonlySet<string>;
}

type Member = Pick<RunningProcess, 'pid' | 'startedAt' | 'name'>;

/** `before`: a list from right before the start; undefined when there is none. */
export const treeOf = (
  root: Pick<RunningProcess, 'pid' | 'name'>,
  before: readonly RunningProcess[] | undefined,
): ProcessTree => ({
  alive: new Map([[root.pid, { ...root, startedAt: undefined }]]),
  seen: new Set((before ?? []).map(identity)),
});

/** The tree after another look. `temporary`: the folder for temporary files that only this uninstaller was given. */
export const grown = (tree: ProcessTree, now: readonly RunningProcess[], temporary?: string): ProcessTree => {
  const alive = new Map<number, Member>();
  for (const process of now) {
    const known = tree.alive.get(process.pid);
    if (known !== undefined && isSame(known, process)) alive.set(process.pid, process);
  }
  const fresh = now.filter((process) => !tree.seen.has(identity(process)) && !isOnItsOwn(process.name));
  const parents = new Map([...tree.alive, ...alive]);
  for (let found = true; found;) {
    found = false;
    for (const process of fresh) {
      if (alive.has(process.pid)) continue;
      if (!runsFrom(temporary, process) && !isChild(process, parents, now)) continue;
      alive.set(process.pid, process);
      parents.set(process.pid, process);
      found = true;
    }
  }
  return { alive, seen: new Set(now.map(identity)) };
};

/** Whether nobody of it came or went. */
export const isUnchanged = (one: ProcessTree, other: ProcessTree): boolean =>
  one.alive.size === other.alive.size && [...one.alive.keys()].every((pid) => other.alive.has(pid));

const identity = ({ pid, startedAt, name }: RunningProcess): string =>
  `${String(pid)} ${startedAt === undefined ? name.toLowerCase() : String(startedAt)}`;

/** The root's start is not known before it is first seen; then its name has to do. */
const isSame = (known: Member, process: RunningProcess): boolean =>
  known.startedAt === undefined || process.startedAt === undefined
    ? known.name.toLowerCase() === process.name.toLowerCase()
    : known.startedAt === process.startedAt;

const runsFrom = (folder: string | undefined, { path }: RunningProcess): boolean =>
  folder !== undefined && path?.toLowerCase().startsWith(`${folder.toLowerCase()}\\`) === true;

const isChild = (
  process: RunningProcess,
  parents: ReadonlyMap<number, Member>,
  now: readonly RunningProcess[],
): boolean => {
  const parent = parents.get(process.parentPid);
  if (parent === undefined || parent.pid === process.pid) return false;
  if (isBefore(process, parent)) return false;
  // The number may belong to somebody else by now, who then is the parent of what started after him.
  const holder = now.find(({ pid }) => pid === parent.pid);
  return holder === undefined || isSame(parent, holder) || isBefore(process, holder);
};

const isBefore = (one: Pick<Member, 'startedAt'>, other: Pick<Member, 'startedAt'>): boolean =>
  one.startedAt !== undefined && other.startedAt !== undefined && one.startedAt < other.startedAt;

/**
 * Programs that an uninstaller opens for the person and that then stay: its "why did you leave us?" page in a browser,
 * the desktop that it started anew. Whole names.
 */
const onTheirOwn: ReadonlySet<string> = new Set([
  'explorer.exe',
  'chrome.exe',
  'msedge.exe',
  'firefox.exe',
  'brave.exe',
  'opera.exe',
  'iexplore.exe',
  'browser.exe',
]);

const isOnItsOwn = (name: string): boolean => onTheirOwn.has(name.toLowerCase());
