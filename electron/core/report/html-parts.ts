import type { Evidence } from '../model/evidence.ts';
import { printable, reasonText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { rowDetail } from '../text/sentences.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

type Content = Parameters<typeof html>[1];

/** A moment as people of every country read it, to the second and always in UTC; what is no moment stands as it is. */
export const moment = (at: string | undefined): Html => {
  if (at === undefined) return none;
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(at) ?? [];
  if (date === undefined || time === undefined) return html`${printable(at)}`;
  return html`<time datetime="${at}">${date} ${time}<span class="zone"> UTC</span></time>`;
};

/** Words from the computer, to the letter. */
export const exact = (text: string): Html => html`<code>${printable(text)}</code>`;

export interface Cell {
  readonly text: Content;
  readonly isNumber?: boolean;
}

/** The first cell of a row is its head. `caption` names the table for who cannot see what stands above it. */
export const table = (
  caption: string,
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  look: 'shown' | 'spoken' = 'spoken',
): Html =>
  html`<table${look === 'shown' ? { html: ' class="evidence"' } : none}>
    <caption class="${look}">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col" ${numberClass(cell)}>${cell.text}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first?.text ?? none}</th>
            ${rest.map((cell) => html`<td${numberClass(cell)}>${cell.text}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`;

const numberClass = ({ isNumber }: Cell): Html => (isNumber === true ? { html: ' class="number"' } : none);

export const section = (name: string, heading: string, content: Content): Html =>
  html`<section aria-labelledby="${name}">
    <h2 id="${name}">${heading}</h2>
    ${content}
  </section>`;

export const evidenceTable = (caption: string, rows: readonly Evidence[], texts: Texts): Html => {
  const words = texts.window.evidence;
  return table(
    `${caption} (${texts.window.number(rows.length)})`,
    [{ text: words.sign }, { text: words.saw }, { text: words.why }],
    rows.map(({ table: name, row, reason }) => [
      { text: texts.signs[name] },
      { text: exact(rowDetail(row)) },
      { text: reasonText(texts, reason) },
    ]),
    'shown',
  );
};
