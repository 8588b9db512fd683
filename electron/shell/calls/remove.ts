import type { CallInput, CallOutput } from '../../core/contract/contract.ts';
import { consentTo } from '../../core/engine/consent.ts';
import { remove as carryOutRemoval } from '../../core/engine/remove.ts';
import type { Report } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { ElevatedAnswer, Elevator } from '../../core/ports.ts';
import type { Memory } from '../memory.ts';
import type { Passwords } from '../passwords.ts';
import { withPasswords } from '../passwords.ts';
import type { Handler, Machine, Services } from '../services.ts';
import { watchFor, workPorts } from '../work-ports.ts';
import { chosenFrom, removalConsent } from './choices.ts';

/** What asks for rights, when the plan that was shown needs rights that this program lacks. */
const elevatorFor = ({ elevator }: Machine, isElevated: boolean, { plan }: Report): Elevator | undefined =>
  !isElevated &&
  (plan.actions.some(({ needsElevation }) => needsElevation) || (plan.leftovers ?? []).length > 0)
    ? elevator
    : undefined;

export const remove = (services: Services): Handler<'remove'> => {
  const { machine, desk, jobs, memory, emit } = services;
  const removeWith = async (
    passwords: Passwords,
    input: Omit<CallInput<'remove'>, 'passwords'>,
  ): Promise<Result<CallOutput<'remove'>>> => {
    if (machine === undefined) return fail('unsupported-system');
    const chosen = chosenFrom(services, input);
    if (!chosen.ok) return chosen;
    if (input.productIds.length === 0) return fail('nothing-chosen');
    // What a person agreed to is agreed to as it stood there.
    const shown = memory.report(input.scanId);
    if (!shown.ok) return shown;
    const { scan, choices } = chosen.value;
    const elevator = elevatorFor(machine, scan.snapshot.host.elevated, shown.value);
    return jobs.run('remove', async (signal, leave) => {
      if (elevator !== undefined) {
        emit('removeProgress', { kind: 'asking-rights' });
        const consent = consentTo(shown.value, input.productIds, input.accepted);
        const { subject } = shown.value;
        const answer = await elevator.carryOut(
          { kind: 'remove', consent, subject, passwords },
          watchFor(emit, { signal, leave }),
        );
        return answerOf(memory, answer, input.scanId);
      }
      const ports = workPorts(machine, services, { signal, leave });
      const done = await carryOutRemoval(
        desk,
        { ...ports, passwordFor: ({ productId }) => passwords.get(productId) },
        removalConsent(choices, shown.value),
      );
      return answerOf(memory, done.ok ? ok({ kind: 'done', removed: done.value }) : done, input.scanId);
    });
  };
  return ({ passwords, ...input }) => withPasswords(passwords, (held) => removeWith(held, input));
};

/**
 * When more would be done than was agreed to, nothing was changed, and the report that says so takes the place of the one
 * that was shown, so that the next consent is one to that. `shownAs`: its id.
 */
export const answerOf = (
  memory: Memory,
  answer: Result<ElevatedAnswer>,
  shownAs: string,
): Result<CallOutput<'remove'>> => {
  if (!answer.ok) return answer;
  switch (answer.value.kind) {
    case 'changed': {
      const { change, report } = answer.value;
      memory.keepReport(report, shownAs);
      return ok({ changed: change, report });
    }
    case 'done': {
      const { report, runId, unsaved, reopening } = answer.value.removed;
      return ok({ runId: memory.keepReport(report, runId), report, unsaved, reopening });
    }
    case 'undone':
      return fail('worker-lost');
  }
};
