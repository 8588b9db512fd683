import type { ReactElement } from 'react';
import { problemText } from '../../../electron/core/text/index.ts';
import type { Problem } from '../../../electron/core/model/result.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import type { Progress } from '../../store/removal-progress.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeading, VerdictHeading } from '../../ui/step-heading.tsx';
import { ActionRows } from './action-rows.tsx';
import { Log } from './log.tsx';

export const RemoveView = (): ReactElement | null => {
  const removal = useApp((state) => state.removal);
  switch (removal.kind) {
    case 'idle':
    case 'done':
      return null;
    case 'running':
      return <Removing progress={removal.progress} stopping={removal.stopping} />;
    case 'failed':
      return <Failed progress={removal.progress} problem={removal.problem} />;
  }
};

const Removing = ({
  progress,
  stopping,
}: {
  readonly progress: Progress;
  readonly stopping: boolean;
}): ReactElement => {
  const texts = useTexts();
  const words = texts.window.remove;
  const leftoverWords = texts.work.settingAside;
  const stopRemoving = useApp((state) => state.stopRemoving);
  return (
    <Page
      note={stopping ? words.stoppingNote : progress.lookingAgain ? null : words.quiet}
      buttons={
        progress.lookingAgain ? null : (
          <Button busy={stopping ? words.stopping : undefined} onPress={() => void stopRemoving()}>
            {words.stop}
          </Button>
        )
      }
    >
      {progress.leftoversDone !== undefined && !progress.lookingAgain ? (
        <StepHeading key="leftovers" heading={leftoverWords.lookingCloser}>
          {leftoverWords.progress(progress.leftoversDone)}
        </StepHeading>
      ) : progress.lookingAgain ? (
        <StepHeading key="again" heading={words.lookingAgain}>
          {words.lookingAgainLead}
        </StepHeading>
      ) : (
        <StepHeading key="removing" heading={words.heading}>
          {leadOf(progress, words)}
        </StepHeading>
      )}
      <ActionRows progress={progress} />
      <Log progress={progress} />
    </Page>
  );
};

const leadOf = (progress: Progress, words: RemoveWords): string => {
  if (progress.isAsking) return words.askingRights;
  const rows = Object.values(progress.byAction);
  const begun = rows.filter((row) => row.kind !== 'waiting').length;
  return begun === 0 ? words.starting : words.lead(begun, rows.length);
};

type RemoveWords = ReturnType<typeof useTexts>['window']['remove'];

const failedHeading = (progress: Progress, problem: Problem, words: RemoveWords): string => {
  if (problem.code === 'cancelled') return words.stoppedHeading;
  const begun = Object.values(progress.byAction).some((row) => row.kind !== 'waiting');
  return begun ? words.endedEarly : words.nothingRemoved;
};

/** The way on is always another look: after a failure only that tells what is on the computer now. */
const Failed = ({
  progress,
  problem,
}: {
  readonly progress: Progress;
  readonly problem: Problem;
}): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  const look = useApp((state) => state.look);
  return (
    <Page
      note={words.remove.afterFailure}
      buttons={
        <Button kind="primary" onPress={() => void look()}>
          {words.lookAgain}
        </Button>
      }
    >
      <VerdictHeading
        tone={problem.code === 'cancelled' ? 'warn' : 'stop'}
        heading={failedHeading(progress, problem, words.remove)}
      >
        <p role="alert">{problemText(texts, problem)}</p>
      </VerdictHeading>
      <ActionRows progress={progress} isOver />
      {progress.log.length === 0 ? null : <Log progress={progress} />}
    </Page>
  );
};
