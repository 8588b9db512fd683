import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '../../core/engine/journal.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import type { BadInput, Content, Lay } from './bad-input.ts';
import { lay, managed, nested, put, reportOf, tooLarge } from './bad-input.ts';

const id = '20261126-101500-4f3a9c';
const other = '20261126-101501-4f3a9d';
const at = '2026-11-26T10:15:00.000Z';
const run = (name: string): string => `state/runs/${id}/${name}`;

const before: Snapshot = { ...managed(), host: { ...managed().host, name: hostname() } };
const found = reportOf(before);
const begun: JournalEntry = { kind: 'run-started', at, run: id, actions: found.plan.actions, accepted: [] };
const first = found.plan.actions[0]?.id ?? '';
const item = {
  kind: 'files',
  id: 'files:/opt/x',
  path: '/opt/kaspersky/x',
  root: '/opt/kaspersky',
} as const;
const setAside: readonly JournalEntry[] = [
  begun,
  { kind: 'leftover-started', at, item, number: 1, sha256: 'a'.repeat(64) },
  {
    kind: 'leftover-ended',
    at,
    number: 1,
    end: { kind: 'set-aside', done: { what: item.path, kind: 'files' } },
  },
];

const lines = (entries: readonly unknown[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** A run that broke off after its first action began, as a removal leaves it; then what is wrong with it. */
const laidOut =
  (change: Lay): Lay =>
  async (folder) => {
    mkdirSync(join(folder, `state/runs/${id}`), { recursive: true, mode: 0o700 });
    put(folder, run('before.json'), before);
    put(folder, run('found.json'), found);
    put(folder, run('journal.jsonl'), lines([begun, { kind: 'action-started', at, id: first }]));
    await change(folder);
  };

/** The file of the run in the place of which something else is. */
const instead = (name: string, how: (path: string) => Lay): Lay =>
  laidOut(async (folder) => {
    rmSync(join(folder, run(name)));
    await how(run(name))(folder);
    rmSync(join(folder, run(`${name}.beside`)), { force: true });
  });
const written = (name: string, content: Content) => instead(name, (path) => lay.file(path, content));

const state = ['--state-dir', 'FOLDER/state'];
const asked = (what: string, how: Lay, says: string): readonly BadInput[] => [
  {
    what: `going on with a run ${what}`,
    lay: how,
    args: ['resume', '--yes', '--run', id, ...state],
    exit: 65,
    says,
  },
  {
    what: `looking again at a run ${what}`,
    lay: how,
    args: ['verify', '--run', id, ...state],
    exit: 65,
    says,
  },
  { what: `undoing a run ${what}`, lay: how, args: ['undo', id, ...state], exit: 65, says, needsRoot: true },
];

const journal = (what: string, entries: readonly unknown[] | string, says: string): readonly BadInput[] =>
  asked(
    `whose journal ${what}`,
    written('journal.jsonl', typeof entries === 'string' ? entries : lines(entries)),
    `Could not read FOLDER/${run('journal.jsonl')}: ${says}.`,
  );
const damaged = (line: number): string => `line ${String(line)} is damaged`;
const stray = (line: number): string => `line ${String(line)} is not of this run, or not in its place`;

const badJournals: readonly BadInput[] = [
  journal('has rubbish in its middle', `${lines([begun])}rubbish\n${lines([begun])}`, damaged(2)),
  journal('lost bytes in its middle', `${lines([begun])}\0\0\0\0\n${lines([begun])}`, damaged(2)),
  journal(
    'has a line of an unknown kind',
    [begun, { kind: 'tea', at }, { kind: 'undo-started', at }],
    damaged(2),
  ),
  journal('has a line without its result', [begun, { kind: 'action-ended', at }, begun], damaged(2)),
  journal(
    'has a line with a list for a name',
    [begun, { kind: 'action-started', at, id: [] }, begun],
    damaged(2),
  ),
  journal('has a line 100,000 levels deep', `${nested(100_000)}\n${lines([begun])}`, damaged(1)),
  journal('has a wish of another type', [{ ...begun, leftovers: 7 }, begun], damaged(1)),
  journal('is of another run', [{ ...begun, run: other }], stray(1)),
  journal('begins with its second line', [{ kind: 'action-started', at, id: first }, begun], stray(1)),
  journal('begins twice', [begun, begun], stray(2)),
  journal('tells of an action nobody planned', [begun, { kind: 'action-started', at, id: 'x' }], stray(2)),
  journal('ends what it never set aside', [begun, { ...setAside[2], number: 7 }], stray(2)),
].flat();

const neverBegan = 'was interrupted before anything was changed';
const badFiles: readonly BadInput[] = [
  asked(
    'whose journal is missing',
    laidOut((folder) => rmSync(join(folder, run('journal.jsonl')))),
    'There is no file',
  ),
  asked('whose journal is a folder', instead('journal.jsonl', lay.folder), 'it is a folder'),
  asked(
    'whose journal is a pipe',
    instead('journal.jsonl', lay.pipe),
    'it is a pipe that nobody writes into',
  ),
  asked(
    'whose journal is larger than 200 MB',
    instead('journal.jsonl', (path) => lay.hole(path, tooLarge)),
    'it is larger than 200 MB',
  ),
  // Looking again at them is no fault: they changed nothing.
  ...[
    asked('whose journal is empty', written('journal.jsonl', ''), neverBegan),
    asked('whose only line is torn', written('journal.jsonl', '{"kind":"run-st'), neverBegan),
  ].map((cases) => cases.filter(({ args }) => args[0] !== 'verify')),
  asked('whose first look is no JSON', written('before.json', 'x'), 'before.json is not JSON.'),
  asked(
    'whose first look is a report',
    written('before.json', found),
    'is not a removal-assistant/snapshot/1',
  ),
  asked(
    'whose first report was altered',
    written('found.json', { ...found, verdict: 'clean' }),
    'was altered',
  ),
  asked('of another computer', written('before.json', managed()), 'was on the computer pc1'),
].flat();

const reportText = JSON.stringify({ ...found, verdict: 'removed' });
const finished = (content: string) => laidOut((folder) => put(folder, run('report.json'), content));
const badEnds: readonly BadInput[] = [
  {
    what: 'looking again at a run whose last report was altered',
    lay: finished(reportText),
    args: ['verify', '--run', id, ...state],
    exit: 65,
    says: 'was altered',
  },
  {
    what: 'printing the altered report of a run',
    lay: finished(reportText),
    args: ['report', id, '--format', 'csv', '--out', 'FOLDER/r.csv', ...state],
    exit: 65,
    says: 'was altered',
  },
  {
    what: 'printing the report of a run that has none',
    lay: laidOut(() => undefined),
    args: ['report', id, '--format', 'csv', '--out', 'FOLDER/r.csv', ...state],
    exit: 65,
    says: 'was interrupted before its report was written',
  },
];

const undo = (what: string, change: Lay, says: string): BadInput => ({
  what: `a quarantine ${what}`,
  lay: laidOut(async (folder) => {
    writeFileSync(join(folder, run('journal.jsonl')), lines(setAside));
    await change(folder);
  }),
  args: ['undo', id, ...state],
  exit: 65,
  says,
  needsRoot: true,
});
const record = (content: Content) => (folder: string) =>
  put(folder, run('quarantine/0001/record.json'), content);
const notAsWritten = `The quarantine of run ${id} is not as it was written: record 1 `;
const badQuarantines: readonly BadInput[] = [
  undo('that is gone', () => undefined, notAsWritten),
  undo('with a record that is no JSON', record('x'), notAsWritten),
  undo(
    'of another run',
    record({ schema: 'removal-assistant/quarantine/1', run: other, number: 1, item }),
    notAsWritten,
  ),
  undo(
    'with a record that never ends',
    (folder) => {
      put(folder, run('quarantine/0001/x'), '');
      symlinkSync('/dev/zero', join(folder, run('quarantine/0001/record.json')));
    },
    notAsWritten,
  ),
];

const names: readonly BadInput[] = [
  ...[
    '../../x',
    '/etc',
    `${id}/../..`,
    `${id}.`,
    '',
    '*',
    'x'.repeat(10_000),
    '\u001b[2J\u202e',
    '__proto__',
  ].map((name): BadInput => ({
    what: `a run called ${JSON.stringify(name.slice(0, 40))}`,
    lay: laidOut(() => undefined),
    args: ['verify', `--run=${name}`, ...state],
    exit: 65,
    says: 'There is no run',
  })),
  {
    what: 'a run that is a link to another place',
    lay: laidOut((folder) => {
      renameSync(join(folder, `state/runs/${id}`), join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), join(folder, `state/runs/${id}`));
    }),
    args: ['resume', '--yes', '--run', id, ...state],
    exit: 65,
    says: 'it is a link.',
  },
  {
    what: 'a run in whose folder others can write',
    lay: laidOut((folder) => chmodSync(join(folder, `state/runs/${id}`), 0o777)),
    args: ['resume', '--yes', '--run', id, ...state],
    exit: 65,
    says: 'other users can write in it.',
  },
];

/** Everything that can be wrong with what an earlier run left. */
export const badRuns: readonly BadInput[] = [
  ...badJournals,
  ...badFiles,
  ...badEnds,
  ...badQuarantines,
  ...names,
];
