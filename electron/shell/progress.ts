import type { EventPayload } from '../core/contract/contract.ts';
import type { RemoveProgress } from '../core/engine/remove.ts';
import type { ScanProgress } from '../core/engine/scan.ts';

/** A look at one place as the window shows it: how it ended and how much was there, never the rows. */
export const scanEvent = (progress: ScanProgress): EventPayload<'scanProgress'> => {
  if (progress.state === 'looking') return progress;
  const { table, state, reading } = progress;
  return reading.kind === 'ok'
    ? { table, state, reading: 'ok', looked: reading.rows.length, gaps: reading.gaps?.length ?? 0 }
    : { table, state, reading: reading.kind, why: reading.why };
};

export const removeEvent = (progress: RemoveProgress): EventPayload<'removeProgress'> => {
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
