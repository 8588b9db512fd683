import type { StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../electron/core/model/result.ts';
import type { Answer, Bridge, CallName } from '../bridge/bridge.ts';
import type { AboutSlice } from './about.ts';
import type { CleanUpSlice } from './clean-up.ts';
import type { ExampleSlice } from './example.ts';
import type { HelpingSlice } from './helping.ts';
import type { LanguageSlice } from './language.ts';
import type { MapSlice } from './map.ts';
import type { PasswordSlice } from './passwords.ts';
import type { PlanSlice } from './plan.ts';
import type { RemovalSlice } from './removal.ts';
import type { RestartSlice } from './restart.ts';
import type { ReportSlice } from './report.ts';
import type { ScanSlice } from './scan.ts';
import type { SubjectSlice } from './subject.ts';
import type { WizardSlice } from './wizard.ts';

/** Everything the window knows. Each slice owns its part and is the only one that writes it, but for `restart`. */
export type AppState = LanguageSlice &
  WizardSlice &
  AboutSlice &
  ExampleSlice &
  SubjectSlice &
  ScanSlice &
  PlanSlice &
  RemovalSlice &
  PasswordSlice &
  CleanUpSlice &
  HelpingSlice &
  RestartSlice &
  MapSlice &
  ReportSlice;

export type AppStore = StoreApi<AppState>;

/** What a slice is made with. */
export interface SliceContext {
  readonly bridge: Bridge;
  readonly set: (part: Partial<AppState>) => void;
  readonly get: () => AppState;
}

/** The problem of an answer, in the exact shape that `core/text` takes. */
export const problemOf = (answer: Extract<Answer<CallName>, { ok: false }>): Problem =>
  answer.problem.values === undefined
    ? { code: answer.problem.code }
    : { code: answer.problem.code, values: answer.problem.values };
