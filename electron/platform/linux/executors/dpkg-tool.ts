import { readdir } from 'node:fs/promises';
import type { Row } from '../../../core/model/tables.ts';
import type { ExecResult } from '../../exec.ts';
import { readDpkg } from '../dpkg.ts';
import type { Machine } from '../machine.ts';
import { pathIn, troubleOf } from '../machine.ts';
import { beyondAgreed, parseSimulation, samePackage } from './apt-simulation.ts';
import type { PackageTool, Presence, Rehearsal } from './package-tool.ts';
import { unattended } from './package-tool.ts';

/** The trial run only reads, so it may be given up. In milliseconds. */
const rehearsalTimeoutMs = 180_000;

/**
 * apt-get's side of the bargain: never touch what merely became unneeded, never wait for a lock by itself (we say who
 * holds it), write plain lines. Held and essential packages stay protected: nothing here allows to change them.
 */
const aptOptions = [
  '-y',
  '-q',
  '-o',
  'DPkg::Lock::Timeout=0',
  '-o',
  'Dpkg::Use-Pty=0',
  '-o',
  'APT::Get::AutomaticRemove=false',
  '-o',
  'APT::Color=0',
];

/** Whatever an administrator's dpkg.cfg forces, this removal does not. */
const dpkgOptions = ['--refuse-depends', '--refuse-remove-essential', '--refuse-remove-reinstreq'];

/**
 * dpkg's packages. apt-get where it is here and healthy, because it is what the vendor documents; it removes dependent
 * packages by itself, so a trial run has to show first that nobody else's package goes. Where apt-get is missing or
 * refuses to plan (one broken package anywhere makes it refuse everything) or to act, dpkg itself: it takes exactly the
 * named package and refuses when another one needs it.
 */
export const dpkgTool = (machine: Machine): PackageTool => ({
  presence: async (name) => {
    const reading = await readDpkg(machine);
    if (reading.kind === 'ok')
      return presenceIn(
        reading.rows,
        name,
        reading.gaps.map((gap) => gap.why),
      );
    if (reading.kind === 'absent') return { kind: 'unknown', why: 'dpkg is not installed' };
    return { kind: 'unknown', why: reading.why };
  },
  rehearse: async (targets, agreed) => {
    const simulated = await machine.exec({
      command: 'apt-get',
      args: ['--simulate', ...aptOptions, 'purge', '--', ...targets],
      environment: unattended,
      timeoutMs: rehearsalTimeoutMs,
    });
    const rehearsed = judge(simulated, targets, agreed) ?? { kind: 'go', request: dpkgPurge(targets) };
    const isAptAtALoss = rehearsed.kind === 'go' && (await wasInterrupted(machine));
    return isAptAtALoss ? { kind: 'go', request: dpkgPurge(targets) } : rehearsed;
  },
});

/**
 * dpkg was ended in the middle of something, with its own apt-get or by a cut of the power. apt-get then plans well and
 * does nothing ("dpkg was interrupted"); dpkg takes up by itself what it had written down.
 */
const wasInterrupted = async (machine: Machine): Promise<boolean> => {
  const names = await readdir(pathIn(machine, '/var/lib/dpkg/updates')).catch(() => []);
  return names.some((name) => /^\d+$/.test(name));
};

export const presenceIn = (
  rows: readonly Row<'packages'>[],
  name: string,
  doubts: readonly string[] = [],
): Presence => {
  const found = rows.filter((row) => samePackage(row.id ?? '', name));
  if (found.length === 0) {
    const doubt = doubts[0];
    // A database with holes cannot say that something is gone.
    return doubt === undefined ? { kind: 'gone' } : { kind: 'unknown', why: doubt };
  }
  return {
    kind: 'there',
    onHold: found.some((row) => row.state === 'on-hold'),
    // An `all` package has no architecture of its own to be named by.
    targets: found.map((row) => (row.id ?? name).replace(/:all$/, '')),
  };
};

/** What apt-get's trial run allows; undefined when it could not plan. */
const judge = (
  simulated: ExecResult,
  targets: readonly string[],
  agreed: readonly string[],
): Rehearsal | undefined => {
  if (simulated.kind !== 'exited' || troubleOf('apt-get', simulated) !== undefined) return undefined;
  const simulation = parseSimulation(simulated.stdout.text);
  const beyond = beyondAgreed(simulation, [...targets, ...agreed]);
  if (beyond.length > 0) return { kind: 'others', detail: beyond.join('\n') };
  const complete = targets.every((target) => simulation.removed.some((name) => samePackage(name, target)));
  return complete ? { kind: 'go', request: aptPurge(targets) } : undefined;
};

const aptPurge = (targets: readonly string[]): { command: string; args: readonly string[] } => ({
  command: 'apt-get',
  args: [...aptOptions, 'purge', '--', ...targets],
});

const dpkgPurge = (targets: readonly string[]): { command: string; args: readonly string[] } => ({
  command: 'dpkg',
  args: [...dpkgOptions, '--purge', ...targets],
});
