import type { Detection } from '../model/detection.ts';
import type { Unchecked } from '../model/evidence.ts';
import type { Verdict } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { requiredTables, tableNames } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { Findings } from './detect.ts';

/**
 * Every place that could not be looked at, or not wholly. A required table that a snapshot lacks counts as not
 * available; an optional one that it lacks was not asked for.
 */
export const uncheckedPlaces = (snapshot: Snapshot): readonly Unchecked[] => {
  const required = requiredTables(snapshot.host.os);
  return tableNames.flatMap((table) => placesOf(snapshot, table, required.includes(table)));
};

const placesOf = (snapshot: Snapshot, table: TableName, required: boolean): Unchecked[] => {
  const reading = snapshot.readings[table];
  if (reading === undefined)
    return required ? [{ table, kind: 'unavailable', why: 'not in the snapshot', required }] : [];
  switch (reading.kind) {
    case 'ok':
      return (reading.gaps ?? []).map((gap) => ({ table, ...gap, required }));
    case 'not-applicable':
      return [];
    case 'unavailable':
    case 'denied':
    case 'failed':
      return [{ table, kind: reading.kind, why: reading.why, required }];
  }
};

const installedStatuses: readonly Detection['status'][] = ['installed', 'report-only'];

/** The verdict of one look. *clean* is said only when every required place could be looked at whole. */
export const verdictOf = (findings: Findings, unchecked: readonly Unchecked[]): Verdict => {
  if (findings.detections.some((detection) => installedStatuses.includes(detection.status))) return 'found';
  if (findings.detections.length > 0 || findings.unattributed.length > 0) return 'leftovers';
  return unchecked.some((place) => place.required === true) ? 'unknown' : 'clean';
};
