import type { Leftovers } from '../model/leftover.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Journal } from '../ports.ts';
import type { Desk } from './conclude.ts';
import type { JournalEntry } from './journal.ts';
import type { Looked, OpenRun, RemovePorts } from './remove.ts';
import type { LeftRun } from './resume.ts';
import type { LeftoverHistory } from './run-history.ts';
import { runFromJournal } from './run-history.ts';
import type { LeftoverPorts } from './set-aside.ts';
import { acceptedForLeftovers } from './leftover-scene.ts';
import { setLeftoversAside } from './set-aside.ts';

/** What a run says of its leftovers before more of them are set aside; undefined: nobody asked for that. */
export const leftoversSoFar = (history: LeftoverHistory): Leftovers | undefined => {
  if (history.wish === undefined || !history.isClosed) return undefined;
  return { setAside: [...history.setAside], left: [...history.left], finished: true };
};

/**
 * Sets aside what a look says is left, but only when that look proves that the products are gone. Undefined: nothing was
 * to be done.
 */
export const leftoverStage = async (
  desk: Desk,
  ports: RemovePorts,
  journal: Journal,
  { run, leftovers }: OpenRun,
  { snapshot, report }: Looked,
): Promise<Leftovers | undefined> => {
  const { wish, isClosed, numbers, setAside } = leftovers;
  if (wish === undefined || isClosed || ports.leftovers === undefined) return undefined;
  if (report.verdict !== 'removed')
    return setAside.length === 0 ? undefined : { setAside: [...setAside], left: [], finished: false };
  const scene = {
    catalogue: desk.catalogue,
    snapshot,
    findings: report,
    productIds: wish.productIds,
    accepted: acceptedForLeftovers(wish.consent, run.accepted),
    consent: wish.consent,
    own: ports.leftovers.own,
    stays: new Map(),
  };
  const quarantine = ports.leftovers.quarantineOf(run.id);
  const { clock, cancellation } = ports;
  const { onLeftover } = ports.leftovers;
  const more = await setLeftoversAside(
    { quarantine, clock, cancellation, onLeftover },
    journal,
    scene,
    numbers,
  );
  return { ...more, setAside: [...setAside, ...more.setAside] };
};

/** Whether a run that goes on can go on with its leftovers: with the means to, and with an unaltered note of the last one. */
export const checkCutOff = async (
  ports: LeftoverPorts | undefined,
  runId: string,
  { wish, isClosed, cutOff }: LeftoverHistory,
): Promise<Result<true>> => {
  const isOpen = wish !== undefined && !isClosed;
  if (!isOpen) return ok(true);
  if (ports === undefined) return fail('leftovers-unsupported');
  return cutOff === undefined ? ok(true) : ports.quarantineOf(runId).check([cutOff]);
};

/** Brings what a kill cut off to an end, writes that down, and tells the leftovers as they stand then. */
export const settleCutOff = async (
  { leftovers: ports, clock }: Pick<RemovePorts, 'leftovers' | 'clock'>,
  journal: Journal,
  { id, entries }: Pick<LeftRun, 'id' | 'entries'>,
  history: LeftoverHistory,
): Promise<Result<LeftoverHistory>> => {
  const { cutOff, isClosed } = history;
  // An undo brings it to its end by itself.
  if (cutOff === undefined || isClosed || ports === undefined) return ok(history);
  const end = await ports.quarantineOf(id).settle(cutOff);
  const entry: JournalEntry = { kind: 'leftover-ended', at: clock.now(), number: cutOff.number, end };
  const written = await journal.append(entry);
  if (!written.ok) return written;
  return ok(runFromJournal([...entries, entry])?.leftovers ?? history);
};
