/**
 * An expected failure: a code that `core/text` turns into one clear sentence, and the values that sentence needs.
 * Bugs are thrown; everything a person can cause or meet is a Problem.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'usage'
  | 'no-terminal'
  | 'no-password'
  | 'bad-passwords'
  | 'unknown-product'
  | 'unknown-hazard'
  | 'unknown-run'
  | 'no-run-yet'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'not-json'
  | 'bad-snapshot'
  | 'newer-schema'
  | 'wrong-schema'
  | 'bad-report'
  | 'report-altered'
  | 'needs-administrator'
  | 'blocked-by-hazard'
  | 'plan-changed'
  | 'elevation-cancelled'
  | 'elevation-refused'
  | 'elevation-unavailable'
  | 'elevation-untrusted'
  | 'worker-not-started'
  | 'worker-lost'
  | 'cancelled'
  | 'already-running'
  | 'journal-unwritable'
  | 'scan-outdated'
  | 'nothing-chosen'
  | 'other-computer'
  | 'run-in-use'
  | 'run-unfinished'
  | 'run-never-began'
  | 'run-of-other-computer'
  | 'quarantine-damaged'
  | 'leftovers-unsupported'
  | 'reopen-failed'
  | 'reopen-not-staged'
  | 'reopen-stays'
  | 'restart-failed'
  | 'pdf-needs-window'
  | 'unknown-example'
  | 'example-report'
  | 'unsupported-system'
  | 'only-on-windows'
  | 'map-outdated'
  | 'folder-unreadable'
  | 'no-reports'
  | 'nothing-handed-over'
  | 'unknown-directive'
  | 'bad-directive'
  | 'bad-assets'
  | 'no-assets'
  | 'bug';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ProblemCode, values?: Problem['values']): Result<never> => ({
  ok: false,
  problem: values === undefined ? { code } : { code, values },
});
