import type { ColumnTest, Signature } from '../model/product.ts';
import type { AnyRow } from '../model/tables.ts';
import { belowVendorFolder, climbs, comparablePath } from './paths.ts';
import { isKaspersky } from './vendor.ts';

const companies = new Map<string, boolean>();

/** As `isKaspersky`; companies repeat from row to row, so the last few thousand answers are kept. */
export const isVendor = (company: string): boolean => {
  const known = companies.get(company);
  if (known !== undefined) return known;
  if (companies.size > 4000) companies.clear();
  const answer = isKaspersky(company);
  companies.set(company, answer);
  return answer;
};

const passes = (test: ColumnTest, value: unknown): boolean => {
  if ('absent' in test) return value === undefined || value === '';
  if (Array.isArray(value)) return value.some((one) => passes(test, one));
  if (typeof value === 'boolean') return 'is' in test && test.is.includes(String(value));
  if (typeof value !== 'string') return false;
  if ('is' in test) return test.is.some((name) => name.toLowerCase() === value.toLowerCase());
  if ('pattern' in test) return test.pattern.test(value);
  if ('vendor' in test) return isVendor(value);
  if ('vendorPath' in test) return isBelowVendor(test.vendorPath, value);
  return !climbs(value) && isUnder(value, test.under);
};

const comparableFolders = new WeakMap<readonly string[], readonly string[]>();

/** As `isAtOrBelow` for any of these folders; the folders of a signature are brought to their form only once. */
const isUnder = (path: string, folders: readonly string[]): boolean => {
  let outer = comparableFolders.get(folders);
  if (outer === undefined) comparableFolders.set(folders, (outer = folders.map(comparablePath)));
  const inner = comparablePath(path);
  return outer.some((folder) => inner === folder || inner.startsWith(`${folder}/`));
};

const isBelowVendor = (pattern: RegExp | 'anywhere', value: string): boolean => {
  const rest = belowVendorFolder(value);
  if (rest === undefined) return false;
  return pattern === 'anywhere' || pattern.test(rest);
};

/** Whether every test of a signature holds for a row of its table. */
export const matches = (signature: Signature, row: AnyRow): boolean =>
  Object.entries<ColumnTest>(signature.match).every(([column, test]) => passes(test, row[column]));
