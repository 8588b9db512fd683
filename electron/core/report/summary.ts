import { isHazardId } from '../model/hazard.ts';
import type { LeftBehind } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type { Report } from '../model/report.ts';
import type { Run } from '../model/run.ts';
import { actionTitle } from '../text/action-title.ts';
import { hazardText, printable, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { lastResort, leftoversOf, rowLabel, verdictSentence } from '../text/sentences.ts';

/** Every line of it, whatever it is made of: data can neither end a line nor rule a terminal. */
const shown = (lines: readonly string[]): string => lines.map((line) => `${printable(line)}\n`).join('');

/** How many leftovers a summary names before it only counts. */
const shownLeftovers = 10;

/** The report as plain lines for a terminal or a ticket. Control characters from data are made visible. */
export const reportToText = (report: Report, texts: Texts): string => {
  const t = texts.cli;
  const lines = [...exampleLines(report, texts), verdictSentence(texts, report), ''];
  const heading = [report.host.name, report.host.version, report.takenAt ?? report.createdAt]
    .filter(Boolean)
    .join(' · ');
  lines.push(heading, ...subjectLines(report, texts));
  for (const detection of report.detections)
    lines.push(
      `  ${t.productLine(detection.name, detection.version, texts.status[detection.status], texts.confidence[detection.confidence])} [${detection.productId}]`,
    );
  lines.push(...leftoverLines(report, texts));
  if (report.unchecked.length > 0) {
    lines.push('', t.uncheckedHeading);
    for (const place of report.unchecked)
      lines.push(
        `  ${texts.labelled(`${texts.places[place.table]}${place.source === undefined ? '' : `, ${place.source}`}`, texts.unchecked[place.kind])} (${whyText(texts, place.why)})`,
      );
  }
  lines.push(...runLines(report, texts), ...protectionLines(report, texts));
  const last = lastResort(texts, report);
  if (last.length > 0) lines.push('', ...last);
  return shown(lines);
};

const exampleLines = ({ host }: Report, texts: Texts): string[] =>
  host.example === undefined ? [] : [texts.example, ''];

/** What a person put on the report, so that the ticket says whose it is. */
const subjectLines = ({ subject }: Report, { report: t, labelled }: Texts): string[] =>
  (['assetTag', 'ticket', 'reason', 'operator'] as const).flatMap((field) => {
    const value = subject?.[field];
    return value === undefined || value === '' ? [] : [labelled(t[field], value)];
  });

/** Only where a list of antivirus programs says something: silence is not repeated on every ticket. */
const protectionLines = ({ protection }: Report, { report: t, labelled }: Texts): string[] =>
  protection === undefined || protection.state === 'not-listed'
    ? []
    : ['', labelled(t.protection, t.protectionStates[protection.state])];

const acceptedLines = ({ run }: Report, texts: Texts): string[] =>
  (run?.acceptances ?? []).map(({ hazard, at, operator, account }) => {
    const title = isHazardId(hazard) ? hazardText(texts, hazard).title : hazard;
    const who = [operator, account === undefined ? undefined : texts.report.account(account), at];
    return `  ${texts.labelled(texts.report.accepted, title)} (${who.filter(Boolean).join(', ')})`;
  });

const leftoverLines = (report: Report, texts: Texts): string[] => {
  const leftovers = leftoversOf(report);
  if (leftovers.length === 0) return [];
  const named = leftovers.slice(0, shownLeftovers).map((evidence) => `  ${rowLabel(evidence.row)}`);
  const more = leftovers.length - named.length;
  return ['', texts.cli.leftovers(leftovers.length), ...named, ...(more > 0 ? [`  … +${more}`] : [])];
};

const foundBefore = ({ before }: Report, texts: Texts): string[] =>
  before === undefined
    ? []
    : [
        texts.cli.foundBefore,
        ...before.detections.map(
          ({ name, version }) => `  ${[name, version ?? ''].filter(Boolean).join(' ')}`,
        ),
      ];

const runLines = (report: Report, texts: Texts): string[] => {
  if (report.run === undefined) return [];
  const results = new Map(report.run.actions.map((result) => [result.id, result]));
  const lines = ['', texts.cli.runIs(report.run.id), ...foundBefore(report, texts)];
  for (const action of report.plan.actions) {
    const result = results.get(action.id);
    const code = result?.exitCode === undefined ? '' : ` (${result.exitCode})`;
    const outcome = result === undefined ? texts.noResult : texts.outcomes[result.outcome];
    lines.push(`  ${texts.labelled(actionTitle(texts, action), outcome)}${code}`);
    if (result?.detail !== undefined)
      lines.push(
        ...whyText(texts, result.detail)
          .split('\n')
          .map((line) => `      ${line}`),
      );
  }
  return [...lines, ...acceptedLines(report, texts), ...leftoverResults(report.run, texts)];
};

/** What a quarantine holds, how to have it back, and what stays and why. */
const leftoverResults = ({ id, leftovers }: Run, texts: Texts): string[] => {
  if (leftovers === undefined) return [];
  const t = texts.cli;
  const { setAside, left } = leftovers;
  const lines = setAside.length === 0 ? [] : ['', t.setAside(setAside.length, id)];
  for (const { what, entries, gaps } of setAside) {
    lines.push(`  ${t.setAsideLine(what, entries ?? 1)}`);
    lines.push(...(gaps ?? []).map((gap) => `      ${texts.copyGaps[gap]}`));
  }
  if (left.length > 0) lines.push('', t.leftAlone);
  for (const each of left) lines.push(`  ${leftLabel(texts, each)}`);
  return lines;
};

const leftLabel = (texts: Texts, { what, why, detail }: LeftBehind): string =>
  `${texts.labelled(what, texts.leftReasons[why])}${detail === undefined ? '' : ` (${whyText(texts, detail)})`}`;

/** What would be done, in order, and what has to be thought of first. */
export const planToText = (report: Report, texts: Texts): string => {
  const t = texts.cli;
  const lines = exampleLines(report, texts);
  if (report.hazards.length > 0) lines.push(t.hazardsHeading);
  for (const hazard of report.hazards) {
    const words = hazardText(texts, hazard.id);
    lines.push(`  ${texts.labelled(texts.hazardLevels[hazard.level], words.title)} [${hazard.id}]`);
    lines.push(`      ${words.why} ${words.whatToDo}`);
  }
  const leftovers = report.plan.leftovers ?? [];
  if (report.plan.actions.length > 0) lines.push('', t.planHeading);
  else if (leftovers.length === 0) lines.push('', somethingIsHere(report) ? t.nothingRemovable : t.planEmpty);
  report.plan.actions.forEach((action, at) => {
    const refusal = action.refusal === undefined ? '' : `: ${texts.refusals[action.refusal]}`;
    lines.push(`  ${at + 1}. ${actionTitle(texts, action)} [${action.productId}]${refusal}`);
  });
  if (leftovers.length > 0)
    lines.push(
      '',
      report.plan.actions.length > 0 ? t.leftoverPlan : t.leftoverPlanAlone,
      ...leftovers.map((item) => `  ${whatOf(item)}`),
    );
  const { blockedBy } = report.plan;
  if (blockedBy.length > 0) {
    const blocking = report.hazards.filter((hazard) => blockedBy.includes(hazard.id));
    lines.push('', t.blocked(blocking.map((hazard) => hazardText(texts, hazard.id).title).join('; ')));
    const answerable = blocking.filter((hazard) => hazard.level === 'confirm');
    if (answerable.length === blocking.length)
      lines.push(t.acceptHint(answerable.map((hazard) => `--accept ${hazard.id}`).join(' ')));
  }
  return shown(lines);
};

/** An empty plan on a computer with a server, or on one that could not be looked at, is not "nothing to remove". */
const somethingIsHere = (report: Report): boolean =>
  report.verdict === 'found' || report.verdict === 'unknown';
