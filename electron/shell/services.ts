import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../core/contract/contract.ts';
import type { Desk } from '../core/engine/conclude.ts';
import type { Host } from '../core/model/host.ts';
import type { Result } from '../core/model/result.ts';
import type {
  Clock,
  Elevator,
  Executor,
  Inspector,
  Quarantine,
  Reopener,
  RunStore,
  StartIdentity,
} from '../core/ports.ts';
import type { Jobs } from './jobs.ts';
import type { Memory } from './memory.ts';
import type { Speech } from './speech.ts';

/** What looks at this computer and acts on it. */
export interface Machine {
  readonly inspector: Inspector;
  /** The words that start this program's command line here; undefined for its plain name. */
  readonly program?: readonly string[] | undefined;
  readonly executors: readonly Executor[];
  readonly store: RunStore;
  readonly starts: StartIdentity;
  /** The quarantine of a run; undefined where nothing can set leftovers aside yet. */
  readonly quarantine?: ((run: string) => Quarantine) | undefined;
  /** This tool's own folders and files: whatever the catalogue says, they stay. */
  readonly own?: readonly string[];
  /** For whom this process works; undefined where the system knows no name for it. */
  readonly account?: string | undefined;
  readonly reopener?: Reopener | undefined;
  /** Undefined where nobody can restart this computer from here. Problem: `restart-failed` {why}. */
  readonly restart?: (() => Promise<Result<true>>) | undefined;
  /** The run that this window was opened for after a restart. */
  readonly afterRestart?: string | undefined;
  /** The newest run that was not brought to its end, as far as this account may read it. */
  readonly unfinishedRun?: ((host: Host) => Promise<string | undefined>) | undefined;
  /** Undefined: nothing here can ask for rights on this kind of computer. */
  readonly elevator?: Elevator | undefined;
}

/** Recorded computers that can take the place of this one. */
export interface Examples {
  readonly list: CallOutput<'describe'>['examples'];
  /** Problems: `unknown-example`, `already-running`. */
  open(name: string): Result<true>;
  leave(): Result<true>;
}

export type ReportFormat = CallInput<'saveReport'>['format'];

/** What a file that is opened is for. */
export type FileKind = 'snapshot' | 'assets' | 'directive';

/** What calls need of the desktop around the window. Dialogs answer undefined when the person closes them. */
export interface Desktop {
  chooseFileToOpen(what: FileKind): Promise<string | undefined>;
  chooseFolder(): Promise<string | undefined>;
  /** The path of the one thing that was dropped or pasted last, once. */
  takeHandedOver(): string | undefined;
  chooseFileToSave(name: string, format: ReportFormat): Promise<string | undefined>;
  copy(text: string): Promise<void>;
  /** Prints a page without scripts; resolves to the bytes of a PDF. */
  print(html: string): Promise<Uint8Array>;
}

export type RuntimeWarning = CallOutput<'describe'>['runtimeWarnings'][number];
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

export interface Services {
  readonly desk: Desk;
  readonly speech: Speech;
  readonly clock: Clock;
  /** Undefined on a system that nothing here can look at yet. */
  readonly machine: Machine | undefined;
  readonly memory: Memory;
  readonly jobs: Jobs;
  readonly examples: Examples;
  readonly desktop: Desktop;
  readonly emit: Emit;
  readonly runtimeWarnings: readonly RuntimeWarning[];
}

export type Handler<C extends CallName> = (input: CallInput<C>) => Promise<Result<CallOutput<C>>>;

/** One handler a call: a call that is declared and not answered here does not compile. */
export type Handlers = { readonly [C in CallName]: Handler<C> };
