import type { DetectionStatus } from '../../electron/core/model/detection.ts';
import type { ReadingKind } from '../../electron/core/model/reading.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { Problem } from '../../electron/core/model/result.ts';
import type { TableName } from '../../electron/core/model/tables.ts';
import type { EventPayload } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';
import { subjectOf } from './subject.ts';

export type Place =
  | { readonly table: TableName; readonly state: 'waiting' | 'looking' }
  | {
      readonly table: TableName;
      readonly state: 'done';
      readonly reading: ReadingKind;
      readonly looked: number;
      readonly gaps: number;
      readonly why: string;
    };

/** `saved`: drawn from a file that another computer wrote, so nothing of it can be removed here. */
export type ScanSource = 'computer' | 'saved';

export type ScanState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly places: readonly Place[]; readonly stopping: boolean }
  | {
      readonly kind: 'done';
      readonly scanId: string;
      readonly report: Report;
      readonly source: ScanSource;
      /** Parts of the file that this version does not know. */
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type OpeningState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ScanSlice {
  readonly scan: ScanState;
  readonly opening: OpeningState;
  /** The product ids that are ticked. */
  readonly chosen: readonly string[];
  /** Looks at this computer and shows it while it does. */
  look(): Promise<void>;
  openSaved(): Promise<void>;
  stopLooking(): Promise<void>;
  choose(productId: string, isChosen: boolean): void;
  /** Takes over a new look at this computer. Not for components. */
  takeScan(scanId: string, report: Report, source: ScanSource, ignored: readonly string[]): void;
}

/** Places come and go side by side; one picture of several of them is enough. In milliseconds. */
const pause = 50;

export const scanSlice = (context: SliceContext): ScanSlice => {
  const { bridge, set, get } = context;
  let pending: EventPayload<'scanProgress'>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const events = pending;
    pending = [];
    const { scan } = get();
    if (scan.kind === 'running') set({ scan: { ...scan, places: events.reduce(withProgress, scan.places) } });
  };
  bridge.on('scanProgress', (event) => {
    pending.push(event);
    timer ??= setTimeout(flush, pause);
  });

  return {
    scan: { kind: 'idle' },
    opening: { kind: 'idle' },
    chosen: [],

    async look() {
      const { about, scan, removal, goTo, restart } = get();
      if (scan.kind === 'running' || removal.kind === 'running') return;
      const tables = about.kind === 'done' ? about.about.places : [];
      const places = tables.map((table): Place => ({ table, state: 'waiting' }));
      restart();
      // What is still told of the look before says nothing of this one.
      pending = [];
      set({ scan: { kind: 'running', places, stopping: false } });
      goTo('identify');
      const answer = await ask(bridge, 'scan', subjectOf(get()));
      if (answer.ok) get().takeScan(answer.value.scanId, answer.value.report, 'computer', []);
      else set({ scan: { kind: 'failed', problem: problemOf(answer) } });
    },

    async openSaved() {
      if (get().opening.kind === 'running') return;
      set({ opening: { kind: 'running' } });
      const answer = await ask(bridge, 'openSnapshot', subjectOf(get()));
      if (!answer.ok) {
        set({ opening: { kind: 'failed', problem: problemOf(answer) } });
        return;
      }
      set({ opening: { kind: 'idle' } });
      if ('cancelled' in answer.value) return;
      const { restart, takeScan, goTo } = get();
      restart();
      takeScan(answer.value.scanId, answer.value.report, 'saved', answer.value.ignored);
      goTo('identify');
    },

    async stopLooking() {
      const { scan } = get();
      if (scan.kind !== 'running' || scan.stopping) return;
      set({ scan: { ...scan, stopping: true } });
      await ask(bridge, 'cancel', {});
    },

    choose(productId, isChosen) {
      const others = get().chosen.filter((id) => id !== productId);
      set({ chosen: isChosen ? [...others, productId] : others });
    },

    takeScan(scanId, report, source, ignored) {
      set({
        scan: { kind: 'done', scanId, report, source, ignored },
        chosen: source === 'saved' ? [] : chosenAtFirst(report),
      });
    },
  };
};

/** Products that a plan is made for unless the person says otherwise. */
export const removableIds = (report: Report): readonly string[] =>
  report.detections
    .filter((detection) => detection.status === 'installed')
    .map((detection) => detection.productId);

/** Products that are gone and left something. */
export const leftoverIds = (report: Report): readonly string[] =>
  report.detections
    .filter((detection) => detection.status === 'leftovers')
    .map((detection) => detection.productId);

/** Where no product is left to remove, what others left is what a plan is made for. */
const chosenAtFirst = (report: Report): readonly string[] =>
  choosableIds(report).length === 0 ? leftoverIds(report) : removableIds(report);

/** Also what came in Kaspersky's place: another vendor's, so it is offered and never ticked for the person. */
export const choosableIds = (report: Report): readonly string[] =>
  report.detections
    .filter((detection) => mayBeChosen(detection.status))
    .map((detection) => detection.productId);

export const mayBeChosen = (status: DetectionStatus): boolean =>
  status === 'installed' || status === 'successor';

/** A place that is done stays done: events may overtake one another, and a place is looked at once a scan. */
export const withProgress = (
  places: readonly Place[],
  event: EventPayload<'scanProgress'>,
): readonly Place[] => {
  const known = places.find((place) => place.table === event.table);
  if (known?.state === 'done') return places;
  const place: Place =
    event.state === 'looking'
      ? { table: event.table, state: 'looking' }
      : {
          table: event.table,
          state: 'done',
          reading: event.reading ?? 'failed',
          looked: event.looked ?? 0,
          gaps: event.gaps ?? 0,
          why: event.why ?? '',
        };
  return known === undefined
    ? [...places, place]
    : places.map((other) => (other.table === event.table ? place : other));
};
