import type { ReactElement } from 'react';
import { AppWindow, Check, RotateCw, User } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Report } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';

interface WhatHappensProps {
  readonly report: Report;
  /** It is registered to open again. */
  readonly opensItself: boolean;
}

interface Stage {
  readonly state: 'done' | 'now' | 'later';
  readonly Icon: LucideIcon;
  readonly name: string;
  readonly detail: string;
}

/** What was done and what comes, in its order: nothing of it is a surprise then. */
export const WhatHappens = ({ report, opensItself }: WhatHappensProps): ReactElement => {
  const words = useTexts().window.restart;
  const last = report.run?.endedAt ?? report.createdAt;
  const time = useTexts().window.clock(new Date(last));
  const stages: readonly Stage[] = [
    { state: 'done', Icon: Check, name: words.done, detail: words.doneAt(time) },
    { state: 'now', Icon: RotateCw, name: words.restarts, detail: words.saveWork },
    { state: 'later', Icon: User, name: words.signIn, detail: words.anyAccount },
    {
      state: 'later',
      Icon: AppWindow,
      name: opensItself ? words.opensItself : words.openYourself,
      detail: words.looksAgain,
    },
  ];
  return (
    <ol className="card stages">
      {stages.map(({ state, Icon, name, detail }) => (
        <li key={name} className="stage" data-state={state}>
          <span className="stage-mark" aria-hidden>
            <Icon size={16} strokeWidth={2} />
          </span>
          <span>
            <strong>{name}</strong>
            <span className="soft">{detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};
