import type { Surface } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { requiredTables, tableNames } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { Findings } from './detect.ts';

/** One line a place: how the look ended there, how much was looked at, how many rows are signs of Kaspersky. */
export const surfacesOf = (snapshot: Snapshot, findings: Findings): readonly Surface[] => {
  const required = requiredTables(snapshot.host.os);
  return tableNames
    .filter((table) => snapshot.readings[table] !== undefined || required.includes(table))
    .map((table) => surfaceOf(snapshot, table, signsIn(findings, table)));
};

const surfaceOf = (snapshot: Snapshot, table: TableName, signs: number): Surface => {
  const reading = snapshot.readings[table];
  if (reading?.kind !== 'ok')
    return { table, kind: reading?.kind ?? 'unavailable', looked: 0, signs, gaps: 0 };
  return { table, kind: 'ok', looked: reading.rows.length, signs, gaps: reading.gaps?.length ?? 0 };
};

const signsIn = (findings: Findings, table: TableName): number =>
  [...findings.detections.flatMap((detection) => detection.evidence), ...findings.unattributed].filter(
    (evidence) => evidence.table === table,
  ).length;
