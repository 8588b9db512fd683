import type { ColumnTest, Signature } from '../model/product.ts';
import type { AnyRow } from '../model/tables.ts';
import { isKaspersky } from './vendor.ts';

/** One spelling of a path for comparing: forward slashes, no doubled or closing slash, Windows case ignored. */
export const comparablePath = (path: string): string => {
  const slashed = path.replace(/[\\/]+/g, '/').replace(/(?<=.)\/$/, '');
  return slashed.startsWith('/') ? slashed : slashed.toLowerCase();
};

export const isAtOrBelow = (path: string, folder: string): boolean => {
  const inner = comparablePath(path);
  const outer = comparablePath(folder);
  return inner === outer || inner.startsWith(`${outer}/`);
};

/** Whether a path climbs: such a path is never taken to lie where it claims to. */
const climbs = (path: string): boolean => path.split(/[\\/]/).includes('..');

const passes = (test: ColumnTest, value: unknown): boolean => {
  if ('absent' in test) return value === undefined || value === '';
  if (typeof value !== 'string') return false;
  if ('is' in test) return test.is.some((name) => name.toLowerCase() === value.toLowerCase());
  if ('pattern' in test) return test.pattern.test(value);
  if ('vendor' in test) return isKaspersky(value);
  return !climbs(value) && test.under.some((folder) => isAtOrBelow(value, folder));
};

/** Whether every test of a signature holds for a row of its table. */
export const matches = (signature: Signature, row: AnyRow): boolean =>
  Object.entries<ColumnTest>(signature.match).every(([column, test]) => passes(test, row[column]));
