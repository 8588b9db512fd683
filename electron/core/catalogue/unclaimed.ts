import type { Signature } from '../model/product.ts';
import { windowsTraces } from './shared/windows-traces.ts';
import { certificateTraces, packageSourceTraces } from './vendor-traces.ts';

/** What is surely Kaspersky's even when no product claims it. */
export const unclaimedTraces = (roots: readonly string[]): readonly Signature[] => [
  { table: 'files', weight: 'trace', reason: 'vendor-folder', match: { path: { under: roots } } },
  { table: 'units', weight: 'trace', reason: 'unit-program', match: { program: { under: roots } } },
  { table: 'units', weight: 'trace', reason: 'unit-program', match: { path: { under: roots } } },
  { table: 'processes', weight: 'trace', reason: 'process-path', match: { path: { under: roots } } },
  ...windowsTraces,
  ...certificateTraces,
  ...packageSourceTraces,
];
