import type { FleetMap } from '../model/map.ts';
import { computerStates } from '../model/map.ts';
import { csvLine } from '../report/csv-line.ts';
import { html, none } from '../report/markup.ts';
import type { Html } from '../report/markup.ts';
import { printable } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { column, pageEnd, pageHead, table } from './page.ts';
import { phaseName, phaseParts } from '../text/phase-text.ts';

/** One field of a directive's report: what the map knows about it, and whether a person has to add to it. */
interface FormField {
  readonly id: keyof Texts['map']['form']['fields'];
  readonly known: readonly string[];
  readonly open: boolean;
}

/**
 * The fields that a plan and a status report ask for, after BOD 17-01 as it is generally known. What a map knows is
 * filled in; nothing is made up for the rest.
 */
const fieldsOf = (map: FleetMap, texts: Texts): readonly FormField[] => {
  const t = texts.map.form;
  const { states, coverage } = map.totals;
  const titleOf = ({ name, version }: FleetMap['products'][number]): string =>
    [name, version ?? ''].filter(Boolean).join(' ');
  const left = coverage.unusable + coverage.missing;
  const byPerson = (id: FormField['id']): FormField => ({ id, known: [], open: true });
  const clock = map.directive?.phases ?? [];
  const fromMap = (id: FormField['id'], known: readonly string[], open = false): FormField => ({
    id,
    known,
    open,
  });
  return [
    byPerson('organisation'),
    byPerson('contact'),
    fromMap('products', map.products.length === 0 ? [texts.map.nothingFound] : map.products.map(titleOf)),
    fromMap(
      'endpoints',
      map.products.map(
        (each) =>
          `${titleOf(each)}: ${t.endpointsOf(each.present + each.removed)} (${texts.map.productLine(each.present, each.removed, each.leftovers, each.other)})`,
      ),
    ),
    fromMap(
      'methods',
      [t.methodsText(`${map.tool.name} ${map.tool.version}`, coverage.looked, coverage.partly, left)],
      true,
    ),
    fromMap(
      'components',
      map.sites.map(
        ({ site, computers }) => `${site === '' ? texts.map.noSite : site}: ${t.endpointsOf(computers)}`,
      ),
      true,
    ),
    byPerson('mission'),
    byPerson('contracts'),
    fromMap(
      'timeline',
      clock.map((phase) =>
        t.phaseLine(phaseName(texts, phase), phase.due, phaseParts(texts, phase).join(' · ')),
      ),
      true,
    ),
    byPerson('controls'),
    byPerson('replacement'),
    byPerson('replacementTimeline'),
    fromMap('difficulties', difficulties(map, texts), true),
    byPerson('costs'),
    fromMap(
      'progress',
      computerStates.map((state) => t.stateLine(texts.map.states[state], states[state])),
    ),
  ];
};

const difficulties = (map: FleetMap, texts: Texts): readonly string[] => {
  const t = texts.map.form;
  const { states } = map.totals;
  const unjudged = states.unknown + states.missing;
  const stuck = states['in-work'] + states['restart-needed'];
  const returned = map.computers.filter(({ marks }) => marks.includes('returned')).length;
  const servers = new Set(
    map.computers.flatMap(({ products }) =>
      products.filter(({ status }) => status === 'report-only').map(({ name }) => name),
    ),
  );
  return [
    ...(unjudged === 0 ? [] : [t.difficultyUnknown(unjudged)]),
    ...(stuck === 0 ? [] : [t.difficultyStuck(stuck)]),
    ...(servers.size === 0 ? [] : [t.difficultyServers([...servers].toSorted().join(', '))]),
    ...(returned === 0 ? [] : [t.difficultyReturned(returned)]),
  ];
};

/** The form as a page whose open fields can be typed into: a browser saves it with what was typed, without a script. */
export const formToHtml = (map: FleetMap, texts: Texts): string => {
  const t = texts.map.form;
  const title = map.directive === undefined ? t.title : `${t.title} · ${map.directive.name}`;
  const row = ({ id, known, open }: FormField): Html =>
    html`<tr>
      <th scope="row">${t.fields[id]}</th>
      <td>
        ${known.map((line) => html`<div>${printable(line)}</div>`)}
        ${
          open
            ? html`<div
                class="open"
                role="textbox"
                aria-multiline="true"
                aria-label="${`${t.fields[id]}: ${t.open}`}"
                contenteditable="true"
              ></div>`
            : none
        }
      </td>
    </tr> `;
  return [
    pageHead(texts, printable(title)).html,
    html`<p class="unknown-row">${t.check}</p>
      <p>${t.asOf(map.createdAt)}</p>
      ${table(t.title, [column(t.field), column(t.filled)], fieldsOf(map, texts).map(row))}`.html,
    pageEnd.html,
  ].join('');
};

/** The form as a table: field, content, and whose it is to fill in. RFC 4180, with a header. */
export const formToCsv = (map: FleetMap, texts: Texts): string => {
  const t = texts.map.form;
  const lines = fieldsOf(map, texts).flatMap(({ id, known, open }) => [
    ...known.map((line) => [t.fields[id], line, t.byMap]),
    ...(open ? [[t.fields[id], '', t.byPerson]] : []),
  ]);
  return [[t.field, t.filled, t.from], [t.asOf(map.createdAt), t.check, ''], ...lines].map(csvLine).join('');
};
