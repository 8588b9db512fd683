import type { Evidence } from '../../electron/core/model/evidence.ts';
import type { Texts } from '../../electron/core/text/index.ts';

export interface RowWords {
  /** The name that identifies the row: a path, a package, a service. */
  readonly main: string;
  /** Everything else that the row says. */
  readonly rest: readonly string[];
}

/** Columns that name a row, best first. What no table has yet still shows: the first column that is filled. */
const namingColumns = ['name', 'displayName', 'key', 'label', 'subject', 'bundleId', 'id', 'volume', 'path'];

/** Any row of any table in words, so that a new table shows without a change here. */
export const describeRow = (row: Evidence['row'], texts: Texts): RowWords => {
  const filled = Object.entries(row).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  const main =
    namingColumns
      .map((column) => filled.find(([key]) => key === column))
      .find((entry) => entry !== undefined) ?? filled[0];
  if (main === undefined) return { main: '', rest: [] };
  const rest = filled.filter((entry) => entry !== main).map(([key, value]) => wordsOf(key, value, texts));
  const name = wordsOf(...main, texts);
  return { main: name, rest: [...new Set(rest)].filter((words) => words !== name) };
};

const wordsOf = (column: string, value: unknown, texts: Texts): string => {
  if (typeof value === 'number') {
    if (column === 'size') return texts.window.bytes(value);
    return column === 'pid' ? texts.window.evidence.process(value) : texts.window.number(value);
  }
  // A flag that is set has nothing to say but its name.
  if (value === true) return column;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
