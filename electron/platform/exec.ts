import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessByStdio, StdioOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { drain } from './drain.ts';
import { boundedCapture } from './output.ts';
import type { Capture, Captured } from './output.ts';
import { whyOf } from './shared/why.ts';
import { systemEnvironment } from './environment.ts';
import { openSpool } from './spool.ts';

/**
 * The one door to other programs. Arguments are an array and no shell ever sees them; nothing of the caller's
 * environment gets through but what `systemEnvironment` gives, so neither PATH nor LD_PRELOAD nor an alias can
 * put another program in the place of the one that is meant.
 */
export interface ExecRequest {
  /** An absolute path, or a bare name that is looked up in the system's own folders only. */
  readonly command: string;
  readonly args: readonly string[];
  /** Exit codes that are an answer and not a failure. Default: 0. */
  readonly expected?: readonly number[];
  /** For readers. A tool that changes the machine gets none: half a removal is worse than a slow one. */
  readonly timeoutMs?: number;
  /**
   * For tools that change the machine. Both streams go to a nameless file instead of pipes and come back as `stdout`:
   * when this process is killed, a pipe breaks, and SIGPIPE stops dpkg between two steps (its package is then
   * half-configured). With a file the tool finishes what it began.
   */
  readonly outlivesUs?: boolean;
  /**
   * For uninstallers that may leave children behind: neither stream is kept. A handle of ours that such a child
   * inherited would live as long as it does.
   */
  readonly unheard?: boolean;
  /** The program's own window is wanted. Windows only: elsewhere nobody hides one. */
  readonly window?: boolean;
  /**
   * What follows the program on the command line, to the letter, in place of `args`: on Windows a program parses that
   * text itself, and some read quotes in their own way. Windows only.
   */
  readonly verbatim?: string;
  /** Called once with the number of the process when it runs. */
  readonly onStarted?: (pid: number) => void;
  /** Variables on top of the clean environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How much of each stream is kept, in bytes: the first and the last half of it. Default: 256 KB. */
  readonly keepBytes?: number;
  /** Every line of both streams as it comes, without its line end. */
  readonly onLine?: (line: string) => void;
}

