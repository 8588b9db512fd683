import type { Report } from '../model/report.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Texts } from './en.ts';

/** Products that still work on the computer that a report speaks of. */
export const workingProducts = (report: Report): Report['detections'] =>
  report.detections.filter((detection) => detection.status !== 'leftovers');

/** Everything of Kaspersky that is there without a working product: traces to the last file. */
export const leftoversOf = (report: Report): readonly Evidence[] => [
  ...report.detections
    .filter((detection) => detection.status === 'leftovers')
    .flatMap((detection) => detection.evidence),
  ...report.unattributed,
];

/** The verdict in one sentence. It never says more than the report shows. */
export const verdictSentence = (texts: Texts, report: Report): string => {
  if (report.verdict !== 'removed') return texts.verdict[report.verdict];
  const staying = workingProducts(report);
  if (staying.length > 0)
    return texts.removedButStaying(staying.map((detection) => detection.name).join(', '));
  const leftovers = leftoversOf(report).length;
  return leftovers === 0
    ? texts.verdict.removed
    : `${texts.verdict.removed} ${texts.leftoversRemain(leftovers)}`;
};

/** Ends after which a second try by the same way is no longer the first advice. */
const wayExhausted: readonly string[] = ['failed', 'still-there', 'source-missing'];

/**
 * The vendor's own removal tool, for what its uninstaller left standing on Windows: by hand, and only then. It asks a
 * person to prove that he is one, so nothing here starts it.
 */
export const lastResort = (texts: Texts, report: Report): readonly string[] => {
  if (report.host.os !== 'windows' || report.verdict !== 'incomplete') return [];
  const working = new Set(workingProducts(report).map(({ productId }) => productId));
  const exhausted = (report.run?.actions ?? []).some(({ id, outcome }) => {
    const action = report.plan.actions.find((planned) => planned.id === id);
    return action !== undefined && working.has(action.productId) && wayExhausted.includes(outcome);
  });
  return exhausted ? texts.lastResort : [];
};

/** What a row is, in the fewest exact characters: its path, its name, or its columns. */
export const rowLabel = (row: Readonly<Record<string, unknown>>): string => {
  for (const column of ['path', 'name', 'displayName', 'label', 'bundleId', 'subject', 'id', 'volume'])
    if (typeof row[column] === 'string' && row[column] !== '') return row[column];
  return JSON.stringify(row);
};

/** The label with what else tells rows apart: version, state, process number. */
export const rowDetail = (row: Readonly<Record<string, unknown>>): string => {
  const extra = ['version', 'state', 'pid', 'manager']
    .filter((column) => row[column] !== undefined && row[column] !== '')
    .map((column) => (column === 'pid' ? `pid ${String(row[column])}` : String(row[column])));
  return [rowLabel(row), ...extra].join(' · ');
};
