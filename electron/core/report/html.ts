import type { Detection } from '../model/detection.ts';
import type { Evidence } from '../model/evidence.ts';
import { isHazardId } from '../model/hazard.ts';
import type { Report, Surface } from '../model/report.ts';
import { isTableName } from '../model/tables.ts';
import { actionTitle } from '../text/action-title.ts';
import { hazardText, printable, reasonText, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { lastResort, rowDetail, verdictSentence } from '../text/sentences.ts';
import { leftAlone, setAside } from './leftovers-html.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';
import { reportStyle } from './style.ts';

/** The report as one self-contained page: no script, nothing fetched, made to be printed. */
export const reportToHtml = (report: Report, texts: Texts): string => {
  const t = texts.report;
  const title = report.run === undefined ? t.identification : t.title;
  const example = report.host.example === undefined ? '' : texts.example;
  const heading = [title, report.subject?.assetTag ?? report.host.name ?? ''].filter(Boolean).join(' · ');
  return html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${[example, heading].filter(Boolean).join(' · ')}</title>
        <style>
          ${{ html: reportStyle }}
        </style>
      </head>
      <body>
        <main>
          ${example === '' ? none : html`<p class="example">${example}</p>`}
          <h1>${heading}</h1>
          <p>${texts.independent}</p>
          <p class="verdict ${report.verdict}">${verdictSentence(texts, report)}</p>
          ${lastResort(texts, report).map((line) => html`<p>${line}</p> `)} ${computer(report, texts)}
          ${products(report, texts)}
          ${report.unattributed.length === 0 ? none : evidenceTable(t.unattributed, report.unattributed, texts)}
          ${unchecked(report, texts)} ${places(report, texts)} ${hazards(report, texts)}
          ${actions(report, texts)} ${setAside(report, texts)} ${leftAlone(report, texts)}
        </main>
        <footer>
          ${example === '' ? none : html`<p class="example">${example}</p>`}
          <p>${t.digest}: <code>${report.sha256}</code></p>
          <p>${t.digestNote}</p>
        </footer>
      </body>
    </html> `.html;
};

const computer = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const { host, subject, tool } = report;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.name, host.name],
    [t.system, `${host.version} · ${host.arch}`],
    [t.rights, host.elevated ? t.yes : t.no],
    [t.assetTag, subject?.assetTag],
    [t.ticket, subject?.ticket],
    [t.operator, subject?.operator],
    [t.lookedAt, report.takenAt],
    [t.created, report.createdAt],
    [t.tool, `${tool.name} ${tool.version} · ${tool.catalogue}`],
  ];
  return html`<h2>${t.computer}</h2>
    <dl>
      ${rows.map(([name, value]) =>
        value === undefined
          ? none
          : html`<dt>${name}</dt>
              <dd>${printable(value)}</dd> `,
      )}
    </dl>`;
};

/** Of a run both looks: what was there in which version is half of the proof. */
const products = ({ before, detections }: Report, texts: Texts): Html => {
  const t = texts.report;
  const list = (heading: string, found: readonly Detection[]): Html =>
    html`<h2>${heading}</h2>
      ${found.length === 0 ? html`<p>${t.noProducts}</p>` : found.map((each) => product(each, texts))}`;
  return before === undefined
    ? list(t.products, detections)
    : html`${list(t.productsBefore, before.detections)} ${list(t.productsAfter, detections)}`;
};

const product = (detection: Detection, texts: Texts): Html => {
  const t = texts.report;
  const head = [detection.name, detection.version ?? ''].filter(Boolean).join(' ');
  return html`<h3>${printable(head)}</h3>
    <p>
      ${t.statusHeading}: ${texts.status[detection.status]} · ${t.sure}:
      ${texts.confidence[detection.confidence]}
    </p>
    ${evidenceTable(t.evidence, detection.evidence, texts)}`;
};

const evidenceTable = (caption: string, rows: readonly Evidence[], texts: Texts): Html =>
  html`<table>
    <caption>
      ${caption} (${rows.length})
    </caption>
    <tbody>
      ${rows.map(
        (evidence) =>
          html`<tr>
            <th scope="row">${texts.signs[evidence.table]}</th>
            <td><code>${printable(rowDetail(evidence.row))}</code></td>
            <td>${reasonText(texts, evidence.reason)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;

const unchecked = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const required = report.unchecked.some((place) => place.required === true);
  return html`<h2>${t.unchecked}</h2>
    ${required ? none : html`<p>${t.everythingLooked}</p>`}
    ${report.unchecked.map(
      (place) =>
        html`<p class="unknown-row">
          ${printable(texts.couldNotLook(texts.places[place.table], `${texts.unchecked[place.kind]}: ${whyText(texts, place.why)}`, place.source))}${place.required === true ? ` (${t.required})` : ''}
        </p> `,
    )}`;
};

const places = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const before = report.before?.surfaces;
  const head = before === undefined ? [t.signsOf] : [t.before, t.after];
  return html`<h2>${t.places}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.place}</th>
          <th scope="col" class="number">${t.looked}</th>
          ${head.map((h) => html`<th scope="col" class="number">${h}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${report.surfaces.map(
          (now) =>
            html`<tr>
              <th scope="row">${isTableName(now.table) ? texts.places[now.table] : now.table}</th>
              <td class="number">${lookedAt(now, texts)}</td>
              ${
                before === undefined
                  ? none
                  : html`<td class="number">
                      ${signs(
                        before.find((was) => was.table === now.table),
                        texts,
                      )}
                    </td>`
              }
              <td class="number">${signs(now, texts)}</td>
            </tr> `,
        )}
      </tbody>
    </table>`;
};

const lookedAt = (surface: Surface, texts: Texts): string => {
  if (surface.kind === 'ok') return String(surface.looked);
  return surface.kind === 'not-applicable' ? texts.report.notApplicable : texts.report.couldNot;
};

const signs = (surface: Surface | undefined, texts: Texts): string => {
  if (surface === undefined || surface.kind === 'not-applicable') return '–';
  return surface.kind === 'ok' ? String(surface.signs) : texts.report.couldNot;
};

const hazards = (report: Report, texts: Texts): Html => {
  if (report.hazards.length === 0) return none;
  const accepted = report.run?.accepted ?? [];
  return html`<h2>${texts.report.hazards}</h2>
    ${report.hazards.map((hazard) => {
      const words = hazardText(texts, hazard.id);
      const answer =
        isHazardId(hazard.id) && accepted.includes(hazard.id) ? ` · ${texts.report.accepted}` : '';
      return html`<h3>${texts.hazardLevels[hazard.level]}: ${words.title}${answer}</h3>
        <p>${words.why} ${words.whatToDo}</p> `;
    })}`;
};

const actions = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  if (report.plan.actions.length === 0) return none;
  const results = new Map((report.run?.actions ?? []).map((result) => [result.id, result]));
  return html`<h2>${report.run === undefined ? t.planned : t.actions}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.product}</th>
          <th scope="col">${t.outcome}</th>
          <th scope="col" class="number">${t.exitCode}</th>
          <th scope="col">${t.started}</th>
          <th scope="col">${t.ended}</th>
        </tr>
      </thead>
      <tbody>
        ${report.plan.actions.map((action) => {
          const result = results.get(action.id);
          const refusal = action.refusal === undefined ? '' : texts.refusals[action.refusal];
          const whyNot = report.run === undefined ? refusal : texts.noResult;
          return html`<tr>
            <th scope="row">${printable(actionTitle(texts, action))}</th>
            <td>
              ${result === undefined ? whyNot : texts.outcomes[result.outcome]}${
                result?.detail === undefined
                  ? none
                  : html`<br /><code>${printable(whyText(texts, result.detail))}</code>`
              }
            </td>
            <td class="number">${result?.exitCode ?? ''}</td>
            <td>${result?.startedAt ?? ''}</td>
            <td>${result?.endedAt ?? ''}</td>
          </tr> `;
        })}
      </tbody>
    </table>`;
};
