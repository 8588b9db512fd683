import type { ReactElement } from 'react';
import type { Surface } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';
import { Fold } from '../../ui/fold.tsx';
import { PlacesList } from '../../ui/places-list.tsx';

interface WhereWeLookedProps {
  readonly surfaces: readonly Surface[];
  readonly startsOpen: boolean;
}

export const WhereWeLooked = ({ surfaces, startsOpen }: WhereWeLookedProps): ReactElement => {
  const words = useTexts().window.identify;
  const looked = surfaces.filter((surface) => surface.kind === 'ok').length;
  const notHere = surfaces.filter((surface) => surface.kind === 'not-applicable').length;
  return (
    <Fold
      heading={words.places}
      summary={words.placesSummary(looked, notHere, surfaces.length - looked - notHere)}
      startsOpen={startsOpen}
    >
      <PlacesList surfaces={surfaces} />
    </Fold>
  );
};
