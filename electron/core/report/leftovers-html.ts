import type { Report } from '../model/report.ts';
import { printable, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

/** What was put into the quarantine of the run, and how it comes back. */
export const setAside = ({ run }: Report, texts: Texts): Html => {
  const t = texts.report;
  const done = run?.leftovers?.setAside ?? [];
  if (run === undefined || done.length === 0) return none;
  return html`<h2>${t.setAside}</h2>
    <p>${t.setAsideNote(run.id)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.what}</th>
          <th scope="col" class="number">${t.entries}</th>
        </tr>
      </thead>
      <tbody>
        ${done.map(
          ({ what, entries, gaps }) =>
            html`<tr>
              <th scope="row">
                <code>${printable(what)}</code
                >${(gaps ?? []).map((gap) => html`<br />${texts.copyGaps[gap]}`)}
              </th>
              <td class="number">${entries ?? ''}</td>
            </tr> `,
        )}
      </tbody>
    </table>`;
};

/** What stays where it is, and why. */
export const leftAlone = ({ run }: Report, texts: Texts): Html => {
  const t = texts.report;
  const left = run?.leftovers?.left ?? [];
  if (left.length === 0) return none;
  return html`<h2>${t.leftAlone}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.what}</th>
          <th scope="col">${t.leftAloneWhy}</th>
        </tr>
      </thead>
      <tbody>
        ${left.map(
          ({ what, why, detail }) =>
            html`<tr>
              <th scope="row"><code>${printable(what)}</code></th>
              <td>
                ${texts.leftReasons[why]}${detail === undefined ? '' : ` (${printable(whyText(texts, detail))})`}
              </td>
            </tr> `,
        )}
      </tbody>
    </table>`;
};
