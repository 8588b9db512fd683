import type { FleetMap } from '../../electron/core/model/map.ts';
import type { Problem } from '../../electron/core/model/result.ts';
import type { CallInput } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';
import { isBusy } from './wizard.ts';

export type MapState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly files: number }
  | { readonly kind: 'done'; readonly mapId: string; readonly map: FleetMap };

export type MapContent = CallInput<'saveMap'>['content'];
export type MapChange = Omit<CallInput<'changeMap'>, 'mapId'>;

export type MapTrouble = {
  readonly what: 'map' | 'saving';
  readonly problem: Problem;
};

export interface MapSlice {
  /** The map is shown in the place of the steps. */
  readonly mapOpen: boolean;
  readonly map: MapState;
  /** Main counts anew or writes a file, perhaps in a dialog. */
  readonly mapWaits: boolean;
  readonly mapTrouble: MapTrouble | undefined;
  /** The name of the file that was saved last. */
  readonly mapSaved: string | undefined;
  showMap(): void;
  hideMap(): void;
  /** `handedOver`: the folder that was dropped or pasted, in place of one from the dialog. */
  openFolder(handedOver?: boolean): Promise<void>;
  stopReading(): Promise<void>;
  changeMap(change: MapChange): Promise<void>;
  saveMap(content: MapContent): Promise<void>;
}

export const mapSlice = ({ bridge, set, get }: SliceContext): MapSlice => {
  bridge.on('mapProgress', ({ files }) => {
    if (get().map.kind === 'reading') set({ map: { kind: 'reading', files } });
  });
  bridge.on('showMap', () => get().showMap());
  return {
    mapOpen: false,
    map: { kind: 'idle' },
    mapWaits: false,
    mapTrouble: undefined,
    mapSaved: undefined,

    showMap() {
      // Nothing may hide a removal that is under way.
      if (!isBusy(get())) set({ mapOpen: true });
    },
    hideMap: () => set({ mapOpen: false }),

    async openFolder(handedOver = false) {
      const before = get().map;
      if (before.kind === 'reading') return;
      set({ map: { kind: 'reading', files: 0 }, mapTrouble: undefined, mapSaved: undefined });
      const answer = await ask(bridge, 'openMap', handedOver ? { handedOver } : {});
      if (!answer.ok) {
        const stopped = answer.problem.code === 'cancelled';
        set({ map: before, mapTrouble: stopped ? undefined : { what: 'map', problem: problemOf(answer) } });
        return;
      }
      const { value } = answer;
      set({ map: 'cancelled' in value ? before : { kind: 'done', ...value } });
    },

    async stopReading() {
      await ask(bridge, 'cancel', {});
    },

    async changeMap(change) {
      const { map, mapWaits } = get();
      if (map.kind !== 'done' || mapWaits) return;
      set({ mapWaits: true, mapTrouble: undefined });
      const answer = await ask(bridge, 'changeMap', { mapId: map.mapId, ...change });
      set({ mapWaits: false });
      if (!answer.ok) set({ mapTrouble: { what: 'map', problem: problemOf(answer) } });
      else if ('map' in answer.value) set({ map: { ...map, map: answer.value.map } });
    },

    async saveMap(content) {
      const { map, mapWaits } = get();
      if (map.kind !== 'done' || mapWaits) return;
      set({ mapWaits: true, mapTrouble: undefined, mapSaved: undefined });
      const answer = await ask(bridge, 'saveMap', { mapId: map.mapId, content });
      set({ mapWaits: false });
      if (!answer.ok) set({ mapTrouble: { what: 'saving', problem: problemOf(answer) } });
      else if ('fileName' in answer.value) set({ mapSaved: answer.value.fileName });
    },
  };
};
