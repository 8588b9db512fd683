import type { AnyRow } from '../model/tables.ts';
import type { Claim } from './claims.ts';
import { isLive } from './liveness.ts';

/** Tables whose rows are installations: two of them with different versions are two installations side by side. */
const installations = new Set(['programs', 'apps']);

export const versionColumn = (row: AnyRow): string | undefined =>
  typeof row['version'] === 'string' && row['version'] !== '' ? row['version'] : undefined;

/** The version that a name carries: `AVP21.3`, `klif.K4W-21-25`, `Kaspersky VPN 5.8`. Written with dots. */
export const versionHint = (row: AnyRow): string | undefined => {
  for (const column of ['name', 'path', 'value']) {
    const text = row[column];
    if (typeof text !== 'string') continue;
    const found = /(?:avp|ksde|pure|kes\.|k4w-|bridge(?:d|g)?e?64_| )(\d+(?:[.-]\d+)+)/i.exec(text)?.[1];
    if (found !== undefined) return found.replaceAll('-', '.');
  }
  return undefined;
};

/** What came along with a product and counts its own versions: add-ons of browsers, Explorer and Windows. */
const isCompanion = (claim: Claim): boolean =>
  claim.table === 'browserExtensions' || (claim.table === 'packages' && claim.row['manager'] === 'appx');

/**
 * The version as the machine says it: of a live installation before anything else, of the product's own package before
 * that of its helpers, then of the product's registry key, then of a name that carries one, at last of a companion.
 */
export const versionOf = (claims: readonly Claim[], ownNames: readonly string[]): string | undefined => {
  const rank = (claim: Claim): number =>
    (installations.has(claim.table) || claim.table === 'packages' ? 0 : 4) +
    (isLive(claim.table, claim.row) && claim.signature.component !== true ? 0 : 2) +
    (ownNames.length === 0 || ownNames.includes(String(claim.row['name'])) ? 0 : 1);
  const told = claims
    .filter((claim) => versionColumn(claim.row) !== undefined)
    .toSorted((a, b) => rank(a) - rank(b));
  const own = told.find((claim) => !isCompanion(claim));
  return (
    (own && versionColumn(own.row)) ??
    registryVersion(claims) ??
    claims.map((claim) => versionHint(claim.row)).find((hint) => hint !== undefined) ??
    (told[0] && versionColumn(told[0].row))
  );
};

const registryVersion = (claims: readonly Claim[]): string | undefined =>
  claims
    .filter(
      (claim) => claim.table === 'registry' && String(claim.row['value']).toLowerCase() === 'productversion',
    )
    .map((claim) => claim.row['data'])
    .find((data): data is string => typeof data === 'string' && data !== '');

/** Claims of one product, apart by installed version; what carries no version of its own goes with the newest. */
export const splitByVersion = (claims: readonly Claim[]): readonly (readonly Claim[])[] => {
  const installed = claims.filter(
    (claim) => installations.has(claim.table) && claim.signature.component !== true,
  );
  const versions = [...new Set(installed.flatMap((claim) => versionColumn(claim.row) ?? []))].toSorted(
    newestFirst,
  );
  if (versions.length < 2) return [claims];
  return versions.map((_, at) =>
    claims.filter((claim) => {
      const own = versionColumn(claim.row) ?? versionHint(claim.row);
      const fit = own === undefined ? -1 : versions.findIndex((each) => agrees(each, own));
      return fit === -1 ? at === 0 : fit === at;
    }),
  );
};

/** `21.3.10.391` and `21.3` agree. */
export const agrees = (version: string, hint: string): boolean =>
  version === hint || version.startsWith(`${hint}.`) || hint.startsWith(`${version}.`);

const newestFirst = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (right?.[at] ?? 0) - (left?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
