import type { ReactElement } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';
import { ActionName } from '../../ui/action-name.tsx';
import { Group } from '../../ui/group.tsx';
import { Mark } from '../../ui/mark.tsx';

/** What the next button would do, in the order in which it does it. */
export const PlanList = ({ report }: { readonly report: Report }): ReactElement => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const { actions } = report.plan;
  return (
    <Group heading={words.order}>
      {actions.length === 0 ? (
        <p className="card card-padded">{words.nothing}</p>
      ) : (
        <ol className="card rows">
          {actions.map((action, index) => (
            <li key={action.id} className="row">
              <span className="plan-number" aria-hidden>
                {index + 1}
              </span>
              <div className="grow">
                <ActionName action={action} detections={report.detections} />
                {action.refusal === undefined ? null : (
                  <Mark tone="warn">{texts.window.remove.leftAlone(texts.refusals[action.refusal])}</Mark>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Group>
  );
};
