import type { FleetMap } from '../model/map.ts';
import { computerStates, coverages } from '../model/map.ts';
import { printable } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { settleLines, skippedLine } from '../text/map-lines.ts';
import { clockParts, phaseDue, phaseName, phaseParts } from '../text/phase-text.ts';

/** How many of a kind are named before they are only counted. */
const shown = 10;

/** The map as plain lines for a terminal. Control characters from data are made visible. */
export const mapToText = (map: FleetMap, texts: Texts): string => {
  const t = texts.map;
  const { source, totals, skipped } = map;
  const aside = t.aside(source.copies, source.superseded, skipped.total);
  const lines = [
    t.readFrom(source.reports, totals.computers),
    ...(aside === '' ? [] : [aside]),
    t.neverClean,
    '',
    `${t.state}:`,
    ...computerStates.flatMap((state) => countLine(t.states[state], totals.states[state])),
    '',
    `${t.coverageHeading}:`,
    ...coverages.flatMap((each) => countLine(t.coverage[each], totals.coverage[each])),
    ...clockLines(map, texts),
    ...productLines(map, texts),
    ...siteLines(map, texts),
    ...toSettle(map, texts),
    ...skippedLines(map, texts),
  ];
  return `${lines.map(printable).join('\n')}\n`;
};

const countLine = (name: string, n: number): string[] => (n === 0 ? [] : [`  ${name}: ${n}`]);

const some = (lines: readonly string[], texts: Texts, all = lines.length): string[] => [
  ...lines.slice(0, shown).map((line) => `  ${line}`),
  ...(all > shown ? [`  ${texts.map.more(all - shown)}`] : []),
];

const clockLines = ({ directive }: FleetMap, texts: Texts): string[] => {
  if (directive === undefined) return [];
  return [
    '',
    `${clockParts(texts, directive).join('. ')}:`,
    ...directive.phases.map(
      (phase) =>
        `  ${phaseName(texts, phase)} · ${phaseDue(texts, phase)} · ${phaseParts(texts, phase).join(' · ')}`,
    ),
  ];
};

const productLines = ({ products }: FleetMap, texts: Texts): string[] => {
  const t = texts.map;
  if (products.length === 0) return [];
  return [
    '',
    `${t.products}:`,
    ...products.map(
      ({ productId, name, version, present, removed, leftovers, other }) =>
        `  ${[name, version ?? ''].filter(Boolean).join(' ')} [${productId}]: ${t.productLine(present, removed, leftovers, other)}`,
    ),
  ];
};

const siteLines = ({ sites }: FleetMap, texts: Texts): string[] => {
  const t = texts.map;
  if (sites.length < 2) return [];
  return [
    '',
    `${t.bySite}:`,
    ...sites.map(({ site, computers, states }) => {
      const parts = computerStates.flatMap((state) =>
        states[state] === 0 ? [] : [t.form.stateLine(t.states[state], states[state])],
      );
      return `  ${site === '' ? t.noSite : site}: ${t.computers(computers)} (${parts.join(', ')})`;
    }),
  ];
};

const toSettle = (map: FleetMap, texts: Texts): string[] => {
  const lines = settleLines(map, texts);
  return lines.length === 0 ? [] : ['', `${texts.map.toSettle}:`, ...some(lines, texts)];
};

const skippedLines = ({ skipped }: FleetMap, texts: Texts): string[] => {
  const t = texts.map;
  if (skipped.total === 0) return [];
  const lines = skipped.files.map((file) => skippedLine(file, texts));
  return ['', `${t.skippedHeading}:`, ...some(lines, texts, skipped.total)];
};
