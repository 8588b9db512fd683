import type { RemoveProgress } from '../core/engine/remove.ts';
import type { Report } from '../core/model/report.ts';
import type { Texts } from '../core/text/index.ts';
import type { Voice } from './voice.ts';

/** Says what a removal is doing: a line for each start and end, and in passing what its tool writes. */
export const removalProgress = (
  texts: Texts,
  voice: Voice,
  planned: Report['plan']['actions'],
): ((progress: RemoveProgress) => void) => {
  const t = texts.cli;
  const titleOf = (id: string): string => planned.find((action) => action.id === id)?.title ?? id;
  return (event) => {
    switch (event.kind) {
      case 'started':
        return voice.progress(t.starting(titleOf(event.actionId)));
      case 'progress':
        return voice.passing(
          event.progress.kind === 'output'
            ? event.progress.line
            : t.waiting(event.progress.holder, Math.round(event.progress.seconds)),
        );
      case 'ended':
        return voice.progress(t.ended(titleOf(event.result.id), texts.outcomes[event.result.outcome]));
      case 'looking-again':
        return voice.progress(t.lookingAgain);
    }
  };
};
