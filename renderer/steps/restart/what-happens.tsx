import type { ReactElement } from 'react';
import { AppWindow, Check, RotateCw, User } from 'lucide-react';
import type { Report } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';
import type { Stage } from '../../ui/stages.tsx';
import { Stages } from '../../ui/stages.tsx';

interface WhatHappensProps {
  readonly report: Report;
  /** It is registered to open again. */
  readonly opensItself: boolean;
}

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
  return <Stages stages={stages} />;
};
