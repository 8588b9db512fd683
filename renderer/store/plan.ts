import type { Change } from '../../electron/core/model/consent.ts';
import type { HazardFinding } from '../../electron/core/model/hazard.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { Problem } from '../../electron/core/model/result.ts';
import { ask } from '../bridge/bridge.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';
import { choosableIds, leftoverIds } from './scan.ts';
import { subjectOf } from './subject.ts';

/** `report` is the plan to show; while a new one is made and when that fails, the one before stays. */
export type PlanState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly report?: Report }
  | { readonly kind: 'done'; readonly report: Report; readonly checkedAgain: boolean }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly report?: Report };

/** What the person did to go on. */
export interface Consent {
  readonly typed: string;
  readonly hasRead: boolean;
}

/** What became of the last question for administrator rights, as far as it led back here. */
export type RightsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'not-given'; readonly problem: Problem }
  /** They were given, and with them more was seen than the person had agreed to. */
  | { readonly kind: 'changed'; readonly change: Change; readonly goneNames: readonly string[] };

export interface PlanSlice {
  readonly plan: PlanState;
  readonly consent: Consent;
  readonly rights: RightsState;
  /** What is left afterwards is set aside in the same run. */
  readonly withLeftovers: boolean;
  chooseLeftovers(withLeftovers: boolean): Promise<void>;
  /** Plans for the chosen products, then shows Prepare. */
  prepare(): Promise<void>;
  /** Looks again and plans again, without leaving Prepare. */
  checkAgain(): Promise<void>;
  typeWord(typed: string): void;
  markRead(hasRead: boolean): void;
  /** Back to Prepare, as it was left. */
  rightsNotGiven(problem: Problem): void;
  /** Back to Prepare, with a plan that the person has not agreed to yet. */
  planChanged(change: Change, report: Report): void;
}

const noConsent: Consent = { typed: '', hasRead: false };

export const planSlice = ({ bridge, set, get }: SliceContext): PlanSlice => {
  const planAgain = async (checkedAgain: boolean): Promise<boolean> => {
    const { scan, chosen, plan } = get();
    if (scan.kind !== 'done') return false;
    const before = reportOf(plan);
    // Nothing counts as accepted here, so the answer names everything that holds the removal up.
    const answer = await ask(bridge, 'plan', {
      scanId: scan.scanId,
      productIds: [...chosen],
      accepted: [],
      ...(get().withLeftovers ? { leftovers: true } : {}),
    });
    if (!answer.ok) {
      set({ plan: { kind: 'failed', problem: problemOf(answer), ...before } });
      return false;
    }
    const { report } = answer.value;
    set({ plan: { kind: 'done', report, checkedAgain } });
    // A word that was typed for other reasons is no word for these.
    if (before.report === undefined || consentKey(before.report) !== consentKey(report))
      set({ consent: noConsent });
    return true;
  };

  return {
    plan: { kind: 'idle' },
    consent: noConsent,
    rights: { kind: 'idle' },
    withLeftovers: false,

    async chooseLeftovers(withLeftovers) {
      const { plan } = get();
      if (plan.kind === 'running') return;
      set({ withLeftovers, plan: { kind: 'running', ...reportOf(plan) } });
      await planAgain(false);
    },

    async prepare() {
      const { plan, chosen, advance } = get();
      if (plan.kind === 'running' || chosen.length === 0) return;
      const onlyLeftovers = isForLeftovers(get());
      set({
        plan: { kind: 'running', ...reportOf(plan) },
        rights: { kind: 'idle' },
        ...(onlyLeftovers ? { withLeftovers: true } : {}),
      });
      if (await planAgain(false)) advance();
    },

    async checkAgain() {
      const { plan, chosen: before } = get();
      if (plan.kind === 'running') return;
      set({ plan: { kind: 'running', ...reportOf(plan) }, rights: { kind: 'idle' } });
      const answer = await ask(bridge, 'scan', subjectOf(get()));
      if (!answer.ok) {
        set({ plan: { kind: 'failed', problem: problemOf(answer), ...reportOf(plan) } });
        return;
      }
      const { scanId, report } = answer.value;
      get().takeScan(scanId, report, 'computer', []);
      const chosen = [...choosableIds(report), ...leftoverIds(report)].filter((id) => before.includes(id));
      set({ chosen });
      if (chosen.length > 0) {
        await planAgain(true);
        return;
      }
      // What was chosen is gone meanwhile: there is nothing to prepare, and Identify says what is there now.
      set({ plan: { kind: 'idle' }, consent: noConsent });
      get().goTo('identify');
    },

    typeWord: (typed) => set({ consent: { ...get().consent, typed } }),
    markRead: (hasRead) => set({ consent: { ...get().consent, hasRead } }),

    rightsNotGiven(problem) {
      set({ rights: { kind: 'not-given', problem } });
      get().goTo('prepare');
    },

    planChanged(change, report) {
      const { scan, chosen: before, takeScan } = get();
      if (scan.kind !== 'done') return;
      const nameOf = (id: string): string =>
        scan.report.detections.find((detection) => detection.productId === id)?.name ?? id;
      const goneNames = change.products.map(nameOf);
      takeScan(scan.scanId, report, 'computer', []);
      const planned = report.plan.actions.map((action) => action.productId);
      const chosen = [...choosableIds(report), ...leftoverIds(report)].filter(
        (id) => before.includes(id) || planned.includes(id),
      );
      const plan = { kind: 'done', report, checkedAgain: false } as const;
      set({ chosen, plan, consent: noConsent, rights: { kind: 'changed', change, goneNames } });
      get().goTo('prepare');
    },
  };
};

