import type { Computer, FleetMap, ProductCount } from '../model/map.ts';
import { computerStates, coverages } from '../model/map.ts';

const countBy = <Name extends string>(
  names: readonly Name[],
  computers: readonly Computer[],
  nameOf: (computer: Computer) => Name,
): Record<Name, number> => {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const computer of computers) counts[nameOf(computer)] += 1;
  return counts;
};

export const totalsOf = (computers: readonly Computer[]): FleetMap['totals'] => ({
  computers: computers.length,
  states: countBy(computerStates, computers, ({ state }) => state),
  coverage: countBy(coverages, computers, ({ coverage }) => coverage),
});

/** By site, in the order of their names. */
export const sitesOf = (computers: readonly Computer[]): FleetMap['sites'] => {
  const bySite = new Map<string, Computer[]>();
  for (const computer of computers) {
    const sofar = bySite.get(computer.site);
    if (sofar === undefined) bySite.set(computer.site, [computer]);
    else sofar.push(computer);
  }
  return [...bySite]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([site, some]) => ({
      site,
      computers: some.length,
      states: countBy(computerStates, some, ({ state }) => state),
    }));
};

const columnOf = (
  status: Computer['products'][number]['status'],
): 'present' | 'removed' | 'leftovers' | 'other' => {
  switch (status) {
    case 'installed':
    case 'report-only':
      return 'present';
    case 'removed':
      return 'removed';
    case 'leftovers':
      return 'leftovers';
    case 'vendor-tool':
    case 'successor':
    case 'oem':
      return 'other';
  }
};

/** How many computers each product in each version is, or was, on. A computer counts once in a column. */
export const productCounts = (computers: readonly Computer[]): ProductCount[] => {
  const counts = new Map<string, ProductCount>();
  for (const { products } of computers) {
    const counted = new Set<string>();
    for (const { productId, name, version, status } of products) {
      const key = `${productId}\n${version ?? ''}`;
      const column = columnOf(status);
      if (counted.has(`${key}\n${column}`)) continue;
      counted.add(`${key}\n${column}`);
      const sofar = counts.get(key) ?? {
        productId,
        name,
        ...(version === undefined ? {} : { version }),
        present: 0,
        removed: 0,
        leftovers: 0,
        other: 0,
      };
      counts.set(key, { ...sofar, [column]: sofar[column] + 1 });
    }
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, product]) => product);
};
