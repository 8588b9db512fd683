import type { Problem, ProblemCode } from './result.ts';
import type { Verdict } from './report.ts';

/** The exit codes that scripts rely on. */
export const exitCodes = {
  done: 0,
  found: 10,
  leftovers: 11,
  unknown: 12,
  restartNeeded: 20,
  incomplete: 21,
  blocked: 22,
  needsAdministrator: 23,
  cancelled: 24,
  usage: 64,
  badInput: 65,
  bug: 70,
} as const;

export const exitCodeOfVerdict: Readonly<Record<Verdict, number>> = {
  found: exitCodes.found,
  leftovers: exitCodes.leftovers,
  unknown: exitCodes.unknown,
  clean: exitCodes.done,
  removed: exitCodes.done,
  'restart-needed': exitCodes.restartNeeded,
  incomplete: exitCodes.incomplete,
};

const problemExitCodes: Readonly<Record<ProblemCode, number>> = {
  usage: exitCodes.usage,
  'no-terminal': exitCodes.usage,
  'no-password': exitCodes.usage,
  'bad-passwords': exitCodes.usage,
  'unknown-product': exitCodes.usage,
  'unknown-hazard': exitCodes.usage,
  'unknown-example': exitCodes.usage,
  'example-report': exitCodes.badInput,
  'unknown-run': exitCodes.badInput,
  'no-run-yet': exitCodes.badInput,
  'file-missing': exitCodes.badInput,
  'file-unreadable': exitCodes.badInput,
  'file-unwritable': exitCodes.badInput,
  'not-json': exitCodes.badInput,
  'bad-snapshot': exitCodes.badInput,
  'newer-schema': exitCodes.badInput,
  'wrong-schema': exitCodes.badInput,
  'bad-report': exitCodes.badInput,
  'report-altered': exitCodes.badInput,
  'needs-administrator': exitCodes.needsAdministrator,
  'blocked-by-hazard': exitCodes.blocked,
  'plan-changed': exitCodes.blocked,
  'elevation-cancelled': exitCodes.cancelled,
  'elevation-refused': exitCodes.cancelled,
  'elevation-unavailable': exitCodes.needsAdministrator,
  'elevation-untrusted': exitCodes.needsAdministrator,
  'worker-not-started': exitCodes.needsAdministrator,
  'worker-lost': exitCodes.incomplete,
  cancelled: exitCodes.cancelled,
  'already-running': exitCodes.usage,
  'journal-unwritable': exitCodes.blocked,
  'scan-outdated': exitCodes.usage,
  'nothing-chosen': exitCodes.usage,
  'other-computer': exitCodes.usage,
  'run-unfinished': exitCodes.badInput,
  'run-never-began': exitCodes.badInput,
  'run-of-other-computer': exitCodes.badInput,
  'quarantine-damaged': exitCodes.badInput,
  'leftovers-unsupported': exitCodes.usage,
  'reopen-failed': exitCodes.restartNeeded,
  'reopen-not-staged': exitCodes.restartNeeded,
  'reopen-stays': exitCodes.incomplete,
  'restart-failed': exitCodes.restartNeeded,
  'pdf-needs-window': exitCodes.usage,
  'unsupported-system': exitCodes.usage,
  'only-on-windows': exitCodes.usage,
  'folder-unreadable': exitCodes.badInput,
  'no-reports': exitCodes.badInput,
  'unknown-directive': exitCodes.badInput,
  'bad-directive': exitCodes.badInput,
  'bad-assets': exitCodes.badInput,
  'no-assets': exitCodes.badInput,
  bug: exitCodes.bug,
};

export const exitCodeOfProblem = (problem: Problem): number => problemExitCodes[problem.code];

/** For what comes from another process: only these codes have a sentence. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemExitCodes, code);
