import type { Host } from '../../core/model/host.ts';
import type { Row, TableName } from '../../core/model/tables.ts';

export type Rows = { readonly [T in TableName]?: readonly Row<T>[] };

/** The moment at which a restart has happened; every other moment is the target of an action that has ended. */
export const restarted = 'restart';

/** Rows of a recorded computer, from one moment of its life to another. Without moments they are there all the time. */
export interface Stretch {
  readonly rows: Rows;
  readonly from?: string;
  readonly until?: string;
}

/** How an uninstaller went when it was recorded. */
export interface Recording {
  readonly seconds: number;
  /** What it wrote, spread over that time. */
  readonly lines: readonly string[];
  readonly exitCode: number;
  /** It took its product away once the computer had been restarted. */
  readonly wantsRestart?: true;
  /** It opened a window of its own and asked there. */
  readonly opensWindow?: true;
  /** It does nothing without a password. Any will do here. */
  readonly asksPassword?: true;
}

/** A computer that is only played: what was seen on it, before and after each uninstaller. */
export interface RecordedComputer {
  readonly host: Omit<Host, 'example'>;
  /** Every place that a look at this kind of computer visits, those without rows too. */
  readonly places: readonly TableName[];
  readonly life: readonly Stretch[];
  /** By the target of the action (`targetOf`). */
  readonly recordings: Readonly<Record<string, Recording>>;
}

/** What is there after these moments. */
export const rowsAfter = <T extends TableName>(
  { life }: RecordedComputer,
  table: T,
  past: ReadonlySet<string>,
): readonly Row<T>[] =>
  life
    .filter(
      ({ from, until }) =>
        (from === undefined || past.has(from)) && (until === undefined || !past.has(until)),
    )
    .flatMap(({ rows }) => rows[table] ?? []);
