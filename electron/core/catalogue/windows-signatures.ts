import type { ColumnTest, ReasonCode, Signature, SignatureWeight } from '../model/product.ts';
import type { TableName } from '../model/tables.ts';
import { programSignatures } from './signatures.ts';
import { anyVendorName, foreignName } from './windows-names.ts';

/** Writing aids for what Windows shows: one description of a product becomes its evidence on every surface. */

interface WindowsTraits {
  /** Names in the list of programs, in the product's own keys and in Windows Security. */
  readonly names: readonly RegExp[];
  /** Names that others may use too: they count with the vendor's name or folder, or beside another sign. */
  readonly commonNames?: readonly RegExp[];
  /** Consoles and plug-ins with an entry and a version of their own. */
  readonly parts?: readonly RegExp[];
  /** Folders below the vendor's own, in lower case: anchored at the start, ending at a folder's end. */
  readonly folders?: RegExp;
  /** Service names that only this product has. */
  readonly services?: RegExp;
  /** File names of programs that only this product has. */
  readonly programs?: RegExp;
  /** File names and service names too short or too common to count alone. */
  readonly commonPrograms?: RegExp;
  readonly commonServices?: RegExp;
  /** Keys below the vendor's own key. */
  readonly keys?: string;
  readonly winget?: readonly string[];
  /** Installer codes that public lists give for some versions. Never run from here, only recognised. */
  readonly codes?: readonly string[];
}

const one = <T extends TableName>(
  table: T,
  weight: SignatureWeight,
  reason: ReasonCode,
  match: Signature<T>['match'],
): Signature<T> => ({ table, weight, reason, match });

const vendor = { vendor: 'kaspersky' } as const;
const absent = { absent: true } as const;

/** Everything one product of Windows is recognised by. */
export const windowsSignatures = (traits: WindowsTraits): readonly Signature[] => [
  ...programSignatures(traits.names),
  ...programSignatures(traits.commonNames ?? [], { common: true }),
  ...programSignatures(traits.parts ?? []).map((signature) => ({ ...signature, component: true as const })),
  ...codeSignatures(traits.codes ?? []),
  ...[...traits.names, ...(traits.commonNames ?? [])].flatMap(nameElsewhere),
  ...(traits.folders === undefined ? [] : folderSignatures(traits.folders)),
  ...(traits.services === undefined ? [] : serviceSignatures(traits.services)),
  ...(traits.commonServices === undefined ? [] : commonServiceSignatures(traits.commonServices)),
  ...(traits.programs === undefined ? [] : processSignatures(traits.programs)),
  ...(traits.commonPrograms === undefined ? [] : commonProcessSignatures(traits.commonPrograms)),
  ...(traits.keys === undefined ? [] : [keyTrace(traits.keys)]),
  ...wingetSignatures(traits.winget ?? []),
];

/** The same name where it shows what is or was here, but never that it works. */
const nameElsewhere = (pattern: RegExp): readonly Signature[] => [
  one('registry', 'proof', 'registry-product-name', {
    path: { pattern: vendorKey('') },
    value: { is: ['ProductName', 'ProdDisplayName', 'LocalizedProductName', 'DisplayName', 'Name'] },
    data: { pattern },
  }),
  one('securityCentre', 'hint', 'security-centre-name', { name: { pattern } }),
  one('packages', 'sign', 'package-name', { name: { pattern }, manager: { is: ['winget'] } }),
];

/** The product's own folder: what is installed or runs there proves it, what lies there shows that it was here. */
export const folderSignatures = (rest: RegExp): readonly Signature[] => {
  const below: ColumnTest = { vendorPath: rest };
  const nameless = [vendor, absent].flatMap((publisher) => [
    one('programs', 'proof', 'program-folder', { name: absent, publisher, installLocation: below }),
    one('programs', 'proof', 'program-folder', { name: absent, publisher, uninstallCommand: below }),
    one('programs', 'proof', 'program-folder', {
      name: { pattern: foreignName },
      publisher,
      installLocation: below,
    }),
  ]);
  return [
    ...nameless,
    one('services', 'proof', 'service-path', { path: below }),
    one('processes', 'proof', 'process-path', { path: below }),
    ...folderTraces(rest),
  ];
};

