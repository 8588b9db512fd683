import type { ReactElement } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import type { ActionResult } from '../../../electron/core/model/run.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { ActionName, actionLabel } from '../../ui/action-name.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { MachineText } from '../../ui/machine-text.tsx';
import { outcomeTone } from '../../ui/outcome.ts';
import { OutcomeDetails } from '../../ui/outcome-details.tsx';

export const WhatWasDone = ({ report }: { readonly report: Report }): ReactElement | null => {
  const words = useTexts().window.confirm;
  const results = report.run?.actions ?? [];
  if (results.length === 0) return null;
  return (
    <Group heading={words.done}>
      <ol className="card rows">
        {results.map((result) => (
          <ResultRow key={result.id} result={result} report={report} />
        ))}
      </ol>
    </Group>
  );
};

interface ResultRowProps {
  readonly result: ActionResult;
  readonly report: Report;
}

const ResultRow = ({ result, report }: ResultRowProps): ReactElement => {
  const texts = useTexts();
  const tone = outcomeTone(result.outcome);
  // The plan that the person agreed to knows the name; the report's own plan is about what is there now.
  const action = useApp((state) => state.actions.find((candidate) => candidate.id === result.id));
  const detections = report.before?.detections ?? report.detections;
  const name = action === undefined ? result.id : actionLabel(action, detections);
  return (
    <li className="row" data-tone={tone}>
      <ToneIcon tone={tone} />
      <div className="grow">
        {action === undefined ? (
          <MachineText>{result.id}</MachineText>
        ) : (
          <ActionName action={action} detections={detections} />
        )}
        <p className="soft">{texts.outcomes[result.outcome]}</p>
        <OutcomeDetails name={name} exitCode={result.exitCode} detail={result.detail} />
      </div>
    </li>
  );
};
