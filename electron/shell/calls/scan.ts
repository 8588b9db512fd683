import { conclude } from '../../core/engine/conclude.ts';
import { preparingFor } from '../../core/engine/owners.ts';
import { takeSnapshot } from '../../core/engine/scan.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { inTurns } from '../../platform/shared/turns.ts';
import { scanEvent } from '../progress.ts';
import type { Handler, Services } from '../services.ts';

export const scan =
  ({ machine, desk, clock, jobs, memory, emit }: Services): Handler<'scan'> =>
  async ({ subject }) => {
    if (machine === undefined) return fail('unsupported-system');
    return jobs.run('scan', async (signal) => {
      const looking = takeSnapshot(
        {
          inspector: machine.inspector,
          clock,
          cancellation: signal,
          onProgress: (progress) => {
            if (!signal.aborted) emit('scanProgress', scanEvent(progress));
          },
        },
        desk.catalogue,
      );
      // While the readers wait for the computer, so that the conclusion holds nobody up.
      const ready = inTurns(preparingFor(desk.catalogue, machine.inspector.os));
      // Readers only read: whoever stops need not wait for a slow one to end.
      const taken = await Promise.race([looking, stopped(signal)]);
      if (!taken.ok) return taken;
      await ready;
      const snapshot = taken.value;
      const report = conclude(desk, snapshot, { subject }, clock.now());
      return ok({ scanId: memory.keepScan({ snapshot, subject, ofThisComputer: true }, report), report });
    });
  };

const stopped = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
  });
