import type { Computer, FleetMap } from '../model/map.ts';
import { computerStates, coverages } from '../model/map.ts';
import { html, none } from '../report/markup.ts';
import type { Html } from '../report/markup.ts';
import { printable } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { settleLines } from '../text/map-lines.ts';
import { column, pageEnd, pageHead, table } from './page.ts';
import { clockParts, phaseDue, phaseName, phaseParts } from '../text/phase-text.ts';

/** The map as one self-contained page, in pieces, so that a very large one is never one text in memory. */
export function* mapToHtml(map: FleetMap, texts: Texts): Generator<string> {
  yield pageHead(texts, texts.map.title).html;
  yield html`${summary(map, texts)} ${clock(map, texts)} ${totals(map, texts)} ${sites(map, texts)}
  ${products(map, texts)} ${settleList(map, texts)}`.html;
  yield* computers(map, texts);
  yield skippedFiles(map, texts).html;
  yield pageEnd.html;
}

const summary = ({ source, totals: all, skipped, createdAt, tool }: FleetMap, texts: Texts): Html => {
  const t = texts.map;
  const aside = t.aside(source.copies, source.superseded, skipped.total);
  return html`<p class="lead">
      ${t.readFrom(source.reports, all.computers)}${aside === '' ? '' : ` · ${aside}`}
    </p>
    <p class="unknown-row">${t.neverClean}</p>
    <dl>
      <dt>${t.folder}</dt>
      <dd>${printable(source.folder)}</dd>
      <dt>${t.made}</dt>
      <dd>${createdAt} · ${tool.name} ${tool.version}</dd>
    </dl>`;
};

const clock = ({ directive }: FleetMap, texts: Texts): Html => {
  if (directive === undefined) return none;
  const t = texts.map;
  return html`<h2>${t.deadlines}</h2>
    <p>${printable(clockParts(texts, directive).join('. '))}.</p>
    <ul class="clock">
      ${directive.phases.map(
        (phase) =>
          html`<li class="${phase.state}">
            <strong>${printable(phaseName(texts, phase))}</strong>
            ${phaseDue(texts, phase)}<br />
            ${phaseParts(texts, phase).join(' · ')}
          </li> `,
      )}
    </ul>`;
};

const totals = ({ totals: all }: FleetMap, texts: Texts): Html => {
  const t = texts.map;
  const row = (name: Html, n: number): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${n}</td>
    </tr> `;
  const heads = (name: string): Html[] => [column(name), column(t.columns, 'number')];
  return html`<h2>${t.computers(all.computers)}</h2>
    ${table(
      t.state,
      heads(t.state),
      computerStates.map((state) =>
        row(html`<span class="key ${state}"></span>${t.states[state]}`, all.states[state]),
      ),
    )}
    ${table(
      t.coverageHeading,
      heads(t.coverageHeading),
      coverages.map((each) => row(html`${t.coverage[each]}`, all.coverage[each])),
    )}`;
};

const sites = ({ sites: some }: FleetMap, texts: Texts): Html => {
  const t = texts.map;
  const most = some.reduce((sum, { computers: n }) => Math.max(sum, n), 1);
  return html`<h2>${t.bySite}</h2>
    ${table(
      t.bySite,
      [
        column(t.site),
        html`<td></td>`,
        ...computerStates.map((state) => column(t.states[state], 'number')),
        column(t.all, 'number'),
      ],
      some.map(
        ({ site, computers: all, states }) =>
          html`<tr>
            <th scope="row">${site === '' ? t.noSite : printable(site)}</th>
            <td>
              <div class="bar" aria-hidden="true">
                ${computerStates.map((state) =>
                  states[state] === 0
                    ? none
                    : html`<i
                        class="${state}"
                        style="width:${((100 * states[state]) / most).toFixed(1)}%"
                      ></i>`,
                )}
              </div>
            </td>
            ${computerStates.map((state) => html`<td class="number">${states[state]}</td>`)}
            <td class="number"><strong>${all}</strong></td>
          </tr> `,
      ),
    )}`;
};

const products = ({ products: some }: FleetMap, texts: Texts): Html => {
  const t = texts.map;
  if (some.length === 0)
    return html`<h2>${t.products}</h2>
      <p>${t.nothingFound}</p>`;
  return html`<h2>${t.products}</h2>
    <p>${t.productsNote}</p>
    ${table(
      t.products,
      [
        column(t.product),
        column(t.version),
        column(t.states.present, 'number'),
        column(t.states.removed, 'number'),
        column(t.states.leftovers, 'number'),
        column(t.other, 'number'),
      ],
      some.map(
        (each) =>
          html`<tr>
            <th scope="row">${printable(each.name)}</th>
            <td>${printable(each.version ?? '')}</td>
            <td class="number">${each.present}</td>
            <td class="number">${each.removed}</td>
            <td class="number">${each.leftovers}</td>
            <td class="number">${each.other}</td>
          </tr> `,
      ),
    )}`;
};

const settleList = (map: FleetMap, texts: Texts): Html => {
  const lines = settleLines(map, texts);
  if (lines.length === 0) return none;
  return html`<h2>${texts.map.toSettle}</h2>
    <ul>
      ${lines.map((line) => html`<li>${printable(line)}</li> `)}
    </ul>`;
};

function* computers({ computers: all }: FleetMap, texts: Texts): Generator<string> {
  const t = texts.map;
  const heads = [
    t.computer,
    t.site,
    t.system,
    t.state,
    t.coverageHeading,
    t.lookedAt,
    t.product,
    t.marksHeading,
  ];
  yield html`<h2>${t.columns}</h2>
    <div class="wide" role="region" aria-label="${t.columns}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => column(head))}
          </tr>
        </thead>
        <tbody></tbody>
      </table>
    </div>`.html.replace(/<\/tbody>$/, '');
  for (const computer of all) yield computerRow(computer, texts).html;
  yield '</tbody></table></div>';
}

const computerRow = (computer: Computer, texts: Texts): Html => {
  const t = texts.map;
  const found = computer.products.map(({ name, version, status }) => {
    const how = status === 'removed' ? t.states.removed : texts.status[status];
    return html`<div>${printable([name, version ?? ''].filter(Boolean).join(' '))} · ${how}</div>`;
  });
  const label = [computer.label, computer.name === computer.label ? '' : (computer.name ?? '')];
  return html`<tr>
    <th scope="row">${printable(label.filter(Boolean).join(' · '))}</th>
    <td>${printable(computer.site)}</td>
    <td>${printable(computer.system ?? '')}</td>
    <td><span class="key ${computer.state}"></span>${t.states[computer.state]}</td>
    <td>${t.coverage[computer.coverage]}</td>
    <td>${computer.lookedAt ?? ''}</td>
    <td>${found}</td>
    <td>${computer.marks.map((mark) => html`<div>${t.marks[mark]}</div>`)}</td>
  </tr> `;
};

const skippedFiles = ({ skipped }: FleetMap, texts: Texts): Html => {
  const t = texts.map;
  if (skipped.total === 0) return none;
  const rest = skipped.total - skipped.files.length;
  return html`<h2>${t.skippedHeading}</h2>
    ${table(
      t.skippedHeading,
      [column(t.file), column(t.why)],
      skipped.files.map(
        ({ file, why, detail }) =>
          html`<tr>
            <th scope="row"><code>${printable(file)}</code></th>
            <td>${printable(`${t.skipped[why]}${detail === undefined ? '' : ` (${detail})`}`)}</td>
          </tr> `,
      ),
    )}
    ${rest === 0 ? none : html`<p>${t.more(rest)}</p>`}`;
};
