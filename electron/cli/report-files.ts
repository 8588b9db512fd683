import { constants } from 'node:fs';
import { access, mkdir, open, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { reportBaseName } from '../core/report/file-name.ts';
import { reportToHtml } from '../core/report/html.ts';
import { jsonText } from '../core/report/json-escape.ts';
import { handOut } from '../core/report/redact.ts';
import type { Texts } from '../core/text/index.ts';
import { problemText } from '../core/text/index.ts';
import { writeTextFile } from '../platform/shared/files.ts';
import { makeFolders, notOurs } from '../platform/shared/state-folder.ts';
import { whyOf } from '../platform/shared/why.ts';
import type { Bench, Ending } from './bench.ts';
import { reportsFolder } from './bench.ts';
import { forgetWhenDone } from './leave-nothing.ts';

/** Makes sure that reports can be written there, before anything is changed that they have to prove. */
const checkFolder = async (folder: string | undefined): Promise<Result<true>> => {
  if (folder === undefined) return ok(true);
  try {
    const there = await stat(folder).catch(() => undefined);
    if (there === undefined)
      await makeFolders({ make: (path) => mkdir(path), above: dirname }, resolve(folder));
    else if (!there.isDirectory()) return fail('file-unwritable', { path: folder, why: notOurs.file });
    await access(folder, constants.W_OK);
    return ok(true);
  } catch (error) {
    return fail('file-unwritable', { path: folder, why: whyOf(error) });
  }
};

/** How many reports may lie in one folder under one name, with a number each. */
const mostOfOneName = 10_000;

/** Takes the first name that is free with each ending, so that no report is ever written over. */
const takeName = async (folder: string, base: string): Promise<Result<readonly [string, string]>> => {
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const path = join(folder, number === 1 ? base : `${base}-${number}`);
    const pair = [`${path}.json`, `${path}.html`] as const;
    try {
      await takeNew(pair);
      return ok(pair);
    } catch (error) {
      if (!isTaken(error)) return fail('file-unwritable', { path: pair[0], why: whyOf(error) });
    }
  }
  return fail('file-unwritable', { path: join(folder, base), why: `${mostOfOneName} times the same name` });
};

const takeNew = async (paths: readonly string[]): Promise<void> => {
  const taken: string[] = [];
  try {
    for (const path of paths) {
      await (await open(path, 'wx')).close();
      taken.push(path);
    }
  } catch (error) {
    for (const path of taken) await unlink(path).catch(() => undefined);
    throw error;
  }
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Writes a report as JSON and as HTML and returns both paths. */
export const writeReportPair = async (
  folder: string,
  report: Report,
  texts: Texts,
): Promise<Result<readonly string[]>> => {
  const taken = await takeName(folder, reportBaseName(report));
  if (!taken.ok) return taken;
  const [json, html] = taken.value;
  for (const [path, content] of [
    [json, jsonText(report)],
    [html, reportToHtml(report, texts)],
  ] as const) {
    const written = await writeTextFile(path, content);
    if (!written.ok) return written;
  }
  return taken;
};

/** Writes a file whose whole name a person gave, and says so when something was there before. */
export const writeNamed = async (
  { voice, texts }: Bench,
  path: string,
  content: string | Iterable<string>,
): Promise<Result<true>> => {
  const isThere = await stat(path).then(
    (info) => info.isFile() && info.size > 0,
    () => false,
  );
  const written = await writeTextFile(path, content);
  if (written.ok && isThere) voice.note(texts.cli.replaced(path));
  return written;
};

export interface OutOptions {
  readonly out?: string;
  readonly raw?: boolean;
  readonly leaveNothing?: boolean;
}

/** What has to hold of the places for reports before anything is changed. */
export const checkPlaces = async (bench: Bench, { out, leaveNothing }: OutOptions): Promise<Result<true>> => {
  const folder = reportsFolder(bench, out);
  // With its last trace the proof of the removal would go too.
  if (leaveNothing === true && folder === undefined) return fail('usage', { fault: 'proof-first' });
  return checkFolder(folder);
};

/** Copies go to the chosen folder. What was done is done: a copy that fails is said, and the end stays what it is. */
export const finish = async (
  bench: Bench,
  { out: chosen, raw, leaveNothing }: OutOptions,
  ending: Ending,
  report: Report,
): Promise<Result<Ending>> => {
  const out = reportsFolder(bench, chosen);
  if (out === undefined) return ok(ending);
  const written = await writeReportPair(out, handOut(report, raw), bench.texts);
  if (written.ok) bench.voice.note(bench.texts.cli.saved(written.value.join(', ')));
  else bench.voice.warn(problemText(bench.texts, written.problem));
  if (written.ok && leaveNothing === true) await forgetWhenDone(bench, ending, report);
  return ok(ending);
};