/** How a program ended. Nothing is thrown: a missing tool is a fact about the machine. */
export type ExecResult =
  | {
      readonly kind: 'exited';
      readonly code: number;
      /** The code is one of `expected`. */
      readonly asExpected: boolean;
      readonly stdout: Captured;
      readonly stderr: Captured;
    }
  | {
      readonly kind: 'signalled';
      readonly signal: string;
      readonly stdout: Captured;
      readonly stderr: Captured;
    }
  | {
      readonly kind: 'timeout';
      readonly afterMs: number;
      readonly stdout: Captured;
      readonly stderr: Captured;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unstartable'; readonly why: string };

export type Exec = (request: ExecRequest) => Promise<ExecResult>;

const defaultKeepBytes = 256 * 1024;
/** How often the file of a tool that outlives us is read. */
const spoolMs = 100;

/**
 * Runs a program to its end.
 *
 * It gets /dev/null for input and a session of its own (`detached` is setsid(2)): a Ctrl-C in the terminal goes to
 * the foreground process group, and a dpkg that is stopped in the middle leaves a broken system behind.
 */
export const exec: Exec = async (request) => {
  if (request.unheard === true) return throughNothing(request);
  if (request.outlivesUs === true) return throughFile(request);
  await ownTurn();
  return throughPipes(request);
};

let lastTurn: Promise<void> = Promise.resolve();

/**
 * A start takes this process some hundredths of a second, and a look starts a dozen tools at once: each has a turn of
 * its own, so that the window is not held up by all of them together.
 */
const ownTurn = (): Promise<void> => (lastTurn = lastTurn.then(() => nextTurn()));

const throughNothing = async (request: ExecRequest): Promise<ExecResult> => {
  const ending = await new Promise<Ending | ExecResult>((resolve) => {
    const child = start(request, 'ignore');
    if ('kind' in child) resolve(child);
    else whenEnded(child, request, resolve);
  });
  const nothing = boundedCapture(1).end();
  return 'kind' in ending ? ending : resultOf(request, ending, nothing, nothing);
};

/**
 * The end is the program's own `exit`. Node's `close` waits for every copy of the pipes to be closed, and a program
 * that starts a daemon hands its copies on: `close` would then come when that daemon ends, that is never. So after
 * `exit` what is left in the pipes is read until they are closed or silent, and a stream that is still open is read on
 * and thrown away, since closing it could kill that daemon with SIGPIPE.
 */
const throughPipes = (request: ExecRequest): Promise<ExecResult> =>
  new Promise((resolve) => {
    const child = start(request, ['ignore', 'pipe', 'pipe']);
    if ('kind' in child) return resolve(child);
    const { stdout: out, stderr: err } = child as ChildProcessByStdio<null, Readable, Readable>;
    const stdout = captureFor(request);
    const stderr = captureFor(request);
    let lastData = Date.now();
    const feed = (capture: Capture) => (chunk: Buffer) => {
      lastData = Date.now();
      capture.push(chunk);
    };
    out.on('data', feed(stdout)).on('error', ignore);
    err.on('data', feed(stderr)).on('error', ignore);
    whenEnded(child, request, (ending) => {
      if ('kind' in ending) return resolve(ending);
      const finish = (): void => resolve(resultOf(request, ending, stdout.end(), stderr.end()));
      drain(child, [out, err], () => lastData, finish);
    });
  });

const throughFile = async (request: ExecRequest): Promise<ExecResult> => {
  const spool = await openSpool().catch((error: unknown) => ({ why: whyOf(error) }));
  if ('why' in spool) return { kind: 'unstartable', why: `no room for its output: ${spool.why}` };
  const stdout = captureFor(request);
  const read = (): Promise<void> => spool.read((chunk) => stdout.push(chunk)).catch(ignore);
  const timer = setInterval(() => void read(), spoolMs);
  const ending = await new Promise<Ending | ExecResult>((resolve) => {
    const child = start(request, ['ignore', spool.fd, spool.fd]);
    if ('kind' in child) resolve(child);
    else whenEnded(child, request, resolve);
  });
  clearInterval(timer);
  await read();
  await spool.close();
  return 'kind' in ending ? ending : resultOf(request, ending, stdout.end(), boundedCapture(1).end());
};

/** The end of a program that was started. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
}

const ignore = (): void => undefined;

const captureFor = (request: ExecRequest): Capture =>
  boundedCapture(request.keepBytes ?? defaultKeepBytes, request.onLine);

/** Calls back once, with its own `exit` or with why it never ran. */
export const whenEnded = (
  child: ChildProcess,
  request: ExecRequest,
  then: (ending: Ending | ExecResult) => void,
): void => {
  let timedOut = false;
  const timer = startTimer(child, request.timeoutMs, () => (timedOut = true));
  child.once('error', (error: NodeJS.ErrnoException) => {
    clearTimeout(timer);
    then(notStarted(error));
  });
  child.once('exit', (code, signal) => {
    clearTimeout(timer);
    then({ code, signal, timedOut });
  });
};

export const resultOf = (
  request: ExecRequest,
  ending: Ending,
  stdout: Captured,
  stderr: Captured,
): ExecResult => {
  const { code, signal, timedOut } = ending;
  if (timedOut) return { kind: 'timeout', afterMs: request.timeoutMs ?? 0, stdout, stderr };
  if (code === null) return { kind: 'signalled', signal: signal ?? 'unknown', stdout, stderr };
  return { kind: 'exited', code, asExpected: (request.expected ?? [0]).includes(code), stdout, stderr };
};

/** Starts a program and nothing more; `stdio` as in Node. For files of this folder that look after it themselves. */
export const start = (request: ExecRequest, stdio: StdioOptions): ChildProcess | ExecResult => {
  const isWindows = process.platform === 'win32';
  const env = { ...systemEnvironment(), ...request.environment };
  const { verbatim } = request;
  try {
    const child = spawn(request.command, verbatim === undefined ? [...request.args] : [verbatim], {
      // A folder that is always there: a vanished working directory reads as a missing program, and Windows looks for
      // libraries in it. No product's own folder, which could not be removed as long as somebody works in it.
      cwd: isWindows ? `${env['SystemRoot'] ?? ''}\\System32` : '/',
      // Windows: libuv puts what is not detached into a job that ends with us.
      detached: !isWindows || request.outlivesUs === true,
      env,
      shell: false,
      stdio,
      windowsHide: request.window !== true,
      // Node leaves the program's own name without quotes then, too.
      ...(verbatim === undefined ? {} : { windowsVerbatimArguments: true, argv0: `"${request.command}"` }),
    });
    if (child.pid !== undefined) request.onStarted?.(child.pid);
    return child;
  } catch (error) {
    return notStarted(error as NodeJS.ErrnoException);
  }
};

const notStarted = (error: NodeJS.ErrnoException): ExecResult => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return { kind: 'missing' };
  if (error.code === 'EACCES' || error.code === 'EPERM') return { kind: 'denied' };
  return { kind: 'unstartable', why: error.code ?? error.message };
};

/** Ends the whole session of the program, with what it started: a reader that hangs on a dead disk has no other end. */
const startTimer = (
  child: ChildProcess,
  timeoutMs: number | undefined,
  mark: () => void,
): NodeJS.Timeout | undefined =>
  timeoutMs === undefined
    ? undefined
    : setTimeout(() => {
        mark();
        try {
          if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
          else child.kill('SIGKILL');
        } catch {
          // It ended in this very moment: `exit` follows.
        }
      }, timeoutMs);
