import { cleanUp as cleanUpRun } from '../../core/engine/clean-up.ts';
import type { LeftoverConsent } from '../../core/model/consent.ts';
import type { Report } from '../../core/model/report.ts';
import { fail } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';
import { watchFor, workPorts } from '../work-ports.ts';
import { answerOf } from './remove.ts';

export const cleanUp = (services: Services): Handler<'cleanUp'> => {
  const { machine, desk, jobs, memory, emit } = services;
  return async ({ runId, kept }) => {
    if (machine === undefined) return fail('unsupported-system');
    if (machine.quarantine === undefined) return fail('leftovers-unsupported');
    const shown = memory.report(runId);
    if (!shown.ok) return shown;
    const leftovers = consentIn(shown.value, kept);
    if (leftovers.agreed.length === 0) return fail('nothing-chosen');
    const host = await machine.inspector.host();
    return jobs.run('remove', async (signal, leave) => {
      const { elevator } = machine;
      if (!host.elevated && elevator !== undefined) {
        emit('removeProgress', { kind: 'asking-rights' });
        const watch = watchFor(emit, { signal, leave });
        return answerOf(
          memory,
          await elevator.carryOut({ kind: 'clean-up', runId, leftovers }, watch),
          runId,
        );
      }
      const left = await machine.store.read(runId);
      if (!left.ok) return left;
      const ports = workPorts(machine, services, { signal, leave });
      return answerOf(memory, await cleanUpRun(desk, ports, left.value, leftovers), runId);
    });
  };
};

/** What was shown, as main itself remembers it. */
const consentIn = ({ remaining }: Report, kept: readonly number[]): LeftoverConsent => {
  const ids = (remaining?.items ?? []).map(({ item }) => item.id);
  return {
    agreed: ids.filter((_, at) => !kept.includes(at)),
    declined: ids.filter((_, at) => kept.includes(at)),
  };
};
