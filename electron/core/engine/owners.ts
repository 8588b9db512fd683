import type { Catalogue } from '../catalogue/index.ts';
import { unclaimedTraces } from '../catalogue/unclaimed.ts';
import type { OperatingSystem } from '../model/host.ts';
import type { Product, SharedArtefacts } from '../model/product.ts';
import type { Owner } from './signature-index.ts';
import { preparing } from './signature-index.ts';

/** Whose traces there can be on one system. */
export interface Owners {
  readonly products: readonly Product[];
  readonly families: readonly SharedArtefacts[];
  /** Both. */
  readonly named: readonly Owner[];
  /** What is surely Kaspersky's, whichever product it is of. */
  readonly unclaimed: readonly Owner[];
}

const known = new WeakMap<Catalogue, Map<OperatingSystem, Owners>>();

/** The same lists for the same catalogue each time, so that their indexes are built once. */
export const ownersOn = (catalogue: Catalogue, os: OperatingSystem): Owners => {
  const systems = known.get(catalogue) ?? new Map<OperatingSystem, Owners>();
  known.set(catalogue, systems);
  const owners = systems.get(os) ?? listed(catalogue, os);
  systems.set(os, owners);
  return owners;
};

const listed = (catalogue: Catalogue, os: OperatingSystem): Owners => {
  const products = catalogue.products.filter(({ systems }) => systems.includes(os));
  const families = catalogue.shared.filter(({ systems }) => systems.includes(os));
  return {
    products,
    families,
    named: [...products, ...families],
    unclaimed: [{ id: 'unclaimed', signatures: unclaimedTraces(catalogue.roots) }],
  };
};

/** Small steps that do most of the work of a first conclusion ahead. Never needed, only quicker. */
export function* preparingFor(catalogue: Catalogue, os: OperatingSystem): Generator<void, void> {
  const { named, unclaimed } = ownersOn(catalogue, os);
  yield* preparing(named);
  yield* preparing(unclaimed);
}
