import { dropReopening, isOver } from '../core/engine/reopen.ts';
import { runFromJournal } from '../core/engine/run-history.ts';
import type { ReopenEnd } from '../core/model/reopen.ts';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';
import type { Journal, Reopener } from '../core/ports.ts';
import { printable, problemText } from '../core/text/index.ts';
import type { StoredRun } from '../platform/shared/run-store.ts';
import type { Bench } from './bench.ts';
import type { Machine } from './context.ts';

/**
 * What opens this program again. Its command line names no folder, so it finds only runs that lie in the usual one; what
 * was set up before is taken away all the same.
 */
export const reopenerOf = (
  { common, runs }: Pick<Bench, 'common' | 'runs'>,
  { reopener }: Machine,
): Reopener | undefined => {
  const isUsual = common.stateDir === undefined && common.portable !== true;
  if (reopener === undefined || isUsual) return reopener;
  const why = `its runs are kept in a folder of their own, ${runs.folder}`;
  return { ...reopener, register: () => Promise.resolve(fail('reopen-failed', { why })) };
};

/** Says how it goes on after the restart. */
export const sayReopening = ({ voice, texts }: Bench, end: ReopenEnd | undefined): void => {
  if (end === undefined || end.kind === 'dropped') return;
  if (end.kind === 'failed') return voice.warn(problemText(texts, end.problem));
  const { opens, staged } = end.registration;
  voice.note(opens === 'window' ? texts.cli.reopensWindow : texts.cli.reopensCommandLine);
  if (staged !== undefined) voice.note(texts.cli.stagedAt(printable(staged)));
};

/** Takes away what was set up for a restart, once a later look says that this run is over. */
export const dropWhenOver = async (
  bench: Bench,
  stored: StoredRun,
  report: Report | undefined,
): Promise<void> => {
  const { machine, clock } = bench.context;
  const history = runFromJournal(stored.journal.entries);
  if (machine === undefined || history === undefined || report === undefined || !isOver(report)) return;
  let journal: Result<Journal> | undefined;
  const open = async (): Promise<Result<Journal>> => (journal = await bench.runs.reopen(stored.id));
  const end = await dropReopening({ clock, reopener: machine.reopener }, open, history.reopening);
  if (journal?.ok === true) await journal.value.close();
  sayReopening(bench, end);
};
