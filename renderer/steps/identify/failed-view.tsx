import type { ReactElement } from 'react';
import type { Problem } from '../../../electron/core/model/result.ts';
import { problemText } from '../../../electron/core/text/index.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeading, VerdictHeading } from '../../ui/step-heading.tsx';

/** The look did not end: stopped by the person, or by something that went wrong. Neither says anything of the computer. */
export const FailedView = ({ problem }: { readonly problem: Problem }): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  const look = useApp((state) => state.look);
  const goTo = useApp((state) => state.goTo);
  const first = useApp((state) => state.route[0]);
  return (
    <Page
      buttons={
        <>
          <Button onPress={() => first !== undefined && goTo(first)}>{words.back}</Button>
          <Button kind="primary" onPress={() => void look()}>
            {words.lookAgain}
          </Button>
        </>
      }
    >
      {problem.code === 'cancelled' ? (
        <StepHeading heading={words.identify.stoppedHeading}>{words.identify.stoppedText}</StepHeading>
      ) : (
        <VerdictHeading tone="stop" heading={words.identify.failedHeading}>
          <p role="alert">{problemText(texts, problem)}</p>
        </VerdictHeading>
      )}
    </Page>
  );
};
