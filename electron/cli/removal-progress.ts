import type { RemoveProgress } from '../core/engine/remove.ts';
import type { ExecutionProgress } from '../core/ports.ts';
import type { Action } from '../core/model/plan.ts';
import { actionTitle } from '../core/text/action-title.ts';
import type { Texts } from '../core/text/index.ts';
import type { Voice } from './voice.ts';

const passingText = (t: Texts['cli'], progress: Exclude<ExecutionProgress, { kind: 'window' }>): string => {
  switch (progress.kind) {
    case 'output':
      return progress.line;
    case 'waiting':
      return t.waiting(progress.holder, Math.round(progress.seconds));
    case 'quiet':
      return t.quiet(Math.round(progress.seconds));
  }
};

/** Says what a removal is doing: a line for each start and end, and in passing what its tool writes. */
export const removalProgress = (
  texts: Texts,
  voice: Voice,
  planned: readonly Action[],
): ((progress: RemoveProgress) => void) => {
  const t = texts.cli;
  const titleOf = (id: string): string => {
    const action = planned.find((each) => each.id === id);
    return action === undefined ? id : actionTitle(texts, action);
  };
  return (event) => {
    switch (event.kind) {
      case 'started':
        return voice.progress(t.starting(titleOf(event.actionId)));
      case 'progress':
        // A line that stays: who sits before the screen has to answer that window.
        return event.progress.kind === 'window'
          ? voice.progress(texts.work.vendorWindow.cli)
          : voice.passing(passingText(t, event.progress));
      case 'ended':
        return voice.progress(t.ended(titleOf(event.result.id), texts.outcomes[event.result.outcome]));
      case 'looking-again':
        return voice.progress(t.lookingAgain);
    }
  };
};
