import type { Report } from '../model/report.ts';
import { printable } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { leftoversOf, workingProducts } from '../text/sentences.ts';
import { exact, moment, section } from './html-parts.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

/** What the look of a verdict says besides its words; never the only sign of it. */
const marks: Readonly<Record<Report['verdict'], string>> = {
  found: '!',
  leftovers: '!',
  unknown: '?',
  clean: '✓',
  removed: '✓',
  'restart-needed': '↻',
  incomplete: '✕',
};

/** The one sentence that counts, and what has to be known beside it. */
export const verdictBox = (report: Report, sentence: string, more: readonly string[]): Html =>
  html`<div class="verdict ${report.verdict}">
    <span class="mark" aria-hidden="true">${marks[report.verdict]}</span>
    <div>
      <p class="sentence">${printable(sentence)}</p>
      ${more.map((line) => html`<p>${line}</p> `)}
    </div>
  </div>`;

/** A few figures that can be read at a glance. */
export const glance = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const number = texts.window.number;
  const applicable = report.surfaces.filter(({ kind }) => kind !== 'not-applicable');
  const looked = applicable.filter(({ kind, gaps }) => kind === 'ok' && gaps === 0);
  const now = number(workingProducts(report).length);
  const before = report.before?.detections.filter(({ status }) => status !== 'leftovers').length;
  const { protection } = report;
  const figures: readonly (readonly [string, string])[] = [
    [t.productsHere, before === undefined ? now : t.fromTo(number(before), now)],
    [t.leftoversHere, number(leftoversOf(report).length)],
    [t.placesLooked, t.someOf(number(looked.length), number(applicable.length))],
    ...(protection === undefined || protection.state === 'not-listed'
      ? []
      : ([[t.otherAntivirus, t.protectionShort[protection.state]]] as const)),
  ];
  return html`<dl class="glance" aria-label="${t.glance}">
    ${figures.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
};

/** Which computer it is about, for whom, and how it came to be. */
export const about = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const { host, subject, tool, run } = report;
  const rows: readonly (readonly [string, string | Html | undefined])[] = [
    [t.assetTag, subject?.assetTag],
    [t.ticket, subject?.ticket],
    [t.reason, subject?.reason],
    [t.operator, subject?.operator],
    [t.name, host.name],
    [t.system, `${host.version} · ${host.arch}`],
    [t.machine, host.machine === undefined ? undefined : exact(host.machine)],
    [t.rights, host.elevated ? t.yes : t.no],
    [t.run, run === undefined ? undefined : exact(run.id)],
    [t.lookedBefore, report.before === undefined ? undefined : moment(report.before.takenAt)],
    [t.lookedAt, report.takenAt === undefined ? undefined : moment(report.takenAt)],
    [t.created, moment(report.createdAt)],
    [t.tool, `${tool.name} ${tool.version} · ${tool.catalogue}`],
  ];
  const list = html`<dl class="facts">
    ${rows.map(([name, value]) =>
      value === undefined || value === ''
        ? none
        : html`<div>
            <dt>${name}</dt>
            <dd>${typeof value === 'string' ? printable(value) : value}</dd>
          </div> `,
    )}
  </dl>`;
  return section('about', t.computer, [
    list,
    html`<p class="note">${report.redacted === true ? t.redactedNote : t.rawNote}</p>`,
  ]);
};
