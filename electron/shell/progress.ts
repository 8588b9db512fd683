import type { EventPayload } from '../core/contract/contract.ts';
import type { RemoveProgress } from '../core/engine/remove.ts';
import type { ScanProgress } from '../core/engine/scan.ts';
import type { LeftoverNews, WorkProgress } from '../core/ports.ts';
import type { Emit } from './services.ts';

/** A look at one place as the window shows it: how it ended and how much was there, never the rows. */
export const scanEvent = (progress: ScanProgress): EventPayload<'scanProgress'> => {
  if (progress.state === 'looking') return progress;
  const { table, state, reading } = progress;
  return reading.kind === 'ok'
    ? { table, state, reading: 'ok', looked: reading.rows.length, gaps: reading.gaps?.length ?? 0 }
    : { table, state, reading: reading.kind, why: reading.why };
};

const removeEvent = (progress: RemoveProgress): EventPayload<'removeProgress'> => {
  switch (progress.kind) {
    case 'started':
    case 'looking-again':
      return progress;
    case 'progress':
      return progress.progress.kind === 'output'
        ? { ...progress.progress, actionId: progress.actionId, at: progress.at }
        : { ...progress.progress, actionId: progress.actionId };
    case 'ended': {
      const { id, endedAt, outcome, exitCode, detail } = progress.result;
      return { kind: 'ended', actionId: id, at: endedAt, outcome, exitCode, detail };
    }
  }
};

/** Tells the window what goes on, whoever does it. */
export const tellProgress =
  (emit: Emit) =>
  (progress: WorkProgress): void => {
    if (isNews(progress)) emit('leftoverProgress', progress);
    else emit('removeProgress', removeEvent(progress));
  };

const isNews = (progress: WorkProgress): progress is LeftoverNews =>
  progress.kind === 'looking-closer' || progress.kind === 'set-aside' || progress.kind === 'put-back';
