import type { Subject } from '../../electron/core/model/report.ts';
import type { CommandStep } from '../../electron/core/text/command-line.ts';
import { commandLine } from '../../electron/core/text/command-line.ts';
import { ask } from '../bridge/bridge.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { subjectOf } from './subject.ts';

export interface HelpingSlice {
  /** Command lines are shown as they run with nobody there. */
  readonly unattended: boolean;
  chooseUnattended(unattended: boolean): void;
  /** Forgets this computer; who helps, and how their tickets begin, stays. */
  nextComputer(): Promise<void>;
}

export const helpingSlice = ({ bridge, set, get }: SliceContext): HelpingSlice => ({
  unattended: false,
  chooseUnattended: (unattended) => set({ unattended }),
  async nextComputer() {
    const { fields, restart, goTo, route, describe } = get();
    const answer = await ask(bridge, 'forget', {});
    if (!answer.ok) return;
    restart();
    set({
      scan: { kind: 'idle' },
      map: { kind: 'idle' },
      chosen: [],
      who: 'helping',
      fields: { ...fields, assetTag: '', ticket: ticketScheme(fields.ticket) },
    });
    goTo(route[0] ?? '');
    await describe();
  },
});

/** What the tickets of one desk have in common: all before the last number. `INC-4711` leaves `INC-`. */
export const ticketScheme = (ticket: string): string => /^(.*?)\d+\s*$/.exec(ticket)?.[1] ?? '';

/** The command line that does the same here. */
export const commandHere = (
  state: Pick<AppState, 'about' | 'who' | 'fields' | 'unattended'>,
  step: CommandStep,
): string => {
  const about = state.about.kind === 'done' ? state.about.about : undefined;
  const { subject }: { subject?: Subject } = subjectOf(state);
  return commandLine(step, {
    program: about?.program ?? ['removal-assistant'],
    os: about?.host.os ?? 'linux',
    subject,
    unattended: state.unattended,
  });
};
