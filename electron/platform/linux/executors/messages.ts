/** Who holds the lock that a package tool ran into. `pid` and `name` as far as the tool says them. */
export interface LockHolder {
  readonly lock: string;
  readonly pid?: number;
  readonly name?: string;
}

const dpkgLock = '/var/lib/dpkg/lock';

/** Finds a lock message of apt, dpkg or rpm, old and new wordings, in a tool's output. */
export const lockHolderIn = (output: string): LockHolder | undefined => {
  const apt = /Could not get lock (\S+?)\. It is held by process (\d+)(?: \((.*?)\))?/.exec(output);
  if (apt !== null)
    return {
      lock: apt[1] ?? dpkgLock,
      pid: Number(apt[2]),
      ...(apt[3] === undefined ? {} : { name: apt[3] }),
    };
  const dpkg = /dpkg: error: dpkg [a-z ]+ (?:was|is) locked by another process(?: with pid (\d+))?/.exec(
    output,
  );
  if (dpkg !== null) return { lock: dpkgLock, ...(dpkg[1] === undefined ? {} : { pid: Number(dpkg[1]) }) };
  const oldApt = /Could not get lock (\S+) - open \(11: /.exec(output);
  if (oldApt !== null) return { lock: oldApt[1] ?? dpkgLock };
  const rpm = /can't create transaction lock on (\S+)/.exec(output);
  if (rpm !== null && !permissionRefused(output)) return { lock: rpm[1] ?? '/var/lib/rpm/.rpm.lock' };
  return undefined;
};

/** dpkg has begun to remove: from here on a second try is a second removal. */
export const hasBegun = (output: string): boolean =>
  /^(Removing|Purging configuration files for) /m.test(output);

/** Lines that a tool writes about a lock. They are told as a wait, not as output. */
export const isLockLine = (line: string): boolean =>
  lockHolderIn(line) !== undefined ||
  line.endsWith('is another process using it?') ||
  /removing the lock file is|^and the entire system\. See </.test(line);

/** The tool wants root's rights. */
export const permissionRefused = (output: string): boolean =>
  /are you root\?|requires superuser privilege|transaction lock on \S+ \((Permission denied|Operation not permitted)\)/.test(
    output,
  );

/** Packages that dpkg or rpm names as the ones that still need what should go. */
export const dependentsIn = (output: string): readonly string[] => {
  const dpkg = [...output.matchAll(/^ (\S+) depends on /gm)].map((match) => match[1] ?? '');
  const rpm = [...output.matchAll(/ is needed by \(installed\) (\S+)/g)].map((match) => match[1] ?? '');
  return [...new Set([...dpkg, ...rpm])];
};
