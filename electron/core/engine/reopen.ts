import type { ReopenEnd } from '../model/reopen.ts';
import type { Report } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { waitsForRestart } from '../model/run.ts';
import type { JournalEntry } from './journal.ts';
import type { Clock, Journal, Reopener, RunStore } from '../ports.ts';
import { runFromJournal } from './run-history.ts';

export interface ReopenPorts {
  readonly clock: Clock;
  /** Undefined where nothing can open this program again yet. */
  readonly reopener?: Reopener | undefined;
}

/** Nothing more comes of this run by itself: it needs no restart, and nobody stopped it in the middle. */
export const isOver = (report: Pick<Report, 'run'>): boolean =>
  report.run !== undefined && report.run.cancelled !== true && !waitsForRestart(report);

/** A run that was cut off before its end, or that goes on after a restart. `report`: its last one. */
export const isUnfinished = (entries: readonly JournalEntry[], report: Report | undefined): boolean => {
  const begun = entries.findLastIndex(({ kind }) => kind === 'run-started' || kind === 'run-resumed');
  const ended = entries.findLastIndex(({ kind }) => kind === 'run-ended');
  return begun >= 0 && (ended < begun || (report !== undefined && waitsForRestart(report)));
};

/** What is known of a run's registration. */
export interface Reopening {
  readonly runId: string;
  /** Its journal says that one was begun, at whatever time. */
  readonly wasBegun: boolean;
}

/** At the end of a run: registers this program to open again where that is needed, and takes that back where the run is over. */
export const settleReopening = async (
  ports: ReopenPorts,
  journal: Journal,
  reopening: Reopening,
  report: Report,
): Promise<ReopenEnd | undefined> => {
  const { reopener } = ports;
  if (reopener === undefined) return undefined;
  if (waitsForRestart(report))
    return journalled(ports, journal, true, async () => {
      const registered = await reopener.register(reopening.runId);
      return registered.ok
        ? { kind: 'registered', registration: registered.value }
        : { kind: 'failed', problem: registered.problem };
    });
  return isOver(report)
    ? dropReopening(ports, () => Promise.resolve({ ok: true, value: journal }), reopening)
    : undefined;
};

/**
 * Takes a run's registration, and what was staged for it, away; undefined where there is nothing of it. `open`: the
 * run's journal, asked for only then.
 */
export const dropReopening = async (
  ports: ReopenPorts,
  open: () => Promise<Result<Journal>>,
  { runId, wasBegun }: Reopening,
): Promise<ReopenEnd | undefined> => {
  const { reopener } = ports;
  if (reopener === undefined || !wasBegun || !(await reopener.isThere(runId))) return undefined;
  const journal = await open();
  if (!journal.ok) return { kind: 'failed', problem: journal.problem };
  return journalled(ports, journal.value, false, async () => {
    const dropped = await reopener.drop(runId);
    return dropped.ok ? { kind: 'dropped' } : { kind: 'failed', problem: dropped.problem };
  });
};

/** The same once a later look says that a run is over: its journal is not open, and is opened for this alone. */
export const dropWhenOver = async (
  ports: ReopenPorts & { readonly store: Pick<RunStore, 'reopen'> },
  { id, entries }: { readonly id: string; readonly entries: readonly JournalEntry[] },
  report: Report | undefined,
): Promise<ReopenEnd | undefined> => {
  const history = runFromJournal(entries);
  if (history === undefined || report === undefined || !isOver(report)) return undefined;
  let journal: Result<Journal> | undefined;
  const open = async (): Promise<Result<Journal>> => (journal = await ports.store.reopen(id));
  const end = await dropReopening(ports, open, history.reopening);
  if (journal?.ok === true) await journal.value.close();
  return end;
};

/** With a line before and after, as every change has. */
const journalled = async (
  { clock }: ReopenPorts,
  journal: Journal,
  wanted: boolean,
  change: () => Promise<ReopenEnd>,
): Promise<ReopenEnd> => {
  const begun = await journal.append({ kind: 'reopen-started', at: clock.now(), wanted });
  if (!begun.ok) return { kind: 'failed', problem: begun.problem };
  const end = await change();
  await journal.append({ kind: 'reopen-ended', at: clock.now(), end });
  return end;
};
