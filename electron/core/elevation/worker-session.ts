import type { Desk } from '../engine/conclude.ts';
import { conclude } from '../engine/conclude.ts';
import { beyondConsent, stillMeant } from '../engine/consent.ts';
import type { MayGoOn, Removed, RemovePorts } from '../engine/remove.ts';
import { remove } from '../engine/remove.ts';
import { resume } from '../engine/resume.ts';
import { sameComputer } from '../engine/same-computer.ts';
import type { Change } from '../model/consent.ts';
import type { Report } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import { secretOf } from '../model/secret.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { decodeMessage, decodeSecret, encodeMessage, lineReader } from './frames.ts';
import type { Ask, FromWorker, Request } from './messages.ts';
import { askSchema, protocol, requestLimit, secretLimit } from './messages.ts';

/** How a talk ended. */
export type WorkerEnd =
  /** It was asked, and it answered. */
  | 'answered'
  /** Nobody asked anything. */
  | 'not-asked'
  /** What came first was no request. */
  | 'not-understood'
  | 'bug';

export interface WorkerSession {
  /** Takes bytes from the window over. */
  readonly push: (chunk: Uint8Array) => void;
  /** The window is gone, or the channel is: what runs is finished, and nothing new is begun. */
  readonly hangUp: () => void;
  /** Resolves when nothing is left to do. Never rejects. */
  readonly ended: Promise<WorkerEnd>;
}

export interface WorkerOptions {
  readonly desk: Desk;
  /** What looks and acts. Nothing that comes over the channel takes part in choosing it. */
  readonly machine: Pick<RemovePorts, 'inspector' | 'executors' | 'store' | 'starts' | 'clock'>;
  /** Who it was started for, as the system says it. */
  readonly asker: string;
  /** Never fails: when the window is gone, nobody hears it. What only tells of progress may be dropped. */
  readonly send: (bytes: Uint8Array, isProgress: boolean) => void;
}

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'passwords'; readonly asked: Ask; readonly missing: readonly string[] }
  | { readonly kind: 'working' }
  | { readonly kind: 'over' };

/**
 * The end with rights: answers one request, once. It takes its own fresh look, plans from its own catalogue, and carries
 * that out only when the window's consent covers it. After the request nothing that comes is read any more: a `cancel`
 * ends the work after the action that is running, and so does whatever else, a second request or a broken line.
 */
export const workerSession = ({ desk, machine, asker, send }: WorkerOptions): WorkerSession => {
  let state: State = { kind: 'waiting' };
  const passwords = new Map<string, Secret>();
  const cancellation = { aborted: false };
  let settle: (end: WorkerEnd) => void = () => undefined;
  const ended = new Promise<WorkerEnd>((resolve) => {
    settle = resolve;
  });
  const tell = (message: FromWorker): void => send(encodeMessage(message), message.type === 'progress');
  const end = (how: WorkerEnd): void => {
    state = { kind: 'over' };
    for (const secret of passwords.values()) secret.wipe();
    settle(how);
  };

  const begin = (asked: Ask): void => {
    const { nonce } = asked;
    state = { kind: 'working' };
    const ports: RemovePorts = {
      ...machine,
      account: asker,
      cancellation,
      passwordFor: ({ productId }) => passwords.get(productId),
      onProgress: () => undefined,
      onRemove: (progress) => tell({ type: 'progress', nonce, progress }),
    };
    void carryOut(desk, ports, asked).then(
      (answer) => {
        tell({ ...answer, nonce });
        end('answered');
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        tell({ type: 'refused', nonce, problem: { code: 'bug', values: { message } } });
        end('bug');
      },
    );
  };

  const goOnWith = (asked: Ask, missing: readonly string[]): void => {
    if (missing.length === 0) begin(asked);
    else state = { kind: 'passwords', asked, missing };
  };

  /** Before the work nothing is owed to anybody; in the middle of it only the running action is. */
  const stop = (): void => {
    if (state.kind === 'working') cancellation.aborted = true;
    else if (state.kind !== 'over') end('not-understood');
  };

  const onLine = (line: Uint8Array): void => {
    if (state.kind === 'working' || state.kind === 'over') return stop();
    if (state.kind === 'passwords') {
      const [id = '', ...rest] = state.missing;
      const bytes = line.length > 2 * secretLimit ? undefined : decodeSecret(line);
      if (bytes === undefined) return stop();
      passwords.set(id, secretOf(bytes));
      return goOnWith(state.asked, rest);
    }
    const parsed = askSchema.safeParse(decodeMessage(line));
    if (parsed.success) goOnWith(parsed.data, passwordsAhead(parsed.data));
    else stop();
  };

  const push = lineReader({ limit: requestLimit, onLine, onTooLong: stop });
  tell({ type: 'ready', protocol, asker });
  return {
    push,
    hangUp: () => {
      cancellation.aborted = true;
      if (state.kind === 'waiting' || state.kind === 'passwords') end('not-asked');
    },
    ended,
  };
};

type Answer = FromWorker extends infer M
  ? M extends { type: 'done' | 'changed' | 'refused' }
    ? Omit<M, 'nonce'>
    : never
  : never;

const passwordsAhead = (asked: Ask): readonly string[] =>
  asked.type === 'remove' ? asked.request.passwords : [];

const carryOut = (desk: Desk, ports: RemovePorts, asked: Ask): Promise<Answer> => {
  switch (asked.type) {
    case 'remove':
      return removeAgreed(desk, ports, asked.request);
    case 'resume':
      return goOnWithRun(desk, ports, asked.runId);
  }
};

const removeAgreed = async (
  desk: Desk,
  ports: RemovePorts,
  { consent, subject }: Request,
): Promise<Answer> => {
  let changed: { change: Change; report: Report } | undefined;
  /** Asked of the very look that would be acted on: nothing can come between the two. */
  const mayGoOn: MayGoOn = (snapshot, plan) => {
    const change = beyondConsent(plan, consent);
    if (change === undefined) return ok(true);
    const productIds = stillMeant(desk.catalogue, plan.detections, consent);
    changed = { change, report: conclude(desk, snapshot, { productIds, subject }, ports.clock.now()) };
    return fail('plan-changed');
  };
  const choices = { productIds: consent.productIds, accepted: consent.hazards.map(({ id }) => id), subject };
  const done = await remove(desk, ports, choices, mayGoOn);
  return changed === undefined ? answerOf(done) : { type: 'changed', ...changed };
};

/** Nothing is added to what the run's own journal, which only administrators can write, says was agreed to. */
const goOnWithRun = async (desk: Desk, ports: RemovePorts, runId: string): Promise<Answer> => {
  const stored = await ports.store.read(runId);
  if (!stored.ok) return answerOf(stored);
  const run = sameComputer(stored.value, await ports.inspector.host());
  return answerOf(run.ok ? await resume(desk, ports, run.value, {}) : run);
};

const answerOf = (done: Result<Removed>): Answer => {
  if (!done.ok) return { type: 'refused', problem: done.problem };
  const { report, runId, unsaved } = done.value;
  return {
    type: 'done',
    report,
    ...(runId === undefined ? {} : { runId }),
    ...(unsaved === undefined ? {} : { unsaved }),
  };
};
