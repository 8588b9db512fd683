import type { Catalogue } from '../catalogue/index.ts';
import type { LeftoverConsent } from '../model/consent.ts';
import type { Action, Plan } from '../model/plan.ts';
import type { Look, Report, Subject, UnsealedReport } from '../model/report.ts';
import { reportSchemaName } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { seal } from '../report/seal.ts';
import { detect } from './detect.ts';
import type { Findings } from './detect.ts';
import { assess, blockers } from './guard.ts';
import { acceptedForLeftovers } from './leftover-scene.ts';
import { foreseeLeftovers } from './leftovers.ts';
import { planActions } from './plan.ts';
import { protectionOf } from './protection.ts';
import { surfacesOf } from './surfaces.ts';
import { uncheckedPlaces, verdictOf } from './verdict.ts';

/** What stays the same for every conclusion of one start of the program. */
export interface Desk {
  readonly catalogue: Catalogue;
  readonly tool: { readonly name: string; readonly version: string };
}

export interface Choices {
  /** Undefined: everything that can be removed. */
  readonly productIds?: readonly string[] | undefined;
  /** Hazards that the person has answered for. */
  readonly accepted?: readonly string[];
  readonly subject?: Subject | undefined;
  /** What is left afterwards is set aside. Undefined: it is only told. */
  readonly leftovers?: LeftoverChoice | undefined;
}

export interface LeftoverChoice {
  /** Undefined: of every product that is gone. */
  readonly productIds?: readonly string[] | undefined;
  /** This tool's own folders and files. */
  readonly own: readonly string[];
  /** What was shown of them; undefined: all that there may be. */
  readonly consent?: LeftoverConsent | undefined;
}

/** Everything there is to say about one snapshot, before its digest. A pure function of what goes in. */
export const concludeOpen = (
  desk: Desk,
  snapshot: Snapshot,
  choices: Choices,
  now: string,
): UnsealedReport => {
  const findings = detect(desk.catalogue, snapshot);
  const unchecked = uncheckedPlaces(snapshot);
  const hazards = assess(desk.catalogue, snapshot, findings.detections);
  const withSettings = choices.leftovers !== undefined;
  const actions = planActions(desk.catalogue, findings.detections, choices.productIds, withSettings);
  const blockedBy = blockers(hazards, actions, choices.productIds ?? [], choices.accepted ?? []);
  return {
    schema: reportSchemaName,
    createdAt: now,
    takenAt: snapshot.takenAt,
    tool: { ...desk.tool, catalogue: desk.catalogue.version },
    host: snapshot.host,
    ...subjectPart(choices.subject),
    verdict: verdictOf(findings, unchecked),
    detections: [...findings.detections],
    unattributed: [...findings.unattributed],
    hazards: [...hazards],
    unchecked: [...unchecked],
    surfaces: [...surfacesOf(snapshot, findings)],
    plan: {
      actions: [...actions],
      blockedBy: [...blockedBy],
      ...foreseen(desk, snapshot, findings, choices, actions),
    },
    protection: protectionOf(snapshot),
  };
};

/** Where something may be left, once these actions are carried out. */
export const foreseen = (
  { catalogue }: Desk,
  snapshot: Snapshot,
  findings: Findings,
  { leftovers, accepted }: Pick<Choices, 'leftovers' | 'accepted'>,
  actions: readonly Action[],
): Pick<Plan, 'leftovers'> => {
  if (leftovers === undefined) return {};
  const answered = acceptedForLeftovers(leftovers.consent, accepted ?? []);
  const scene = { catalogue, snapshot, findings, accepted: answered, ...leftovers };
  const going = actions.filter(({ refusal }) => refusal === undefined).map(({ productId }) => productId);
  return { leftovers: [...foreseeLeftovers(scene, going)] };
};

export const conclude = (desk: Desk, snapshot: Snapshot, choices: Choices, now: string): Report =>
  seal(concludeOpen(desk, snapshot, choices, now));

/** One look, as a run keeps it for its before-and-after. */
export const lookOf = (snapshot: Snapshot, findings: Findings): Look => ({
  takenAt: snapshot.takenAt,
  surfaces: [...surfacesOf(snapshot, findings)],
  detections: [...findings.detections],
  unattributed: [...findings.unattributed],
});

/** A product that somebody asked for by its id has to be on this computer. */
export const checkChosen = (
  report: UnsealedReport,
  productIds: readonly string[] | undefined,
): Result<true> => {
  const missing = productIds?.find(
    (id) => !report.detections.some((detection) => detection.productId === id),
  );
  return missing === undefined ? ok(true) : fail('unknown-product', { id: missing });
};

const subjectPart = (subject: Subject | undefined): { subject?: Subject } => {
  const filled = Object.entries(subject ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return filled.length === 0 ? {} : { subject: Object.fromEntries(filled) };
};
