import type { CallInput, CallOutput } from '../core/contract/contract.ts';
import { consentTo } from '../core/engine/consent.ts';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import type { Elevator } from '../core/ports.ts';
import { tellProgress } from './progress.ts';
import type { Machine, Services } from './services.ts';

/** What asks for rights, when the plan that was shown needs rights that this program lacks. */
export const elevatorFor = (
  { elevator }: Machine,
  isElevated: boolean,
  { plan }: Report,
): Elevator | undefined =>
  !isElevated && plan.actions.some(({ needsElevation }) => needsElevation) ? elevator : undefined;

interface Tools extends Pick<Services, 'memory' | 'emit'> {
  readonly elevator: Elevator;
}

interface Wanted extends CallInput<'remove'> {
  /** The plan that the window showed last of this scan: what a person agreed to is agreed to as it stood there. */
  readonly shown: Report;
}

/**
 * Has a process with rights carry the removal out. When it would do more than was agreed to it has changed nothing, and
 * its report takes the place of the one that was shown, so that the next consent is one to that.
 */
export const removeElevated = async (
  { elevator, memory, emit }: Tools,
  { scanId, productIds, accepted, shown }: Wanted,
  signal: AbortSignal,
): Promise<Result<CallOutput<'remove'>>> => {
  emit('removeProgress', { kind: 'asking-rights' });
  const answer = await elevator.carryOut(
    { kind: 'remove', consent: consentTo(shown, productIds, accepted), subject: shown.subject },
    {
      onProgress: tellProgress(emit),
      onGiven: () => emit('removeProgress', { kind: 'rights-given' }),
      onStop: (stop) => {
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop, { once: true });
      },
    },
  );
  if (!answer.ok) return answer;
  if (answer.value.kind === 'changed') {
    const { change, report } = answer.value;
    memory.keepReport(report, scanId);
    return ok({ changed: change, report });
  }
  if (answer.value.kind !== 'done') return fail('worker-lost');
  const { report, runId, unsaved } = answer.value.removed;
  return ok({ runId: memory.keepReport(report, runId), report, unsaved });
};
