import type { ReactElement, ReactNode } from 'react';
import { printable, whyText } from '../../../electron/core/text/index.ts';
import type { Texts } from '../../../electron/core/text/index.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import type { Place } from '../../store/scan.ts';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { ToneIcon, Turning, WaitingIcon } from '../../ui/icons.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Soon } from '../../ui/soon.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';

interface LookingViewProps {
  readonly places: readonly Place[];
  readonly stopping: boolean;
}

export const LookingView = ({ places, stopping }: LookingViewProps): ReactElement => {
  const words = useTexts().window.identify;
  const stopLooking = useApp((state) => state.stopLooking);
  const done = places.filter((place) => place.state === 'done').length;
  return (
    <Page
      note={words.resultSoon}
      buttons={
        <Button busy={stopping ? words.stopping : undefined} onPress={() => void stopLooking()}>
          {words.stop}
        </Button>
      }
    >
      <StepHeading heading={words.lookingHeading}>{words.lookingLead}</StepHeading>
      <Progress
        name={words.progressName}
        done={done}
        all={places.length}
        words={words.progress(done, places.length)}
      />
      <Soon>
        <ul className="card rows">
          {places.map((place) => (
            <PlaceRow key={place.table} place={place} />
          ))}
        </ul>
      </Soon>
    </Page>
  );
};

const PlaceRow = ({ place }: { readonly place: Place }): ReactElement => {
  const texts = useTexts();
  const { tone, icon, words } = placeWords(place, texts);
  return (
    <li className="place" data-tone={tone}>
      {icon ?? <ToneIcon tone={tone} />}
      <span>{texts.places[place.table]}</span>
      <span className="place-result">{words}</span>
    </li>
  );
};

const placeWords = (
  place: Place,
  texts: Texts,
): { readonly tone: Tone; readonly words: string; readonly icon?: ReactNode } => {
  const words = texts.window.identify;
  if (place.state !== 'done')
    return place.state === 'waiting'
      ? { tone: 'idle', icon: <WaitingIcon />, words: words.waiting }
      : { tone: 'now', icon: <Turning />, words: words.looking };
  switch (place.reading) {
    case 'ok':
      return place.gaps === 0
        ? { tone: 'ok', words: words.lookedAt(place.looked) }
        : { tone: 'unknown', words: `${words.lookedAt(place.looked)} · ${words.gaps(place.gaps)}` };
    case 'not-applicable':
      return { tone: 'idle', words: words.notHere };
    case 'unavailable':
    case 'denied':
    case 'failed':
      return {
        tone: 'unknown',
        words: place.why === '' ? words.couldNot : words.couldNotWhy(printable(whyText(texts, place.why))),
      };
  }
};
