import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { decodeText } from './decode-text.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { readBounded } from './read-bounded.ts';
import { isMissing, whyOf } from './why.ts';

/** More than any snapshot or report; a bound against a wrong file. In bytes. */
const largestFile = 200 * 1024 * 1024;

/**
 * Reads a JSON file. Problems: `file-missing`, `file-unreadable` {path, why}, `not-json` {path}.
 * UTF-8 with or without a byte order mark, and UTF-16 with one: what PowerShell makes of `> file.json`.
 */
export const readJsonFile = async (path: string): Promise<Result<unknown>> => {
  const read = await readTextFile(path);
  if (!read.ok) return read;
  if (isNestedTooDeeply(read.value)) return fail('file-unreadable', { path, why: 'it is nested too deeply' });
  try {
    return ok(JSON.parse(read.value) as unknown);
  } catch {
    return fail('not-json', { path });
  }
};

/** Reads a text file. Problems: those of `readBytes`, and `file-unreadable` for what is no text. */
export const readTextFile = async (path: string): Promise<Result<string>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  return text === undefined
    ? fail('file-unreadable', { path, why: 'it is not text in UTF-8 or UTF-16' })
    : ok(text);
};

/** Reads a file of up to 200 MB. Problems: `file-missing` {path}, `file-unreadable` {path, why}. */
export const readBytes = async (path: string): Promise<Result<Buffer>> => {
  try {
    const bytes = await readBounded(path, largestFile);
    return bytes === undefined
      ? fail('file-unreadable', { path, why: 'it is larger than 200 MB' })
      : ok(bytes);
  } catch (error) {
    return isMissing(error)
      ? fail('file-missing', { path })
      : fail('file-unreadable', { path, why: whyOf(error) });
  }
};

/** As `writeTextFile`, indented, with a line end. */
export const writeJsonFile = (path: string, value: unknown, mode?: number): Promise<Result<true>> =>
  writeTextFile(path, `${JSON.stringify(value, null, 2)}\n`, mode);

/** What is written: at once, or in pieces that are never together in memory. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file whole or not at all: into a new file beside it, to the disk, then renamed over it. Problem:
 * `file-unwritable` {path, why}. `mode` is for a new file, before umask.
 */
export const writeTextFile = async (path: string, text: Content, mode = 0o666): Promise<Result<true>> => {
  try {
    const target = await targetOf(path);
    await (target.regular ? replace(target.path, text, mode) : writeThrough(target.path, text));
    return ok(true);
  } catch (error) {
    return fail('file-unwritable', { path, why: whyOf(error) });
  }
};

/**
 * A link is written through, not replaced. A device or a pipe has no neighbour to rename from; it is looked at before
 * its real path, which for a pipe behind `/dev/stdout` is not a file at all.
 */
const targetOf = async (path: string): Promise<{ path: string; regular: boolean }> => {
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    return info.isFile() ? { path: await realpath(path), regular: true } : { path, regular: false };
  } catch (error) {
    if (isMissing(error)) return { path, regular: true };
    throw error;
  }
};

const writeThrough = async (path: string, text: Content): Promise<void> => {
  const handle = await open(path, 'w');
  try {
    await writeContent(handle, text);
  } finally {
    await handle.close();
  }
};

/** Small pieces together, since each write is a call of its own. */
const writeContent = async (handle: FileHandle, content: Content): Promise<void> => {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  for (const batch of whole ? [content] : batches(content)) await handle.writeFile(batch);
};

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 1 << 16) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

const replace = async (path: string, text: Content, mode: number): Promise<void> => {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', mode);
  try {
    await writeContent(handle, text);
    await handle.sync();
    await handle.close();
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
};

/** A new name is on the disk only when its folder is. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
