import type { Security } from './security.ts';

/** What Windows tells of an open file, folder or link. Times in 100 ns steps since 1601. */
export interface EntryFacts {
  readonly type: 'file' | 'folder' | 'link';
  /** `FILE_ATTRIBUTE_…` of winnt.h. */
  readonly attributes: number;
  readonly created: bigint;
  readonly read: bigint;
  readonly written: bigint;
  /** In bytes; 0 of folders and links. */
  readonly size: number;
  /** How many names the file has. */
  readonly names: number;
  /** What it is known by on its volume, whatever it is called. */
  readonly volume: string;
  readonly number: string;
  /** Extended attributes, in bytes. */
  readonly extended: number;
}

/** What can be given to an entry again. */
export type Stamp = Pick<EntryFacts, 'attributes' | 'created' | 'read' | 'written'>;

/** A named part of a file beside its content. */
export interface NamedStream {
  readonly name: string;
  readonly size: number;
}

/**
 * What an entry is opened for. `look`: nobody is kept from anything. `list`: a folder whose entries are come to through
 * it. `read`: nobody writes meanwhile. `take`: to move it or take it away, while nobody else has it open but to read.
 * `change`: to give it attributes, times and security.
 */
export type Use = 'look' | 'list' | 'read' | 'take' | 'change';

/**
 * A file, folder or link that is held: the thing itself, whatever becomes of its name. Another user of this computer may
 * exchange any folder on the way for a junction at any moment; what is come to through what is held stays the same. A
 * link is opened itself, and never leads anywhere. All of it throws with the codes of Node's file functions.
 */
export interface HeldEntry {
  /** How it was come to, for people. */
  readonly path: string;
  facts(): EntryFacts;
  security(): Security;
  /** What a link says, as Windows keeps it. */
  linkData(): Buffer;
  /** Names of all that is in a folder, in no order. */
  names(): readonly string[];
  /** Undefined where the file system does not tell. */
  streams(): readonly NamedStream[] | undefined;
  /** An entry of this folder; `stream` is a named part of it. `ELOOP` for a link where a folder is wanted. */
  into(name: string, use: Use, stream?: string): HeldEntry;
  /** Something new that only administrators can open. `EEXIST`: there is something of that name. */
  make(name: string, type: 'file' | 'folder', stream?: string): HeldEntry;
  /** From `at` on; how many bytes came, 0 at the end. */
  readInto(buffer: Buffer, at: number): number;
  write(bytes: Buffer, at: number): void;
  /** In one step and over nothing. `EXDEV`: to another volume. */
  moveTo(folder: HeldEntry, name: string): void;
  /** Takes it away, as soon as it is let go of. `ENOTEMPTY`. */
  remove(): void;
  stamp(stamp: Stamp): void;
  secure(security: Security): void;
  /** What was written is on the disk. */
  flush(): void;
  /** Free bytes of its volume. */
  freeBytes(): number;
  close(): void;
}

/** The way to the drives of one computer. */
export interface Drives {
  /** The top of a drive, `C:`. */
  top(drive: string): HeldEntry;
}

/** Lends what was opened for the time of `work`. */
export const holding = async <T>(
  opened: HeldEntry,
  work: (held: HeldEntry) => Promise<T> | T,
): Promise<T> => {
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
};
