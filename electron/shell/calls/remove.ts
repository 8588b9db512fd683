import { remove as carryOutRemoval } from '../../core/engine/remove.ts';
import { fail, ok } from '../../core/model/result.ts';
import { elevatorFor, removeElevated } from '../elevated-removal.ts';
import { tellProgress } from '../progress.ts';
import type { Handler, Services } from '../services.ts';
import { chosenFrom } from './choices.ts';

export const remove = (services: Services): Handler<'remove'> => {
  const { machine, desk, clock, jobs, memory, emit } = services;
  return async (input) => {
    if (machine === undefined) return fail('unsupported-system');
    const chosen = chosenFrom(memory, input);
    if (!chosen.ok) return chosen;
    if (input.productIds.length === 0) return fail('nothing-chosen');
    const shown = memory.report(input.scanId);
    if (!shown.ok) return shown;
    const elevator = elevatorFor(machine, chosen.value.scan.snapshot.host.elevated, shown.value);
    if (elevator !== undefined)
      return jobs.run('remove', (signal) =>
        removeElevated({ elevator, memory, emit }, { ...input, shown: shown.value }, signal),
      );
    const done = await jobs.run('remove', (signal) => {
      const ports = {
        ...machine,
        clock,
        cancellation: signal,
        // Its two looks are part of the removal; the window's own scan is over.
        onProgress: () => undefined,
        onRemove: tellProgress(emit),
      };
      return carryOutRemoval(desk, ports, chosen.value.choices);
    });
    if (!done.ok) return done;
    const { report, runId, unsaved } = done.value;
    return ok({ runId: memory.keepReport(report, runId), report, unsaved });
  };
};
