import type { Detection } from '../model/detection.ts';
import type { Report, Surface } from '../model/report.ts';
import { isTableName } from '../model/tables.ts';
import { printable, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { evidenceTable, section, table } from './html-parts.ts';
import type { Cell } from './html-parts.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

/** Of a run both looks: what was there in which version is half of the proof. */
export const products = ({ before, detections, unattributed }: Report, texts: Texts): Html => {
  const t = texts.report;
  const list = (found: readonly Detection[], loose: Report['unattributed']): Html =>
    html`${found.length === 0 ? html`<p>${t.noProducts}</p>` : found.map((each) => product(each, texts))}
    ${
      loose.length === 0
        ? none
        : html`<h3>${t.unattributed}</h3>
            ${evidenceTable(t.evidence, loose, texts)}`
    }`;
  return before === undefined
    ? section('products', t.products, list(detections, unattributed))
    : html`${section('before', t.productsBefore, list(before.detections, before.unattributed))}
      ${section('after', t.productsAfter, list(detections, unattributed))}`;
};

const product = (detection: Detection, texts: Texts): Html => {
  const t = texts.report;
  const head = [detection.name, detection.version ?? ''].filter(Boolean).join(' ');
  return html`<article>
    <h3>${printable(head)}</h3>
    <p>
      ${t.statusHeading}: <strong>${texts.status[detection.status]}</strong> · ${t.sure}:
      <strong>${texts.confidence[detection.confidence]}</strong>
    </p>
    ${evidenceTable(t.evidence, detection.evidence, texts)}
  </article>`;
};

/** Everything that stayed closed; what the verdict rests on comes first. */
export const unchecked = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const rank = ({ required }: Report['unchecked'][number]): number => (required === true ? 0 : 1);
  const places = report.unchecked.toSorted((one, other) => rank(one) - rank(other));
  return section('unchecked', t.unchecked, [
    places.some(({ required }) => required === true) ? none : html`<p>${t.everythingLooked}</p>`,
    places.length === 0
      ? none
      : html`<ul class="closed">
          ${places.map(
            (place) =>
              html`<li${place.required === true ? { html: ' class="required"' } : none}>
                ${printable(texts.couldNotLook(texts.places[place.table], texts.labelled(texts.unchecked[place.kind], whyText(texts, place.why)), place.source))}${place.required === true ? html` <strong>(${t.required})</strong>` : ''}
              </li> `,
          )}
        </ul>`,
  ]);
};

export const places = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const before = report.before?.surfaces;
  const signsHead = before === undefined ? [t.signsOf] : [t.signsBefore, t.signsAfter];
  const head: readonly Cell[] = [
    { text: t.place },
    ...[t.looked, ...signsHead].map((text) => ({ text, isNumber: true })),
  ];
  const rows = report.surfaces.map((now): readonly Cell[] => [
    { text: isTableName(now.table) ? texts.places[now.table] : printable(now.table) },
    { text: lookedAt(now, texts), isNumber: true },
    ...(before === undefined
      ? []
      : [
          {
            text: signs(
              before.find((was) => was.table === now.table),
              texts,
            ),
            isNumber: true,
          },
        ]),
    { text: signs(now, texts), isNumber: true },
  ]);
  return section('places', t.places, table(t.places, head, rows));
};

const lookedAt = ({ kind, looked, gaps }: Surface, texts: Texts): string => {
  const t = texts.report;
  if (kind !== 'ok') return kind === 'not-applicable' ? t.notApplicable : t.couldNot;
  const number = texts.window.number(looked);
  return gaps === 0 ? number : t.withGaps(number, gaps);
};

const signs = (surface: Surface | undefined, texts: Texts): string => {
  if (surface === undefined || surface.kind === 'not-applicable') return '–';
  return surface.kind === 'ok' ? texts.window.number(surface.signs) : texts.report.couldNot;
};
