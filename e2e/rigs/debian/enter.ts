import { spawn, type ChildProcess } from 'node:child_process';

import { run, type ExecResult } from './outside';
import { firstChildOf, pause } from './processes';

export interface HostUser {
  readonly name: string;
  readonly home: string;
}

export interface EnterOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** An account of the host; root without it. */
  readonly user?: HostUser;
  readonly cwd?: string;
}

export interface ExecOptions extends EnterOptions {
  readonly input?: string | Buffer;
  readonly timeoutMs?: number;
}

const root: HostUser = { name: 'root', home: '/root' };

/**
 * Nothing of the test's own environment gets in. Every link of the chain replaces itself by the next one, so the one
 * child of nsenter is the command itself, which is what signals rely on.
 */
export const enterArgv = (
  leader: number,
  argv: readonly string[],
  options: EnterOptions = {},
): readonly string[] => {
  const user = options.user ?? root;
  const environment = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    LANG: 'C.UTF-8',
    ...options.env,
  };
  const become =
    options.user === undefined
      ? []
      : ['setpriv', `--reuid=${user.name}`, `--regid=${user.name}`, '--init-groups', '--'];
  const enter = ['nsenter', '--target', String(leader), '--all', '--'];
  const fresh = ['env', '-i', '-C', options.cwd ?? '/'];
  return [
    ...enter,
    ...fresh,
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    ...become,
    ...argv,
  ];
};

export const execInside = (
  leader: number,
  argv: readonly string[],
  options: ExecOptions = {},
): Promise<ExecResult> =>
  run(enterArgv(leader, argv, options), {
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    onTimeout: (pid) => signalInside(pid, 'SIGKILL'),
  });

/** Only the process inside gets the signal; nsenter then ends the way that one ended. */
const signalInside = (nsenter: number | undefined, signal: NodeJS.Signals): boolean => {
  const inside = firstChildOf(nsenter);
  return inside !== undefined && process.kill(inside, signal);
};

export interface InsideProcess {
  /** Its exit code and signal are those of the process inside. Its own kill() would end nsenter alone: use signal(). */
  readonly child: ChildProcess;
  /** The number on this machine; inside it has another one. */
  readonly pid: () => number | undefined;
  /** Reaches the process inside, which may handle it. False when it has ended already. */
  readonly signal: (signal: NodeJS.Signals) => Promise<boolean>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/**
 * nsenter forks, waits and forwards no signal at all: a signal to it would leave the command behind as an orphan.
 * So signals go straight to the command, which this machine sees under a number of its own.
 */
export const spawnInside = (
  leader: number,
  argv: readonly string[],
  options: EnterOptions = {},
): InsideProcess => {
  const [file = '', ...args] = enterArgv(leader, argv, options);
  const child = spawn(file, args, { stdio: 'pipe' });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    ended,
    pid: () => firstChildOf(child.pid),
    signal: async (signal) => {
      // Right after the start nsenter may not have forked yet.
      while (child.exitCode === null && child.signalCode === null) {
        if (signalInside(child.pid, signal)) return true;
        await pause(5);
      }
      return false;
    },
  };
};
