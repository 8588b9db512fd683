import type { Detection } from '../../electron/core/model/detection.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { Expected, LabelledHost } from './host.ts';

/** Holds a report against a label. */

export interface Tally {
  expected: number;
  found: number;
  missed: number;
  /** Named here although it is not there. */
  wrong: number;
}

export interface Judgement {
  readonly table: Map<string, Tally>;
  readonly disagreements: string[];
  hosts: number;
  expected: number;
  found: number;
  named: number;
  identical: number;
  verdicts: number;
}

export const emptyJudgement = (): Judgement => ({
  table: new Map(),
  disagreements: [],
  hosts: 0,
  expected: 0,
  found: 0,
  named: 0,
  identical: 0,
  verdicts: 0,
});

const tallyOf = (judgement: Judgement, id: string): Tally => {
  const tally = judgement.table.get(id) ?? { expected: 0, found: 0, missed: 0, wrong: 0 };
  judgement.table.set(id, tally);
  return tally;
};

const isId = (wanted: Expected, detection: Detection): boolean =>
  detection.productId === wanted.productId || (wanted.orId ?? []).includes(detection.productId);
const isVersion = (wanted: Expected, detection: Detection): boolean =>
  wanted.version === undefined || wanted.version === detection.version;

export const weigh = (judgement: Judgement, host: LabelledHost, report: Report): void => {
  const say = (text: string): void => void judgement.disagreements.push(`${host.name}: ${text}`);
  judgement.hosts += 1;
  if ([host.label.verdict, host.label.orVerdict].includes(report.verdict)) judgement.verdicts += 1;
  else say(`verdict ${report.verdict}, expected ${host.label.verdict}`);

  const left = [...report.detections];
  for (const wanted of host.label.products) {
    const tally = tallyOf(judgement, wanted.productId);
    judgement.expected += 1;
    tally.expected += 1;
    const exact = left.findIndex((detection) => isId(wanted, detection) && isVersion(wanted, detection));
    const at = exact === -1 ? left.findIndex((detection) => isId(wanted, detection)) : exact;
    const detection = at === -1 ? undefined : left.splice(at, 1)[0];
    if (detection === undefined) {
      tally.missed += 1;
      say(`${wanted.productId} ${wanted.version ?? ''} missed`);
      continue;
    }
    judgement.found += 1;
    judgement.named += 1;
    tally.found += 1;
    if (isVersion(wanted, detection) && detection.status === wanted.status) judgement.identical += 1;
    else
      say(
        `${wanted.productId} is ${detection.status} ${detection.version ?? '-'}, expected ${wanted.status} ${wanted.version ?? '-'}`,
      );
  }
  for (const extra of left) {
    if (host.label.may.includes(extra.productId)) continue;
    judgement.named += 1;
    tallyOf(judgement, extra.productId).wrong += 1;
    const why = extra.evidence.map((piece) => `${piece.reason} ${JSON.stringify(piece.row).slice(0, 140)}`);
    say(
      `${extra.productId} ${extra.version ?? ''} (${extra.status}) is not there; by ${why.slice(0, 2).join(' | ')}`,
    );
  }
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const scores = (judgement: Judgement) => ({
  recall: share(judgement.found, judgement.expected),
  precision: share(judgement.found, judgement.named),
  identity: share(judgement.identical, judgement.expected),
  verdict: share(judgement.verdicts, judgement.hosts),
});

export const printed = (judgement: Judgement): string => {
  const rows = [...judgement.table].toSorted(([a], [b]) => a.localeCompare(b));
  const line = (name: string, ...numbers: (string | number)[]): string =>
    name.padEnd(34) + numbers.map((number) => String(number).padStart(10)).join('');
  const percent = Object.entries(scores(judgement)).map(
    ([name, value]) => `${name} ${(100 * value).toFixed(2)} %`,
  );
  return [
    line('product', 'expected', 'found', 'missed', 'wrong'),
    ...rows.map(([id, tally]) => line(id, tally.expected, tally.found, tally.missed, tally.wrong)),
    `${judgement.hosts} hosts, ${judgement.expected} products; ${percent.join(', ')}`,
    ...judgement.disagreements.map((text) => `  - ${text}`),
  ].join('\n');
};
