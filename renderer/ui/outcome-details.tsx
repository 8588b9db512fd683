import type { ReactElement } from 'react';
import { printable, whyText } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { InlineFold } from './fold.tsx';

interface OutcomeDetailsProps {
  readonly name: string;
  readonly exitCode: number | undefined;
  readonly detail: string | undefined;
}

/** For those who want to know: the tool's own exit code and last lines. */
export const OutcomeDetails = ({ name, exitCode, detail }: OutcomeDetailsProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.remove;
  // "Removed" with a 0 has nothing more to tell.
  if ((exitCode ?? 0) === 0 && detail === undefined) return null;
  return (
    <InlineFold words={words.showDetails} fullName={words.details(name)}>
      {exitCode === undefined ? null : <p>{words.exitCode(exitCode)}</p>}
      {detail === undefined ? null : (
        <p className="mono detail">{whyText(texts, detail).split('\n').map(printable).join('\n')}</p>
      )}
    </InlineFold>
  );
};