/** What may stay in a folder, or point into it, after the product is gone. */
export const folderTraces = (rest: RegExp): readonly Signature[] => [
  one('files', 'trace', 'own-folder', { path: { vendorPath: rest } }),
  one('scheduledTasks', 'trace', 'task-in-vendor-folder', { command: { vendorPath: rest } }),
  one('startup', 'trace', 'startup-in-vendor-folder', { command: { vendorPath: rest } }),
];

/**
 * A service by a name that nobody else uses. Outside the vendor's folders (an administrator may choose another one) its
 * display name has to begin with the vendor's word; without one it counts only beside another sign. Under somebody
 * else's display name and in somebody else's folder it is somebody else's, whatever it is called.
 */
export const serviceSignatures = (name: RegExp): readonly Signature<'services'>[] => [
  one('services', 'proof', 'service-name', { name: { pattern: name }, path: { vendorPath: 'anywhere' } }),
  one('services', 'sign', 'service-name', { name: { pattern: name }, path: absent }),
  one('services', 'sign', 'service-name', {
    name: { pattern: name },
    displayName: { pattern: anyVendorName },
  }),
  one('services', 'hint', 'service-name', { name: { pattern: name }, displayName: absent }),
];

const commonServiceSignatures = (name: RegExp): readonly Signature<'services'>[] => [
  one('services', 'hint', 'short-name', { name: { pattern: name }, path: absent }),
  one('services', 'hint', 'short-name', { name: { pattern: name }, path: { vendorPath: 'anywhere' } }),
];

/** A running program by a file name that nobody else uses; where its path is known, it must be the vendor's. */
export const processSignatures = (name: RegExp): readonly Signature<'processes'>[] => [
  one('processes', 'proof', 'process-name', { name: { pattern: name }, path: { vendorPath: 'anywhere' } }),
  one('processes', 'sign', 'process-name', { name: { pattern: name }, path: absent }),
];

export const commonProcessSignatures = (name: RegExp): readonly Signature<'processes'>[] => [
  one('processes', 'hint', 'short-name', { name: { pattern: name }, path: absent }),
  one('processes', 'hint', 'short-name', { name: { pattern: name }, path: { vendorPath: 'anywhere' } }),
];

const codeSignatures = (codes: readonly string[]): readonly Signature<'programs'>[] => {
  if (codes.length === 0) return [];
  const keys: ColumnTest = { is: codes.flatMap((code) => [code, `InstallWIX_${code}`]) };
  return [
    one('programs', 'proof', 'product-code', { productCode: { is: codes }, publisher: vendor }),
    one('programs', 'proof', 'product-code', { key: keys, publisher: vendor }),
    one('programs', 'sign', 'product-code', { productCode: { is: codes }, publisher: absent }),
    one('programs', 'sign', 'product-code', { key: keys, publisher: absent }),
  ];
};

const wingetSignatures = (ids: readonly string[]): readonly Signature<'packages'>[] =>
  ids.length === 0 ? [] : [one('packages', 'sign', 'store-package', { id: { is: ids } })];

const hives =
  '(?:HKLM|HKEY_LOCAL_MACHINE|HKCU|HKEY_CURRENT_USER|(?:HKU|HKEY_USERS)\\\\[^\\\\]+)\\\\software\\\\(?:wow6432node\\\\)?';

/** A key of the vendor in either view, of the machine or of a user. `rest` is what follows, without a backslash. */
export const vendorKey = (rest: string): RegExp => {
  const below = rest === '' ? '' : `\\\\(?:protected\\\\)?(?:${rest})`;
  return new RegExp(`^${hives}kaspersky ?lab${below}(?:\\\\.*)?$`, 'i');
};

export const keyTrace = (rest: string): Signature<'registry'> =>
  one('registry', 'trace', 'registry-key', { path: { pattern: vendorKey(rest) } });

/** A kernel driver, in the list of modules or of services. Sure by its tag or exact name; live only with its file. */
export const driverSignatures = (name: RegExp, weight: SignatureWeight): readonly Signature[] => [
  one('kernelModules', weight, 'driver-name', { name: { pattern: name } }),
  one('services', weight, 'driver-name', { name: { pattern: name } }),
];
