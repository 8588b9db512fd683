import type { Desk } from '../engine/conclude.ts';
import { conclude } from '../engine/conclude.ts';
import { cleanUp } from '../engine/clean-up.ts';
import { beyondConsent, stillMeant } from '../engine/consent.ts';
import type { MayGoOn, Removed, RemovePorts } from '../engine/remove.ts';
import { remove } from '../engine/remove.ts';
import { resume } from '../engine/resume.ts';
import { sameComputer } from '../engine/same-computer.ts';
import { leftoverNews } from '../engine/set-aside.ts';
import { restoreNews } from '../engine/undo.ts';
import { undoRun } from '../engine/undo-run.ts';
import type { Change } from '../model/consent.ts';
import type { Report } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Quarantine, WorkProgress } from '../ports.ts';
import type { Ask, FromWorker, Request } from './messages.ts';

/** What looks and acts for a worker. */
export interface WorkerMachine extends Pick<
  RemovePorts,
  'inspector' | 'executors' | 'store' | 'starts' | 'clock' | 'reopener'
> {
  /** Undefined where nothing can set leftovers aside yet. */
  readonly leftovers?: WorkerLeftovers | undefined;
}

export interface WorkerLeftovers {
  readonly quarantineOf: (runId: string) => Quarantine;
  /** This tool's own folders and files. */
  readonly own: readonly string[];
}

export interface ErrandPorts
  extends WorkerMachine, Pick<RemovePorts, 'account' | 'cancellation' | 'passwordFor'> {
  readonly say: (progress: WorkProgress) => void;
}

export type ErrandAnswer = FromWorker extends infer M
  ? M extends { type: 'done' | 'changed' | 'undone' | 'refused' }
    ? Omit<M, 'nonce'>
    : never
  : never;

/** One request, from a fresh look to its answer. Nothing of the request is carried out: it is only compared with. */
export const runErrand = (desk: Desk, ports: ErrandPorts, asked: Ask): Promise<ErrandAnswer> => {
  switch (asked.type) {
    case 'remove':
      return removal(desk, ports, asked.request);
    case 'resume':
      return goOnWithRun(desk, ports, asked.runId);
    case 'clean-up':
      return cleaningUp(desk, ports, asked);
    case 'undo':
      return undoing(desk, ports, asked.runId);
  }
};

const removal = async (
  desk: Desk,
  ports: ErrandPorts,
  { consent, subject }: Request,
): Promise<ErrandAnswer> => {
  const leftoverPart =
    consent.leftovers === undefined
      ? {}
      : { leftovers: { own: ports.leftovers?.own ?? [], consent: consent.leftovers } };
  let changed: { change: Change; report: Report } | undefined;
  /** Asked of the very look that would be acted on: nothing can come between the two. */
  const mayGoOn: MayGoOn = (snapshot, plan) => {
    const change = beyondConsent(plan, consent);
    if (change === undefined) return ok(true);
    const productIds = stillMeant(desk.catalogue, plan.detections, consent);
    const again = { productIds, subject, ...leftoverPart };
    changed = { change, report: conclude(desk, snapshot, again, ports.clock.now()) };
    return fail('plan-changed');
  };
  const choices = {
    productIds: consent.productIds,
    accepted: consent.hazards.map(({ id }) => id),
    subject,
    ...leftoverPart,
  };
  const done = await remove(desk, removePorts(ports), choices, mayGoOn);
  return changed === undefined ? answerOf(done) : { type: 'changed', ...changed };
};

/** Nothing is added to what the run's own journal, which only administrators can write, says was agreed to. */
const goOnWithRun = async (desk: Desk, ports: ErrandPorts, runId: string): Promise<ErrandAnswer> => {
  const stored = await ports.store.read(runId);
  if (!stored.ok) return answerOf(stored);
  const run = sameComputer(stored.value, await ports.inspector.host());
  return answerOf(run.ok ? await resume(desk, removePorts(ports), run.value, {}) : run);
};

const answerOf = (done: Result<Removed>): ErrandAnswer => {
  if (!done.ok) return { type: 'refused', problem: done.problem };
  const { report, runId, unsaved, reopening } = done.value;
  return {
    type: 'done',
    report,
    ...(runId === undefined ? {} : { runId }),
    ...(unsaved === undefined ? {} : { unsaved }),
    ...(reopening === undefined ? {} : { reopening }),
  };
};

type CleanUp = Extract<Ask, { type: 'clean-up' }>;

const cleaningUp = async (
  desk: Desk,
  ports: ErrandPorts,
  { runId, leftovers }: CleanUp,
): Promise<ErrandAnswer> => {
  const left = await ports.store.read(runId);
  const done = left.ok ? await cleanUp(desk, removePorts(ports), left.value, leftovers) : left;
  if (!done.ok) return { type: 'refused', problem: done.problem };
  if (done.value.kind === 'done') return answerOf(ok(done.value.removed));
  const { change, report } = done.value;
  return { type: 'changed', change, report };
};

const undoing = async (desk: Desk, ports: ErrandPorts, runId: string): Promise<ErrandAnswer> => {
  const left = await ports.store.read(runId);
  if (!left.ok) return { type: 'refused', problem: left.problem };
  if (ports.leftovers === undefined) return { type: 'refused', problem: { code: 'leftovers-unsupported' } };
  const { inspector, store, starts, reopener, clock, cancellation, leftovers, say } = ports;
  const undone = await undoRun(
    desk,
    {
      inspector,
      store,
      starts,
      reopener,
      clock,
      cancellation,
      leftovers: { ...leftovers, tellsRemaining: true },
      onProgress: () => undefined,
      onRemove: say,
      onRestore: restoreNews(say),
    },
    left.value,
  );
  if (!undone.ok) return { type: 'refused', problem: undone.problem };
  const { restored, refused, report, unsaved } = undone.value;
  return {
    type: 'undone',
    restored,
    refused: [...refused],
    ...(report === undefined ? {} : { report }),
    ...(unsaved === undefined ? {} : { unsaved }),
  };
};

const removePorts = ({ leftovers, say, ...ports }: ErrandPorts): RemovePorts => ({
  ...ports,
  ...(leftovers === undefined
    ? {}
    : { leftovers: { ...leftovers, tellsRemaining: true, onLeftover: (news) => say(leftoverNews(news)) } }),
  onProgress: () => undefined,
  onRemove: say,
});
