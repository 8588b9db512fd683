import { isHazardId } from '../model/hazard.ts';
import type { Action } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { ActionResult } from '../model/run.ts';
import { actionTitle } from '../text/action-title.ts';
import { hazardText, printable, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { exact, moment, section, table } from './html-parts.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

/** What stood in the way, why, and who answered for it. */
export const hazards = (report: Report, texts: Texts): Html => {
  if (report.hazards.length === 0) return none;
  return section(
    'hazards',
    texts.report.hazards,
    report.hazards.map((hazard) => {
      const words = hazardText(texts, hazard.id);
      return html`<article>
        <h3><span class="level ${hazard.level}">${texts.hazardLevels[hazard.level]}</span> ${words.title}</h3>
        <p>
          ${hazard.state === 'could-not-check' ? `${texts.couldNotCheck} ` : ''}${words.why} ${words.whatToDo}
        </p>
        ${answer(report, hazard.id, texts)}
      </article> `;
    }),
  );
};

const answer = ({ run }: Report, id: string, texts: Texts): Html => {
  const t = texts.report;
  if (run === undefined || !isHazardId(id) || !run.accepted.includes(id)) return none;
  const known = run.acceptances?.find(({ hazard }) => hazard === id);
  const who = [known?.operator, known?.account === undefined ? undefined : t.account(known.account)]
    .filter((part) => part !== undefined)
    .join(', ');
  return html`<p class="accepted">
    <strong>${t.accepted}</strong
    >${who === '' ? '' : ` · ${printable(who)}`}${known === undefined ? none : html` · ${moment(known.at)}`}
  </p>`;
};

/** The exact thing that an action takes away, where its title does not name it. */
const targetOf = (action: Action): string | undefined => {
  switch (action.kind) {
    case 'run-msi':
      return action.productCode;
    case 'run-uninstaller':
      return action.entry;
    case 'run-vendor-script':
      return action.path;
    case 'remove-package':
    case 'guided':
      return undefined;
  }
};

export const actions = (report: Report, texts: Texts): Html => {
  const t = texts.report;
  const { run, plan } = report;
  if (plan.actions.length === 0) return none;
  const heading = run === undefined ? t.planned : t.actions;
  const product = (action: Action): Html => {
    const target = targetOf(action);
    return html`${printable(actionTitle(texts, action))}${target === undefined ? none : html`<br />${exact(target)}`}`;
  };
  const content =
    run === undefined
      ? table(
          heading,
          [{ text: t.product }, { text: t.outcome }],
          plan.actions.map((action) => [
            { text: product(action) },
            { text: action.refusal === undefined ? t.toBeRemoved : texts.refusals[action.refusal] },
          ]),
        )
      : table(
          heading,
          [{ text: t.product }, { text: t.outcome }, { text: t.exitCode, isNumber: true }, { text: t.time }],
          plan.actions.map((action) => {
            const result = run.actions.find(({ id }) => id === action.id);
            return [
              { text: product(action) },
              { text: outcome(result, texts) },
              { text: result?.exitCode ?? '–', isNumber: true },
              {
                text:
                  result === undefined
                    ? '–'
                    : html`${moment(result.startedAt)}<br />${moment(result.endedAt)}`,
              },
            ];
          }),
        );
  const undo = plan.actions.some((action) => action.kind === 'remove-package' && action.undo !== undefined);
  return section('actions', heading, [
    content,
    undo ? html`<p class="note">${t.undoOf(texts.packageUndo)}</p>` : none,
  ]);
};

const outcome = (result: ActionResult | undefined, texts: Texts): Html =>
  result === undefined
    ? html`${texts.noResult}`
    : html`${texts.outcomes[result.outcome]}${result.detail === undefined ? none : html`<br />${exact(whyText(texts, result.detail))}`}`;

/** Whether another antivirus watches over the computer now. */
export const protection = ({ protection: told }: Report, texts: Texts): Html => {
  const t = texts.report;
  if (told === undefined) return none;
  return section('protection', t.protection, [
    html`<p>${t.protectionStates[told.state]}</p>`,
    told.others.length === 0
      ? none
      : table(
          t.protection,
          [{ text: t.antivirus }, { text: t.statusHeading }],
          told.others.map(({ name, state }) => [
            { text: printable(name) },
            { text: printable(state === undefined ? '–' : (antivirusState(texts, state) ?? state)) },
          ]),
        ),
  ]);
};

const antivirusState = (texts: Texts, state: string): string | undefined =>
  (texts.report.antivirusStates as Readonly<Record<string, string>>)[state];
