import type { KeptReason } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Cancellation, Clock, Journal, LeftoverNews, Quarantine, QuarantineRecord } from '../ports.ts';
import type { JournalEntry, RestoreEnd } from './journal.ts';
import { runFromJournal } from './run-history.ts';

export interface UndoPorts {
  readonly quarantine: Quarantine;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  /** The journal of this run, to go on with. */
  readonly reopen: () => Promise<Result<Journal>>;
  readonly onRestore: (what: string, end: RestoreEnd) => void;
}

/** Something that was not put back. */
export interface Refused {
  readonly what: string;
  readonly why: KeptReason;
  readonly detail?: string;
}

export interface Undone {
  /** Things put back, by this call. */
  readonly restored: number;
  readonly refused: readonly Refused[];
}

/** Tells one listener of all that goes on. */
export const restoreNews =
  (say: (news: LeftoverNews) => void): UndoPorts['onRestore'] =>
  (what, end) =>
    say({ kind: 'put-back', what, ...(end.kind === 'kept' ? { why: end.why } : {}) });

/**
 * Puts back what a run set aside, the last thing first, from its folder alone. Nothing is written over: what has
 * changed meanwhile is named. Asked again it does what is still to be done, and nothing twice. Problems:
 * `run-never-began`, `quarantine-damaged`, `journal-unwritable`, all of them before the first change.
 */
export const undo = async (
  ports: UndoPorts,
  run: { readonly id: string; readonly entries: readonly JournalEntry[] },
): Promise<Result<Undone>> => {
  const history = runFromJournal(run.entries);
  if (history === undefined) return fail('run-never-began', { run: run.id });
  const { kept, back, cutOff, isUndoOpen } = history.leftovers;
  const records = cutOff === undefined ? kept : [...kept, cutOff];
  if (records.length === 0 && !isUndoOpen) return ok({ restored: 0, refused: [] });
  const whole = await ports.quarantine.check(records);
  if (!whole.ok) return whole;
  const opened = await ports.reopen();
  if (!opened.ok) return opened;
  const journal = opened.value;
  const begun = await journal.append({ kind: 'undo-started', at: ports.clock.now() });
  if (!begun.ok) return begun;
  const settled = cutOff === undefined || (await wasSetAside(ports, journal, cutOff));
  const undone = await restoreAll(ports, journal, settled ? records : kept, back);
  await journal.append({
    kind: 'undo-ended',
    at: ports.clock.now(),
    restored: undone.restored,
    refused: undone.refused.length,
  });
  await journal.close();
  return ok(undone);
};

/** Brings what a kill cut off to an end first: it lies in its place or in the quarantine, never half in both. */
const wasSetAside = async (
  { quarantine, clock }: UndoPorts,
  journal: Journal,
  cutOff: QuarantineRecord,
): Promise<boolean> => {
  const end = await quarantine.settle(cutOff);
  await journal.append({ kind: 'leftover-ended', at: clock.now(), number: cutOff.number, end });
  return end.kind === 'set-aside';
};

const restoreAll = async (
  ports: UndoPorts,
  journal: Journal,
  records: readonly QuarantineRecord[],
  back: readonly QuarantineRecord[],
): Promise<Undone> => {
  const restored: QuarantineRecord[] = [];
  const refused: Refused[] = [];
  let halt: KeptReason | undefined;
  for (const record of records.toReversed()) {
    halt ??= ports.cancellation.aborted ? 'cancelled' : undefined;
    const { end, isWritten } = halt === undefined ? await restoreOne(ports, journal, record) : stopped(halt);
    if (!isWritten) halt ??= 'journal-unwritable';
    ports.onRestore(whatOf(record.item), end);
    if (end.kind === 'restored') restored.push(record);
    else {
      const { why, detail } = end;
      refused.push({ what: whatOf(record.item), why, ...(detail === undefined ? {} : { detail }) });
    }
  }
  await ports.quarantine.finish([...back, ...restored]);
  return { restored: restored.length, refused };
};

interface OneRestored {
  readonly end: RestoreEnd;
  readonly isWritten: boolean;
}

const stopped = (why: KeptReason): OneRestored => ({ end: { kind: 'kept', why }, isWritten: true });

const restoreOne = async (
  { quarantine, clock }: UndoPorts,
  journal: Journal,
  record: QuarantineRecord,
): Promise<OneRestored> => {
  const { number } = record;
  const begun = await journal.append({ kind: 'restore-started', at: clock.now(), number });
  if (!begun.ok) return { end: { kind: 'kept', why: 'journal-unwritable' }, isWritten: false };
  const end = await quarantine.putBack(record);
  const written = await journal.append({ kind: 'restore-ended', at: clock.now(), number, end });
  return { end, isWritten: written.ok };
};