const reportOf = (plan: PlanState): { report?: Report } =>
  plan.kind === 'idle' || plan.report === undefined ? {} : { report: plan.report };

const consentKey = (report: Report): string =>
  hazardsToPrepare(report)
    .confirm.map((hazard) => hazard.id)
    .join(' ');

export interface PreparedHazards {
  /** Hold the removal up, with no way round. */
  readonly stop: readonly HazardFinding[];
  /** Hold the removal up until the person's word. */
  readonly confirm: readonly HazardFinding[];
  /** Everything else that was found, also what concerns only products that are left alone. */
  readonly inform: readonly HazardFinding[];
}

export const hazardsToPrepare = (report: Report): PreparedHazards => {
  const holds = (hazard: HazardFinding): boolean => report.plan.blockedBy.includes(hazard.id);
  const stop = report.hazards.filter((hazard) => hazard.level === 'stop' && holds(hazard));
  const confirm = report.hazards.filter((hazard) => hazard.level === 'confirm' && holds(hazard));
  const inform = report.hazards.filter((hazard) => !stop.includes(hazard) && !confirm.includes(hazard));
  return { stop, confirm, inform };
};

/** What keeps the primary button of Prepare from removing, first things first. */
export type PrepareGate = 'stop' | 'nothing' | 'no-rights' | 'word' | 'read' | 'open';

export const prepareGate = (state: Pick<AppState, 'plan' | 'consent' | 'texts' | 'about'>): PrepareGate => {
  const { report } = reportOf(state.plan);
  if (report === undefined) return 'nothing';
  const { stop, confirm, inform } = hazardsToPrepare(report);
  if (stop.length > 0) return 'stop';
  const leftovers = report.plan.leftovers ?? [];
  if (!report.plan.actions.some((action) => action.refusal === undefined) && leftovers.length === 0)
    return 'nothing';
  const needsRights = leftovers.length > 0 || report.plan.actions.some((action) => action.needsElevation);
  if (needsRights && !report.host.elevated && !asksForRights(state)) return 'no-rights';
  if (confirm.length > 0 && !isWord(state)) return 'word';
  if (inform.length > 0 && !state.consent.hasRead) return 'read';
  return 'open';
};

/** Whether a removal asks the person for administrator rights first. */
export const asksForRights = ({ about }: Pick<AppState, 'about'>): boolean =>
  about.kind === 'done' && about.about.elevation === 'available';

export const isWord = (state: Pick<AppState, 'consent' | 'texts'>): boolean =>
  state.consent.typed.trim().toLocaleLowerCase(state.texts.language) === state.texts.window.prepare.word;

/** What the person agreed to: asked for only once the gate is open. `productIds`: as far as it is about these. */
export const acceptedIds = (report: Report, productIds?: readonly string[]): string[] => {
  const { confirm, inform } = hazardsToPrepare(report);
  return [...confirm, ...inform.filter((hazard) => hazard.level !== 'stop')]
    .filter(
      ({ productIds: about }) =>
        productIds === undefined || about.length === 0 || about.some((id) => productIds.includes(id)),
    )
    .map((hazard) => hazard.id);
};

/** Whether what is chosen are products that are gone already, so that only what they left is cleaned up. */
export const isForLeftovers = ({ scan, chosen }: Pick<AppState, 'scan' | 'chosen'>): boolean =>
  scan.kind === 'done' && chosen.length > 0 && chosen.every((id) => leftoverIds(scan.report).includes(id));

/** Products of the plan that are carried out. */
export const removableProducts = (report: Report): readonly string[] => [
  ...new Set(
    report.plan.actions.filter((action) => action.refusal === undefined).map((action) => action.productId),
  ),
];
