import type { ReactElement } from 'react';
import { printable } from '../../../electron/core/text/index.ts';
import { useTexts } from '../../store/react.tsx';
import type { Progress } from '../../store/removal-progress.ts';
import { Fold } from '../../ui/fold.tsx';

/** What the uninstallers write, as they write it. Silent for a screen reader: the rows above say what matters. */
export const Log = ({ progress }: { readonly progress: Progress }): ReactElement => {
  const words = useTexts().window;
  return (
    <Fold heading={words.remove.log}>
      <div className="log mono" role="region" aria-label={words.remove.log} tabIndex={0}>
        {progress.log.length === 0 ? <p>{words.remove.logEmpty}</p> : null}
        {progress.dropped === 0 ? null : <p>{words.remove.logDropped(progress.dropped)}</p>}
        {progress.log.map((line) => (
          <p key={line.number} dir="ltr">
            <time dateTime={line.at}>{words.clockWithSeconds(new Date(line.at))}</time>
            {printable(line.text)}
          </p>
        ))}
      </div>
    </Fold>
  );
};
