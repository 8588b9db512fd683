import type { ReactElement } from 'react';
import { Fragment } from 'react';
import type { CommandStep } from '../../electron/core/text/command-line.ts';
import { commandHere } from '../store/helping.ts';
import { useApp, useTexts } from '../store/react.tsx';

/** The command line that does the same as a button, as it is typed on this computer. */
export const CommandText = ({ step }: { readonly step: CommandStep }): ReactElement => {
  const line = useApp((state) => commandHere(state, step));
  return (
    <code className="command" dir="ltr">
      {line.split(' ').map((word, at) => (
        <Fragment key={at}>
          {at === 0 ? null : ' '}
          <span>{word}</span>
        </Fragment>
      ))}
    </code>
  );
};

/** Where this window cannot ask for rights, a terminal can. */
export const ByHand = ({ step }: { readonly step: CommandStep }): ReactElement => (
  <div className="by-hand">
    <p>{useTexts().window.restart.terminal}</p>
    <CommandText step={step} />
  </div>
);
