import { dropWhenOver as dropOf } from '../core/engine/reopen.ts';
import type { ReopenEnd } from '../core/model/reopen.ts';
import type { Report } from '../core/model/report.ts';
import { fail } from '../core/model/result.ts';
import type { Reopener } from '../core/ports.ts';
import { printable, problemText } from '../core/text/index.ts';
import type { StoredRun } from '../platform/shared/run-store.ts';
import type { Bench } from './bench.ts';
import type { Machine } from './context.ts';

/**
 * What opens this program again. Its command line names no folder, so it finds only runs that lie in the usual one; what
 * was set up before is taken away all the same.
 */
export const reopenerOf = (
  { isUsualFolder, runs }: Pick<Bench, 'isUsualFolder' | 'runs'>,
  { reopener }: Machine,
): Reopener | undefined => {
  if (reopener === undefined || isUsualFolder) return reopener;
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
  { id, journal }: StoredRun,
  report: Report | undefined,
): Promise<void> => {
  const { machine, clock } = bench.context;
  const ports = { clock, reopener: machine?.reopener, store: bench.runs };
  sayReopening(bench, await dropOf(ports, { id, entries: journal.entries }, report));
};
