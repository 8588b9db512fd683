import type { CSSProperties, ReactElement } from 'react';
import { CircleCheck, Clock, EyeOff, UserRound } from 'lucide-react';
import type { DirectiveClock, PhaseClock, PhaseState } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { clockParts, phaseDue, phaseName, phaseParts } from '../../electron/core/text/phase-text.ts';
import { useTexts } from '../store/react.tsx';
import { Group } from '../ui/group.tsx';

/** The directive's clock: a track with today on it, and each phase in words. */
export const Deadlines = ({ clock }: { readonly clock: DirectiveClock }): ReactElement => {
  const texts = useTexts();
  return (
    <Group heading={texts.map.deadlines} remark={printable(clockParts(texts, clock).join(' · '))}>
      <div className="card card-padded">
        <Track clock={clock} />
        <ol className="phases">
          {clock.phases.map((phase) => (
            <Phase key={phase.id} phase={phase} />
          ))}
        </ol>
      </div>
    </Group>
  );
};

/** Decoration: the words below say the same. */
const Track = ({ clock: { day, phases } }: { readonly clock: DirectiveClock }): ReactElement => {
  const last = Math.max(1, ...phases.map(({ days }) => days));
  const at = (days: number): CSSProperties =>
    ({ '--at': `${(100 * Math.min(last, Math.max(0, days))) / last}%` }) as CSSProperties;
  return (
    <div className="track" aria-hidden>
      <i className="track-past" style={at(day)} />
      {phases.map(({ id, days }) => (
        <i key={id} className="track-mark" style={at(days)} />
      ))}
      <i className="track-today" style={at(day)} />
    </div>
  );
};

const looks: Readonly<Record<PhaseState, { readonly tone: string; readonly Icon: typeof Clock }>> = {
  done: { tone: 'ok', Icon: CircleCheck },
  begun: { tone: 'ok', Icon: CircleCheck },
  open: { tone: 'now', Icon: Clock },
  late: { tone: 'warn', Icon: Clock },
  'no-list': { tone: 'unknown', Icon: EyeOff },
  person: { tone: 'idle', Icon: UserRound },
};

const Phase = ({ phase }: { readonly phase: PhaseClock }): ReactElement => {
  const texts = useTexts();
  const { tone, Icon } = looks[phase.state];
  const [first, ...rest] = phaseParts(texts, phase);
  return (
    <li>
      <span className="meta">{phaseDue(texts, phase)}</span>
      <h3>{printable(phaseName(texts, phase))}</h3>
      <span className="mark" data-tone={tone}>
        <Icon size={16} strokeWidth={2} aria-hidden />
        {first}
      </span>
      {rest.map((part) => (
        <p key={part} className="soft">
          {part}
        </p>
      ))}
    </li>
  );
};
