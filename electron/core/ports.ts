import type { RemoveProgress } from './engine/carry-out.ts';
import type { Removed } from './engine/remove.ts';
import type { LeftRun } from './engine/resume.ts';
import type { RunUndone } from './engine/undo-run.ts';
import type { Change, Consent, LeftoverConsent } from './model/consent.ts';
import type { Action } from './model/plan.ts';
import type { Host, OperatingSystem } from './model/host.ts';
import type { KeptReason, LeftoverItem, LeftReason } from './model/leftover.ts';
import type { Reading } from './model/reading.ts';
import type { Registration } from './model/reopen.ts';
import type { Report, Subject } from './model/report.ts';
import type { Result } from './model/result.ts';
import type { Secret } from './model/secret.ts';
import type { Outcome } from './model/run.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { Row, TableName } from './model/tables.ts';
import type { JournalEntry, LeftoverEnd, RestoreEnd } from './engine/journal.ts';

/** Entries right in a folder that others use too, told from theirs by whole names. */
export interface NamedEntries {
  readonly folder: string;
  /** Anchored at both ends. A folder so named is walked to the last file. */
  readonly name: RegExp;
  /** Asked for one by one where the folder is closed: what is not there is then surely not. Without them that is a gap. */
  readonly known?: readonly string[];
}

/**
 * What a probe may look for beyond what it lists anyway: the exact places that the catalogue names. Absolute paths. On
 * Windows they begin with one of its variables, `%UserProfile%` standing for everybody's, and the probe resolves them.
 */
export interface Interest {
  /** Vendor folders that are walked to the last file. */
  readonly roots: readonly string[];
  /** Single files and folders outside those roots. */
  readonly exactPaths: readonly string[];
  readonly named?: readonly NamedEntries[];
}

/** Structurally an AbortSignal; the core knows no more of it than this. */
export interface Cancellation {
  /** Nothing new is begun; what runs is waited for. */
  readonly aborted: boolean;
  /** What runs is not waited for any longer either. It is left to itself, never ended. */
  readonly leave?: boolean;
}

/** Fills one table. It never throws for what it meets on the machine: that is a Reading too. */
export interface Probe<T extends TableName = TableName> {
  readonly table: T;
  read(interest: Interest): Promise<Reading<Row<T>>>;
}

/** Everything that looks at this computer. */
export interface Inspector {
  readonly os: OperatingSystem;
  host(): Promise<Host>;
  readonly probes: readonly Probe[];
}

export interface ExecutionResult {
  readonly outcome: Outcome;
  readonly exitCode?: number;
  /** The last lines of what the tool wrote, when the goal was not reached. */
  readonly detail?: string;
}

/** What an action is doing right now. Real output and real waits only; no invented percentage. */
export type ExecutionProgress =
  | { readonly kind: 'output'; readonly line: string }
  | { readonly kind: 'waiting'; readonly holder: string; readonly seconds: number }
  /** The vendor's own window opens next, and asks the person something. */
  | { readonly kind: 'window' }
  /** It still works, and nothing was heard of it for so long. */
  | { readonly kind: 'quiet'; readonly seconds: number };

/** What an action is carried out with. */
export interface ExecutionContext {
  /** What the person agreed to lose in this run; nothing else may go with it. */
  readonly agreed: readonly Action[];
  readonly onProgress: (progress: ExecutionProgress) => void;
  readonly cancellation: Cancellation;
  /** What the person gave for this product. It is for the product alone. */
  readonly password: Secret | undefined;
}

/** Carries out one kind of action with the vendor's or the system's own tool. It never kills that tool. */
export interface Executor {
  readonly kind: Action['kind'];
  run(action: Action, context: ExecutionContext): Promise<ExecutionResult>;
}

/** Tells one start of this computer from the next. */
export interface StartIdentity {
  /** The name of the present start, one for all starts that were given none; undefined: it cannot be told. Changes nothing. */
  read(): Promise<string | undefined>;
  /** The same, where a name has to be made first. */
  ensure(): Promise<string | undefined>;
}

export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
}

/** Append-only and durable: a resolved `append` is on disk. */
export interface Journal {
  append(entry: JournalEntry): Promise<Result<true>>;
  close(): Promise<void>;
}

/** Where runs are kept: one folder a run, with its journal, its first look and its report. */
export interface RunStore {
  /** Writes the first look to disk before anything may change, then opens the journal. */
  create(runId: string, first: Snapshot, report: Report): Promise<Result<Journal>>;
  saveReport(runId: string, report: Report): Promise<Result<true>>;
  /** A run as it was left. Problems: `unknown-run` {run, folder}, and those of its files. */
  read(runId: string): Promise<Result<LeftRun>>;
  /** The journal of an existing run, to go on with; a torn last line is cut away. */
  reopen(runId: string): Promise<Result<Journal>>;
  newRunId(): string;
}

/** A part of an item that has to stay where it is, and so keeps the folders above it. */
export interface StayingPart {
  readonly path: string;
  readonly why: LeftReason;
  readonly detail?: string;
}

