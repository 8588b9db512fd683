import { catalogue } from '../catalogue/index.ts';
import type { Findings } from '../engine/detect.ts';
import { detect } from '../engine/detect.ts';
import { okReading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { Row, TableName } from '../model/tables.ts';

export type Tables = { readonly [T in TableName]?: readonly Row<T>[] };

/** A Windows computer of which these tables were read, each whole. */
export const windowsHost = (tables: Tables): Snapshot => ({
  schema: snapshotSchemaName,
  takenAt: '2026-11-02T10:00:00.000Z',
  host: { os: 'windows', version: '10.0.26100', arch: 'x64', elevated: true },
  readings: Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, okReading<unknown>(rows)]),
  ),
});

export const look = (tables: Tables): Findings => detect(catalogue, windowsHost(tables));

/** `id status version` of everything found, the short form of a result. */
export const found = (tables: Tables): readonly string[] =>
  look(tables).detections.map(({ productId, status, version }) =>
    [productId, status, ...(version === undefined ? [] : [version])].join(' '),
  );
