import type { ReactElement } from 'react';
import { Check, KeyRound, ListChecks, SearchCheck } from 'lucide-react';
import { useApp, useTexts } from '../../store/react.tsx';
import type { Stage } from '../../ui/stages.tsx';
import { Stages } from '../../ui/stages.tsx';

/** What a run that goes on still comes to. `isAtWork`: it goes on now; else the person is about to say so. */
export const WhatIsLeft = ({ isAtWork }: { readonly isAtWork: boolean }): ReactElement => {
  const words = useTexts().window.restart;
  const asks = useApp(({ about }) => about.kind === 'done' && about.about.elevation === 'available');
  const rights: Stage = {
    state: isAtWork ? 'done' : 'now',
    Icon: KeyRound,
    name: words.rights,
    detail: words.rightsAsked,
  };
  return (
    <Stages
      stages={[
        { state: 'done', Icon: Check, name: words.began, detail: words.beganWith },
        ...(asks ? [rights] : []),
        {
          state: isAtWork || !asks ? 'now' : 'later',
          Icon: ListChecks,
          name: words.rest,
          detail: words.goOnNote,
        },
        { state: 'later', Icon: SearchCheck, name: words.secondLook, detail: words.secondLookShows },
      ]}
    />
  );
};
