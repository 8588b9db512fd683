import type { BigIntStats } from 'node:fs';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statfsSync,
  unlinkSync,
} from 'node:fs';
import { sep } from 'node:path';
import { localPath, windowsPath } from '../local-path.ts';
import type { Drives, EntryFacts, HeldEntry, Stamp, Use } from '../quarantine/held-entry.ts';
import type { Security } from '../quarantine/security.ts';
import { closedToOthers } from '../quarantine/security.ts';
import { readAt, readWhole, writeAt } from './played-content.ts';
import { playedSecurity } from './played-security.ts';

/** What Linux does not keep of a Windows file. */
interface Kept {
  attributes: number;
  created: bigint;
  extended: number;
  security: Security;
  readonly streams: Map<string, Buffer>;
  /** Times that were given to it, for as long as the file's own stays what it was then. */
  times?: { readonly read: bigint; readonly written: bigint; readonly at: bigint };
}

const throwing = (code: string, path: string): Error => Object.assign(new Error(path), { code });

/** From 1601 to 1970, in 100 ns steps. */
const epoch = 116_444_736_000_000_000n;
/** O_PATH of open(2): the thing itself, and nothing that a link leads to. */
const thingItself = 0o10000000 | (constants.O_NOFOLLOW ?? 0);

/**
 * Drives of a played Windows: real files in folders of this computer, held by their numbers, and beside them what only
 * Windows keeps. Each drive is a volume of its own. Linux alone has all of this.
 */