/** What a closer look at one item says. */
export type Survey =
  /** `entries`: every path of it, itself first. For what is no file it is empty. */
  | { readonly kind: 'ready'; readonly entries: readonly string[]; readonly bytes?: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'stays'; readonly parts: readonly StayingPart[] };

/** `glance`: only to tell what there is; nothing of it is kept in mind, and no file is read. */
export type SurveyDepth = 'whole' | 'glance';

/** One thing that was written down in a quarantine. Its digest shows whether that was altered since. */
export interface QuarantineRecord {
  readonly number: number;
  readonly sha256: string;
  readonly item: LeftoverItem;
}

/**
 * The quarantine of one run. What it takes it can give back to the last byte, attribute and nanosecond, or it says what
 * it could not keep; what somebody may exchange between its look and its hand it does not take.
 */
export interface Quarantine {
  /** Everything that has to come back, read and kept in mind; changes nothing. One answer an item, in their order. */
  survey(items: readonly LeftoverItem[], depth?: SurveyDepth): Promise<readonly Survey[]>;
  /** Puts what the survey of this item saw on the disk. Problem: `file-unwritable`. */
  record(number: number, item: LeftoverItem): Promise<Result<QuarantineRecord>>;
  /** Takes it out of its place, if it is still what was surveyed. */
  setAside(record: QuarantineRecord): Promise<LeftoverEnd>;
  /** After a kill in the middle of `setAside`: brings that to one end or the other. */
  settle(record: QuarantineRecord): Promise<LeftoverEnd>;
  /** Whether all of this was written by this run and nobody altered it since. Problem: `quarantine-damaged` {run, why}. */
  check(records: readonly QuarantineRecord[]): Promise<Result<true>>;
  /** Puts it back, in the state in which it was, never over anything. May be asked again after a kill. */
  putBack(record: QuarantineRecord): Promise<RestoreEnd>;
  /** After the last one: tells the system, and gives folders the times back that they had before. */
  finish(records: readonly QuarantineRecord[]): Promise<void>;
}

/** Has this program open again by itself, once, when somebody signs in after a restart. */
export interface Reopener {
  /** The system takes the registration away itself when it opens the program. */
  readonly isOnce: boolean;
  /**
   * Registers it for a run. There is never more than one registration; it stays until `drop`, or, where the system takes
   * it away when it opens the program, until then. Its command line names the run and nothing else of this computer.
   * Problems: `reopen-failed` {why}, `reopen-not-staged` {why}.
   */
  register(runId: string): Promise<Result<Registration>>;
  /** Whether anything of that is there for this run: the registration, or a copy that was staged. */
  isThere(runId: string): Promise<boolean>;
  /** Takes both away, and nothing that is another run's. Problem: `reopen-stays` {place, why}. */
  drop(runId: string): Promise<Result<true>>;
}

/** What a process without rights asks one with rights to do. Names no path, no command and no action of its own. */
export type ElevatedRequest =
  | {
      readonly kind: 'remove';
      readonly consent: Consent;
      readonly subject?: Subject | undefined;
      /** By product id. They are wiped once they were handed over, or could not be. */
      readonly passwords?: ReadonlyMap<string, Secret>;
    }
  | { readonly kind: 'resume'; readonly runId: string }
  /** Sets aside what a finished run left, as far as it was agreed to. */
  | { readonly kind: 'clean-up'; readonly runId: string; readonly leftovers: LeftoverConsent }
  /** Puts back what a run set aside. */
  | { readonly kind: 'undo'; readonly runId: string };

/** How that ended when nothing went wrong. */
export type ElevatedAnswer =
  | { readonly kind: 'done'; readonly removed: Removed }
  /** Nothing was changed: with rights there is more to be done, or to be thought of, than the person agreed to. */
  | { readonly kind: 'changed'; readonly change: Change; readonly report: Report }
  | { readonly kind: 'undone'; readonly undone: RunUndone };

/** One leftover after the other, on its way out or back. `why`: it stayed where it was. */
export type LeftoverNews =
  | { readonly kind: 'looking-closer' }
  | { readonly kind: 'set-aside'; readonly what: string; readonly why?: LeftReason }
  | { readonly kind: 'put-back'; readonly what: string; readonly why?: KeptReason };

export type WorkProgress = RemoveProgress | LeftoverNews;

export interface ElevatedWatch {
  readonly onProgress: (progress: WorkProgress) => void;
  /** The person was asked and gave the rights: from here on something may change. */
  readonly onGiven: () => void;
  /** Takes what is to be called when the person wants it to stop after the action that is running. */
  readonly onStop: (stop: () => void) => void;
  /** Takes what is to be called when the person does not want to wait for what runs either. */
  readonly onLeave?: (leave: () => void) => void;
}

/**
 * Asks the person for administrator rights, once, and has one short-lived process carry out one request with them.
 * Problems: `elevation-unavailable` and `elevation-untrusted` {why}, `elevation-cancelled`, `elevation-refused`,
 * `worker-not-started` {why}, `worker-lost`, and those of what was asked for.
 */
export interface Elevator {
  /** Whether it would ask. Changes nothing and asks nobody. */
  ready(): Promise<Result<true>>;
  carryOut(request: ElevatedRequest, watch: ElevatedWatch): Promise<Result<ElevatedAnswer>>;
}
