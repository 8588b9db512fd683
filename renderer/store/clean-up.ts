import type { Evidence } from '../../electron/core/model/evidence.ts';
import type { Remaining } from '../../electron/core/model/leftover.ts';
import { whatOf } from '../../electron/core/model/leftover.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { Problem } from '../../electron/core/model/result.ts';
import type { CallOutput, EventPayload } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';

export type CleaningTask = 'clean-up' | 'undo';
export type Refused = CallOutput<'undo'>['refused'];

export type CleaningState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly task: CleaningTask;
      /** Things that were come to. */
      readonly done: number;
      readonly phase: 'asking' | 'working' | 'looking';
      readonly stopping: boolean;
    }
  | { readonly kind: 'failed'; readonly task: CleaningTask; readonly problem: Problem }
  /** Nothing was touched: there is more than the person was shown. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'cleaned'; readonly setAside: number }
  | { readonly kind: 'undone'; readonly restored: number; readonly refused: Refused };

export interface CleanUpSlice {
  readonly cleaning: CleaningState;
  /** Ids of leftovers that are to stay where they are. */
  readonly kept: readonly string[];
  keepLeftover(id: string, isKept: boolean): void;
  /** Sets aside what is ticked in the list of the run's report. */
  cleanUp(): Promise<void>;
  /** Puts back everything that the run set aside. */
  undo(): Promise<void>;
  stopCleaning(): Promise<void>;
}

export const cleanUpSlice = ({ bridge, set, get }: SliceContext): CleanUpSlice => {
  const begin = (task: CleaningTask): void =>
    set({
      cleaning: { kind: 'running', task, done: 0, phase: 'working', stopping: false },
      saving: { kind: 'idle' },
      copying: { kind: 'idle' },
    });
  /** The run as it is now takes the place of what was known of it. */
  const takeReport = (report: Report, unsaved: Problem | undefined): void => {
    const { removal } = get();
    if (removal.kind === 'done')
      set({ removal: { ...removal, report, unsaved }, kept: keptIn(report, removal.report, get().kept) });
  };
  const heard = (event: EventPayload<'leftoverProgress'> | { readonly kind: RemoveKind }): void => {
    const { cleaning } = get();
    if (cleaning.kind === 'running') set({ cleaning: withNews(cleaning, event.kind) });
  };
  bridge.on('leftoverProgress', heard);
  bridge.on('removeProgress', heard);

  return {
    cleaning: { kind: 'idle' },
    kept: [],

    keepLeftover(id, isKept) {
      const others = get().kept.filter((other) => other !== id);
      set({ kept: isKept ? [...others, id] : others });
    },

    async cleanUp() {
      const { removal, cleaning, kept } = get();
      if (removal.kind !== 'done' || cleaning.kind === 'running') return;
      const items = removal.report.remaining?.items ?? [];
      const places = items.flatMap(({ item }, at) => (kept.includes(item.id) ? [at] : []));
      if (places.length === items.length) return;
      begin('clean-up');
      const answer = await ask(bridge, 'cleanUp', { runId: removal.runId, kept: places });
      if (!answer.ok) {
        set({ cleaning: { kind: 'failed', task: 'clean-up', problem: problemOf(answer) } });
        return;
      }
      if ('changed' in answer.value) {
        takeReport(answer.value.report, undefined);
        set({ cleaning: { kind: 'changed' } });
        return;
      }
      const { report, unsaved } = answer.value;
      const before = removal.report.run?.leftovers?.setAside.length ?? 0;
      takeReport(report, unsaved);
      const setAside = Math.max(0, (report.run?.leftovers?.setAside.length ?? 0) - before);
      set({ cleaning: { kind: 'cleaned', setAside } });
    },

    async undo() {
      const { removal, cleaning } = get();
      if (removal.kind !== 'done' || cleaning.kind === 'running') return;
      begin('undo');
      const answer = await ask(bridge, 'undo', { runId: removal.runId });
      if (!answer.ok) {
        set({ cleaning: { kind: 'failed', task: 'undo', problem: problemOf(answer) } });
        return;
      }
      const { restored, refused, report, unsaved } = answer.value;
      if (report !== undefined) takeReport(report, unsaved);
      set({ cleaning: { kind: 'undone', restored, refused } });
    },

    async stopCleaning() {
      const { cleaning } = get();
      if (cleaning.kind !== 'running' || cleaning.stopping) return;
      set({ cleaning: { ...cleaning, stopping: true } });
      await ask(bridge, 'cancel', {});
    },
  };
};

type RemoveKind = EventPayload<'removeProgress'>['kind'];
type Running = Extract<CleaningState, { kind: 'running' }>;

const withNews = (
  cleaning: Running,
  kind: RemoveKind | EventPayload<'leftoverProgress'>['kind'],
): Running => {
  switch (kind) {
    case 'asking-rights':
      return { ...cleaning, phase: 'asking' };
    case 'looking-again':
      return { ...cleaning, phase: 'looking' };
    case 'set-aside':
    case 'put-back':
      return { ...cleaning, phase: 'working', done: cleaning.done + 1 };
    case 'ended':
    case 'looking-closer':
    case 'output':
    case 'quiet':
    case 'rights-given':
    case 'started':
    case 'waiting':
    case 'window':
      return { ...cleaning, phase: 'working' };
  }
};

type Item = Remaining['items'][number]['item'];

/** Where the product that left it is proven, and what surely is the vendor's without any product. */
export const isProven = ({ detections }: Report, { productId }: Item): boolean =>
  productId === undefined ||
  detections.some((each) => each.productId === productId && each.confidence === 'proven');

/** The signs that a look found at this place. */
export const evidenceOf = (report: Report, item: Item): readonly Evidence[] => {
  const what = whatOf(item).toLowerCase();
  const isHere = ({ row }: Evidence): boolean =>
    ['path', 'key', 'name', 'entries'].some((column) => {
      const value = row[column];
      const text = (typeof value === 'string' ? value : '').toLowerCase();
      return text === what || text.startsWith(`${what}/`) || text.startsWith(`${what}\\`);
    });
  return [...report.detections.flatMap(({ evidence }) => evidence), ...report.unattributed].filter(isHere);
};

/** Ticked only when proven; what a person has decided already stays as they did. */
export const keptIn = (
  report: Report,
  before: Report | undefined,
  kept: readonly string[],
): readonly string[] => {
  const known = new Set((before?.remaining?.items ?? []).map(({ item }) => item.id));
  return (report.remaining?.items ?? []).flatMap(({ item }) =>
    (known.has(item.id) ? kept.includes(item.id) : !isProven(report, item)) ? [item.id] : [],
  );
};
