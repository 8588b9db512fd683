import type { Signature } from '../../model/product.ts';
import { extensionPolicies } from '../browser-extensions.ts';
import { anyVendorName } from '../windows-names.ts';
import { driverFile, endpointDrivers, filterEntry, homeDrivers, plainDrivers } from '../windows-drivers.ts';
import { driverSignatures, processSignatures, serviceSignatures, vendorKey } from '../windows-signatures.ts';

const anywhere = { vendorPath: 'anywhere' } as const;
const distinctServices =
  /^(?:AVP\d+(?:\.\d+)+|AVP\.KES(?:\.\d+)+|avpsus(?:\.KES)?(?:\.\d+)*|KSDE\d+(?:\.\d+)*|klnagent|kladminserver\w*|KAVFS|KAVFSGT|kavfsslp|klvssbri(?:dge|gde)64(?:_[\d.]+)?)$/i;

/** What is surely the vendor's on Windows although no product claims it: whatever stands in its folders or under its names. */
export const windowsTraces: readonly Signature[] = [
  { table: 'files', weight: 'trace', reason: 'vendor-folder', match: { path: anywhere } },
  ...(['home', 'endpoint', 'plain'] as const).flatMap((kind): Signature[] => [
    { table: 'files', weight: 'trace', reason: 'own-file', match: { path: { pattern: driverFile(kind) } } },
    {
      table: 'classFilters',
      weight: 'trace',
      reason: 'class-filter',
      match: { entries: { pattern: filterEntry(kind) } },
    },
  ]),
  {
    table: 'files',
    weight: 'trace',
    reason: 'own-file',
    match: {
      path: { pattern: /^[a-z]:[\\/]windows[\\/]system32[\\/]winevt[\\/]logs[\\/]Kaspersky[^\\/]*\.evtx$/i },
    },
  },
  { table: 'programs', weight: 'trace', reason: 'program-folder', match: { installLocation: anywhere } },
  { table: 'programs', weight: 'trace', reason: 'program-folder', match: { uninstallCommand: anywhere } },
  {
    table: 'programs',
    weight: 'trace',
    reason: 'program-name',
    match: {
      name: { pattern: /^\s*Kaspersky(?:\s?(?:®|™))?(?:\s+\(?v?\d[\d.]*\)?)?\s*$/i },
      publisher: { absent: true },
      installLocation: { absent: true },
    },
  },
  { table: 'services', weight: 'trace', reason: 'service-path', match: { path: anywhere } },
  ...serviceSignatures(distinctServices),
  {
    table: 'services',
    weight: 'trace',
    reason: 'service-name',
    match: { displayName: { pattern: anyVendorName }, path: { absent: true } },
  },
  { table: 'kernelModules', weight: 'trace', reason: 'service-path', match: { path: anywhere } },
  ...[homeDrivers, endpointDrivers, plainDrivers].flatMap((name) => driverSignatures(name, 'trace')),
  { table: 'processes', weight: 'trace', reason: 'process-path', match: { path: anywhere } },
  ...processSignatures(/^(?:avpui|avpsus|ksdeui|klnagent|kavfs|kavfswp|klwtblfs)\.exe$/i),
  { table: 'scheduledTasks', weight: 'trace', reason: 'task-in-vendor-folder', match: { command: anywhere } },
  {
    table: 'scheduledTasks',
    weight: 'trace',
    reason: 'task-in-vendor-folder',
    match: {
      path: { pattern: /^\\?(?:Microsoft\\Windows\\)?Kaspersky(?: ?Lab)?\\.+$/i },
      command: { absent: true },
    },
  },
  { table: 'startup', weight: 'trace', reason: 'startup-in-vendor-folder', match: { command: anywhere } },
  { table: 'registry', weight: 'trace', reason: 'registry-key', match: { path: { pattern: vendorKey('') } } },
  {
    table: 'registry',
    weight: 'trace',
    reason: 'registry-key',
    match: {
      path: {
        pattern:
          /^(?:HKLM|HKEY_LOCAL_MACHINE)\\SYSTEM\\(?:CurrentControlSet|ControlSet\d+)\\Services\\EventLog\\Kaspersky[^\\]*(?:\\.*)?$/i,
      },
    },
  },
  {
    table: 'securityCentre',
    weight: 'trace',
    reason: 'security-centre-stale',
    match: { name: { pattern: anyVendorName } },
  },
  {
    table: 'networkBindings',
    weight: 'trace',
    reason: 'network-filter',
    match: { component: { pattern: /^(?:kl_)?(?:klim[56]?|kltap)$/i } },
  },
  ...extensionPolicies('trace'),
  ...(['method', 'managedBy'] as const).map((column): Signature => ({
    table: 'encryption',
    weight: 'trace',
    reason: 'encrypted-volume',
    match: { [column]: { is: ['kaspersky'] } },
  })),
  ...(['name', 'id'] as const).map((column): Signature => ({
    table: 'packages',
    weight: 'trace',
    reason: 'store-package',
    match: { [column]: { pattern: /^Kaspersky(?:Lab)?\.[\w.]+(?:_[\w.~-]*)?$/i } },
  })),
  { table: 'restartPending', weight: 'trace', reason: 'vendor-folder', match: { detail: anywhere } },
];
