import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { useTexts } from '../store/react.tsx';
import { Group } from '../ui/group.tsx';
import { ComputersTable } from './computers-table.tsx';
import { Deadlines } from './deadlines.tsx';
import { Filters } from './filters.tsx';
import type { MapFilter } from './filter.ts';
import { filtered, noFilter } from './filter.ts';
import { MapSettings } from './map-settings.tsx';
import { ProductsTable } from './products-table.tsx';
import { SitesChart } from './sites-chart.tsx';
import { SitesTable } from './sites-table.tsx';
import { ToSettle } from './to-settle.tsx';

/** The clock, the sites in bars and numbers, the products, every computer, and what a person has to look into. */
export const MapView = ({ map }: { readonly map: FleetMap }): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  const [filter, setFilter] = useState<MapFilter>(noFilter);
  const shown = useMemo(() => filtered(map.computers, filter), [map, filter]);
  return (
    <>
      <MapSettings map={map} />
      {map.directive === undefined ? null : <Deadlines clock={map.directive} />}
      <Group heading={words.bySite} remark={words.neverClean}>
        <div className="card card-padded">
          <SitesChart sites={map.sites} />
          <SitesTable map={map} />
        </div>
      </Group>
      <ProductsTable products={map.products} />
      <Group heading={words.columns} remark={words.window.shown(shown.length, map.computers.length)}>
        <Filters map={map} filter={filter} onChange={setFilter} />
        <ComputersTable computers={shown} />
      </Group>
      <ToSettle map={map} />
    </>
  );
};
