import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ensureBaseRoot } from './base-root';
import { makeCgroups } from './cgroups';
import { isolated, tail } from './outside';
import { repoRoot } from './paths';
import { childrenOf, firstChildOf, identify, isAlive, type ProcessIdentity } from './processes';
import { dropRunFolder, makeRunFolder, sweepDeadRuns, writeMarker } from './run-folders';

export interface SupervisorOptions {
  readonly name: string;
  readonly privateNetwork: boolean;
  /** More files or folders of this machine, read-only at the same path. */
  readonly binds: readonly string[];
}

export interface Supervisor {
  readonly id: string;
  /** The container's own systemd, as seen from this machine; undefined while it is down. */
  readonly leader: () => number | undefined;
  readonly isRunning: () => boolean;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Arguments: run folder, base root, machine id, cgroups (one word each), then the arguments of systemd-nspawn.
 * A restart inside ends systemd-nspawn with 133; the same files are booted again, as on a real PC.
 */
const script = `
run=$1 base=$2 machine=$3 cgroups=$4
shift 4
mount -t tmpfs -o mode=755 tmpfs "$run"
mkdir -p "$run/upper" "$run/work" "$run/root" /run/systemd/nspawn
# systemd-nspawn keeps locks there that it does not always take away.
mount -t tmpfs tmpfs /run/systemd/nspawn
mount -t overlay -o "lowerdir=$base,upperdir=$run/upper,workdir=$run/work" overlay "$run/root"
echo "$machine" > "$run/root/etc/machine-id"
while :; do
  code=0
  (
    # 0 stands for the writer itself, which becomes systemd-nspawn.
    for cgroup in $cgroups; do echo 0 > "$cgroup/cgroup.procs"; done
    exec systemd-nspawn -q -D "$run/root" "$@"
  ) < /dev/null || code=$?
  if [ "$code" != 133 ]; then exit "$code"; fi
done
`;

/** The X server's sockets. The folder is made if missing, so that a display started later is seen inside as well. */
const displaySockets = '/tmp/.X11-unix';

const nspawnArguments = (id: string, options: SupervisorOptions): readonly string[] => [
  '--boot',
  '--register=no',
  '--keep-unit',
  '--console=pipe',
  '--resolv-conf=off',
  '--timezone=off',
  '--link-journal=no',
  `--machine=${id}`,
  `--hostname=${options.name}`,
  ...[repoRoot, process.execPath, displaySockets, ...options.binds].map((path) => `--bind-ro=${path}`),
  ...(options.privateNetwork ? ['--private-network'] : []),
];

/**
 * unshare → the shell → systemd-nspawn → systemd. While it sets the container up, systemd-nspawn has other children
 * that still see this machine's files: entering one of those would run a test's commands on the real PC.
 */
const findLeader = (shell: number | undefined): number | undefined => {
  const nspawn = firstChildOf(shell);
  return nspawn === undefined ? undefined : childrenOf(nspawn).find(isContainerSystemd);
};

const isContainerSystemd = (pid: number): boolean => {
  try {
    const ids =
      /^NSpid:\s+(.*)$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]?.split(/\s+/) ?? [];
    // This machine, the supervisor's namespace and the container's own, in which it is number 1.
    return (
      ids.length >= 3 && ids.at(-1) === '1' && readlinkSync(`/proc/${String(pid)}/exe`).endsWith('/systemd')
    );
  } catch {
    return false;
  }
};

/** The shell is number 1 of its namespace: ending it ends the whole host, and unshare returns when that is done. */
const end = async (child: ChildProcess, shell: number | undefined): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  if (shell === undefined) child.kill('SIGKILL');
  else process.kill(shell, 'SIGKILL');
  await closed;
};

let sweeping: Promise<void> | undefined;
let count = 0;

/** An Electron that was chosen by hand and lies elsewhere. */
const runtimeOutsideCheckout = (): readonly string[] => {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return folder === undefined || folder === '' || resolve(folder).startsWith(repoRoot)
    ? []
    : [resolve(folder)];
};

export const startSupervisor = async (options: SupervisorOptions): Promise<Supervisor> => {
  const base = await ensureBaseRoot();
  sweeping ??= sweepDeadRuns();
  await sweeping;
  mkdirSync(displaySockets, { recursive: true, mode: 0o1777 });
  count += 1;
  const binds = [...options.binds, ...runtimeOutsideCheckout()];
  const id = `host-${String(process.pid)}-${String(count)}-${options.name}`.slice(0, 60);
  const folder = makeRunFolder(id);
  const logFile = join(folder, 'console.log');
  const log = openSync(logFile, 'w');
  const machine = randomBytes(16).toString('hex');
  const cgroups = makeCgroups(id).join(' ');
  const [file = '', ...args] = isolated(script, [
    folder,
    base,
    machine,
    cgroups,
    ...nspawnArguments(id, { ...options, binds }),
  ]);
  const child = spawn(file, args, { stdio: ['ignore', log, log] });
  closeSync(log);
  // Also when the caller forgets to stop it. A kill -9 of this process is covered by the parent-death signal.
  const onExit = (): void => void child.kill('SIGKILL');
  process.once('exit', onExit);
  writeMarker(id, child.pid);

  const shell = (): number | undefined => firstChildOf(child.pid);
  let known: ProcessIdentity | undefined;
  return {
    id,
    leader: () => {
      if (known !== undefined && isAlive(known)) return known.pid;
      const pid = findLeader(shell());
      known = pid === undefined ? undefined : identify(pid);
      return known?.pid;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    log: () => (existsSync(logFile) ? tail(readFileSync(logFile, 'utf8'), 40) : 'It was stopped.'),
    stop: async () => {
      process.off('exit', onExit);
      await end(child, shell());
      await dropRunFolder(id);
    },
  };
};
