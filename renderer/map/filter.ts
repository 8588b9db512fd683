import type { Computer, ComputerState } from '../../electron/core/model/map.ts';

export interface MapFilter {
  readonly state: ComputerState | 'all';
  /** Undefined: every site. */
  readonly site: string | undefined;
  readonly search: string;
}

export const noFilter: MapFilter = { state: 'all', site: undefined, search: '' };

/** Computers that fit all of it. Each word of the search has to stand somewhere: in a label, a product or a version. */
export const filtered = (computers: readonly Computer[], filter: MapFilter): readonly Computer[] => {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (filter.state === 'all' && filter.site === undefined && words.length === 0) return computers;
  return computers.filter(
    (computer) =>
      (filter.state === 'all' || computer.state === filter.state) &&
      (filter.site === undefined || computer.site === filter.site) &&
      words.every((word) => textOf(computer).includes(word)),
  );
};

const textOf = ({ label, name, assetTag, system, products }: Computer): string =>
  [
    label,
    name,
    assetTag,
    system,
    ...products.flatMap((product) => [product.productId, product.name, product.version]),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase();
