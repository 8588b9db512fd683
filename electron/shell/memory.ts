import { randomUUID } from 'node:crypto';
import type { Asset } from '../core/map/assets.ts';
import type { Fold } from '../core/map/fold.ts';
import type { Directive } from '../core/model/directive.ts';
import type { Report, Subject } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import type { Snapshot } from '../core/model/snapshot.ts';

export interface KeptScan {
  readonly snapshot: Snapshot;
  readonly subject: Subject | undefined;
  /** False for a snapshot from a file: it says nothing of this computer, so nothing may be done after it. */
  readonly ofThisComputer: boolean;
}

/** The reports of many computers, and what they are held against. */
export interface KeptMap {
  readonly folder: string;
  readonly fold: Fold;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly directive: Directive | undefined;
  readonly assets: readonly Asset[] | undefined;
}

/**
 * What main remembers while the window is open, under ids that mean nothing outside. The window gets the ids and
 * reports to show; what is planned and written always comes from here.
 */
export interface Memory {
  keepScan(scan: KeptScan, report: Report): string;
  /** A scan that a plan for this computer may rest on. */
  scanOfThisComputer(scanId: string): Result<KeptScan>;
  keepReport(report: Report, id?: string): string;
  report(id: string): Result<Report>;
  /** Only the latest is kept: it can be of a hundred thousand computers. */
  keepMap(map: KeptMap, id?: string): string;
  map(id: string): Result<KeptMap>;
  clear(): void;
}

/** Looking again makes a new scan each time, and a snapshot can hold some MB: the oldest are let go. */
const keptAtMost = 8;

export const createMemory = (): Memory => {
  const scans = new Map<string, KeptScan>();
  const reports = new Map<string, Report>();
  let map: { readonly id: string; readonly kept: KeptMap } | undefined;
  return {
    keepScan: (scan, report) => {
      const id = randomUUID();
      keep(scans, id, scan);
      keep(reports, id, report);
      return id;
    },
    scanOfThisComputer: (scanId) => {
      const scan = scans.get(scanId);
      if (scan === undefined) return fail('scan-outdated');
      return scan.ofThisComputer ? ok(scan) : fail('other-computer');
    },
    keepReport: (report, id = randomUUID()) => {
      keep(reports, id, report);
      return id;
    },
    report: (id) => {
      const report = reports.get(id);
      return report === undefined ? fail('scan-outdated') : ok(report);
    },
    keepMap: (kept, id = randomUUID()) => {
      map = { id, kept };
      return id;
    },
    map: (id) => (map?.id === id ? ok(map.kept) : fail('map-outdated')),
    clear: () => {
      map = undefined;
      scans.clear();
      reports.clear();
    },
  };
};

const keep = <T>(map: Map<string, T>, id: string, value: T): void => {
  map.delete(id);
  map.set(id, value);
  for (const oldest of [...map.keys()].slice(0, -keptAtMost)) map.delete(oldest);
};
