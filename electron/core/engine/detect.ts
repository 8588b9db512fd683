import type { Catalogue } from '../catalogue/index.ts';
import { comparablePath, matches } from '../catalogue/match.ts';
import { unclaimedTraces } from '../catalogue/unclaimed.ts';
import type { Confidence, Detection, DetectionStatus } from '../model/detection.ts';
import type { Evidence, Unattributed } from '../model/evidence.ts';
import type { Product, Signature } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import { tableNames } from '../model/tables.ts';
import { isLive } from './liveness.ts';

export interface Findings {
  readonly detections: readonly Detection[];
  readonly unattributed: readonly Unattributed[];
}

/** A row together with the signature of one product that it matched. */
interface Claim {
  readonly table: TableName;
  readonly row: AnyRow;
  readonly signature: Signature;
}

/** Everything that a catalogue recognises in a snapshot: a pure function, the same for every way in. */
export const detect = (catalogue: Catalogue, snapshot: Snapshot): Findings => {
  const claimed = new Set<AnyRow>();
  const here = catalogue.products.filter((product) => product.systems.includes(snapshot.host.os));
  const named = here.filter((product) => product.fallback !== true);
  const fallbacks = here.filter((product) => product.fallback === true);

  const detections: Detection[] = [];
  for (const group of [named, fallbacks]) {
    const found = group.map((product) => ({ product, claims: claimsOf(product, snapshot, claimed) }));
    for (const { product, claims } of found) {
      const detection = judge(product, claims);
      if (detection === undefined) continue;
      detections.push(detection);
      for (const claim of claims) claimed.add(claim.row);
    }
  }
  const loose = unclaimedRows(catalogue, snapshot, claimed);
  return withSharedFolders(detections, loose);
};

const rowsOf = (snapshot: Snapshot, table: TableName): readonly AnyRow[] => {
  const reading = snapshot.readings[table];
  return reading?.kind === 'ok' ? reading.rows : [];
};

const claimsOf = (product: Product, snapshot: Snapshot, taken: ReadonlySet<AnyRow>): Claim[] => {
  const claims: Claim[] = [];
  for (const table of tableNames) {
    const signatures = product.signatures.filter((signature) => signature.table === table);
    if (signatures.length === 0) continue;
    for (const row of rowsOf(snapshot, table)) {
      if (taken.has(row)) continue;
      const signature = strongest(signatures.filter((candidate) => matches(candidate, row)));
      if (signature !== undefined) claims.push({ table, row, signature });
    }
  }
  return claims;
};

const weightOrder = ['proof', 'sign', 'hint', 'trace'] as const;
const strongest = (signatures: readonly Signature[]): Signature | undefined =>
  weightOrder
    .map((weight) => signatures.find((signature) => signature.weight === weight))
    .find((signature) => signature !== undefined);

/** Turns claims into one detection, or into nothing when only common names match. */
const judge = (product: Product, claims: readonly Claim[]): Detection | undefined => {
  const confidence = confidenceOf(claims);
  if (confidence === undefined) return undefined;
  const version = versionOf(product, claims);
  return {
    productId: product.id,
    name: product.name,
    ...(version === undefined ? {} : { version }),
    status: statusOf(product, claims),
    confidence,
    evidence: strongestFirst(claims).map(evidenceOf),
  };
};

const strongestFirst = (claims: readonly Claim[]): readonly Claim[] =>
  weightOrder.flatMap((weight) => claims.filter((claim) => claim.signature.weight === weight));

const evidenceOf = ({ table, row, signature }: Claim): Evidence => ({
  table,
  row: { ...row },
  reason: signature.reason,
});

/** Proof settles it; so do signs of two kinds; what lies in the product's own folder is sure to be its trace. */
const confidenceOf = (claims: readonly Claim[]): Confidence | undefined => {
  const of = (weight: Signature['weight']) => claims.filter((claim) => claim.signature.weight === weight);
  if (of('proof').length > 0) return 'proven';
  const signs = of('sign');
  const hints = of('hint');
  const traces = of('trace');
  const kinds = new Set([...signs, ...hints, ...traces].map((claim) => claim.table));
  if (signs.length > 0) return kinds.size > 1 ? 'proven' : 'likely';
  if (traces.length === 0) return undefined;
  return traces.some((claim) => claim.signature.reason === 'own-folder') ? 'proven' : 'likely';
};

const statusOf = (product: Product, claims: readonly Claim[]): DetectionStatus => {
  if (!claims.some((claim) => isLive(claim.table, claim.row))) return 'leftovers';
  switch (product.role) {
    case 'removable':
      return 'installed';
    case 'report-only':
    case 'vendor-tool':
    case 'successor':
    case 'oem':
      return product.role;
  }
};

/** The version as the machine says it: of the product's own package before that of its helpers, live rows first. */
const versionOf = (product: Product, claims: readonly Claim[]): string | undefined => {
  const names = product.routes.filter((route) => route.phase !== 'interface').flatMap((route) => route.names);
  const rank = (claim: Claim): number =>
    (isLive(claim.table, claim.row) ? 0 : 2) + (names.includes(String(claim.row['name'])) ? 0 : 1);
  return claims
    .filter((claim) => typeof claim.row['version'] === 'string' && claim.row['version'] !== '')
    .toSorted((a, b) => rank(a) - rank(b))
    .map((claim) => String(claim.row['version']))[0];
};

/** Rows that are surely Kaspersky's and that no product claims. */
const unclaimedRows = (
  catalogue: Catalogue,
  snapshot: Snapshot,
  claimed: ReadonlySet<AnyRow>,
): Unattributed[] => {
  const found = new Map<AnyRow, Unattributed>();
  for (const trace of unclaimedTraces(catalogue.roots))
    for (const row of rowsOf(snapshot, trace.table))
      if (!claimed.has(row) && !found.has(row) && matches(trace, row))
        found.set(row, { table: trace.table, row: { ...row }, reason: trace.reason });
  return [...found.values()];
};

/** A folder that several products share is a trace of the first one that has something in it. */
const withSharedFolders = (detections: readonly Detection[], loose: readonly Unattributed[]): Findings => {
  const holders = detections.map((detection) => foldersAbove(detection.evidence));
  const ownerOf = (trace: Unattributed): number =>
    trace.table === 'files' && typeof trace.row['path'] === 'string'
      ? holders.findIndex((folders) => folders.has(comparablePath(String(trace.row['path']))))
      : -1;
  const owners = loose.map(ownerOf);
  return {
    detections: detections.map((detection, at) => ({
      ...detection,
      evidence: [...detection.evidence, ...loose.filter((_, trace) => owners[trace] === at)],
    })),
    unattributed: loose.filter((_, trace) => owners[trace] === -1),
  };
};

/** Every folder on the way to a path in this evidence. */
const foldersAbove = (evidence: readonly Evidence[]): ReadonlySet<string> => {
  const folders = new Set<string>();
  for (const { row } of evidence) {
    let path = typeof row['path'] === 'string' ? comparablePath(row['path']) : '';
    while (path.includes('/')) {
      path = path.slice(0, path.lastIndexOf('/'));
      if (folders.has(path)) break;
      folders.add(path);
    }
  }
  return folders;
};
