import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianSnapshot, leftoverRows, managedRows } from '../../core/testing/hosts.ts';
import type { FakeComputer, Seat } from './cli.ts';

/** Command lines for every command and every exit code that can be had on a computer in memory. */

export const managed = (more: Partial<FakeComputer> = {}): FakeComputer => ({
  packages: [...(managedRows.packages ?? [])],
  ...more,
});
const closed: FakeComputer = { readings: { files: { kind: 'failed', why: 'x' } } };
const leftovers = (): FakeComputer => ({ packages: [...(leftoverRows.packages ?? [])] });
const stopped = (): AbortController => {
  const stop = new AbortController();
  stop.abort();
  return stop;
};
/** A removal of everything, by nobody at a terminal. */
export const go = ['remove', '--yes', '--accept', 'managed-redeploy'];
const runId = '20261123-100000-000001';

export interface Case {
  readonly exit: number;
  /** KIND of `removal-assistant/KIND/1`. */
  readonly document: string;
  readonly argv: () => readonly string[];
  readonly seat?: () => Seat;
  /** Command lines that come before it, at the same seat and in the same folder. */
  readonly before?: readonly (readonly string[])[];
}

const report = 'report';
export const problem = 'problem';
const on =
  (computer: FakeComputer, more: Omit<Seat, 'computer'> = {}): (() => Seat) =>
  () => ({
    computer,
    ...more,
  });

/** In `folder` lie an intact report `r.json`, an altered one `a.json` and a folder `reports`. */
export const contractCases = (folder: string): Readonly<Record<string, Case>> => {
  const at = (name: string): string => join(folder, name);
  const file = (name: string, content: string): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const snapshot = (): string => file('pc.json', JSON.stringify(debianSnapshot(managedRows)));
  return {
    'scan of a clean computer': { exit: 0, document: report, argv: () => ['scan'], seat: on({}) },
    'scan with a product': { exit: 10, document: report, argv: () => ['scan'], seat: on(managed()) },
    'scan of leftovers': { exit: 11, document: report, argv: () => ['scan'], seat: on(leftovers()) },
    'scan with a closed place': { exit: 12, document: report, argv: () => ['scan'], seat: on(closed) },
    'scan of a file': { exit: 10, document: report, argv: () => ['scan', '--from', snapshot()] },
    'scan that is stopped': {
      exit: 24,
      document: problem,
      argv: () => ['scan'],
      seat: on({}, { stop: stopped() }),
    },
    'scan of no file': { exit: 65, document: problem, argv: () => ['scan', '--from', at('none')] },
    'scan of something else': {
      exit: 65,
      document: problem,
      argv: () => ['scan', '--from', file('x', '[1]')],
    },
    'scan on a system that is not known': { exit: 64, document: problem, argv: () => ['scan'] },
    'plan of nothing': { exit: 0, document: report, argv: () => ['plan'], seat: on({}) },
    'plan that a hazard blocks': { exit: 22, document: report, argv: () => ['plan'], seat: on(managed()) },
    'plan that is free': {
      exit: 0,
      document: report,
      argv: () => ['plan', '--from', snapshot(), '--accept', 'managed-redeploy'],
    },
    'plan with an unknown hazard': {
      exit: 64,
      document: problem,
      argv: () => ['plan', '--accept', 'bad-luck'],
      seat: on(managed()),
    },
    'remove of nothing': { exit: 0, document: report, argv: () => ['remove', '--yes'], seat: on({}) },
    'remove to the end': { exit: 0, document: report, argv: () => go, seat: on(managed()) },
    'remove that needs a restart': {
      exit: 20,
      document: report,
      argv: () => go,
      seat: on(managed({ tool: () => 'restart-needed' })),
    },
    'remove that fails': {
      exit: 21,
      document: report,
      argv: () => go,
      seat: on(managed({ tool: () => 'failed' })),
    },
    'remove that a hazard stops': {
      exit: 22,
      document: problem,
      argv: () => ['remove', '--yes'],
      seat: on(managed()),
    },
    'remove without rights': {
      exit: 23,
      document: problem,
      argv: () => go,
      seat: on(managed({ host: { elevated: false } })),
    },
    'remove that a person does not want': {
      exit: 24,
      document: problem,
      argv: () => go.filter((word) => word !== '--yes'),
      seat: on(managed(), { answer: () => 'no' }),
    },
    'remove with nobody to ask': { exit: 64, document: problem, argv: () => ['remove'], seat: on(managed()) },
    'remove, shown only': {
      exit: 22,
      document: report,
      argv: () => ['remove', '--dry-run'],
      seat: on(managed()),
    },
    'remove with a bug': {
      exit: 70,
      document: problem,
      argv: () => go,
      seat: on(
        managed({
          tool: () => {
            throw new TypeError('no such thing');
          },
        }),
      ),
    },
    'resume of nothing': { exit: 65, document: problem, argv: () => ['resume', '--yes'], seat: on({}) },
    'resume of what is done': {
      exit: 0,
      document: report,
      before: [go],
      argv: () => ['resume', '--yes'],
      seat: on(managed()),
    },
    'verify before any run': { exit: 10, document: report, argv: () => ['verify'], seat: on(managed()) },
    'verify after a run': {
      exit: 0,
      document: report,
      before: [go],
      argv: () => ['verify'],
      seat: on(managed()),
    },
    'verify after a run that failed': {
      exit: 21,
      document: report,
      before: [go],
      argv: () => ['verify'],
      seat: on(managed({ tool: () => 'failed' })),
    },
    'verify before the restart': {
      exit: 20,
      document: report,
      before: [go],
      argv: () => ['verify'],
      seat: on(managed({ tool: () => 'restart-needed' })),
    },
    'verify of no run': { exit: 65, document: problem, argv: () => ['verify', '--run', runId], seat: on({}) },
    'verify of an intact report': {
      exit: 0,
      document: report,
      argv: () => ['verify', '--report', at('r.json')],
    },
    'verify of an altered report': {
      exit: 65,
      document: problem,
      argv: () => ['verify', '--report', at('a.json')],
    },
    'undo of no run': { exit: 65, document: problem, argv: () => ['undo', runId], seat: on({}) },
    'forget without a word': { exit: 64, document: problem, argv: () => ['forget', runId], seat: on({}) },
    'report of a file': {
      exit: 0,
      document: report,
      argv: () => ['report', '--in', at('r.json'), '--format', 'html', '--out', at('r.html')],
    },
    'report as a PDF without a window': {
      exit: 64,
      document: problem,
      argv: () => ['report', '--in', at('r.json'), '--format', 'pdf', '--out', at('r.pdf')],
    },
    'map of a folder': { exit: 0, document: 'map', argv: () => ['map', at('reports')] },
    'map of no folder': { exit: 65, document: problem, argv: () => ['map', at('none')] },
    'check-tool of the vendor’s own': {
      exit: 0,
      document: 'tool-check',
      argv: () => ['check-tool', 'k.exe'],
      seat: on({}, { tool: { kind: 'genuine', signer: 'AO Kaspersky Lab' } }),
    },
    'check-tool elsewhere than on Windows': {
      exit: 64,
      document: problem,
      argv: () => ['check-tool', 'k.exe'],
      seat: on({}),
    },
    'no command': { exit: 64, document: problem, argv: () => [] },
    'an unknown command': { exit: 64, document: problem, argv: () => ['fly'] },
    help: { exit: 0, document: 'words', argv: () => ['--help'] },
    'help of a command': { exit: 0, document: 'words', argv: () => ['remove', '--help'] },
    'the version': { exit: 0, document: 'words', argv: () => ['--version'] },
  };
};
