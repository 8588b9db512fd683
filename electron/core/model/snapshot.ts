import { z } from 'zod';
import { hostSchema } from './host.ts';
import type { Host } from './host.ts';
import type { Reading } from './reading.ts';
import { readingSchema } from './reading.ts';
import type { Result } from './result.ts';
import { fail, ok } from './result.ts';
import type { Row, TableName } from './tables.ts';
import { isTableName, rowSchema, tableNames, tables } from './tables.ts';
import { checkSchemaName, faultOf } from './schema-name.ts';

export const snapshotSchemaName = 'removal-assistant/snapshot/1';

export type Readings = { readonly [T in TableName]?: Reading<Row<T>> | undefined };

/** What one look at one computer saw. Everything the engine concludes is a function of this value. */
export interface Snapshot {
  readonly schema: typeof snapshotSchemaName;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly host: Host;
  readonly readings: Readings;
}

const readingShapes = Object.fromEntries(
  tableNames.map((name) => [name, readingSchema(rowSchema(name)).optional()]),
);

export const snapshotSchema = z.object({
  schema: z.literal(snapshotSchemaName),
  /** By hand a plain date will do. */
  takenAt: z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()]),
  host: hostSchema,
  readings: z.object(readingShapes),
});

export interface ParsedSnapshot {
  readonly snapshot: Snapshot;
  /** Unknown tables and columns, as `readings.TABLE` or `readings.TABLE.COLUMN`: ignored, but said. */
  readonly ignored: readonly string[];
}

/**
 * Reads a snapshot that was taken elsewhere or written by hand.
 * Unknown tables and columns are ignored and named; a wrong type, an unknown kind or a newer schema is a Problem
 * that carries the path of the fault.
 */
export const parseSnapshot = (input: unknown): Result<ParsedSnapshot> => {
  const name = checkSchemaName(input, snapshotSchemaName);
  if (!name.ok) return name;
  const parsed = snapshotSchema.safeParse(input);
  if (!parsed.success) return fail('bad-snapshot', faultOf(parsed.error));
  return ok({ snapshot: parsed.data, ignored: unknownParts(input) });
};

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const unknownParts = (input: unknown): string[] => {
  const readings = entriesOf(input).find(([key]) => key === 'readings')?.[1];
  const found = new Set<string>();
  for (const [table, reading] of entriesOf(readings)) {
    if (!isTableName(table)) {
      found.add(`readings.${table}`);
      continue;
    }
    const columns = tables[table].columns;
    const rows = entriesOf(reading).find(([key]) => key === 'rows')?.[1];
    for (const [, row] of entriesOf(rows))
      for (const column of Object.keys(row as object))
        if (!Object.hasOwn(columns, column)) found.add(`readings.${table}.${column}`);
  }
  return [...found];
};
