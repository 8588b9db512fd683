import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '../../core/engine/journal.ts';
import { journalEntrySchema } from '../../core/engine/journal.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Journal } from '../../core/ports.ts';
import { readBytes } from './files.ts';
import { whyOf } from './why.ts';

export const journalName = 'journal.jsonl';

export interface StoredJournal {
  readonly entries: readonly JournalEntry[];
  /** The last line was cut off: the program ended, or the power went, while it was written. */
  readonly torn: boolean;
  /** Up to here every line is whole. In bytes. */
  readonly wholeBytes: number;
}

/**
 * Reads a run's journal. Only its last line can be torn, because a line is on the disk before the next one begins;
 * damage anywhere else is a Problem (`file-unreadable` {path, why}), never skipped.
 */
export const readJournal = async (runFolder: string): Promise<Result<StoredJournal>> => {
  const path = join(runFolder, journalName);
  const read = await readBytes(path);
  if (!read.ok) return read;
  const parsed = parseJournal(read.value);
  return typeof parsed === 'number'
    ? fail('file-unreadable', { path, why: `line ${String(parsed)} is damaged` })
    : ok(parsed);
};

/** One JSON object a line. A damaged line before the last one: its number, from 1. */
export const parseJournal = (bytes: Buffer): StoredJournal | number => {
  const entries: JournalEntry[] = [];
  let wholeBytes = 0;
  while (wholeBytes < bytes.length) {
    const end = bytes.indexOf(lineEnd, wholeBytes);
    const entry = end === -1 ? undefined : parseLine(bytes.subarray(wholeBytes, end));
    if (entry === undefined) {
      const isLast = end === -1 || end === bytes.length - 1;
      return isLast ? { entries, torn: true, wholeBytes } : entries.length + 1;
    }
    entries.push(entry);
    wholeBytes = end + 1;
  }
  return { entries, torn: false, wholeBytes };
};

const lineEnd = 0x0a;

const parseLine = (line: Buffer): JournalEntry | undefined => {
  try {
    return journalEntrySchema.safeParse(JSON.parse(line.toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/**
 * Opens a journal for appending: a new one, or an existing one at `at` bytes, where what is torn is cut away first.
 * Throws what the file system throws.
 */
export const openJournal = async (runFolder: string, at?: number): Promise<Journal> => {
  const path = join(runFolder, journalName);
  const { O_APPEND, O_CREAT, O_EXCL } = constants;
  const flags = O_APPEND | writeNoLink | (at === undefined ? O_CREAT | O_EXCL : 0);
  if (at !== undefined) await cutAt(path, at);
  const handle = await open(path, flags, 0o600);
  await handle.sync();
  return journalOn(handle, path, at ?? 0);
};

/** Windows has no such flag, and lets nobody but administrators make links. */
const writeNoLink = constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);

/** Through a handle of its own: Windows cuts no file that is open for appending alone. */
const cutAt = async (path: string, bytes: number): Promise<void> => {
  const handle = await open(path, writeNoLink);
  try {
    await handle.truncate(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const journalOn = (handle: FileHandle, path: string, start: number): Journal => {
  let whole = start;
  let queue: Promise<unknown> = Promise.resolve();
  const write = async (entry: JournalEntry): Promise<Result<true>> => {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      await handle.appendFile(line);
      await handle.datasync();
      whole += line.length;
      return ok(true);
    } catch (error) {
      // Half a line on a full disk: cut it away, so that the next line does not grow onto it.
      await cutAt(path, whole).catch(() => undefined);
      return fail('journal-unwritable', { path, why: whyOf(error) });
    }
  };
  return {
    append: (entry) => {
      const written = queue.then(() => write(entry));
      queue = written;
      return written;
    },
    close: async () => {
      await queue;
      await handle.close();
    },
  };
};
