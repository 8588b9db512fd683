import type { ReactElement } from 'react';
import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import type { Protection } from '../../../electron/core/model/protection.ts';
import { isOn } from '../../../electron/core/model/protection.ts';
import { printable } from '../../../electron/core/text/index.ts';
import { useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import type { Tone } from '../../ui/icons.tsx';

/** What guards this computer once Kaspersky is gone, by the system's own list. */
export const ProtectionNow = ({
  protection,
}: {
  readonly protection: Protection | undefined;
}): ReactElement | null => {
  const words = useTexts().work.protection;
  if (protection === undefined) return null;
  const { state, others } = protection;
  const names = others
    .filter((other) => isOn(other.state))
    .map(({ name }) => printable(name))
    .join(', ');
  return (
    <Group heading={words.heading}>
      <div className="card row" data-tone={tones[state]}>
        {icons[state]}
        <div className="grow">
          <h3>{state === 'active' ? words.active(names) : words[state]}</h3>
          {state === 'active' ? null : <p className="soft">{words[`${state}How`]}</p>}
        </div>
      </div>
    </Group>
  );
};

const tones: Readonly<Record<Protection['state'], Tone>> = {
  active: 'ok',
  none: 'warn',
  unknown: 'unknown',
  'not-listed': 'idle',
};

const look = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const icons: Readonly<Record<Protection['state'], ReactElement>> = {
  active: <ShieldCheck {...look} />,
  none: <ShieldAlert {...look} />,
  unknown: <ShieldQuestionMark {...look} />,
  'not-listed': <ShieldQuestionMark {...look} />,
};
