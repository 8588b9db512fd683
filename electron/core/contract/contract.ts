import { z } from 'zod';
import { changeSchema } from '../model/consent.ts';
import { mapSchema } from '../model/map.ts';
import { hostSchema } from '../model/host.ts';
import { keptReasons, leftReasons } from '../model/leftover.ts';
import { tableNames } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { reportSchema, subjectSchema } from '../model/report.ts';
import { reopenEndSchema } from '../model/reopen.ts';
import { outcomes, runIdShape } from '../model/run.ts';
import type { ProblemCode } from '../model/result.ts';

/**
 * The whole surface between the window and the main process. A call is an entry here, nothing else:
 * the preload offers exactly these names and main checks every input against its schema.
 * The window never names a path, a command or an action; a file is chosen in a dialog that main opens.
 */
export const calls = {
  /** What is known before anything is looked at. */
  describe: call(
    z.strictObject({}),
    z.object({
      host: hostSchema,
      version: z.string(),
      /** Places that a scan of this system looks at. */
      places: z.array(tableName()),
      runtimeWarnings: z.array(z.enum(['stand-in', 'elevated-window'])),
      /** The words that start this program's command line on this computer. */
      program: z.array(z.string()),
      /** Whether a removal asks for administrator rights first. `not-needed`: this very program has them. */
      elevation: z.enum(['not-needed', 'available', 'unavailable']),
      /** Why it is unavailable. */
      elevationProblem: problem().optional(),
      /** Whether what is left of removed products can be set aside on this kind of computer. */
      mayCleanUp: z.boolean(),
      /** A run that is not at its end. `asked`: this window was opened to go on with it. */
      openRun: z.object({ runId: z.string(), asked: z.boolean() }).optional(),
      /** Recorded computers that can be played in the place of this one. `host.example` names the one that is. */
      examples: z.array(z.object({ name: z.string(), host: hostSchema })),
    }),
  ),
  /** From now on everything is about a recorded computer, or about this one again. Everything that was seen is forgotten. */
  openExample: call(z.strictObject({ name: z.string().max(64) }), z.object({})),
  leaveExample: call(z.strictObject({}), z.object({})),
  /**
   * Which language the window speaks. With `choose` (`de`) everything speaks that one from now on, main's menus, dialogs
   * and reports too, and it is remembered; one that is not known changes nothing.
   */
  language: call(z.strictObject({ choose: z.string().optional() }), z.object({ language: z.string() })),
  /** Looks at this computer. Progress comes as `scanProgress`. */
  scan: call(
    z.strictObject({ subject: subjectSchema.optional() }),
    z.object({ scanId: z.string(), report: reportSchema }),
  ),
  /** Opens a dialog and draws the same conclusions from a snapshot that was taken elsewhere. */
  openSnapshot: call(
    z.strictObject({ subject: subjectSchema.optional() }),
    z.union([
      z.object({ cancelled: z.literal(true) }),
      z.object({ scanId: z.string(), report: reportSchema, ignored: z.array(z.string()) }),
    ]),
  ),
  /** Stops a scan that is under way, or a removal after the action that is running now. */
  cancel: call(z.strictObject({}), z.object({})),
  /** The same, without waiting for the uninstaller that is running: it is left to itself, never ended. */
  stopWaiting: call(z.strictObject({}), z.object({})),
  /** Plans again from main's own snapshot for the chosen products: what Prepare shows. */
  plan: call(choice({}), z.object({ report: reportSchema })),
  /**
   * Carries out the plan that this scan showed last. Progress comes as `removeProgress`. Where that takes rights which
   * this program lacks, the system asks the person for them, and a process with rights looks again before it acts.
   */
  remove: call(
    choice({
      /** Passwords of protected products, in UTF-8. They cross once, and are wiped after the removal. */
      passwords: z
        .array(z.strictObject({ productId: z.string().max(64), utf8: z.instanceof(Uint8Array) }))
        .max(64)
        .optional(),
    }),
    z.union([
      doneSchema(),
      /** Nothing was changed: with rights more was seen than was agreed to. `report` is the plan to be asked about. */
      z.object({ changed: changeSchema, report: reportSchema }),
    ]),
  ),
  /**
   * Sets aside what a run left, as its report told it last in `remaining`. `kept`: places in that list, from 0, of what
   * is to stay. Progress comes as `leftoverProgress`.
   */
  cleanUp: call(
    z.strictObject({ runId: z.string(), kept: z.array(z.number().int().nonnegative()).max(4_096) }),
    z.union([
      z.object({ runId: z.string(), report: reportSchema, unsaved: problem().optional() }),
      /** Nothing was changed: there is more than was shown. `report` tells it. */
      z.object({ changed: changeSchema, report: reportSchema }),
    ]),
  ),
  /** Puts back what a run set aside. Progress comes as `leftoverProgress`. */
  undo: call(
    z.strictObject({ runId: z.string() }),
    z.object({
      restored: z.number(),
      refused: z.array(
        z.object({ what: z.string(), why: z.enum(keptReasons), detail: z.string().optional() }),
      ),
      /** What a look says afterwards; absent when nobody could look. */
      report: reportSchema.optional(),
      unsaved: problem().optional(),
    }),
  ),
  /**
   * Goes on with a run that was interrupted or that waited for a restart, as far as was agreed to when it began. Progress
   * comes as `removeProgress`, and rights are asked for as by `remove`.
   */
  resume: call(z.strictObject({ runId: z.string().regex(runIdShape) }), doneSchema()),
  /** Restarts this computer now. */
  restart: call(z.strictObject({}), z.object({})),
  /** Forgets every scan and report of this session: the next computer, or the next person, begins anew. */
  forget: call(z.strictObject({}), z.object({})),
  /**
   * Main opens the save dialog, writes the file and says its name. `id` is a scan's or a run's. Without `raw`, names of
   * people and serial numbers are replaced.
   */
  saveReport: call(
    z.strictObject({
      id: z.string(),
      format: z.enum(['html', 'json', 'pdf', 'csv']),
      raw: z.boolean().optional(),
    }),
    z.union([
      z.object({ cancelled: z.literal(true) }),
      z.object({ fileName: z.string(), folder: z.string() }),
    ]),
  ),
  /** Puts a plain-text summary on the clipboard. Without `raw`, names of people and serial numbers are replaced. */
  copySummary: call(z.strictObject({ id: z.string(), raw: z.boolean().optional() }), z.object({})),
  /**
   * Main opens the dialog for a folder and reads the reports in it; with `handedOver` it takes the folder that the person
   * dropped on the window or pasted there last. Progress comes as `mapProgress`.
   */
  openMap: call(
    z.strictObject({ handedOver: z.boolean().optional() }),
    z.union([z.object({ cancelled: z.literal(true) }), z.object({ mapId: z.string(), map: mapSchema })]),
  ),
  /** Counts the same reports anew; `choose` opens the dialog for a file. `start` is the day on which the clock starts. */
  changeMap: call(
    z.strictObject({
      mapId: z.string(),
      directive: z.enum(['keep', 'none', 'choose', 'bod-17-01']),
      start: z.iso.date().optional(),
      assets: z.enum(['keep', 'none', 'choose']),
    }),
    z.union([z.object({ cancelled: z.literal(true) }), z.object({ map: mapSchema })]),
  ),
  /** Main opens the save dialog and writes the map, or the form that a directive asks for. */
  saveMap: call(
    z.strictObject({ mapId: z.string(), content: z.enum(['html', 'json', 'csv', 'form', 'form-csv']) }),
    z.union([
      z.object({ cancelled: z.literal(true) }),
      z.object({ fileName: z.string(), folder: z.string() }),
    ]),
  ),
} as const;

