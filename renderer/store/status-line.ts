import { problemText } from '../../electron/core/text/index.ts';
import type { Texts } from '../../electron/core/text/index.ts';
import type { AppState } from './app-state.ts';
import type { CleaningState } from './clean-up.ts';
import { scanHeading } from './scan-summary.ts';

/**
 * The one sentence that is spoken when something moves on by itself. Counts and ends only, never single rows: a row a
 * second would drown everything else. What a heading says is left to the heading, which takes the focus.
 */
export const statusLine = (state: AppState): string => {
  const words = state.texts.window;
  if (state.mapOpen) return mapLine(state);
  if (state.saving.kind === 'done') return words.report.saved(state.saving.fileName, state.saving.folder);
  if (state.copying.kind === 'done') return words.report.copied;
  if (state.scan.kind === 'running') {
    const done = state.scan.places.filter((place) => place.state === 'done').length;
    return words.status.looking(done, state.scan.places.length);
  }
  if (state.opening.kind === 'running') return words.start.opening;
  if (state.plan.kind === 'running') return words.prepare.checking;
  if (state.removal.kind === 'running') return removalLine(state);
  if (state.cleaning.kind !== 'idle') return cleaningLine(state.cleaning, state.texts);
  if (state.removal.kind === 'done') return state.texts.verdict[state.removal.report.verdict];
  if (state.removal.kind === 'failed') return problemText(state.texts, state.removal.problem);
  if (state.rights.kind === 'changed') return words.prepare.changed;
  if (state.plan.kind === 'done' && state.plan.checkedAgain) return words.status.checkedAgain;
  if (state.scan.kind === 'done') return scanHeading(state.scan, state.texts);
  return '';
};

const mapLine = ({ map, mapSaved, texts }: AppState): string => {
  const words = texts.map;
  if (mapSaved !== undefined) return words.window.saved(mapSaved);
  if (map.kind === 'reading') return words.reading(map.files);
  return map.kind === 'done' ? words.readFrom(map.map.source.reports, map.map.totals.computers) : '';
};

export const cleaningLine = (cleaning: CleaningState, texts: Texts): string => {
  const words = texts.work.leftovers;
  switch (cleaning.kind) {
    case 'idle':
      return '';
    case 'running': {
      if (cleaning.phase === 'asking') return words.asking;
      if (cleaning.phase === 'looking') return words.looking;
      return cleaning.task === 'undo' ? words.undoing(cleaning.done) : words.cleaning(cleaning.done);
    }
    case 'changed':
      return words.changed;
    case 'cleaned':
      return words.cleaned(cleaning.setAside);
    case 'undone':
      return words.restored(cleaning.restored);
    case 'failed':
      return problemText(texts, cleaning.problem);
  }
};

const removalLine = (state: AppState): string => {
  const words = state.texts.window;
  if (state.removal.kind !== 'running') return '';
  const { progress } = state.removal;
  if (progress.isAsking) return words.remove.askingRights;
  if (progress.leftoversDone !== undefined && !progress.lookingAgain)
    return state.texts.work.settingAside.progress(progress.leftoversDone);
  if (progress.lookingAgain) return words.remove.lookingAgain;
  const rows = Object.values(progress.byAction);
  if (rows.some((row) => row.kind === 'held')) return words.status.waitingForOther;
  return words.status.removing(rows.filter((row) => row.kind === 'ended').length, rows.length);
};
