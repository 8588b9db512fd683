import { createStore } from 'zustand/vanilla';
import type { Texts } from '../../electron/core/text/index.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { aboutSlice } from './about.ts';
import type { AppState, AppStore, SliceContext } from './app-state.ts';
import { cleanUpSlice } from './clean-up.ts';
import { exampleSlice } from './example.ts';
import { helpingSlice } from './helping.ts';
import { languageSlice } from './language.ts';
import { mapSlice } from './map.ts';
import { passwordSlice } from './passwords.ts';
import { planSlice } from './plan.ts';
import { removalSlice } from './removal.ts';
import { reportSlice } from './report.ts';
import { restartSlice } from './restart.ts';
import { scanSlice } from './scan.ts';
import { subjectSlice } from './subject.ts';
import { wizardSlice } from './wizard.ts';

/** One store a window. Everything it does goes through the bridge it is given. */
export const createAppStore = (bridge: Bridge, texts: Texts, route: readonly string[]): AppStore =>
  createStore<AppState>()((set, get) => {
    const context: SliceContext = { bridge, set, get };
    return {
      ...languageSlice(context, texts),
      ...wizardSlice(context, route),
      ...aboutSlice(context),
      ...exampleSlice(context),
      ...subjectSlice(context),
      ...scanSlice(context),
      ...planSlice(context),
      ...removalSlice(context),
      ...passwordSlice(context),
      ...cleanUpSlice(context),
      ...helpingSlice(context),
      ...restartSlice(context),
      ...mapSlice(context),
      ...reportSlice(context),
    };
  });
