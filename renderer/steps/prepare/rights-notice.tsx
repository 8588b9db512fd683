import type { ReactElement } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import type { Texts } from '../../../electron/core/text/index.ts';
import { hazardText, problemText } from '../../../electron/core/text/index.ts';
import type { RightsState } from '../../store/plan.ts';
import { removableProducts } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { actionLabel } from '../../ui/action-name.tsx';
import { ByHand } from '../../ui/command-text.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { removalStep } from './removal-step.ts';

interface OfReport {
  readonly report: Report;
}

/** The same removal where rights can be had. What nobody agreed to here, the command line asks about. */
const RemovalByHand = ({ report, isAgreed }: OfReport & { readonly isAgreed: boolean }): ReactElement => {
  const leftovers = useApp((state) => state.withLeftovers);
  const step = removalStep(report, removableProducts(report), leftovers);
  return <ByHand step={isAgreed ? step : { ...step, accepted: [] }} />;
};

/** Nothing can ask for rights from here: why, and the way on. */
export const NoRights = ({ report }: OfReport): ReactElement => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const problem = useApp(({ about }) => (about.kind === 'done' ? about.about.elevationProblem : undefined));
  return (
    <Notice tone="warn" heading={words.noRights}>
      <p>
        {problem === undefined
          ? words.noRightsHow
          : problemText(texts, { code: problem.code, values: problem.values ?? {} })}
      </p>
      <RemovalByHand report={report} isAgreed={false} />
    </Notice>
  );
};

/** What became of the question for rights, when it led back to this step. */
export const RightsNotice = ({ report }: OfReport): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const rights = useApp((state) => state.rights);
  switch (rights.kind) {
    case 'idle':
      return null;
    case 'not-given':
      return (
        <Alert heading={words.notGiven}>
          <p>{problemText(texts, rights.problem)}</p>
          {rights.problem.code === 'elevation-unavailable' ? (
            <RemovalByHand report={report} isAgreed />
          ) : null}
        </Alert>
      );
    case 'changed':
      return (
        <Notice tone="warn" heading={words.changed}>
          <p>{words.changedLead}</p>
          <ul>
            {changeLines(rights, report, texts).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      );
  }
};

const changeLines = (
  { change, goneNames }: Extract<RightsState, { kind: 'changed' }>,
  report: Report,
  texts: Texts,
): readonly string[] => {
  const words = texts.window.prepare;
  const actions = report.plan.actions
    .filter(({ id }) => change.actions.includes(id))
    .map((action) => actionLabel(action, report.detections));
  const hazards = change.hazards.map((id) => hazardText(texts, id).title);
  const line = (list: readonly string[], say: (names: string) => string): string[] =>
    list.length === 0 ? [] : [say(list.join(' · '))];
  return [
    ...line(actions, words.changedActions),
    ...line(hazards, words.changedHazards),
    ...line(goneNames, words.changedProducts),
    ...((change.leftovers ?? []).length === 0
      ? []
      : [texts.work.afterwards.changed((change.leftovers ?? []).length)]),
  ];
};
