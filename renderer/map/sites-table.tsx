import type { ReactElement } from 'react';
import type { ComputerState, FleetMap } from '../../electron/core/model/map.ts';
import { computerStates } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { Scroller } from './scroller.tsx';

/** The numbers of the bars; the heads are their key. */
export const SitesTable = ({ map }: { readonly map: FleetMap }): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  return (
    <Scroller label={words.bySite}>
      <thead>
        <tr>
          <th scope="col">{words.site}</th>
          {computerStates.map((state) => (
            <th key={state} scope="col" className="number">
              {words.states[state]} <Key state={state} />
            </th>
          ))}
          <th scope="col" className="number">
            {words.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {map.sites.map(({ site, states, computers }) => (
          <tr key={site}>
            <th scope="row">{site === '' ? words.noSite : printable(site)}</th>
            <Numbers states={states} all={computers} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.allSites}</th>
          <Numbers states={map.totals.states} all={map.totals.computers} />
        </tr>
      </tfoot>
    </Scroller>
  );
};

const Numbers = ({
  states,
  all,
}: {
  readonly states: Readonly<Record<ComputerState, number>>;
  readonly all: number;
}): ReactElement => {
  const { number } = useTexts().window;
  return (
    <>
      {computerStates.map((state) => (
        <td key={state} className={states[state] === 0 ? 'number zero' : 'number'}>
          {number(states[state])}
        </td>
      ))}
      <td className="number">
        <strong>{number(all)}</strong>
      </td>
    </>
  );
};

/** The look of a state in the bars. */
export const Key = ({ state }: { readonly state: ComputerState }): ReactElement => (
  <span className="chart-key" data-state={state} aria-hidden />
);
