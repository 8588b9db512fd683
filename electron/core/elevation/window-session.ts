import type { Report } from '../model/report.ts';
import { parseReport } from '../model/report.ts';
import type { Problem, Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';
import type { ElevatedAnswer, ElevatedRequest, ElevatedWatch } from '../ports.ts';
import { decodeMessage, encodeMessage, encodeSecret, lineReader } from './frames.ts';
import type { Ask, Cancel, FromWorker, Leave } from './messages.ts';
import { answerLimit, askSchema, fromWorkerSchema, protocol, secretLimit } from './messages.ts';

export interface WindowSession {
  /** Takes bytes from the worker over. */
  readonly push: (chunk: Uint8Array) => void;
  /** The channel is closed. `why` is what that means when the worker never said that it is there. */
  readonly closed: (why: Problem) => void;
  /** Never rejects. When it is settled, the channel may be closed. */
  readonly answer: Promise<Result<ElevatedAnswer>>;
}

export interface WindowOptions {
  /** 32 random bytes in hexadecimal, never used before. */
  readonly nonce: string;
  /** This very person, as the worker has to name them. */
  readonly asker: string;
  readonly request: ElevatedRequest;
  readonly watch: ElevatedWatch;
  readonly send: (bytes: Uint8Array) => void;
}

/**
 * The end without rights. It says nothing before the worker has said that it is there and for whom, so that a password
 * lies in no pipe of a program that was never given the rights. It believes nothing that lacks the nonce of this talk.
 */
export const windowSession = ({ nonce, asker, request, watch, send }: WindowOptions): WindowSession => {
  let state: 'starting' | 'asked' | 'over' = 'starting';
  let settle: (answer: Result<ElevatedAnswer>) => void = () => undefined;
  const answer = new Promise<Result<ElevatedAnswer>>((resolve) => {
    settle = resolve;
  });
  const passwords = (request.kind === 'remove' ? request.passwords : undefined) ?? noPasswords;
  const end = (result: Result<ElevatedAnswer>): void => {
    if (state === 'over') return;
    state = 'over';
    for (const secret of passwords.values()) secret.wipe();
    settle(result);
  };

  const ask = (): void => {
    const sent = requestBytes(nonce, request, passwords);
    if (!sent.ok) return end(sent);
    state = 'asked';
    send(sent.value);
    for (const secret of passwords.values()) {
      send(secret.use(encodeSecret));
      secret.wipe();
    }
    watch.onGiven();
  };

  watch.onStop(() => {
    if (state === 'asked') send(encodeMessage({ type: 'cancel', nonce } satisfies Cancel));
    else end(fail('cancelled'));
  });
  watch.onLeave?.(() => {
    if (state === 'asked') send(encodeMessage({ type: 'leave', nonce } satisfies Leave));
  });

  /** A worker that breaks the rules may still be at work: what it did is not known here. */
  const broken = (why: string): void =>
    end(state === 'asked' ? fail('worker-lost') : fail('worker-not-started', { why }));

  const onMessage = (message: FromWorker): void => {
    if (message.type === 'ready') {
      if (state !== 'starting') return broken('it began twice');
      return message.asker === asker ? ask() : broken('it was started for somebody else');
    }
    if (state !== 'asked' || message.nonce !== nonce) return broken('it answers what nobody asked');
    if (message.type === 'progress') watch.onProgress(message.progress);
    else end(resultOf(message));
  };

  const push = lineReader({
    limit: answerLimit,
    onTooLong: () => broken('it says too much'),
    onLine: (line) => {
      if (state === 'over') return;
      const parsed = fromWorkerSchema.safeParse(decodeMessage(line));
      if (parsed.success) onMessage(parsed.data);
      else broken('it does not say what was expected');
    },
  });
  return {
    push,
    closed: (why) => end(state === 'asked' ? fail('worker-lost') : { ok: false, problem: why }),
    answer,
  };
};

const noPasswords: ReadonlyMap<string, Secret> = new Map();

/** Held to the same rules as at the other end, so that what is refused there is known here and not sent. */
const requestBytes = (
  nonce: string,
  request: ElevatedRequest,
  passwords: ReadonlyMap<string, Secret>,
): Result<Uint8Array> => {
  const message = messageOf(nonce, request, [...passwords.keys()]);
  const tooLong = [...passwords.values()].some((secret) => secret.use(({ length }) => length > secretLimit));
  const parsed = askSchema.safeParse(message);
  return parsed.success && !tooLong
    ? ok(encodeMessage(parsed.data))
    : fail('worker-not-started', { why: 'what it has to be told is too long' });
};

const messageOf = (nonce: string, request: ElevatedRequest, passwords: string[]): Ask => {
  if (request.kind === 'clean-up') {
    const { runId, leftovers } = request;
    return { type: 'clean-up', protocol, nonce, runId, leftovers };
  }
  if (request.kind !== 'remove') return { type: request.kind, protocol, nonce, runId: request.runId };
  const { consent, subject } = request;
  return {
    type: 'remove',
    protocol,
    nonce,
    request: { consent, ...(subject === undefined ? {} : { subject }), passwords },
  };
};

type Final = Exclude<FromWorker, { type: 'ready' | 'progress' }>;

const resultOf = (message: Final): Result<ElevatedAnswer> => {
  if (message.type === 'refused') return { ok: false, problem: message.problem };
  if (message.type === 'undone') return undoneOf(message);
  const read: Result<Report> = parseReport(message.report);
  if (!read.ok) return fail('worker-lost');
  const report = read.value;
  if (message.type === 'changed') return ok({ kind: 'changed', change: message.change, report });
  const { runId, unsaved, reopening } = message;
  return ok({
    kind: 'done',
    removed: {
      report,
      ...(runId === undefined ? {} : { runId }),
      ...(unsaved === undefined ? {} : { unsaved }),
      ...(reopening === undefined ? {} : { reopening }),
    },
  });
};

const undoneOf = ({
  restored,
  refused,
  report,
  unsaved,
}: Extract<FromWorker, { type: 'undone' }>): Result<ElevatedAnswer> => {
  const read = report === undefined ? undefined : parseReport(report);
  if (read?.ok === false) return fail('worker-lost');
  return ok({
    kind: 'undone',
    undone: {
      restored,
      refused,
      ...(read === undefined ? {} : { report: read.value }),
      ...(unsaved === undefined ? {} : { unsaved }),
    },
  });
};
