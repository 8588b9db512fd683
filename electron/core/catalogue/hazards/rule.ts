import type { Detection } from '../../model/detection.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { HazardReason } from '../../model/hazard.ts';
import type { ReasonCode } from '../../model/product.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { AnyRow, Row, TableName } from '../../model/tables.ts';

/** What a rule may look at: one look at one computer, and what works on it. */
export interface Scene {
  readonly snapshot: Snapshot;
  /** Every product that works here, whether this rule is about it or not. */
  readonly live: readonly Detection[];
  /** Those of them that this rule is about. */
  readonly concerned: readonly Detection[];
}

/** What shows a hazard. Its level is the one in `model/hazard.ts` unless the sign is a weak one. */
export interface Sign {
  readonly evidence: readonly Evidence[];
  /** Not seen at work: it takes a word instead of stopping. For the two encryption hazards only. */
  readonly weak?: 'only-a-name' | 'could-not-check';
  /** The products that it touches, where those are others than the rule is about. */
  readonly touches?: readonly Detection[];
}

/** One hazard: the products it is about, and how it shows. */
export interface HazardRule {
  /** Whether a working product is one that this hazard is about. */
  readonly about: (detection: Detection) => boolean;
  /**
   * `only`: nothing but `about` counts. Otherwise a product file may name the hazard for itself as well.
   * `artefacts`: the hazard lies in what a product put into the system, so it counts without any product too.
   */
  readonly scope?: 'only' | 'artefacts';
  readonly sign: (scene: Scene) => Sign | undefined;
}

/** Rows that answer for a table. A table that could not be read has none; it never says "not there". */
export const rowsOf = <T extends TableName>(snapshot: Snapshot, table: T): readonly Row<T>[] => {
  const reading = snapshot.readings[table];
  return reading?.kind === 'ok' ? reading.rows : [];
};

export const evidence = (
  table: TableName,
  rows: readonly AnyRow[],
  reason: ReasonCode | HazardReason,
): readonly Evidence[] => rows.map((row) => ({ table, row: { ...row }, reason }));

/** What shows a product that is here: its strongest row. */
export const productRows = (detections: readonly Detection[]): readonly Evidence[] =>
  detections.flatMap((detection) => detection.evidence.slice(0, 1));

/** For what no machine can read: it is there as soon as the product that causes it is. */
export const withProduct = ({ concerned }: Scene): Sign => ({ evidence: productRows(concerned) });

/** A hazard that is there only when rows show it. */
export const shownBy = (rows: readonly Evidence[]): Sign | undefined =>
  rows.length === 0 ? undefined : { evidence: rows };

/** Column values as they are compared: probes and people write them in different case, with blanks or underscores. */
export const plain = (value: string | undefined): string =>
  (value ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
