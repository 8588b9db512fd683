import type { ReactElement } from 'react';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { computerStates } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { Field } from '../ui/field.tsx';
import { Choice } from './choice.tsx';
import type { MapFilter } from './filter.ts';

interface FiltersProps {
  readonly map: FleetMap;
  readonly filter: MapFilter;
  readonly onChange: (filter: MapFilter) => void;
}

export const Filters = ({ map, filter, onChange }: FiltersProps): ReactElement => {
  const words = useTexts().map;
  const states = computerStates.filter((state) => map.totals.states[state] > 0 || state === filter.state);
  return (
    <div className="map-tools">
      <Field
        label={words.window.search}
        hint={words.window.searchHint}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <Choice
        label={words.state}
        value={filter.state}
        choices={[
          { id: 'all' as const, name: words.window.allStates },
          ...states.map((state) => ({ id: state, name: words.states[state] })),
        ]}
        onChange={(state) => onChange({ ...filter, state })}
      />
      {map.sites.length < 2 ? null : (
        <Choice
          label={words.site}
          // A site may be called anything, so it goes by its place among them.
          value={String(map.sites.findIndex(({ site }) => site === filter.site))}
          choices={[
            { id: '-1', name: words.allSites },
            ...map.sites.map(({ site }, at) => ({
              id: String(at),
              name: site === '' ? words.noSite : printable(site),
            })),
          ]}
          onChange={(at) => onChange({ ...filter, site: map.sites[Number(at)]?.site })}
        />
      )}
    </div>
  );
};
