import { expect, test } from 'vitest';
import { computer } from '../testing/maps.ts';
import { filtered, noFilter } from './filter.ts';

const product = {
  productId: 'linux-kesl',
  name: 'Endpoint Security',
  version: '12.1',
  status: 'installed',
} as const;
const computers = [
  computer('PC-1', 'present', { products: [product], name: 'alpha' }),
  computer('PC-2', 'clean', { site: 'harbour' }),
  computer('PC-3', 'present', { site: 'harbour', products: [{ ...product, version: '11' }] }),
];
const labels = (filter: Partial<typeof noFilter>): string[] =>
  filtered(computers, { ...noFilter, ...filter }).map(({ label }) => label);

test.each<[Partial<typeof noFilter>, string[]]>([
  [{}, ['PC-1', 'PC-2', 'PC-3']],
  [{ state: 'present' }, ['PC-1', 'PC-3']],
  [{ site: 'harbour' }, ['PC-2', 'PC-3']],
  [{ site: 'harbour', state: 'present' }, ['PC-3']],
  [{ search: ' ENDPOINT 12.1 ' }, ['PC-1']],
  [{ search: 'ALPHA' }, ['PC-1']],
  [{ search: 'pc-2 endpoint' }, []],
])('%j', (filter, expected) => {
  expect(labels(filter)).toEqual(expected);
});
