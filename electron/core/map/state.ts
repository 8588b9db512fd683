import type { ComputerState, Coverage } from '../model/map.ts';
import type { Verdict } from '../model/report.ts';
import type { ReportFacts, SeenProduct } from './facts.ts';
import { isAtWork } from './facts.ts';

/** What the reports of one computer come to. */
export interface Judged {
  readonly state: ComputerState;
  readonly coverage: Coverage;
  readonly decides: ReportFacts;
  /** Products that an earlier look saw at work, and the one that decides does not. */
  readonly removed: readonly SeenProduct[];
  /** Two looks of one moment that do not agree; the worse one decides. */
  readonly disagreeing: readonly ReportFacts[];
  /** It was gone, and a later look saw it again. */
  readonly returned: boolean;
  /** Its verdict says that nothing is here, its list says otherwise. The list is believed. */
  readonly contradiction: boolean;
}

/** How bad a verdict is, where two looks are of one moment. Of one group with equal rights the later number tells more. */
const gravity: Readonly<Record<Verdict, number>> = {
  clean: 0,
  removed: 1,
  leftovers: 2,
  unknown: 3,
  found: 4,
  incomplete: 5,
  'restart-needed': 6,
};

/** Ends that do not contradict each other: a scan and the report of a run may be of one and the same look. */
const groupOf = (report: ReportFacts): 'gone' | 'leftovers' | 'unknown' | 'here' => {
  if (report.products.some(isAtWork)) return 'here';
  switch (report.verdict) {
    case 'clean':
      return 'gone';
    case 'removed':
      return report.products.length > 0 ? 'leftovers' : 'gone';
    case 'leftovers':
      return 'leftovers';
    case 'unknown':
      return 'unknown';
    case 'found':
    case 'incomplete':
    case 'restart-needed':
      return 'here';
  }
};

const groups = ['gone', 'leftovers', 'unknown', 'here'] as const;

/** The order in which reports overrule each other: by the moment of the look, then the worse one, then any fixed order. */
export const inOrder = (a: ReportFacts, b: ReportFacts): number =>
  a.lookedAt - b.lookedAt ||
  groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b)) ||
  gravity[a.verdict] - gravity[b.verdict] ||
  a.createdAt - b.createdAt ||
  (a.sha256 < b.sha256 ? -1 : 1);

/**
 * Judges the usable reports of one computer, at least one, in any order. The latest look decides, whenever its report
 * came in; what was at work earlier and is not any more counts as removed.
 */
export const judge = (reports: readonly ReportFacts[]): Judged => {
  const sorted = reports.toSorted(inOrder);
  const decides = sorted.at(-1) as ReportFacts;
  const earlier = sorted.filter(({ lookedAt }) => lookedAt < decides.lookedAt);
  const sameMoment = sorted.slice(earlier.length);
  const disagreeing = new Set(sameMoment.map(groupOf)).size > 1 ? sameMoment : [];
  const wasHere = sorted.flatMap((each) => [...each.before, ...each.products.filter(isAtWork)]);
  const here = decides.products.some(isAtWork);
  const endedWell = earlier.findLastIndex((each) => groupOf(each) === 'gone' && hadBefore(earlier, each));
  const lastRun = sorted.findLastIndex(({ ranAt }) => ranAt !== undefined);
  return {
    state: stateOf(decides, { hadProduct: wasHere.length > 0, begun: lastRun > endedWell }),
    coverage: decides.gaps ? 'partly' : 'looked',
    decides,
    removed: goneFrom(wasHere, decides.products),
    disagreeing,
    returned: here && endedWell >= 0,
    contradiction: here && (decides.verdict === 'clean' || decides.verdict === 'unknown'),
  };
};

/** Whether a look that saw nothing comes after one that did: then the product went. */
const hadBefore = (earlier: readonly ReportFacts[], gone: ReportFacts): boolean =>
  gone.before.length > 0 ||
  earlier.slice(0, earlier.indexOf(gone)).some(({ products }) => products.some(isAtWork));

interface History {
  readonly hadProduct: boolean;
  /** A removal was begun, and nothing said since that it had reached its end. */
  readonly begun: boolean;
}

const stateOf = (report: ReportFacts, { hadProduct, begun }: History): ComputerState => {
  if (report.verdict === 'restart-needed') return 'restart-needed';
  const underWay = report.ranAt !== undefined || begun;
  switch (groupOf(report)) {
    case 'here':
      return underWay || report.verdict === 'incomplete' ? 'in-work' : 'present';
    case 'unknown':
      return 'unknown';
    case 'leftovers':
      return report.verdict === 'removed' && !report.gaps ? 'removed' : 'leftovers';
    case 'gone':
      // A verdict that forgets what stayed closed is not believed.
      if (report.gaps) return 'unknown';
      return hadProduct ? 'removed' : 'clean';
  }
};

const goneFrom = (was: readonly SeenProduct[], now: readonly SeenProduct[]): readonly SeenProduct[] => {
  const here = new Set(now.filter(isAtWork).map(({ productId }) => productId));
  const gone = new Map<string, SeenProduct>();
  for (const product of was)
    if (!here.has(product.productId)) gone.set(`${product.productId} ${product.version ?? ''}`, product);
  return [...gone.values()];
};
