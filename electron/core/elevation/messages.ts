import { z } from 'zod';
import { changeSchema, consentSchema, leftoverConsentSchema } from '../model/consent.ts';
import { keptReasons, leftReasons } from '../model/leftover.ts';
import { problemSchema } from '../model/problem-schema.ts';
import { reopenEndSchema } from '../model/reopen.ts';
import { actionResultSchema, runIdShape } from '../model/run.ts';

/**
 * What the window and the process with rights say to each other, one message a line. Every message is bounded and
 * nothing may stand in it that is not declared here; a message that does not fit ends the talk.
 */

/** Another number is another language, and is not spoken with. */
export const protocol = 1;

/** Bytes of one line to the worker, and of one from it: that one may hold a whole report. */
export const requestLimit = 256 * 1024;
export const answerLimit = 64 * 1024 * 1024;
/** Bytes of one password. */
export const secretLimit = 1_024;

const runId = z.string().regex(runIdShape);
const nonceSchema = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.string().max(4_000);

export const requestSchema = z.strictObject({
  consent: consentSchema,
  subject: z
    .strictObject({
      assetTag: words.optional(),
      ticket: words.optional(),
      operator: words.optional(),
      reason: words.optional(),
    })
    .optional(),
  /** Products whose passwords follow in this order, each on a line of its own that is no message. */
  passwords: z
    .array(z.string().regex(/^[a-z0-9-]{1,64}$/))
    .max(64)
    .refine((ids) => new Set(ids).size === ids.length, 'twice the same'),
});
export type Request = z.infer<typeof requestSchema>;

/** `nonce` is made for this one talk, and stands in every answer to it. */
const talk = { protocol: z.literal(protocol), nonce: nonceSchema };

/** The one request to a worker. */
export const askSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('remove'), ...talk, request: requestSchema }),
  /** Goes on with a run of this computer: what was agreed to then is all that may be done. */
  z.strictObject({ type: z.literal('resume'), ...talk, runId }),
  /** Sets aside what a finished run of this computer left. */
  z.strictObject({ type: z.literal('clean-up'), ...talk, runId, leftovers: leftoverConsentSchema }),
  /** Puts back what a run of this computer set aside. */
  z.strictObject({ type: z.literal('undo'), ...talk, runId }),
]);
export type Ask = z.infer<typeof askSchema>;

/** Stop after the action that is running. Whatever comes after the request means this, but for the one below. */
export interface Cancel {
  readonly type: 'cancel';
  readonly nonce: string;
}

/** Stop, and do not wait for what is running either: it is left to itself. */
export const leaveSchema = z.strictObject({ type: z.literal('leave'), nonce: nonceSchema });
export type Leave = z.infer<typeof leaveSchema>;

const at = z.string().max(64);
const actionId = z.string().max(1_024);

const progressSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('started'), actionId, at }),
  z.strictObject({
    kind: z.literal('progress'),
    actionId,
    at,
    progress: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('output'), line: z.string() }),
      z.strictObject({ kind: z.literal('waiting'), holder: z.string(), seconds: z.number() }),
      z.strictObject({ kind: z.literal('quiet'), seconds: z.number() }),
      z.strictObject({ kind: z.literal('window') }),
    ]),
  }),
  z.strictObject({ kind: z.literal('ended'), result: actionResultSchema }),
  z.strictObject({ kind: z.literal('looking-again') }),
  z.strictObject({ kind: z.literal('looking-closer') }),
  z.strictObject({ kind: z.literal('set-aside'), what: z.string(), why: z.enum(leftReasons).optional() }),
  z.strictObject({ kind: z.literal('put-back'), what: z.string(), why: z.enum(keptReasons).optional() }),
]);

/** From the worker. A report is read with `parseReport`, which keeps it whole. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
  /** The first one. `asker`: who it was started for, as the system says it: a user id, a SID. */
  z.strictObject({ type: z.literal('ready'), protocol: z.literal(protocol), asker: z.string().max(256) }),
  z.strictObject({ type: z.literal('progress'), nonce: nonceSchema, progress: progressSchema }),
  z.strictObject({
    type: z.literal('done'),
    nonce: nonceSchema,
    runId: z.string().max(64).optional(),
    report: z.unknown(),
    unsaved: problemSchema.optional(),
    reopening: reopenEndSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('changed'),
    nonce: nonceSchema,
    change: changeSchema,
    report: z.unknown(),
  }),
  z.strictObject({
    type: z.literal('undone'),
    nonce: nonceSchema,
    restored: z.number(),
    refused: z.array(
      z.strictObject({ what: z.string(), why: z.enum(keptReasons), detail: z.string().optional() }),
    ),
    report: z.unknown().optional(),
    unsaved: problemSchema.optional(),
  }),
  z.strictObject({ type: z.literal('refused'), nonce: nonceSchema, problem: problemSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
