import type { Desk } from '../engine/conclude.ts';
import type { Secret } from '../model/secret.ts';
import { secretOf } from '../model/secret.ts';
import type { ErrandPorts, WorkerMachine } from './errands.ts';
import { runErrand } from './errands.ts';
import { decodeMessage, decodeSecret, encodeMessage, lineReader } from './frames.ts';
import type { Ask, FromWorker } from './messages.ts';
import { askSchema, leaveSchema, protocol, requestLimit, secretLimit } from './messages.ts';

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
  readonly machine: WorkerMachine;
  /** Who it was started for, as the system says it. */
  readonly asker: string;
  /** Never fails: when the window is gone, nobody hears it. What only tells of progress may be dropped. */
  readonly send: (bytes: Uint8Array, isProgress: boolean) => void;
}

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'passwords'; readonly asked: Ask; readonly missing: readonly string[] }
  | { readonly kind: 'working'; readonly nonce: string }
  | { readonly kind: 'over' };

/**
 * The end with rights: answers one request, once. It takes its own fresh look, plans from its own catalogue, and carries
 * that out only when the window's consent covers it. What comes after the request can only end the work: a `leave` also
 * ends the waiting for what is running; a `cancel`, a second request, a broken line and whatever else do not.
 */
export const workerSession = ({ desk, machine, asker, send }: WorkerOptions): WorkerSession => {
  let state: State = { kind: 'waiting' };
  const passwords = new Map<string, Secret>();
  const cancellation = { aborted: false, leave: false };
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
    state = { kind: 'working', nonce };
    const ports: ErrandPorts = {
      ...machine,
      account: asker,
      cancellation,
      passwordFor: ({ productId }) => passwords.get(productId),
      say: (progress) => tell({ type: 'progress', nonce, progress }),
    };
    void runErrand(desk, ports, asked).then(
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
    if (state.kind === 'working') cancellation.leave ||= isLeave(line, state.nonce);
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

const passwordsAhead = (asked: Ask): readonly string[] =>
  asked.type === 'remove' ? asked.request.passwords : [];

const isLeave = (line: Uint8Array, nonce: string): boolean => {
  const parsed = leaveSchema.safeParse(decodeMessage(line));
  return parsed.success && parsed.data.nonce === nonce;
};
