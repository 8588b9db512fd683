import type { Removed } from '../../core/engine/remove.ts';
import { resume as goOn } from '../../core/engine/resume.ts';
import { sameComputer } from '../../core/engine/same-computer.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import { stopComingBack } from '../coming-back.ts';
import type { Handler, Machine, Services } from '../services.ts';
import type { Stops } from '../work-ports.ts';
import { watchFor, workPorts } from '../work-ports.ts';

/** Goes on with a run, here or in a process with rights: nothing is added to what was agreed to when it began. */
export const resume = (services: Services): Handler<'resume'> => {
  const { machine, jobs, memory } = services;
  return async ({ runId }) => {
    if (machine === undefined) return fail('unsupported-system');
    const { elevator } = machine;
    const host = await machine.inspector.host();
    return jobs.run('remove', async (signal, leave) => {
      const done =
        !host.elevated && elevator !== undefined
          ? await resumeElevated(elevator, services, runId, { signal, leave })
          : await resumeHere(machine, services, runId, { signal, leave });
      if (!done.ok) return done;
      const { report, unsaved, reopening } = done.value;
      await stopComingBack(machine, runId, report);
      return ok({ runId: memory.keepReport(report, runId), report, unsaved, reopening });
    });
  };
};

const resumeElevated = async (
  elevator: Elevator,
  { emit }: Services,
  runId: string,
  stops: Stops,
): Promise<Result<Removed>> => {
  emit('removeProgress', { kind: 'asking-rights' });
  const answer = await elevator.carryOut({ kind: 'resume', runId }, watchFor(emit, stops));
  if (!answer.ok) return answer;
  return answer.value.kind === 'done' ? ok(answer.value.removed) : fail('worker-lost');
};

const resumeHere = async (
  machine: Machine,
  services: Services,
  runId: string,
  stops: Stops,
): Promise<Result<Removed>> => {
  const stored = await machine.store.read(runId);
  if (!stored.ok) return stored;
  const run = sameComputer(stored.value, await machine.inspector.host());
  return run.ok ? goOn(services.desk, workPorts(machine, services, stops), run.value, {}) : run;
};
