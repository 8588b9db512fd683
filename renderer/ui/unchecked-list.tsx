import type { ReactElement } from 'react';
import type { Unchecked } from '../../electron/core/model/evidence.ts';
import { printable, whyText } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { closedPlaces } from '../store/scan-summary.ts';
import { Notice } from './notice.tsx';

interface UncheckedListProps {
  readonly unchecked: readonly Unchecked[];
  /** Whether administrator rights could open what stayed closed. */
  readonly mayHelp: boolean;
  /** The heading of the page says already what follows from it. */
  readonly isSaid?: boolean;
}

/** What could not be looked at, always in sight: it is the reason why a computer is not called clean. */
export const UncheckedList = ({
  unchecked,
  mayHelp,
  isSaid = false,
}: UncheckedListProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.unchecked;
  if (unchecked.length === 0) return null;
  const required = unchecked.some((place) => place.required === true);
  return (
    <Notice tone="unknown" heading={words.heading(closedPlaces(unchecked))}>
      <ul>
        {unchecked.map((place, index) => (
          <li key={index}>
            <strong className="notice-strong">
              {place.source === undefined
                ? texts.places[place.table]
                : words.part(texts.places[place.table], printable(place.source))}
            </strong>
            {'. '}
            {words.why(printable(whyText(texts, place.why)))}
            {place.required === true ? ` ${words.required}.` : null}
          </li>
        ))}
      </ul>
      {isSaid ? null : <p>{required ? words.notClean : words.stillOpen}</p>}
      {mayHelp ? <p>{words.asAdministrator}</p> : null}
    </Notice>
  );
};

/** Rights help only against a refusal, and only on the computer that this program runs on. */
export const rightsMayHelp = (unchecked: readonly Unchecked[], elevated: boolean): boolean =>
  !elevated && unchecked.some((place) => place.kind === 'denied');
