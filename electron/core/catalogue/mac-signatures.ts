import type { ColumnTest, Signature } from '../model/product.ts';

/** Writing aids for what Macs show. Identity there is the bundle id and the Apple team that signed the code. */

/** The Apple team of Kaspersky: it stands in the signature of everything that the vendor ships for macOS. */
export const kasperskyTeam = '2Y8XE5CQ94';

/**
 * Folders that only Kaspersky's products make on a Mac, shared between them. Each may also stand in the library of
 * every user.
 */
export const macRoots: readonly string[] = [
  '/Library/Application Support/Kaspersky Lab',
  '/Library/Logs/Kaspersky Lab',
  '/Library/Caches/Kaspersky Lab',
];

/** Any bundle id of the vendor but that of the downloaded installer, which is no product yet. */
export const vendorBundle: ColumnTest = {
  pattern: /^com\.kaspersky\.(?!kav\.downloader$)[a-z0-9._-]+$/i,
};

interface MacApp {
  /** The application's name, with or without `.app`. Proof only beside a bundle id of the vendor. */
  readonly names: RegExp;
  /** Bundle ids of this product alone, its helpers included. */
  readonly bundles?: RegExp;
  /** Where its installer puts it. */
  readonly paths: readonly string[];
}

/** An application in the Applications folders, what runs from inside it, and what is left of its folder. */
export const appSignatures = ({ names, bundles, paths }: MacApp): readonly Signature[] => [
  ...(bundles === undefined ? [] : bundleSignatures(bundles)),
  {
    table: 'apps',
    weight: 'proof',
    reason: 'bundle-id',
    match: { name: { pattern: names }, bundleId: vendorBundle },
  },
  {
    table: 'apps',
    weight: 'proof',
    reason: 'bundle-id',
    match: { path: { under: paths }, bundleId: vendorBundle },
  },
  {
    table: 'apps',
    weight: 'sign',
    reason: 'program-name',
    match: { name: { pattern: names }, bundleId: { absent: true } },
  },
  {
    table: 'apps',
    weight: 'sign',
    reason: 'program-name',
    match: { path: { under: paths }, name: { absent: true }, bundleId: { absent: true } },
  },
  { table: 'processes', weight: 'sign', reason: 'process-path', match: { path: { under: paths } } },
  { table: 'files', weight: 'trace', reason: 'own-file', match: { path: { under: paths } } },
];

/** Everything that carries a bundle id of one product: the application, its extensions, helpers and receipts. */
const bundleSignatures = (bundles: RegExp): readonly Signature[] => [
  { table: 'apps', weight: 'proof', reason: 'bundle-id', match: { bundleId: { pattern: bundles } } },
  ...systemExtensionSignatures({ pattern: bundles }),
  { table: 'launchItems', weight: 'proof', reason: 'launch-item', match: { label: { pattern: bundles } } },
  { table: 'receipts', weight: 'trace', reason: 'receipt', match: { id: { pattern: bundles } } },
];

/** A system extension of the vendor's team. Where the team is not told, the bundle id alone makes it likely. */
export const systemExtensionSignatures = (bundleId: ColumnTest): readonly Signature<'systemExtensions'>[] => [
  {
    table: 'systemExtensions',
    weight: 'proof',
    reason: 'team-id',
    match: { bundleId, teamId: { is: [kasperskyTeam] } },
  },
  {
    table: 'systemExtensions',
    weight: 'sign',
    reason: 'bundle-id',
    match: { bundleId, teamId: { absent: true } },
  },
];
