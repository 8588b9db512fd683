import type { Catalogue } from '../catalogue/index.ts';
import { comparablePath } from '../catalogue/paths.ts';
import type { Confidence, Detection, DetectionStatus } from '../model/detection.ts';
import type { Evidence, Unattributed } from '../model/evidence.ts';
import type { Product, SharedArtefacts, SignatureWeight } from '../model/product.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AnyRow } from '../model/tables.ts';
import type { Claim } from './claims.ts';
import { claimsOf, weightOrder } from './claims.ts';
import { isLive } from './liveness.ts';
import { ownersOn } from './owners.ts';
import { agrees, splitByVersion, versionColumn, versionHint, versionOf } from './versions.ts';

export interface Findings {
  readonly detections: readonly Detection[];
  readonly unattributed: readonly Unattributed[];
}

/** One product on its way to a detection. */
interface Case {
  readonly product: Product;
  readonly claims: Claim[];
}

/**
 * Everything that a catalogue recognises in a snapshot: a pure function, the same for every way in. Named products
 * first, then what families share, then what only the vendor field proves; a row speaks for one of them.
 */
export const detect = (catalogue: Catalogue, snapshot: Snapshot): Findings => {
  const { products: here, families, named } = ownersOn(catalogue, snapshot.host.os);
  const claims = claimsOf(named, snapshot);
  const taken = new Set<AnyRow>();
  const cases: Case[] = [];
  const open = (product: Product): void => {
    const free = (claims.get(product.id) ?? []).filter((claim) => !taken.has(claim.row));
    if (product.fallback === true)
      for (const claim of free) if (joinsByVersion(claim, cases)) taken.add(claim.row);
    const own = free.filter((claim) => !taken.has(claim.row));
    if (confidenceOf(own) === undefined) return;
    const known = cases.find((each) => each.product === product);
    if (known !== undefined) known.claims.push(...own);
    else for (const part of splitByVersion(own)) cases.push({ product, claims: [...part] });
    for (const claim of own) taken.add(claim.row);
  };

  const place = (): void => {
    for (const family of families) {
      const own = (claims.get(family.id) ?? []).filter((claim) => !taken.has(claim.row));
      if (!share(family, own, cases, here)) continue;
      for (const claim of own) taken.add(claim.row);
    }
  };

  for (const product of here) if (product.fallback !== true) open(product);
  place();
  for (const product of here)
    if (product.fallback === true) {
      open(product);
      // What families share may have found its owner only now.
      place();
    }
  return withSharedFolders(cases.map(judge), unclaimedRows(catalogue, snapshot, taken));
};

/** An entry under a name that nobody knows is the product beside it that has the very same version. */
const joinsByVersion = (claim: Claim, cases: readonly Case[]): boolean => {
  const version = claim.row['version'];
  if (claim.table !== 'programs' || typeof version !== 'string') return false;
  const twin = cases.find((each) => versionOf(each.claims, ownNames(each.product)) === version);
  twin?.claims.push(claim);
  return twin !== undefined;
};

/** Gives each claim of a family to the member that it fits; says whether the claims found an owner. */
const share = (
  family: SharedArtefacts,
  claims: readonly Claim[],
  cases: Case[],
  here: readonly Product[],
): boolean => {
  if (claims.length === 0) return false;
  const members = family.members.flatMap((id) => cases.filter((each) => each.product.id === id));
  if (members.length > 0) {
    for (const claim of claims) ownerOf(claim, members)?.claims.push(claim);
    return true;
  }
  const unknown = here.find((product) => product.id === family.unknown);
  if (unknown === undefined || confidenceOf(claims) === undefined) return false;
  cases.push({ product: unknown, claims: [...claims] });
  return true;
};

/** The member whose version the claim carries; without one, a member that works before what another left behind. */
const ownerOf = (claim: Claim, members: readonly Case[]): Case | undefined => {
  const hint = versionColumn(claim.row) ?? versionHint(claim.row);
  const fitting = members.find((member) => {
    const version = versionOf(member.claims, ownNames(member.product));
    return hint !== undefined && version !== undefined && agrees(version, hint);
  });
  return fitting ?? members.find((member) => member.claims.some(isLiveClaim)) ?? members[0];
};

const isLiveClaim = (claim: Claim): boolean => isLive(claim.table, claim.row);

const ownNames = (product: Product): readonly string[] =>
  product.routes.flatMap((route) =>
    route.kind === 'package' && route.phase !== 'interface' ? route.names : [],
  );

const judge = ({ product, claims }: Case): Detection => {
  const version = versionOf(claims, ownNames(product));
  return {
    productId: product.id,
    name: product.name,
    ...(version === undefined ? {} : { version }),
    status: statusOf(product, claims),
    confidence: confidenceOf(claims) ?? 'weak',
    evidence: weightOrder.flatMap((weight) => claims.filter(ofWeight(weight)).map(evidenceOf)),
  };
};

const ofWeight = (weight: SignatureWeight) => (claim: Claim) => claim.signature.weight === weight;

const evidenceOf = ({ table, row, signature }: Claim): Evidence => ({
  table,
  row: { ...row },
  reason: signature.reason,
});

/** Proof settles it; so do signs of two kinds; what lies in the product's own folder is sure to be its trace. */
const confidenceOf = (claims: readonly Claim[]): Confidence | undefined => {
  if (claims.some(ofWeight('proof'))) return 'proven';
  const kinds = new Set(claims.map((claim) => claim.table));
  if (claims.some(ofWeight('sign'))) return kinds.size > 1 ? 'proven' : 'likely';
  const traces = claims.filter(ofWeight('trace'));
  if (traces.length === 0) return undefined;
  return traces.some((claim) => claim.signature.reason === 'own-folder') ? 'proven' : 'likely';
};

const statusOf = (product: Product, claims: readonly Claim[]): DetectionStatus => {
  const live = claims.some(isLiveClaim);
  switch (product.role) {
    case 'removable':
      return live ? 'installed' : 'leftovers';
    case 'report-only':
    case 'successor':
      return live ? product.role : 'leftovers';
    case 'vendor-tool':
    case 'oem':
      // A tool that lies on the disk is all there is of it; nothing has to run.
      return product.role;
  }
};

/** Rows that are surely Kaspersky's and that no product claims. */
const unclaimedRows = (
  catalogue: Catalogue,
  snapshot: Snapshot,
  taken: ReadonlySet<AnyRow>,
): readonly Unattributed[] => {
  const { unclaimed } = ownersOn(catalogue, snapshot.host.os);
  return [...claimsOf(unclaimed, snapshot).values()]
    .flat()
    .filter((claim) => !taken.has(claim.row))
    .map(evidenceOf);
};

/** A folder that several products share is a trace of the first one that has something in it. */
const withSharedFolders = (detections: readonly Detection[], loose: readonly Unattributed[]): Findings => {
  const holders = detections.map((detection) => foldersAbove(detection.evidence));
  const owners = loose.map((trace) =>
    trace.table === 'files' && typeof trace.row['path'] === 'string'
      ? holders.findIndex((folders) => folders.has(comparablePath(String(trace.row['path']))))
      : -1,
  );
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
