import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { cgroupHierarchies } from './cgroups';

export type RigAvailability =
  { readonly available: true } | { readonly available: false; readonly why: string };

/** Tool to the Debian package that brings it. */
const tools: Readonly<Record<string, string>> = {
  'systemd-nspawn': 'systemd-container',
  debootstrap: 'debootstrap',
  nsenter: 'util-linux',
  unshare: 'util-linux',
  setpriv: 'util-linux',
  flock: 'util-linux',
  'dpkg-deb': 'dpkg',
};

const isInstalled = (tool: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Really mounts one in a namespace of its own: a kernel module, a container or a policy may each forbid it. */
const overlayTrial = `
mount -t tmpfs tmpfs /mnt
mkdir /mnt/lower /mnt/upper /mnt/work /mnt/root
mount -t overlay -o lowerdir=/mnt/lower,upperdir=/mnt/upper,workdir=/mnt/work overlay /mnt/root
`;

const whyNot = (): string | undefined => {
  if (process.platform !== 'linux') return `it needs Linux, this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'it needs root';
  const missing = Object.entries(tools).filter(([tool]) => !isInstalled(tool));
  if (missing.length > 0) {
    return missing
      .map(([tool, debianPackage]) => `${tool} is missing (Debian package ${debianPackage})`)
      .join(', ');
  }
  const trial = spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-euc', overlayTrial]);
  if (trial.status !== 0)
    return `an overlay file system cannot be mounted: ${trial.stderr.toString().trim()}`;
  const hierarchies = cgroupHierarchies();
  if (hierarchies.length === 0) return 'there is no cgroup hierarchy that systemd could use';
  const writable = hierarchies.every((path) => spawnSync('test', ['-w', path]).status === 0);
  return writable ? undefined : `the cgroup hierarchy is read-only: ${hierarchies.join(', ')}`;
};

let known: RigAvailability | undefined;

/** Whether this machine can start Debian hosts, and if not, what is missing. */
export const rigAvailability = (): RigAvailability => {
  const why = known === undefined ? whyNot() : undefined;
  known ??= why === undefined ? { available: true } : { available: false, why };
  return known;
};

/**
 * For tests: `describe.runIf(hostsUsable())` with Vitest, `test.skip(!hostsUsable(), 'no Debian hosts')` with Playwright.
 * In CI a missing host throws, because a silent skip there would prove nothing; elsewhere it is said aloud.
 */
export const hostsUsable = (answer = rigAvailability(), inCi = Boolean(process.env['CI'])): boolean => {
  if (answer.available) return true;
  const sentence = `The tests on a real Debian host cannot run here: ${answer.why}.`;
  if (inCi) throw new Error(sentence);
  process.stderr.write(`\n!!! SKIPPED: ${sentence}\n\n`);
  return false;
};
