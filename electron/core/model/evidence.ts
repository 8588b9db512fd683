import { z } from 'zod';
import { tableNames } from './tables.ts';
import type { TableName } from './tables.ts';

const tableName = z.enum(tableNames as [TableName, ...TableName[]]);

/** One row that counts, and the code of the reason why. `core/text` says the reason in words. */
export const evidenceSchema = z.object({
  table: tableName,
  row: z.record(z.string(), z.unknown()),
  reason: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A row that is surely Kaspersky's and that no product claims. */
export const unattributedSchema = evidenceSchema;
export type Unattributed = Evidence;

/** A place, or a part of one, that could not be looked at. */
export const uncheckedSchema = z.object({
  table: tableName,
  source: z.string().optional(),
  kind: z.enum(['unavailable', 'denied', 'failed']),
  why: z.string(),
  /** Without it this computer cannot be called clean. */
  required: z.boolean().optional(),
});
export type Unchecked = z.infer<typeof uncheckedSchema>;
