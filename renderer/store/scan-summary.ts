import type { Detection } from '../../electron/core/model/detection.ts';
import type { Unchecked } from '../../electron/core/model/evidence.ts';
import type { Report, Verdict } from '../../electron/core/model/report.ts';
import type { Texts } from '../../electron/core/text/index.ts';
import type { ScanState } from './scan.ts';

export type ScanDone = Extract<ScanState, { kind: 'done' }>;

/** Products that are there and work, whether or not they can be removed here. */
export const productsHere = (report: Report): readonly Detection[] =>
  report.detections.filter(({ status }) => status === 'installed' || status === 'report-only');

/** How many places stayed closed: several parts of one place count once. */
export const closedPlaces = (unchecked: readonly Unchecked[]): number =>
  new Set(unchecked.map((place) => place.table)).size;

type LookVerdict = 'found' | 'leftovers' | 'unknown' | 'clean';

/** A look alone never says that something was removed; whatever it says beyond the four counts as found. */
export const lookVerdict = (verdict: Verdict): LookVerdict => {
  switch (verdict) {
    case 'leftovers':
    case 'unknown':
    case 'clean':
      return verdict;
    case 'found':
    case 'incomplete':
    case 'restart-needed':
    case 'removed':
      return 'found';
  }
};

export const scanHeading = ({ report, source }: ScanDone, texts: Texts): string => {
  const words = texts.window.identify;
  const saved = source === 'saved';
  const products = productsHere(report).length;
  const closed = closedPlaces(report.unchecked.filter((place) => place.required === true));
  switch (lookVerdict(report.verdict)) {
    case 'found':
      return saved ? words.savedFoundHeading(products) : words.foundHeading(products);
    case 'leftovers':
      return saved ? words.savedLeftoversHeading : words.leftoversHeading;
    case 'unknown':
      return saved ? words.savedUnknownHeading(closed) : words.unknownHeading(closed);
    case 'clean':
      return saved ? words.savedCleanHeading : words.cleanHeading;
  }
};
