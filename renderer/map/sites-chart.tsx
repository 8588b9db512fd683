import type { ReactElement } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import type { FleetSite } from '../../electron/core/model/map.ts';
import { computerStates } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';

/** More bars than this say less than the table below them. */
const mostBars = 12;
const barHeight = 28;

/** Sites with the most computers, one bar each, a part for each state. Every number stands in the table below it. */
export const SitesChart = ({ sites }: { readonly sites: readonly FleetSite[] }): ReactElement => {
  const words = useTexts().map;
  const largest = sites.toSorted((a, b) => b.computers - a.computers).slice(0, mostBars);
  const rows = largest.map(({ site, states }) => ({
    site: site === '' ? words.noSite : printable(site),
    ...states,
  }));
  return (
    <figure className="map-chart">
      <div role="img" aria-label={words.window.chart(rows.length * (computerStates.length + 1))}>
        <BarChart
          responsive
          layout="vertical"
          data={rows}
          accessibilityLayer={false}
          style={{ inlineSize: '100%', blockSize: `${rows.length * barHeight + 4}px` }}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        >
          <Hatches />
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="site"
            width={132}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--text)' }}
          />
          {computerStates.map((state) => (
            <Bar
              key={state}
              dataKey={state}
              stackId="all"
              className={`chart-${state}`}
              fill={state === 'unknown' ? 'url(#chart-hatch)' : `var(--chart-${state})`}
              barSize={18}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </div>
      {rows.length === sites.length ? null : (
        <figcaption className="soft">{words.window.largest(rows.length, sites.length)}</figcaption>
      )}
    </figure>
  );
};

const Hatches = (): ReactElement => (
  <defs>
    <pattern
      id="chart-hatch"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill="var(--bg-card)" />
      <rect width="2.5" height="6" fill="var(--chart-unknown)" />
    </pattern>
  </defs>
);
