import { matches } from '../catalogue/match.ts';
import type { Signature, SignatureWeight } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import { tableNames } from '../model/tables.ts';
import type { Entry, Owner } from './signature-index.ts';
import { indexOf } from './signature-index.ts';

/** A row together with the signature of one owner (a product or a family) that it matched. */
export interface Claim {
  readonly table: TableName;
  readonly row: AnyRow;
  readonly signature: Signature;
}

export const weightOrder: readonly SignatureWeight[] = ['proof', 'sign', 'hint', 'trace'];

/**
 * For each owner the rows that match it, each with its strongest signature. Every row is looked up in an index of the
 * signatures' own anchors, so the time grows with the rows and hardly with the catalogue.
 */
export const claimsOf = (
  owners: readonly Owner[],
  snapshot: Snapshot,
): ReadonlyMap<string, readonly Claim[]> => {
  const claims = new Map<string, Claim[]>(owners.map((owner) => [owner.id, []]));
  for (const table of tableNames) {
    const reading = snapshot.readings[table];
    if (reading?.kind !== 'ok') continue;
    const index = indexOf(owners, table);
    if (index.size === 0) continue;
    for (const row of reading.rows)
      for (const [owner, signature] of strongestOf(index.candidates(row), row))
        claims.get(owner)?.push({ table, row, signature });
  }
  return claims;
};

const nobody: ReadonlyMap<string, Signature> = new Map();

const strongestOf = (entries: readonly Entry[], row: AnyRow): ReadonlyMap<string, Signature> => {
  if (entries.length === 0) return nobody;
  const strongest = new Map<string, Signature>();
  for (const { owner, signature } of entries) {
    if (!matches(signature, row)) continue;
    const best = strongest.get(owner);
    if (best === undefined || weightOrder.indexOf(signature.weight) < weightOrder.indexOf(best.weight))
      strongest.set(owner, signature);
  }
  return strongest;
};
