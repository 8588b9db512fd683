import { z } from 'zod';
import { detectionStatuses } from './detection.ts';
import { phaseMeasures } from './directive.ts';
import { operatingSystems } from './host.ts';
import { verdicts } from './report.ts';

export const mapSchemaName = 'removal-assistant/map/1';

/**
 * What the reports of one computer come to, the worst first. `present`: a product is there and no removal is under way;
 * `in-work`: one was begun and is not at its end; `unknown`: no usable report says; `missing`: on the list of assets,
 * and no report names it; `clean`: never seen there; `removed`: seen there, and gone. Only the last two are good ends.
 */
export const computerStates = [
  'present',
  'in-work',
  'restart-needed',
  'unknown',
  'missing',
  'leftovers',
  'removed',
  'clean',
] as const;
export type ComputerState = (typeof computerStates)[number];

/** How far a computer was looked at. `unusable`: its reports were altered or carry a date to come. */
export const coverages = ['looked', 'partly', 'unusable', 'missing'] as const;
export type Coverage = (typeof coverages)[number];

/** What else there is to know of a computer. The README has the rule of each. */
export const computerMarks = [
  'clone',
  'conflict',
  'contradiction',
  'returned',
  'late',
  'altered',
  'future',
  'unlisted',
] as const;
export type ComputerMark = (typeof computerMarks)[number];

const count = z.number().int().nonnegative();
const counts = <Name extends string>(names: readonly [Name, ...Name[]]) => z.record(z.enum(names), count);

/** One product of one computer; `removed`: an earlier look saw it at work, the latest does not. */
export const computerProductSchema = z.object({
  productId: z.string(),
  name: z.string(),
  version: z.string().optional(),
  status: z.enum([...detectionStatuses, 'removed']),
});
export type ComputerProduct = z.infer<typeof computerProductSchema>;

export const computerSchema = z.object({
  /** Asset tag, else name, else what else tells it apart. */
  label: z.string(),
  assetTag: z.string().optional(),
  name: z.string().optional(),
  machine: z.string().optional(),
  site: z.string(),
  os: z.enum(operatingSystems).optional(),
  system: z.string().optional(),
  state: z.enum(computerStates),
  coverage: z.enum(coverages),
  /** Of the report that decides. */
  verdict: z.enum(verdicts).optional(),
  /** When the latest and the first look were, ISO 8601 in UTC. */
  lookedAt: z.string().optional(),
  firstLookedAt: z.string().optional(),
  /** Different reports of it, copies not counted. */
  reports: count,
  products: z.array(computerProductSchema),
  marks: z.array(z.enum(computerMarks)),
});
export type Computer = z.infer<typeof computerSchema>;

/** How many computers one product in one version is, or was, on. */
export const productCountSchema = z.object({
  productId: z.string(),
  name: z.string(),
  version: z.string().optional(),
  /** At work: installed, or a server that is only reported. */
  present: count,
  removed: count,
  leftovers: count,
  /** A vendor's tool, a successor, or another vendor's product with the engine. */
  other: count,
});
export type ProductCount = z.infer<typeof productCountSchema>;

/** How one phase stands. `no-list`: all that reported is done, and without a list of assets nobody knows who did not. */
export const phaseStates = ['done', 'begun', 'open', 'late', 'no-list', 'person'] as const;
export type PhaseState = (typeof phaseStates)[number];

export const phaseClockSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  measure: z.enum(phaseMeasures),
  days: count,
  due: z.string(),
  /** Negative: so many days late. */
  daysLeft: z.number().int(),
  state: z.enum(phaseStates),
  /** Computers; absent where no machine can tell. */
  done: count.optional(),
  open: count.optional(),
  /** Computers a day that are still needed to be in time; absent when nothing is open or the day has passed. */
  ratePerDay: z.number().optional(),
  /** The day of the first removal, for `begun`. */
  begunOn: z.string().optional(),
});
export type PhaseClock = z.infer<typeof phaseClockSchema>;

export const clockSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string().optional(),
  start: z.string(),
  today: z.string(),
  /** Day of the clock: 0 on the day it starts, negative before. */
  day: z.number().int(),
  phases: z.array(phaseClockSchema),
});
export type DirectiveClock = z.infer<typeof clockSchema>;

/** Why a file, or a folder, is not in the map. */
export const skipReasons = [
  'not-json',
  'encoding',
  'too-large',
  'unreadable',
  'foreign',
  'other-document',
  'newer-version',
  'bad-report',
  'no-date',
  'example',
  'link',
  'not-a-file',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const skippedSchema = z.object({
  file: z.string(),
  why: z.enum(skipReasons),
  detail: z.string().optional(),
});
export type Skipped = z.infer<typeof skippedSchema>;

/** Reports that name one computer and cannot be of one, or that say different things of the same moment. */
export const conflictSchema = z.object({
  kind: z.enum(['same-tag', 'same-name', 'same-time']),
  label: z.string(),
  files: z.array(z.string()),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** Many reports, rolled up. */
export const mapSchema = z.object({
  schema: z.literal(mapSchemaName),
  createdAt: z.string(),
  tool: z.object({ name: z.string(), version: z.string() }),
  source: z.object({
    folder: z.string(),
    /** Files that were opened as reports. */
    files: count,
    /** Whole and unaltered reports, copies not counted. */
    reports: count,
    copies: count,
    /** Reports that a later look at the same computer overrules. */
    superseded: count,
    /** Files with another ending, which were not opened. */
    otherFiles: count,
    /** Lines of the list of assets, when there is one; the same computer twice counts once. */
    assets: count.optional(),
  }),
  totals: z.object({
    computers: count,
    states: counts(computerStates),
    coverage: counts(coverages),
  }),
  directive: clockSchema.optional(),
  sites: z.array(z.object({ site: z.string(), computers: count, states: counts(computerStates) })),
  products: z.array(productCountSchema),
  computers: z.array(computerSchema),
  clones: z.array(z.object({ machine: z.string(), computers: z.array(z.string()) })),
  conflicts: z.array(conflictSchema),
  /** Reports whose digest does not fit; they decide nothing. */
  altered: z.array(z.object({ file: z.string(), label: z.string() })),
  /** Reports of a look that, by their date, is still to come; they decide nothing. */
  future: z.array(z.object({ file: z.string(), label: z.string(), lookedAt: z.string() })),
  skipped: z.object({
    total: count,
    reasons: z.partialRecord(z.enum(skipReasons), count),
    /** The first 10,000 that were met; the counts above are of all. */
    files: z.array(skippedSchema),
  }),
});
export type FleetMap = z.infer<typeof mapSchema>;
export type FleetSite = FleetMap['sites'][number];
