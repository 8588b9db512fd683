import type { ReactElement } from 'react';
import { problemText } from '../../../electron/core/text/index.ts';
import type { RemovalState } from '../../store/removal.ts';
import type { Progress } from '../../store/removal-progress.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { ByHand } from '../../ui/command-text.tsx';
import { Alert } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { Log } from '../remove/log.tsx';
import { WhatIsLeft } from './what-is-left.tsx';

/** A run that goes on: a question where rights have to be asked for, its work, or why it could not. */
export const GoOnView = ({ removal }: { readonly removal: RemovalState }): ReactElement => {
  const texts = useTexts();
  const words = texts.window.restart;
  if (removal.kind === 'running') return <GoingOn progress={removal.progress} />;
  return (
    <Page note={words.openText} buttons={<GoOnButtons />}>
      <StepHeading heading={words.goOnHeading}>{words.goOnLead}</StepHeading>
      {removal.kind === 'failed' ? (
        <Alert heading={words.goOnFailed}>
          <p>{problemText(texts, removal.problem)}</p>
        </Alert>
      ) : null}
      <WhatIsLeft isAtWork={false} />
      <WithoutRights />
    </Page>
  );
};

const GoingOn = ({ progress }: { readonly progress: Progress }): ReactElement => {
  const words = useTexts().window;
  return (
    <Page note={words.remove.quiet}>
      <StepHeading heading={words.restart.goOnHeading}>
        {progress.isAsking ? words.remove.askingRights : words.restart.goingOn}
      </StepHeading>
      <WhatIsLeft isAtWork={!progress.isAsking} />
      <Log progress={progress} />
    </Page>
  );
};

const WithoutRights = (): ReactElement | null => {
  const about = useApp((state) => state.about);
  const runId = useApp((state) => state.goingOn);
  if (about.kind !== 'done' || about.about.elevation !== 'unavailable' || runId === undefined) return null;
  return (
    <div className="group prose">
      <ByHand step={{ kind: 'resume', run: runId }} />
    </div>
  );
};

const GoOnButtons = (): ReactElement => {
  const words = useTexts().window;
  const about = useApp((state) => state.about);
  const look = useApp((state) => state.look);
  const goOn = useApp((state) => state.goOn);
  const elevation = about.kind === 'done' ? about.about.elevation : 'unavailable';
  const lookAgain = (kind: 'primary' | 'secondary'): ReactElement => (
    <Button kind={kind} onPress={() => void look()}>
      {words.lookAgain}
    </Button>
  );
  if (elevation === 'unavailable') return lookAgain('primary');
  return (
    <>
      {lookAgain('secondary')}
      <Button kind="primary" onPress={() => void goOn()}>
        {elevation === 'available' ? words.restart.goOnAsking : words.restart.goOn}
      </Button>
    </>
  );
};
