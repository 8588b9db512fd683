import type { Directive } from '../model/directive.ts';
import type { Computer, Conflict, FleetMap } from '../model/map.ts';
import { computerMarks, mapSchemaName } from '../model/map.ts';
import type { Asset } from './assets.ts';
import { matchAssets } from './assets.ts';
import { clockOf, markLate } from './clock.ts';
import { markClones } from './clones.ts';
import type { Concluded } from './computer.ts';
import { conclude, labelOf } from './computer.ts';
import { groupReports, sameLabel } from './computers.ts';
import type { SharedLabel } from './computers.ts';
import type { ReportFacts } from './facts.ts';
import { productCounts, sitesOf, totalsOf } from './totals.ts';

/** A look so far ahead of the present, in ms, is of a wrong clock. */
const tolerance = 24 * 60 * 60 * 1000;

/** What a map is made with, beside the reports. */
export interface FoldEnding {
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Undefined: nobody said which computers there are. */
  readonly assets?: readonly Asset[] | undefined;
  readonly directive?: Directive | undefined;
}

interface Rolled extends FoldEnding {
  readonly source: Omit<FleetMap['source'], 'superseded' | 'assets'>;
  readonly usable: readonly ReportFacts[];
  readonly altered: readonly ReportFacts[];
}

/** Makes the map of all reports. The same for the same reports, in whatever order they were read. */
export const rollUp = (rolled: Rolled, skipped: FleetMap['skipped']): FleetMap => {
  const limit = Date.parse(rolled.now) + tolerance;
  const sorted = rolled.usable.toSorted(byFile);
  const usable = sorted.filter(({ lookedAt }) => lookedAt <= limit);
  const future = sorted.filter(({ lookedAt }) => lookedAt > limit);
  const altered = rolled.altered.toSorted(byFile);
  const { groups, shared } = groupReports(usable, [...altered, ...future]);
  const inConflict = new Set(shared.flatMap(({ reports }) => reports));
  const seen = groups.map((group) => conclude(group, inConflict));
  const clones = markClones(seen);
  const all = matchAssets(seen, rolled.assets);
  if (rolled.directive !== undefined) markLate(rolled.directive, all);
  const computers = all.map(({ computer }) => inOrder(computer)).toSorted(byLabel);
  return {
    schema: mapSchemaName,
    createdAt: rolled.now,
    tool: rolled.tool,
    source: {
      ...rolled.source,
      superseded: seen.reduce((sum, { computer }) => sum + Math.max(0, computer.reports - 1), 0),
      ...(rolled.assets === undefined ? {} : { assets: all.filter(({ listed }) => listed).length }),
    },
    totals: totalsOf(computers),
    ...(rolled.directive === undefined
      ? {}
      : { directive: clockOf(rolled.directive, rolled.now, all, rolled.assets !== undefined) }),
    sites: sitesOf(computers),
    products: productCounts(computers),
    computers,
    clones,
    conflicts: conflictsOf(seen, shared),
    altered: altered.map((each) => ({ file: each.file, label: labelOf([each]) })),
    future: future.map((each) => ({
      file: each.file,
      label: labelOf([each]),
      lookedAt: new Date(each.lookedAt).toISOString(),
    })),
    skipped,
  };
};

const byFile = (a: ReportFacts, b: ReportFacts): number => (a.file < b.file ? -1 : 1);

const byLabel = (a: { readonly label: string }, b: { readonly label: string }): number => {
  const [one, other] = [sameLabel(a.label), sameLabel(b.label)];
  return one === other ? 0 : one < other ? -1 : 1;
};

const inOrder = (computer: Computer): Computer => ({
  ...computer,
  marks: computerMarks.filter((mark) => computer.marks.includes(mark)),
});

const conflictsOf = (seen: readonly Concluded[], shared: readonly SharedLabel[]): Conflict[] => {
  const filesOf = (reports: readonly ReportFacts[]): string[] => reports.map(({ file }) => file).toSorted();
  const sameTime = seen.flatMap(({ computer, judged }): Conflict[] =>
    judged === undefined || judged.disagreeing.length === 0
      ? []
      : [{ kind: 'same-time', label: computer.label, files: filesOf(judged.disagreeing) }],
  );
  const labels = shared.map(({ kind, label, reports }) => ({ kind, label, files: filesOf(reports) }));
  return [...labels, ...sameTime].toSorted(byLabel);
};
