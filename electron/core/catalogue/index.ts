import type { Product, SharedArtefacts } from '../model/product.ts';
import { macRoots } from './mac-signatures.ts';
import { linuxHome } from './products/linux-home.ts';
import { linuxKesl } from './products/linux-kesl.ts';
import { linuxKess } from './products/linux-kess.ts';
import { linuxKics } from './products/linux-kics.ts';
import { linuxKlms } from './products/linux-klms.ts';
import { linuxKos } from './products/linux-kos.ts';
import { linuxKsc } from './products/linux-ksc.ts';
import { linuxLena } from './products/linux-lena.ts';
import { linuxNagent } from './products/linux-nagent.ts';
import { linuxOther } from './products/linux-other.ts';
import { linuxScanengine } from './products/linux-scanengine.ts';
import { linuxUnknown } from './products/linux-unknown.ts';
import { macConsumer } from './products/mac-consumer.ts';
import { macKes } from './products/mac-kes.ts';
import { macNagent } from './products/mac-nagent.ts';
import { macParental } from './products/mac-parental.ts';
import { macPwm } from './products/mac-pwm.ts';
import { macUnknown } from './products/mac-unknown.ts';
import { macVpn } from './products/mac-vpn.ts';
import { macKav, macVendor } from './shared/mac.ts';
import { linuxShared } from './shared/linux.ts';
import { linuxRoots } from './vendor.ts';

/** Grows with every change of what is known; it stands in every report. */
export const catalogueVersion = '2026.11.1';

/** What is known about every product. One line a product. */
export const products: readonly Product[] = [
  linuxKesl,
  linuxNagent,
  linuxLena,
  linuxKics,
  linuxKess,
  linuxKsc,
  linuxKlms,
  linuxScanengine,
  linuxOther,
  linuxKos,
  linuxHome,
  linuxUnknown,
  macKes,
  macNagent,
  macVpn,
  macPwm,
  macParental,
  macConsumer,
  macUnknown,
];

/** What families of products have in common. One line a family. */
export const shared: readonly SharedArtefacts[] = [linuxShared, macKav, macVendor];

export interface Catalogue {
  readonly version: string;
  readonly products: readonly Product[];
  readonly shared: readonly SharedArtefacts[];
  /** Folders that only Kaspersky's products make, shared between them. */
  readonly roots: readonly string[];
}

export const catalogue: Catalogue = {
  version: catalogueVersion,
  products,
  shared,
  roots: [...linuxRoots, ...macRoots],
};

export const productById = (id: string, known: Catalogue = catalogue): Product | undefined =>
  known.products.find((product) => product.id === id);
