import type { ReactElement } from 'react';
import { useContext, useLayoutEffect, useRef } from 'react';
import { DisclosureStateContext } from 'react-aria-components/Disclosure';
import { printable } from '../../../electron/core/text/index.ts';
import { useTexts } from '../../store/react.tsx';
import type { Progress } from '../../store/removal-progress.ts';
import { Fold } from '../../ui/fold.tsx';

/** What the uninstallers write, as they write it. Silent for a screen reader: the rows above say what matters. */
export const Log = ({ progress }: { readonly progress: Progress }): ReactElement => (
  <Fold heading={useTexts().window.remove.log}>
    <Lines progress={progress} />
  </Fold>
);

/** How close to the end, in pixels, still counts as reading along. */
const nearEnd = 24;

const Lines = ({ progress }: { readonly progress: Progress }): ReactElement | null => {
  const words = useTexts().window;
  const isOpen = useContext(DisclosureStateContext)?.isExpanded === true;
  const ref = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    // Follows the newest line until the person scrolls back to read.
    if (ref.current !== null && follows.current) ref.current.scrollTop = ref.current.scrollHeight;
  }, [progress.log, isOpen]);
  // Thousands of lines are not worth drawing while nobody sees them.
  if (!isOpen) return null;
  return (
    <div
      ref={ref}
      className="log mono"
      role="region"
      aria-label={words.remove.log}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {progress.log.length === 0 ? <p>{words.remove.logEmpty}</p> : null}
      {progress.dropped === 0 ? null : <p>{words.remove.logDropped(progress.dropped)}</p>}
      {progress.log.map((line) => (
        <p key={line.number} dir="ltr">
          <time dateTime={line.at}>{words.clockWithSeconds(new Date(line.at))}</time>
          {printable(line.text)}
        </p>
      ))}
    </div>
  );
};