/** One-way messages from main to the window. */
export const events = {
  /** The menu asks for the map. */
  showMap: z.object({}),
  mapProgress: z.object({ files: z.number() }),
  scanProgress: z.object({
    table: tableName(),
    state: z.enum(['looking', 'done']),
    reading: z.enum(['ok', 'not-applicable', 'unavailable', 'denied', 'failed']).optional(),
    looked: z.number().optional(),
    why: z.string().optional(),
    gaps: z.number().optional(),
  }),
  removeProgress: z.discriminatedUnion('kind', [
    /** The system asks the person for administrator rights, and they were given. */
    z.object({ kind: z.literal('asking-rights') }),
    z.object({ kind: z.literal('rights-given') }),
    z.object({ kind: z.literal('started'), actionId: z.string(), at: z.string() }),
    z.object({ kind: z.literal('output'), actionId: z.string(), at: z.string(), line: z.string() }),
    z.object({ kind: z.literal('waiting'), actionId: z.string(), holder: z.string(), seconds: z.number() }),
    /** The vendor's own window opens next. */
    z.object({ kind: z.literal('window'), actionId: z.string() }),
    z.object({ kind: z.literal('quiet'), actionId: z.string(), seconds: z.number() }),
    z.object({
      kind: z.literal('ended'),
      actionId: z.string(),
      at: z.string(),
      outcome: z.enum(outcomes),
      exitCode: z.number().optional(),
      detail: z.string().optional(),
    }),
    z.object({ kind: z.literal('looking-again') }),
  ]),
  leftoverProgress: z.discriminatedUnion('kind', [
    /** What is left is looked at to the last file, before any of it is set aside. */
    z.object({ kind: z.literal('looking-closer') }),
    /** `why`: it stayed where it was. */
    z.object({ kind: z.literal('set-aside'), what: z.string(), why: z.enum(leftReasons).optional() }),
    z.object({ kind: z.literal('put-back'), what: z.string(), why: z.enum(keptReasons).optional() }),
  ]),
} as const;

export type CallName = keyof typeof calls;
export type EventName = keyof typeof events;
export type CallInput<C extends CallName> = z.infer<(typeof calls)[C]['input']>;
export type CallOutput<C extends CallName> = z.infer<(typeof calls)[C]['output']>;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;

/** What every call resolves to: a refused or failed call is a Problem, never a silent undefined. */
export type Answer<C extends CallName> =
  | { readonly ok: true; readonly value: CallOutput<C> }
  | {
      readonly ok: false;
      readonly problem: {
        readonly code: ProblemCode;
        readonly values?: Readonly<Record<string, string | number>> | undefined;
      };
    };

/** What the preload puts on `window.bridge`. */
export interface Bridge {
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<Answer<C>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}

function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output };
}

/** What a person chose in a scan. `leftovers`: what is left afterwards is to be set aside too. */
function choice<More extends z.ZodRawShape>(more: More) {
  return z.strictObject({
    scanId: z.string(),
    productIds: z.array(z.string()),
    accepted: z.array(z.string()),
    leftovers: z.boolean().optional(),
    ...more,
  });
}

/** The codes are a closed list for the compiler; across the bridge any string will do, since only main writes them. */
function problem() {
  return z.object({
    code: z.string() as unknown as z.ZodType<ProblemCode>,
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  });
}

function doneSchema() {
  return z.object({
    /** Also names the report of a run that found nothing left to do. */
    runId: z.string(),
    report: reportSchema,
    /** What was done is done; this says why its record on disk is not whole. */
    unsaved: problem().optional(),
    /** How it was arranged that this program opens again after a restart; absent: none is needed. */
    reopening: reopenEndSchema.optional(),
  });
}

function tableName() {
  return z.enum(tableNames as [TableName, ...TableName[]]);
}
