import type { ReactElement } from 'react';
import { Fragment } from 'react';
import type { CommandStep } from '../../electron/core/text/command-line.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { CommandText } from './command-text.tsx';
import { Fold } from './fold.tsx';
import { Tick } from './tick.tsx';

export interface NamedStep {
  readonly name: string;
  readonly step: CommandStep;
}

/** For who helps others: what the buttons of this step do, as command lines that a script can take over. */
export const CommandLines = ({ steps }: { readonly steps: readonly NamedStep[] }): ReactElement | null => {
  const words = useTexts().work.commands;
  const isHelping = useApp((state) => state.who === 'helping');
  const unattended = useApp((state) => state.unattended);
  const chooseUnattended = useApp((state) => state.chooseUnattended);
  if (!isHelping || steps.length === 0) return null;
  return (
    <Fold heading={words.heading}>
      <div className="card-padded">
        <Tick isSelected={unattended} onChange={chooseUnattended}>
          {words.unattended}
        </Tick>
        <dl className="commands">
          {steps.map(({ name, step }) => (
            <Fragment key={`${step.kind} ${name}`}>
              <dt>{name}</dt>
              <dd>
                <CommandText step={step} />
              </dd>
            </Fragment>
          ))}
        </dl>
        <p className="meta">{words.copyHint}</p>
      </div>
    </Fold>
  );
};
