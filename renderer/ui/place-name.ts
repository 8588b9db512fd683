import type { Texts } from '../../electron/core/text/index.ts';

/** A report may be newer than this window and name a table that it does not know; then the table's own name shows. */
export const placeName = (table: string, texts: Texts): string =>
  (texts.places as Readonly<Record<string, string>>)[table] ?? table;
