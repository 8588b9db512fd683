import type { ReactElement } from 'react';
import { Fragment } from 'react';
import type { CommandStep } from '../../electron/core/text/command-line.ts';
import { commandHere } from '../store/helping.ts';
import { useApp, useTexts } from '../store/react.tsx';
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
            <Command key={`${step.kind} ${name}`} name={name} step={step} />
          ))}
        </dl>
        <p className="meta">{words.copyHint}</p>
      </div>
    </Fold>
  );
};

const Command = ({ name, step }: NamedStep): ReactElement => {
  const line = useApp((state) => commandHere(state, step));
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code className="command" dir="ltr">
          {line.split(' ').map((word, at) => (
            <Fragment key={at}>
              {at === 0 ? null : ' '}
              <span>{word}</span>
            </Fragment>
          ))}
        </code>
      </dd>
    </>
  );
};
