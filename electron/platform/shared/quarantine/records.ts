import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { leftoverItemSchema } from '../../../core/model/leftover.ts';
import type { Result } from '../../../core/model/result.ts';
import { fail, ok } from '../../../core/model/result.ts';
import { readBytes, syncFolder, writeTextFile } from '../files.ts';
import { codeOf, whyOf } from '../why.ts';
import type { Place } from './keeper.ts';

const schemaName = 'removal-assistant/quarantine/1';

/** One file an item: what it is and everything that has to come back. */
const recordSchema = z.object({
  schema: z.literal(schemaName),
  run: z.string(),
  number: z.number().int().positive(),
  item: leftoverItemSchema,
  saved: z.unknown(),
});
export type StoredRecord = z.infer<typeof recordSchema>;

const recordName = 'record.json';

/** The place of one item in the quarantine of a run, as it is called below the run's folder. */
export const placeIn = async (runFolder: string, run: string, number: number): Promise<Place> => ({
  run,
  number,
  folder: join(await realpath(runFolder), 'quarantine', String(number).padStart(4, '0')),
});

/** On the disk, with the folder that it lies in. The digest goes into the journal. Problem: `file-unwritable`. */
export const writeRecord = async (
  place: Place,
  item: LeftoverItem,
  saved: object,
): Promise<Result<string>> => {
  const record: StoredRecord = { schema: schemaName, run: place.run, number: place.number, item, saved };
  const text = `${JSON.stringify(record)}\n`;
  try {
    const quarantine = join(place.folder, '..');
    for (const folder of [quarantine, place.folder]) await makeFolder(folder);
    await syncFolder(join(quarantine, '..'));
    await syncFolder(quarantine);
  } catch (error) {
    return fail('file-unwritable', { path: place.folder, why: whyOf(error) });
  }
  const written = await writeTextFile(join(place.folder, recordName), text, 0o600);
  return written.ok ? ok(digestOf(text)) : written;
};

const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, 0o700);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

const digestOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Reads a record back. A sentence says what is wrong with it: it is missing, altered, or of another run. */
export const readRecord = async (
  place: Place,
  sha256: string,
): Promise<{ readonly record: StoredRecord } | { readonly why: string }> => {
  const name = `record ${String(place.number)}`;
  const read = await readBytes(join(place.folder, recordName));
  if (!read.ok) return { why: `${name} is missing or cannot be read` };
  const parsed = recordSchema.safeParse(parse(read.value));
  if (!parsed.success) return { why: `${name} is damaged` };
  if (parsed.data.run !== place.run) return { why: `${name} belongs to run ${parsed.data.run}` };
  if (digestOf(read.value) !== sha256 || parsed.data.number !== place.number)
    return { why: `${name} was altered` };
  return { record: parsed.data };
};

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};
