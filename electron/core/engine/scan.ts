import type { Catalogue } from '../catalogue/index.ts';
import { isAtOrBelow } from '../catalogue/paths.ts';
import type { OperatingSystem } from '../model/host.ts';
import type { Reading } from '../model/reading.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { TableName } from '../model/tables.ts';
import type { Cancellation, Clock, Inspector, Interest, Probe } from '../ports.ts';

export type ScanProgress =
  | { readonly table: TableName; readonly state: 'looking' }
  | { readonly table: TableName; readonly state: 'done'; readonly reading: Reading };

export interface ScanPorts {
  readonly inspector: Inspector;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly onProgress: (progress: ScanProgress) => void;
}

/** Looks at this computer with all probes at once, each its own Reading, and changes nothing. */
export const takeSnapshot = async (ports: ScanPorts, catalogue: Catalogue): Promise<Result<Snapshot>> => {
  const { inspector, clock, cancellation, onProgress } = ports;
  const takenAt = clock.now();
  const interest = interestOf(catalogue, inspector.os);
  const [host, readings] = await Promise.all([
    inspector.host(),
    Promise.all(
      inspector.probes.map(async (probe) => {
        onProgress({ table: probe.table, state: 'looking' });
        const reading = await readSafely(probe, interest);
        onProgress({ table: probe.table, state: 'done', reading });
        return [probe.table, reading] as const;
      }),
    ),
  ]);
  if (cancellation.aborted) return fail('cancelled');
  return ok({ schema: snapshotSchemaName, takenAt, host, readings: Object.fromEntries(readings) });
};

/** A probe that throws has a bug; for the person it is still "could not look", never "not there". */
const readSafely = async (probe: Probe, interest: Interest): Promise<Reading> => {
  try {
    return await probe.read(interest);
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
};

/** The places that the catalogue names on one system. Those of Windows begin with a variable, all others do not. */
export const interestOf = (catalogue: Catalogue, os: OperatingSystem): Interest => {
  const isHere = (path: string): boolean => path.startsWith('%') === (os === 'windows');
  const roots = catalogue.roots.filter(isHere);
  const within = (path: string): boolean => roots.some((root) => isAtOrBelow(path, root));
  const outside = catalogue.products
    .filter((product) => product.systems.includes(os))
    .flatMap((product) => product.residue)
    .filter((path) => !within(path) && !/^HK[A-Z]+\\/.test(path));
  const named = (catalogue.named ?? []).filter(({ folder }) => isHere(folder));
  return { roots, exactPaths: [...new Set(outside)], named };
};
