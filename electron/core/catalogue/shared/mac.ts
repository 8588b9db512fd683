import type { SharedArtefacts, Signature } from '../../model/product.ts';
import { extensionPolicies, extensionSignatures } from '../browser-extensions.ts';
import { kasperskyTeam, systemExtensionSignatures, vendorBundle } from '../mac-signatures.ts';
import { certificateTraces } from '../vendor-traces.ts';

/** Kept in every user's library and beside the system's logs; none of it is below a folder of the vendor. */
const looseFiles = [
  /^\/Library\/Caches\/com\.kaspersky\.kav$/i,
  /^\/Users\/[^/]+\/Library\/Caches\/com\.kaspersky\.[a-z0-9._-]+$/i,
  /^(?:\/Users\/[^/]+)?\/Library\/Preferences\/com\.kaspersky\.[a-z0-9._-]+\.plist$/i,
  /^(?:\/private)?\/var\/log\/kav_(?:daemon|sysextctrld)_[^/]*\.log$/i,
  /^\/Users\/[^/]+\/Library\/Safari\/Extensions\/Kaspersky(?:URLAdvisor|VirtualKeyboard)\.safariextz$/i,
  /^\/System\/Library\/(?:Services\/KAVService\.service|Extensions\/kl(?:if|nke|nkeinterceptors)\.kext)(?:\/.*)?$/i,
  /^\/Library\/Contextual Menu Items\/KavFinderCMPlugIn\.plugin(?:\/.*)?$/i,
];

const kavLabels =
  /^com\.kaspersky\.(?:kav|kav_agent|klif_loader|kav\.(?!downloader$)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/i;

/**
 * The home product and Endpoint Security are one code base on a Mac: the same folder, extension, daemons and receipts.
 * Only the application's name, or the connector to the agent, tells which one it is.
 */
const kav: readonly Signature[] = [
  { table: 'apps', weight: 'proof', reason: 'bundle-id', match: { bundleId: { pattern: kavLabels } } },
  ...systemExtensionSignatures({ is: ['com.kaspersky.kav.sysext'] }),
  {
    table: 'kernelExtensions',
    weight: 'proof',
    reason: 'bundle-id',
    match: { bundleId: { pattern: /^com\.kaspersky\.(?:kext|nke)(?:\.[a-z0-9_-]+)*$/i } },
  },
  { table: 'launchItems', weight: 'proof', reason: 'launch-item', match: { label: { pattern: kavLabels } } },
  {
    table: 'receipts',
    weight: 'trace',
    reason: 'receipt',
    match: { id: { pattern: /^com\.kaspersky\.kav(?:\.[a-z0-9_-]+)*$/i } },
  },
  { table: 'processes', weight: 'proof', reason: 'process-path', match: { path: { vendorPath: /^kav\// } } },
  {
    table: 'processes',
    weight: 'sign',
    reason: 'process-name',
    match: { name: { is: ['com.kaspersky.kav.sysext'] }, path: { absent: true } },
  },
  {
    table: 'processes',
    weight: 'hint',
    reason: 'short-name',
    match: { name: { is: ['kav', 'kav_agent', 'kav_app'] }, path: { absent: true } },
  },
  { table: 'files', weight: 'trace', reason: 'own-folder', match: { path: { vendorPath: /^kav(?:\/|$)/ } } },
  ...looseFiles.map((pattern): Signature => ({
    table: 'files',
    weight: 'trace',
    reason: 'own-file',
    match: { path: { pattern } },
  })),
  {
    table: 'files',
    weight: 'hint',
    reason: 'short-name',
    match: { path: { under: ['/usr/bin/kav', '/usr/share/man/man1/kav.1'] } },
  },
];

export const macKav: SharedArtefacts = {
  id: 'mac-kav',
  systems: ['macos'],
  members: ['mac-kes', 'business-ksos', 'mac-consumer'],
  unknown: 'mac-unknown',
  signatures: kav,
};

/** What proves the vendor and no product: its team, its ids and its folders under names that no entry knows. */
const anyOfTheVendor: readonly Signature[] = [
  {
    table: 'systemExtensions',
    weight: 'proof',
    reason: 'team-id',
    match: { teamId: { is: [kasperskyTeam] } },
  },
  {
    table: 'systemExtensions',
    weight: 'sign',
    reason: 'bundle-id',
    match: { bundleId: vendorBundle, teamId: { absent: true } },
  },
  { table: 'kernelExtensions', weight: 'proof', reason: 'bundle-id', match: { bundleId: vendorBundle } },
  { table: 'launchItems', weight: 'proof', reason: 'launch-item', match: { label: vendorBundle } },
  {
    table: 'launchItems',
    weight: 'proof',
    reason: 'launch-item',
    match: { program: { vendorPath: 'anywhere' } },
  },
  {
    table: 'processes',
    weight: 'sign',
    reason: 'process-path',
    match: { path: { vendorPath: 'anywhere' } },
  },
  {
    table: 'processes',
    weight: 'proof',
    reason: 'process-path',
    match: {
      path: { pattern: /^\/Library\/SystemExtensions\/[^/]+\/com\.kaspersky\.[^/]+\.systemextension\/.+$/i },
    },
  },
  { table: 'receipts', weight: 'trace', reason: 'receipt', match: { id: vendorBundle } },
  // An organisation's own device management puts a profile here and takes it away; it is only ever told.
  { table: 'profiles', weight: 'trace', reason: 'profile', match: { organisation: { vendor: 'kaspersky' } } },
  { table: 'profiles', weight: 'trace', reason: 'profile', match: { id: vendorBundle } },
  {
    table: 'files',
    weight: 'trace',
    reason: 'own-folder',
    match: { path: { vendorPath: /^klconnector(?:\/|$)/ } },
  },
];

const everyProduct = [
  'mac-kes',
  'business-ksos',
  'mac-consumer',
  'mac-nagent',
  'mac-vpn',
  'mac-pwm',
  'mac-parental',
  'mac-unknown',
];

export const macVendor: SharedArtefacts = {
  id: 'mac-vendor',
  systems: ['macos'],
  members: everyProduct,
  unknown: 'mac-unknown',
  signatures: anyOfTheVendor,
};

/** Evidence beside a product. Alone an extension is one of its own, and a folder is told as nobody's. */
export const macBeside: SharedArtefacts = {
  id: 'mac-beside',
  systems: ['macos'],
  members: everyProduct,
  signatures: [
    ...extensionSignatures('hint', 'hint'),
    ...extensionPolicies('hint'),
    ...certificateTraces,
    { table: 'files', weight: 'hint', reason: 'vendor-folder', match: { path: { vendorPath: 'anywhere' } } },
  ],
};
