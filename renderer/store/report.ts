import type { Problem } from '../../electron/core/model/result.ts';
import type { CallInput } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';

export type ReportFormat = CallInput<'saveReport'>['format'];
export const reportFormats: readonly ReportFormat[] = ['pdf', 'html', 'json', 'csv'];

export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly fileName: string; readonly folder: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type CopyingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ReportSlice {
  readonly format: ReportFormat;
  /** Names of people and serial numbers stay in what is saved and copied. */
  readonly raw: boolean;
  readonly saving: SavingState;
  readonly copying: CopyingState;
  chooseFormat(format: ReportFormat): void;
  chooseRaw(raw: boolean): void;
  save(): Promise<void>;
  copySummary(): Promise<void>;
}

export const reportSlice = ({ bridge, set, get }: SliceContext): ReportSlice => ({
  format: 'pdf',
  raw: false,
  saving: { kind: 'idle' },
  copying: { kind: 'idle' },

  chooseFormat: (format) => set({ format, saving: { kind: 'idle' } }),
  chooseRaw: (raw) => set({ raw, saving: { kind: 'idle' }, copying: { kind: 'idle' } }),

  async save() {
    const { saving, format, raw } = get();
    const id = reportId(get());
    if (id === undefined || saving.kind === 'running') return;
    // Only the newest of the two is news.
    set({ saving: { kind: 'running' }, copying: { kind: 'idle' } });
    const answer = await ask(bridge, 'saveReport', { id, format, raw });
    if (!answer.ok) set({ saving: { kind: 'failed', problem: problemOf(answer) } });
    else if ('cancelled' in answer.value) set({ saving: { kind: 'idle' } });
    else set({ saving: { kind: 'done', ...answer.value } });
  },

  async copySummary() {
    const id = reportId(get());
    if (id === undefined || get().copying.kind === 'running') return;
    set({ copying: { kind: 'running' }, saving: { kind: 'idle' } });
    const answer = await ask(bridge, 'copySummary', { id, raw: get().raw });
    set({ copying: answer.ok ? { kind: 'done' } : { kind: 'failed', problem: problemOf(answer) } });
  },
});

/** What a report would be about now: the run when there was one, else the scan. */
const reportId = (state: AppState): string | undefined => {
  if (state.removal.kind === 'done') return state.removal.runId;
  return state.scan.kind === 'done' ? state.scan.scanId : undefined;
};
