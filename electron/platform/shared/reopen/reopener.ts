import type { Registration } from '../../../core/model/reopen.ts';
import type { Result } from '../../../core/model/result.ts';
import { fail, ok } from '../../../core/model/result.ts';
import type { Reopener } from '../../../core/ports.ts';
import type { Trust } from '../root-only.ts';
import { whyOf } from '../why.ts';
import type { ReopenProgram } from './own-program.ts';

/** The one place in which a system is told to open us again, for everybody or for the person alone. */
export interface ReopenSlot {
  readonly place: string;
  /** The run that it is for now; undefined: there is none of ours. Throws what the system throws. */
  readonly read: () => Promise<string | undefined>;
  /** Takes the place of what was there. */
  readonly write: (program: ReopenProgram, runId: string) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Copies of this program in a folder that everybody can read and only administrators can change. */
export interface ReopenStage {
  readonly folderOf: (runId: string) => string;
  readonly isThere: (runId: string) => Promise<boolean>;
  /** Problem: `reopen-not-staged` {why}. */
  readonly copy: (program: ReopenProgram, runId: string) => Promise<Result<ReopenProgram>>;
  /** Throws what the system throws. */
  readonly clear: (runId: string) => Promise<void>;
}

/** What differs between systems. */
export interface ReopenSystem {
  /** The system takes the registration away itself when it opens the program. */
  readonly isOnce: boolean;
  readonly isElevated: () => boolean;
  readonly slots: { readonly machine: ReopenSlot; readonly person: ReopenSlot };
  /** What may be opened, the best first. What is not there is passed over. */
  readonly programs: () => Promise<readonly ReopenProgram[]>;
  /** Whether only administrators can have put this file there, and can exchange it. */
  readonly trust: (file: string) => Promise<Trust>;
  /** It lies on a drive that may be gone after the restart. */
  readonly mayBeGone: (file: string) => Promise<boolean>;
  readonly stage: ReopenStage;
}

interface Chosen {
  readonly program: ReopenProgram;
  readonly staged?: string;
}

/**
 * With rights the registration is for whoever signs in, and names only a program that nobody but administrators can
 * change: where it lies, or a copy of it when that place may be gone. Without rights it is the person's own.
 */
export const reopenerOn = (system: ReopenSystem): Reopener => {
  const { slots, stage } = system;
  const own = (): readonly ReopenSlot[] =>
    system.isElevated() ? [slots.machine, slots.person] : [slots.person];
  return {
    isOnce: system.isOnce,
    register: async (runId) => {
      const chosen = await choose(system, runId);
      if (!chosen.ok) return chosen;
      const { program, staged } = chosen.value;
      const slot = system.isElevated() ? slots.machine : slots.person;
      try {
        await slot.write(program, runId);
      } catch (error) {
        await stage.clear(runId).catch(() => undefined);
        return fail('reopen-failed', { why: `${slot.place}: ${whyOf(error)}` });
      }
      const registration: Registration = { place: slot.place, opens: program.opens };
      return ok(staged === undefined ? registration : { ...registration, staged });
    },
    isThere: async (runId) => {
      if (await stage.isThere(runId)) return true;
      for (const slot of own()) if ((await slot.read().catch(() => runId)) === runId) return true;
      return false;
    },
    drop: async (runId) => {
      for (const slot of own()) {
        const gone = await orStays(slot.place, async () => {
          if ((await slot.read()) === runId) await slot.clear();
        });
        if (!gone.ok) return gone;
      }
      return orStays(stage.folderOf(runId), () => stage.clear(runId));
    },
  };
};

const orStays = async (place: string, change: () => Promise<void>): Promise<Result<true>> => {
  try {
    await change();
    return ok(true);
  } catch (error) {
    return fail('reopen-stays', { place, why: whyOf(error) });
  }
};

const choose = async (system: ReopenSystem, runId: string): Promise<Result<Chosen>> => {
  let no: Result<never> = fail('reopen-failed', { why: 'its own program was not found' });
  for (const program of await system.programs()) {
    if (await anyMayBeGone(system, program)) {
      // A window is more than what has to come along.
      if (program.opens === 'window') continue;
      if (!system.isElevated()) return fail('reopen-not-staged', { why: 'that takes administrator rights' });
      return staged(system, program, runId);
    }
    const trust = system.isElevated() ? await trustOfAll(system, program.files) : trusted;
    if (trust.kind === 'trusted') return ok({ program });
    if (trust.kind === 'refused') no = fail('reopen-failed', { why: trust.why });
  }
  return no;
};

const staged = async (
  system: ReopenSystem,
  program: ReopenProgram,
  runId: string,
): Promise<Result<Chosen>> => {
  const { stage } = system;
  const copied = await stage.copy(program, runId);
  if (!copied.ok) return copied;
  const trust = await trustOfAll(system, copied.value.files);
  if (trust.kind === 'trusted') return ok({ program: copied.value, staged: stage.folderOf(runId) });
  await stage.clear(runId).catch(() => undefined);
  return fail('reopen-not-staged', { why: trust.kind === 'refused' ? trust.why : 'the copy is gone' });
};

const trusted: Trust = { kind: 'trusted' };

const trustOfAll = async (system: ReopenSystem, files: readonly string[]): Promise<Trust> => {
  for (const file of files) {
    const trust = await system.trust(file);
    if (trust.kind !== 'trusted') return trust;
  }
  return trusted;
};

const anyMayBeGone = async ({ mayBeGone }: ReopenSystem, { files }: ReopenProgram): Promise<boolean> => {
  for (const file of files) if (await mayBeGone(file)) return true;
  return false;
};