export class PlayedDrives implements Drives {
  /** Asked before every change; a test ends the program here. */
  spend: () => void = () => undefined;
  /** Paths that some program has open and shares with nobody. */
  readonly busy = new Set<string>();
  readonly #kept = new Map<string, Kept>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  top(drive: string): HeldEntry {
    return this.#hold(localPath({ root: this.#root }, `${drive}\\`), drive);
  }

  /** Gives the entry at a path what Windows would have given it. */
  give(
    path: string,
    what: Partial<Omit<Kept, 'streams'>> & { streams?: Readonly<Record<string, string>> },
  ): void {
    const { streams, ...rest } = what;
    const kept = this.#keptOf(lstatSync(localPath({ root: this.#root }, path), { bigint: true }));
    Object.assign(kept, rest);
    for (const [name, text] of Object.entries(streams ?? {})) kept.streams.set(name, Buffer.from(text));
  }

  /** Everything about every entry below a path, independent of the code that is tested. */
  state(path = 'C:'): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const visit = (local: string): void => {
      const info = lstatSync(local, { bigint: true });
      const { attributes, created, extended, security, streams } = this.#keptOf(info);
      const content = info.isFile() ? readWhole(local).toString('base64') : '';
      const target = info.isSymbolicLink() ? readlinkSync(local) : '';
      const parts = [...streams].map(([name, bytes]) => `${name}=${bytes.toString('base64')}`).toSorted();
      const secured = security.descriptor.toString('hex');
      const told = [
        attributes & ~0x20,
        created,
        this.#times(info).written,
        extended,
        secured,
        content,
        target,
      ];
      found.set(windowsPath({ root: this.#root }, local), [...told, ...parts].join(' '));
      if (info.isDirectory())
        for (const name of readdirSync(local).toSorted()) visit(`${local}${sep}${name}`);
    };
    visit(localPath({ root: this.#root }, path));
    return found;
  }

  #keptOf(info: BigIntStats): Kept {
    const key = `${String(info.dev)} ${String(info.ino)} ${String(info.birthtimeNs)}`;
    const known = this.#kept.get(key) ?? {
      attributes: info.isDirectory() ? 0x10 : info.isSymbolicLink() ? 0x400 : 0x20,
      created: 1n,
      extended: 0,
      security: playedSecurity(),
      streams: new Map<string, Buffer>(),
    };
    this.#kept.set(key, known);
    return known;
  }

  #times(info: BigIntStats): { readonly read: bigint; readonly written: bigint } {
    const { times } = this.#keptOf(info);
    if (times !== undefined && times.at === info.mtimeNs) return times;
    return { read: info.atimeNs / 100n + epoch, written: info.mtimeNs / 100n + epoch };
  }

  #hold(local: string, path: string, stream?: string): HeldEntry {
    return this.#held(openSync(local, thingItself), path, stream);
  }

  #held(number: number, path: string, stream?: string): HeldEntry {
    const here = `/proc/self/fd/${String(number)}`;
    const look = (): BigIntStats => fstatSync(number, { bigint: true });
    const kept = (): Kept => this.#keptOf(look());
    /** Where it lies now, whatever it was called when it was opened. */
    const place = (): string => readlinkSync(here);
    const facts = (): EntryFacts => {
      const info = look();
      const { attributes, created, extended } = this.#keptOf(info);
      return {
        type: info.isSymbolicLink() ? 'link' : info.isDirectory() ? 'folder' : 'file',
        attributes,
        created,
        ...this.#times(info),
        size: info.isFile() ? Number(info.size) : 0,
        names: info.isDirectory() ? 1 : Number(info.nlink),
        volume: windowsPath({ root: this.#root }, place()).slice(0, 2),
        number: `${String(info.ino)} ${String(info.birthtimeNs)}`,
        extended,
      };
    };
    const entry: HeldEntry & { readonly number: number } = {
      number,
      path,
      facts,
      security: () => kept().security,
      linkData: () => Buffer.from(readlinkSync(place())),
      names: () => readdirSync(here),
      streams: () => [...kept().streams].map(([name, bytes]) => ({ name, size: bytes.length })),
      into: (name, use, part) => this.#into(here, path, name, use, part),
      make: (name, type, part) => this.#make(here, path, name, type, part),
      readInto: (buffer, at) =>
        stream === undefined
          ? readAt(here, buffer, at)
          : (kept().streams.get(stream) ?? Buffer.alloc(0)).copy(buffer, 0, at),
      write: (bytes, at) => {
        this.spend();
        if (stream === undefined) return writeAt(here, bytes, at);
        const before = kept().streams.get(stream) ?? Buffer.alloc(0);
        kept().streams.set(stream, Buffer.concat([before.subarray(0, at), bytes]));
      },
      moveTo: (folder, name) => this.#move(place(), folder as typeof entry, name),
      remove: () => {
        this.spend();
        if (look().isDirectory()) rmdirSync(place());
        else unlinkSync(place());
      },
      stamp: ({ attributes, created, read, written }: Stamp) => {
        this.spend();
        const type = attributes & ~0x410;
        Object.assign(kept(), {
          attributes: (kept().attributes & 0x410) | type,
          created,
          times: { read, written, at: look().mtimeNs },
        });
      },
      secure: (security) => {
        this.spend();
        kept().security = security;
      },
      flush: () => undefined,
      freeBytes: () => {
        const { bavail, bsize } = statfsSync(here);
        return bavail * bsize;
      },
      close: () => {
        if (open.delete(number)) closeSync(number);
      },
    };
    const open = new Set([number]);
    return entry;
  }

  #into(here: string, path: string, name: string, use: Use, stream?: string): HeldEntry {
    const own = `${path}\\${name}`;
    const isFree = use === 'look' || use === 'list' || use === 'change';
    if (!isFree && this.busy.has(own.toLowerCase())) throw throwing('EBUSY', own);
    const held = this.#hold(`${here}/${name}`, own, stream);
    const { type } = held.facts();
    if (use !== 'list' || type === 'folder') return held;
    held.close();
    throw throwing(type === 'link' ? 'ELOOP' : 'ENOTDIR', own);
  }

  #make(here: string, path: string, name: string, type: 'file' | 'folder', stream?: string): HeldEntry {
    this.spend();
    const local = `${here}/${name}`;
    if (stream === undefined) {
      if (type === 'folder') mkdirSync(local);
      else closeSync(openSync(local, 'wx'));
    }
    const held = this.#hold(local, `${path}\\${name}`, stream);
    const kept = this.#keptOf(fstatSync((held as unknown as { number: number }).number, { bigint: true }));
    if (stream === undefined) kept.security = { descriptor: closedToOthers, isAudited: true };
    else kept.streams.set(stream, Buffer.alloc(0));
    return held;
  }

  #move(from: string, folder: { readonly number: number; readonly path: string }, name: string): void {
    const [old, here] = [windowsPath({ root: this.#root }, from), `/proc/self/fd/${String(folder.number)}`];
    const target = windowsPath({ root: this.#root }, readlinkSync(here));
    if (old.slice(0, 2) !== target.slice(0, 2)) throw throwing('EXDEV', old);
    if ([...this.busy].some((path) => path.startsWith(`${old.toLowerCase()}\\`)))
      throw throwing('EACCES', old);
    if (readdirSync(here).some((other) => other.toLowerCase() === name.toLowerCase()))
      throw throwing('EEXIST', `${target}\\${name}`);
    this.spend();
    renameSync(from, `${here}/${name}`);
    // As Windows does it.
    const kept = this.#keptOf(lstatSync(`${here}/${name}`, { bigint: true }));
    if ((kept.attributes & 0x10) === 0) kept.attributes |= 0x20;
  }
}
