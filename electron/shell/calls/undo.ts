import type { CallOutput } from '../../core/contract/contract.ts';
import { restoreNews } from '../../core/engine/undo.ts';
import type { RunUndone } from '../../core/engine/undo-run.ts';
import { undoRun } from '../../core/engine/undo-run.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import type { Memory } from '../memory.ts';
import { tellProgress } from '../progress.ts';
import type { Handler, Machine, Services } from '../services.ts';
import type { Stops } from '../work-ports.ts';
import { leftoverPortsOf, watchFor, workPorts } from '../work-ports.ts';

export const undo = (services: Services): Handler<'undo'> => {
  const { machine, jobs, memory } = services;
  return async ({ runId }) => {
    if (machine === undefined) return fail('unsupported-system');
    // Only of what this window has shown.
    const known = memory.report(runId);
    if (!known.ok) return known;
    const host = await machine.inspector.host();
    return jobs.run('remove', async (signal, leave) => {
      const { elevator } = machine;
      const undone =
        !host.elevated && elevator !== undefined
          ? await undoElevated(elevator, services, runId, { signal, leave })
          : await undoHere(machine, services, runId, { signal, leave });
      return undone.ok ? ok(told(memory, runId, undone.value)) : undone;
    });
  };
};

const undoElevated = async (
  elevator: Elevator,
  { emit }: Services,
  runId: string,
  stops: Stops,
): Promise<Result<RunUndone>> => {
  emit('removeProgress', { kind: 'asking-rights' });
  const answer = await elevator.carryOut({ kind: 'undo', runId }, watchFor(emit, stops));
  if (!answer.ok) return answer;
  return answer.value.kind === 'undone' ? ok(answer.value.undone) : fail('worker-lost');
};

const undoHere = async (
  machine: Machine,
  services: Services,
  runId: string,
  stops: Stops,
): Promise<Result<RunUndone>> => {
  const { desk, emit } = services;
  const leftovers = leftoverPortsOf(machine, emit);
  if (leftovers === undefined) return fail('leftovers-unsupported');
  const left = await machine.store.read(runId);
  if (!left.ok) return left;
  const ports = {
    ...workPorts(machine, services, stops),
    leftovers,
    onRestore: restoreNews(tellProgress(emit)),
  };
  return undoRun(desk, ports, left.value);
};

/** From now on the report of the run is the one that knows of it. */
const told = (
  memory: Memory,
  runId: string,
  { restored, refused, report, unsaved }: RunUndone,
): CallOutput<'undo'> => {
  if (report !== undefined) memory.keepReport(report, runId);
  return { restored, refused: [...refused], report, unsaved };
};
