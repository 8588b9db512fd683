import { useState } from 'react';
import type { ReactElement } from 'react';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
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

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && isSame(text);
/** The 31st of a short month would be the first of the next. */
const isSame = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const StartDay = ({ start }: { readonly start: string }): ReactElement => {
  const words = useTexts().map.window;
  const changeMap = useApp((state) => state.changeMap);
  const [typed, setTyped] = useState(start);
  const isRight = isDay(typed.trim());
  return (
    <div className="map-start">
      <Field
        label={words.start}
        hint={isRight ? words.startHint : words.startWrong}
        value={typed}
        onChange={setTyped}
      />
      <Button
        onPress={() => {
          if (isRight) void changeMap({ directive: 'keep', start: typed.trim(), assets: 'keep' });
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
