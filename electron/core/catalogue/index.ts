import type { Product, SharedArtefacts } from '../model/product.ts';
import type { NamedEntries } from '../ports.ts';
import { macRoots } from './mac-signatures.ts';
import { browserExtension } from './products/browser-extension.ts';
import { businessAesModule } from './products/business-aes-module.ts';
import { businessKeaWin } from './products/business-kea-win.ts';
import { businessKesCloud } from './products/business-kes-cloud.ts';
import { businessKesWin } from './products/business-kes-win.ts';
import { businessKesWinOld } from './products/business-kes-win-old.ts';
import { businessKsos } from './products/business-ksos.ts';
import { businessKsv } from './products/business-ksv.ts';
import { consumerFree } from './products/consumer-free.ts';
import { consumerKav } from './products/consumer-kav.ts';
import { consumerKis } from './products/consumer-kis.ts';
import { consumerKts } from './products/consumer-kts.ts';
import { consumerPure } from './products/consumer-pure.ts';
import { consumerSecurityCloud } from './products/consumer-security-cloud.ts';
import { consumerStandardPlusPremium } from './products/consumer-standard-plus-premium.ts';
import { consumerUnknown } from './products/consumer-unknown.ts';
import { endpointUnknown } from './products/endpoint-unknown.ts';
import { legacyKav6 } from './products/legacy-kav6.ts';
import { mailExchange } from './products/mail-exchange.ts';
import { mgmtKscWin } from './products/mgmt-ksc-win.ts';
import { mgmtNagentWin } from './products/mgmt-nagent-win.ts';
import { oemEngine } from './products/oem-engine.ts';
import { parentalWin } from './products/parental-win.ts';
import { pwmWin } from './products/pwm-win.ts';
import { serverKessWin } from './products/server-kess-win.ts';
import { serverKicsWin } from './products/server-kics-win.ts';
import { serverKsws } from './products/server-ksws.ts';
import { successorUltraav } from './products/successor-ultraav.ts';
import { toolKvrt } from './products/tool-kvrt.ts';
import { toolRemover } from './products/tool-remover.ts';
import { vpnWin } from './products/vpn-win.ts';
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
import { macBeside, macKav, macVendor } from './shared/mac.ts';
import { linuxShared } from './shared/linux.ts';
import {
  windowsEither,
  windowsEndpoint,
  windowsHome,
  windowsManagement,
  windowsServer,
} from './shared/windows-families.ts';
import { linuxRoots } from './vendor.ts';
import { windowsNamed, windowsRoots } from './windows-places.ts';

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
  businessKsos,
  macKes,
  macNagent,
  macVpn,
  macPwm,
  macParental,
  macConsumer,
  macUnknown,
  businessAesModule,
  businessKesCloud,
  businessKesWinOld,
  businessKesWin,
  businessKeaWin,
  businessKsv,
  legacyKav6,
  mailExchange,
  mgmtNagentWin,
  mgmtKscWin,
  serverKsws,
  serverKessWin,
  serverKicsWin,
  vpnWin,
  pwmWin,
  parentalWin,
  consumerFree,
  consumerStandardPlusPremium,
  consumerSecurityCloud,
  consumerKav,
  consumerKis,
  consumerKts,
  consumerPure,
  toolKvrt,
  toolRemover,
  successorUltraav,
  oemEngine,
  endpointUnknown,
  consumerUnknown,
  // Last: an extension is on its own only when everything else had its chance.
  browserExtension,
];

/** What families of products have in common. One line a family. */
export const shared: readonly SharedArtefacts[] = [
  linuxShared,
  macKav,
  macVendor,
  macBeside,
  windowsManagement,
  windowsServer,
  windowsEndpoint,
  windowsHome,
  windowsEither,
];

export interface Catalogue {
  readonly version: string;
  readonly products: readonly Product[];
  readonly shared: readonly SharedArtefacts[];
  /** Folders that only Kaspersky's products make, shared between them. */
  readonly roots: readonly string[];
  /** What the vendor puts, by names of its own, into folders that others use too. */
  readonly named?: readonly NamedEntries[];
}

export const catalogue: Catalogue = {
  version: catalogueVersion,
  products,
  shared,
  roots: [...linuxRoots, ...macRoots, ...windowsRoots],
  named: windowsNamed,
};

export const productById = (id: string, known: Catalogue = catalogue): Product | undefined =>
  known.products.find((product) => product.id === id);
