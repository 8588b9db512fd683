import { useState } from 'react';
import type { ReactElement } from 'react';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Choice } from './choice.tsx';

/** Which clock runs, from when, and which computers there are. */
export const MapSettings = ({ map }: { readonly map: FleetMap }): ReactElement => (
  <div className="map-tools">
    <DirectiveChoice map={map} />
    {map.directive === undefined ? null : <StartDay key={map.directive.start} start={map.directive.start} />}
    <Assets map={map} />
  </div>
);

type Chosen = 'none' | 'bod-17-01' | 'own' | 'choose';

const DirectiveChoice = ({ map: { directive } }: { readonly map: FleetMap }): ReactElement => {
  const words = useTexts().map;
  const changeMap = useApp((state) => state.changeMap);
  const isBuiltIn = directive?.id === 'bod-17-01';
  const value: Chosen = directive === undefined ? 'none' : isBuiltIn ? 'bod-17-01' : 'own';
  return (
    <Choice<Chosen>
      label={words.directive}
      value={value}
      choices={[
        { id: 'none', name: words.window.noDirective },
        { id: 'bod-17-01', name: 'BOD 17-01' },
        ...(value === 'own' && directive !== undefined
          ? [{ id: 'own' as const, name: printable(directive.name) }]
          : []),
        { id: 'choose', name: words.window.ownDirective },
      ]}
      onChange={(chosen) => {
        if (chosen !== 'own') void changeMap({ directive: chosen, assets: 'keep' });
      }}
    />
  );
};

const StartDay = ({ start }: { readonly start: string }): ReactElement => {
  const words = useTexts().map.window;
  const changeMap = useApp((state) => state.changeMap);
  const [day, setDay] = useState<string | undefined>(start);
  return (
    <div className="map-start">
      <DayField
        label={words.start}
        value={day}
        onChange={setDay}
        hint={day === undefined ? words.startWhole : undefined}
      />
      <Button
        onPress={() => {
          if (day !== undefined) void changeMap({ directive: 'keep', start: day, assets: 'keep' });
        }}
      >
        {words.apply}
      </Button>
    </div>
  );
};

const Assets = ({ map }: { readonly map: FleetMap }): ReactElement => {
  const words = useTexts().map.window;
  const changeMap = useApp((state) => state.changeMap);
  const { assets } = map.source;
  return (
    <div className="map-assets">
      <p className="field-label">{words.assets}</p>
      <div className="map-assets-line">
        <Button onPress={() => void changeMap({ directive: 'keep', assets: 'choose' })}>
          {words.chooseAssets}
        </Button>
        {assets === undefined ? null : (
          <Button kind="quiet" onPress={() => void changeMap({ directive: 'keep', assets: 'none' })}>
            {words.dropAssets}
          </Button>
        )}
      </div>
      <p className="field-hint">{assets === undefined ? words.assetsNone : words.assetsHere(assets)}</p>
    </div>
  );
};
