import { z } from 'zod';
import { detectionStatuses } from '../model/detection.ts';
import type { OperatingSystem } from '../model/host.ts';
import { hostSchema } from '../model/host.ts';
import type { SkipReason } from '../model/map.ts';
import { verdicts } from '../model/report.ts';
import type { Verdict } from '../model/report.ts';
import { checkSchemaName, faultOf } from '../model/schema-name.ts';
import { requiredTables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { isIntact } from '../report/seal.ts';
import type { Sha256 } from '../report/seal.ts';

/** What one report saw of one product. */
export interface SeenProduct {
  readonly productId: string;
  readonly name: string;
  readonly version?: string | undefined;
  readonly status: z.infer<typeof status>;
}

/** What a map keeps of one report, so that a hundred thousand of them fit into memory. Times in ms since 1970. */
export interface ReportFacts {
  readonly file: string;
  /** The folder right below the one that was opened, or none. */
  readonly site: string;
  readonly sha256: string;
  readonly intact: boolean;
  readonly assetTag?: string | undefined;
  readonly name?: string | undefined;
  readonly machine?: string | undefined;
  readonly os: OperatingSystem;
  readonly system: string;
  readonly lookedAt: number;
  readonly createdAt: number;
  readonly verdict: Verdict;
  readonly products: readonly SeenProduct[];
  /** At work before the run that the report is of. */
  readonly before: readonly SeenProduct[];
  /** A required place stayed closed. */
  readonly gaps: boolean;
  readonly ranAt?: number | undefined;
  /** A plan takes every product that is there away, and nothing stops it. */
  readonly planned: boolean;
}

export interface Unusable {
  readonly why: SkipReason;
  readonly detail?: string;
}

export type FactsOf =
  { readonly ok: true; readonly facts: ReportFacts } | { readonly ok: false; readonly skip: Unusable };

const status = z.enum(detectionStatuses);
const seen = z.object({
  productId: z.string(),
  name: z.string(),
  version: z.string().optional(),
  status,
});

/**
 * Only what the map needs: a report of an older or a newer version of this tool may know fewer tables, or more, and is
 * read all the same. Whether it was altered is judged over all of it.
 */
const shapeOfOne = z.object({
  createdAt: z.string(),
  takenAt: z.string().optional(),
  host: hostSchema
    .pick({ os: true, version: true, name: true, machine: true })
    .extend({ example: z.string().optional() }),
  subject: z.object({ assetTag: z.string().optional() }).optional(),
  verdict: z.enum(verdicts),
  detections: z.array(seen),
  unchecked: z.array(z.object({ table: z.string(), required: z.boolean().optional() })),
  plan: z.object({
    actions: z.array(z.object({ productId: z.string(), refusal: z.string().optional() })),
    blockedBy: z.array(z.string()),
  }),
  run: z.object({ startedAt: z.string() }).optional(),
  before: z.object({ detections: z.array(seen) }).optional(),
  after: z.object({ takenAt: z.string() }).optional(),
  sha256: z.string(),
});
type ShapeOfOne = z.infer<typeof shapeOfOne>;

/** Every version of the schema that was ever released, the newest last. */
const shapes = { 'removal-assistant/report/1': shapeOfOne } as const;
const newest = 'removal-assistant/report/1';

/** Reads one file that may be a report. Nothing is thrown for what is in it. */
export const readFacts = (input: unknown, file: string, site: string, sha256: Sha256): FactsOf => {
  const named = checkSchemaName(input, newest);
  if (!named.ok) return skip(whyNamed(named.problem.code, named.problem.values?.['found']));
  const parsed = shapes[newest].safeParse(input);
  if (!parsed.success) {
    const { path, fault } = faultOf(parsed.error);
    return skip({ why: 'bad-report', detail: `${path}: ${fault}` });
  }
  const report = parsed.data;
  if (report.host.example !== undefined) return skip({ why: 'example', detail: report.host.example });
  const lookedAt = Date.parse(report.takenAt ?? report.after?.takenAt ?? report.createdAt);
  const createdAt = Date.parse(report.createdAt);
  if (Number.isNaN(lookedAt) || Number.isNaN(createdAt)) return skip({ why: 'no-date' });
  const intact = isWhole(input as object, sha256);
  if (intact === undefined) return skip({ why: 'bad-report', detail: 'too deep' });
  return { ok: true, facts: factsOf(report, { file, site, intact, lookedAt, createdAt }) };
};

/** Undefined: something in it is nested deeper than any report, and than the digest can be taken of. */
const isWhole = (report: object, sha256: Sha256): boolean | undefined => {
  try {
    return isIntact(report, sha256);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const skip = (unusable: Unusable): FactsOf => ({ ok: false, skip: unusable });

const whyNamed = (code: string, found: string | number | undefined): Unusable => {
  const name = String(found);
  if (code === 'newer-schema') return { why: 'newer-version', detail: name };
  return name.startsWith('removal-assistant/') ? { why: 'other-document', detail: name } : { why: 'foreign' };
};

type Circumstances = Pick<ReportFacts, 'file' | 'site' | 'intact' | 'lookedAt' | 'createdAt'>;

const factsOf = (report: ShapeOfOne, circumstances: Circumstances): ReportFacts => {
  const { host, subject, verdict, run, detections, before } = report;
  const ranAt = run === undefined ? undefined : Date.parse(run.startedAt);
  return {
    ...circumstances,
    sha256: report.sha256,
    assetTag: named(subject?.assetTag),
    name: named(host.name),
    machine: named(host.machine),
    os: host.os,
    system: host.version,
    verdict,
    products: detections,
    before: (before?.detections ?? []).filter(isAtWork),
    gaps: report.unchecked.some((place) => isRequired(place, host.os)),
    ranAt: ranAt === undefined || Number.isNaN(ranAt) ? undefined : ranAt,
    planned: isPlanned(report),
  };
};

/** A product that is there and works, whether it can be removed here or only reported. */
export const isAtWork = ({ status: seenAs }: Pick<SeenProduct, 'status'>): boolean =>
  seenAs === 'installed' || seenAs === 'report-only';

const named = (text: string | undefined): string | undefined => text?.trim() || undefined;

const isRequired = (
  { table, required }: { readonly table: string; readonly required?: boolean | undefined },
  os: OperatingSystem,
): boolean => required ?? requiredTables(os).includes(table as TableName);

const isPlanned = ({ detections, plan }: ShapeOfOne): boolean => {
  const taken = new Set(
    plan.actions.filter(({ refusal }) => refusal === undefined).map(({ productId }) => productId),
  );
  return (
    plan.blockedBy.length === 0 && detections.every((each) => !isAtWork(each) || taken.has(each.productId))
  );
};
