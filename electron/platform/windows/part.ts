import type { Gap } from '../../core/model/reading.ts';

/** What one place gave to a table, and what of it could not be read. */
export interface Part<Row> {
  readonly rows: readonly Row[];
  readonly gaps: readonly Gap[];
}

export const joined = <Row>(parts: readonly Part<Row>[]): Part<Row> => ({
  rows: parts.flatMap(({ rows }) => rows),
  gaps: parts.flatMap(({ gaps }) => gaps),
});
