import type { Clock, Executor, Inspector, Quarantine, Reopener, StartIdentity } from '../core/ports.ts';
import type { Secret } from '../core/model/secret.ts';
import type { VendorTool } from '../platform/windows/executors/vendor-tool.ts';
import type { FileRunStore } from '../platform/shared/run-store.ts';

/** A stream that text goes to. */
export interface Output {
  write(text: string): void;
  /** Undefined for a file or a pipe. */
  readonly isTTY: boolean | undefined;
  /** Characters a line; undefined when it is no terminal. */
  readonly columns?: number | undefined;
}

/** What can look at this computer and change it. */
export interface Machine {
  readonly inspector: Inspector;
  readonly executors: (options: { readonly lockWaitSeconds: number }) => readonly Executor[];
  readonly starts: StartIdentity;
  /** For whom this process works; undefined where the system knows no name for it. */
  readonly account?: () => string | undefined;
  /** The languages that the system speaks to this person, best first; undefined where the environment tells them. */
  readonly languages?: () => readonly string[];
  /** The quarantine in the folder of a run; undefined where nothing can set leftovers aside yet. */
  readonly quarantine?: (run: string, folder: string) => Quarantine;
  /** Undefined where nothing can open this program again after a restart yet. */
  readonly reopener?: Reopener;
  /** Whether a file is the vendor's own removal tool; undefined where the vendor has none. */
  readonly checkTool?: (path: string) => VendorTool;
}

/** Everything outside that a command touches, so that a test can hand in its own. */
export interface CliContext {
  /** What follows the program's name. */
  readonly argv: readonly string[];
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks the person at the terminal and resolves to the typed line. Undefined: nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Asks for a password without showing it; undefined where nobody sits, and for an empty answer. */
  readonly askSecret: ((question: string) => Promise<Secret | undefined>) | undefined;
  /** The whole of standard input, for what must not stand on a command line. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Undefined: this version cannot look at this kind of computer. */
  readonly machine: Machine | undefined;
  /** Undefined: the usual folder of this computer. */
  readonly openRuns: (folder: string | undefined) => FileRunStore;
  /** The path of something that lies beside this program. */
  readonly beside: (name: string) => string;
  /** Whether a folder there could be closed to other users. */
  readonly canBeOurs: (path: string) => Promise<boolean>;
  readonly clock: Clock;
  /** The person's languages, best first, as the system writes them. */
  readonly languages: () => readonly string[];
  /** Aborted by the first signal that asks the program to stop. */
  readonly stop: AbortSignal;
  /** Aborted by the next one: what runs is not waited for any longer. */
  readonly leave: AbortSignal;
  /** With it a bug shows its stack. */
  readonly debug: boolean;
}
