import type { Subject } from '../../electron/core/model/report.ts';
import type { AppState, SliceContext } from './app-state.ts';

export type Who = 'own' | 'work' | 'helping';
export const whoChoices: readonly Who[] = ['own', 'work', 'helping'];

export type SubjectField = keyof Subject;
export const subjectFields: readonly SubjectField[] = ['assetTag', 'ticket', 'operator', 'reason'];

export interface SubjectSlice {
  readonly who: Who;
  readonly fields: Readonly<Record<SubjectField, string>>;
  chooseWho(who: Who): void;
  fillField(field: SubjectField, value: string): void;
}

const noFields = { assetTag: '', ticket: '', operator: '', reason: '' };

export const subjectSlice = ({ set, get }: SliceContext): SubjectSlice => ({
  who: 'own',
  fields: noFields,
  chooseWho: (who) => set({ who }),
  fillField: (field, value) => set({ fields: { ...get().fields, [field]: value } }),
});

/** What goes on the report. Only those who help others are asked, and an empty field is left out. */
export const subjectOf = (state: Pick<AppState, 'who' | 'fields'>): { subject?: Subject } => {
  if (state.who !== 'helping') return {};
  const filled = subjectFields
    .map((field) => [field, state.fields[field].trim()] as const)
    .filter(([, value]) => value !== '');
  return filled.length === 0 ? {} : { subject: Object.fromEntries(filled) };
};

/** Only who helps others is asked for these, so a report that bears them is of somebody who helps. */
export const whoFrom = (subject: Subject | undefined): Partial<Pick<SubjectSlice, 'who' | 'fields'>> =>
  subject === undefined || Object.keys(subject).length === 0
    ? {}
    : { who: 'helping', fields: { ...noFields, ...subject } };
