import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { reportBaseName } from '../core/report/file-name.ts';
import { reportToHtml } from '../core/report/html.ts';
import type { Texts } from '../core/text/index.ts';
import { problemText } from '../core/text/index.ts';
import { writeJsonFile, writeTextFile } from '../platform/shared/files.ts';
import { whyOf } from '../platform/shared/why.ts';
import type { Bench, Ending } from './bench.ts';
import { reportsFolder } from './bench.ts';
import { forgetWhenDone } from './leave-nothing.ts';

/** Makes sure that reports can be written there, before anything is changed that they have to prove. */
const checkFolder = async (folder: string | undefined): Promise<Result<true>> => {
  if (folder === undefined) return ok(true);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return ok(true);
  } catch (error) {
    return fail('file-unwritable', { path: folder, why: whyOf(error) });
  }
};

/** Writes a report as JSON and as HTML and returns both paths. */
export const writeReportPair = async (
  folder: string,
  report: Report,
  texts: Texts,
): Promise<Result<readonly string[]>> => {
  const path = join(folder, reportBaseName(report));
  const json = await writeJsonFile(`${path}.json`, report);
  if (!json.ok) return json;
  const html = await writeTextFile(`${path}.html`, reportToHtml(report, texts));
  return html.ok ? ok([`${path}.json`, `${path}.html`]) : html;
};

export interface OutOptions {
  readonly out?: string;
  readonly leaveNothing?: boolean;
}

/** What has to hold of the places for reports before anything is changed. */
export const checkPlaces = async (bench: Bench, { out, leaveNothing }: OutOptions): Promise<Result<true>> => {
  const folder = reportsFolder(bench, out);
  // With its last trace the proof of the removal would go too.
  if (leaveNothing === true && folder === undefined)
    return fail('usage', { message: bench.texts.cli.proofFirst });
  return checkFolder(folder);
};

/** Copies go to the chosen folder. What was done is done: a copy that fails is said, and the end stays what it is. */
export const finish = async (
  bench: Bench,
  { out: chosen, leaveNothing }: OutOptions,
  ending: Ending,
  report: Report,
): Promise<Result<Ending>> => {
  const out = reportsFolder(bench, chosen);
  if (out === undefined) return ok(ending);
  const written = await writeReportPair(out, report, bench.texts);
  if (written.ok) bench.voice.note(bench.texts.cli.saved(written.value.join(', ')));
  else bench.voice.warn(problemText(bench.texts, written.problem));
  if (written.ok && leaveNothing === true) await forgetWhenDone(bench, ending, report);
  return ok(ending);
};
