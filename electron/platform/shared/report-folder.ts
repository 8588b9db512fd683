import { createHash } from 'node:crypto';
import { opendir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Cancellation } from '../../core/ports.ts';
import type { Fold } from '../../core/map/fold.ts';
import { readFacts } from '../../core/map/facts.ts';
import type { Unusable } from '../../core/map/facts.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { decodeText } from './decode-text.ts';
import { readForeignFile } from './open-file.ts';
import { codeOf, whyOf } from './why.ts';

/** More than any report, in bytes: a report of 5,000 findings before and after has six million. */
const largestReport = 32 * 1024 * 1024;

/** Files that are read at the same time: enough for the disk, few enough for the memory. */
const atOnce = 8;

export interface FolderWatch {
  /** Called often; `files` were read so far. */
  readonly onProgress?: (files: number) => void;
  readonly cancellation: Cancellation;
}

/**
 * Reads every `*.json` below a folder into a fold, one file after the other let go. What is no report is skipped by
 * name, links are not followed, and nothing stops the rest. Problems: `folder-unreadable` {path, why}, `cancelled`.
 */
export const readReportFolder = async (
  folder: string,
  fold: Fold,
  watch: FolderWatch,
): Promise<Result<true>> => {
  let files = 0;
  const take = async ({ path, shown, site }: FoundFile): Promise<void> => {
    const text = await textOf(path);
    if (typeof text === 'object') fold.skip({ file: shown, ...text });
    else addText(fold, text, shown, site);
    files += 1;
    watch.onProgress?.(files);
  };
  try {
    const found = filesBelow(folder, fold);
    // Workers take from one list, so that no more than these files are in memory.
    const work = async (): Promise<void> => {
      for (let next = await found.next(); next.done !== true; next = await found.next()) {
        if (watch.cancellation.aborted) return;
        await take(next.value);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (error) {
    return fail('folder-unreadable', { path: folder, why: whyOf(error) });
  }
  return watch.cancellation.aborted ? fail('cancelled') : ok(true);
};

const addText = (fold: Fold, text: string, shown: string, site: string): void => {
  const json = parsed(text);
  if (json === undefined) {
    fold.skip({ file: shown, why: 'not-json' });
    return;
  }
  const read = readFacts(json.value, shown, site, nodeSha256);
  if (read.ok) fold.add(read.facts);
  else fold.skip({ file: shown, ...read.skip });
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const nodeSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const textOf = async (path: string): Promise<string | Unusable> => {
  try {
    return decodeText(await readForeignFile(path, largestReport)) ?? { why: 'encoding' };
  } catch (error) {
    return codeOf(error) === 'EFBIG' ? { why: 'too-large' } : { why: 'unreadable', detail: whyOf(error) };
  }
};

interface FoundFile {
  readonly path: string;
  /** Below the folder, with forward slashes. */
  readonly shown: string;
  readonly site: string;
}

/** Walks a folder without following links; a folder below it that cannot be read is skipped by name. */
async function* filesBelow(top: string, fold: Fold): AsyncGenerator<FoundFile, undefined> {
  const open: string[] = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    try {
      for await (const entry of await opendir(join(top, below), { bufferSize: 256 })) {
        const inside = join(below, entry.name);
        const shown = inside.replaceAll(sep, '/');
        if (entry.isDirectory()) open.push(inside);
        else if (entry.isSymbolicLink()) fold.skip({ file: shown, why: 'link' });
        else if (!entry.name.toLowerCase().endsWith('.json')) fold.otherFile();
        else if (entry.isFile()) yield { path: join(top, inside), shown, site: siteOf(shown) };
        else fold.skip({ file: shown, why: 'not-a-file' });
      }
    } catch (error) {
      // The folder that was asked for is a Problem, not a line among others.
      if (below === '') throw error;
      fold.skip({ file: below.replaceAll(sep, '/'), why: 'unreadable', detail: whyOf(error) });
    }
  }
  return undefined;
}

const siteOf = (shown: string): string => (shown.includes('/') ? shown.slice(0, shown.indexOf('/')) : '');
