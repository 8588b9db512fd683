import { join } from 'node:path';
import type { Report } from '../../../electron/core/model/report.ts';
import type { ExecOptions, EnterOptions, InsideProcess } from '../debian/enter';
import type { Host } from '../debian/host';
import type { ExecResult } from '../debian/outside';
import { repoRoot } from '../debian/paths';

/** The command line as it is shipped: one file, run by node on the host. */
const program = join(repoRoot, 'build/out/cli/removal-assistant.cjs');

export interface Assistant {
  /** What runs it on the host. */
  readonly argv: (args: readonly string[]) => readonly string[];
  readonly run: (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;
  /** With `--json`: the exit code and the one document on standard output. */
  readonly report: (args: readonly string[], options?: ExecOptions) => Promise<Answer>;
  readonly start: (args: readonly string[], options?: EnterOptions) => InsideProcess;
}

export interface Answer {
  readonly code: number | null;
  readonly report: Report;
  readonly stderr: string;
}

export const assistantOn = (host: Host): Assistant => {
  const argv = (args: readonly string[]): readonly string[] => [host.nodePath, program, ...args];
  return {
    argv,
    run: (args, options) => host.exec(argv(args), options),
    report: async (args, options) => {
      const { code, stdout, stderr } = await host.exec(argv([...args, '--json']), options);
      return { code, report: JSON.parse(stdout) as Report, stderr };
    },
    start: (args, options) => host.spawn(argv(args), options),
  };
};

/** Paths of everything that a report names as left behind, sorted. */
export const leftoverPaths = (report: Report): readonly string[] => leftovers(report, 'files', 'path');

/** Names of the groups and users that a report names as left behind, sorted. */
export const leftoverGroups = (report: Report): readonly string[] => leftovers(report, 'accounts', 'name');

const leftovers = (report: Report, table: string, column: string): readonly string[] =>
  [
    ...report.detections
      .filter((detection) => detection.status === 'leftovers')
      .flatMap((detection) => detection.evidence),
    ...report.unattributed,
  ]
    .filter((evidence) => evidence.table === table)
    .map((evidence) => String(evidence.row[column]))
    .toSorted();

/** The last line of what was said, which is the one that people read. */
export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** The packages that a plan removes, in its order. */
export const plannedPackages = (actions: Report['plan']['actions']): readonly string[] =>
  actions.flatMap((action) => (action.kind === 'remove-package' ? [action.package] : []));
