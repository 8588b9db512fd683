import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { parseSnapshot } from '../core/model/snapshot.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { readReport } from '../core/report/read.ts';
import { readJsonFile, readTextFile } from '../platform/shared/files.ts';
import type { Bench } from './bench.ts';
import { lookHere, stopped } from './bench.ts';

/** What a look at this computer, or at a file, gave. */
export const look = async (bench: Bench, from: string | undefined): Promise<Result<Snapshot>> => {
  if (from === undefined) return lookHere(bench);
  // A pipe may keep a person waiting, who may stop.
  const json = await Promise.race([
    readJsonFile(from),
    stopped(bench.context.stop).then(() => fail('cancelled')),
  ]);
  if (!json.ok) return json;
  const parsed = parseSnapshot(json.value);
  if (!parsed.ok) return parsed;
  const { snapshot, ignored } = parsed.value;
  if (ignored.length > 0) bench.voice.note(bench.texts.cli.ignored(ignored.join(', ')));
  return ok(snapshot);
};

/** A report that is as it was written. */
export const readIntactReport = async (path: string): Promise<Result<Report>> => {
  const text = await readTextFile(path);
  return text.ok ? readReport(text.value, path) : text;
};
