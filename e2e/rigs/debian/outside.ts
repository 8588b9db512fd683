import { spawn } from 'node:child_process';

export interface ExecResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Called when the time is up; a plain SIGKILL to the command follows only if it answers false. */
  readonly onTimeout?: (pid: number | undefined) => boolean;
}

/** Runs a command on this machine to its end. A failing command resolves; only a missing one or a timeout rejects. */
export const run = (argv: readonly string[], options: RunOptions = {}): Promise<ExecResult> =>
  new Promise((resolve, reject) => {
    const [file = '', ...args] = argv;
    const child = spawn(file, args, { stdio: 'pipe', ...(options.env ? { env: options.env } : {}) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let timedOut = false;
    const limit = options.timeoutMs ?? 120_000;
    const timer = setTimeout(() => {
      timedOut = true;
      if (options.onTimeout?.(child.pid) !== true) child.kill('SIGKILL');
    }, limit);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A command that ends without reading its input would otherwise raise EPIPE here.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const stdout = Buffer.concat(out).toString('utf8');
      const stderr = Buffer.concat(err).toString('utf8');
      if (timedOut) {
        reject(
          new Error(`No end after ${String(limit)} ms: ${argv.join(' ')}\n${tail(stdout)}\n${tail(stderr)}`),
        );
      } else {
        resolve({ code, stdout, stderr, signal });
      }
    });
  });

export const tail = (text: string, lines = 20): string => text.trimEnd().split('\n').slice(-lines).join('\n');

export const succeed = (what: string, result: ExecResult): ExecResult => {
  if (result.code === 0) return result;
  const how = result.signal ?? `exit code ${String(result.code)}`;
  throw new Error(`${what} failed (${how}).\n${tail(result.stdout)}\n${tail(result.stderr)}`);
};

/**
 * The argv of a shell script in mount and process namespaces of its own. When this process dies, however it dies,
 * the kernel ends everything in there and drops every mount with it: nothing can be left behind.
 */
export const isolated = (script: string, args: readonly string[]): readonly string[] =>
  [
    'setpriv --pdeathsig KILL',
    'unshare --mount --propagation private --pid --fork --kill-child --mount-proc --',
  ]
    .flatMap((words) => words.split(' '))
    .concat('sh', '-euc', script, 'sh', args);
