import type { ReactElement } from 'react';
import { RotateCw } from 'lucide-react';
import { problemText } from '../../../electron/core/text/index.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import type { ReopenEnd } from '../../../electron/core/model/reopen.ts';
import type { Problem } from '../../../electron/core/model/result.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { GoOnView } from './go-on-view.tsx';
import { WhatHappens } from './what-happens.tsx';

/** Before the restart why and how; after it, what goes on. */
export const RestartView = (): ReactElement => {
  const removal = useApp((state) => state.removal);
  if (removal.kind !== 'done') return <GoOnView removal={removal} />;
  const { report, reopening, unsaved } = removal;
  return <RestartNeeded report={report} reopening={reopening} unsaved={unsaved} />;
};

interface NeededProps {
  readonly report: Report;
  readonly reopening: ReopenEnd | undefined;
  readonly unsaved: Problem | undefined;
}

const RestartNeeded = ({ report, reopening, unsaved }: NeededProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window.restart;
  const restarting = useApp((state) => state.restarting);
  const opensItself = reopening?.kind === 'registered';
  return (
    <Page note={words.mayClose} buttons={<RestartButtons />}>
      <StepHeading heading={words.heading}>{words.lead(waitingNames(report).join(', '))}</StepHeading>
      {restarting.kind === 'failed' ? (
        <Alert heading={words.failedHeading}>
          <p>{problemText(texts, restarting.problem)}</p>
        </Alert>
      ) : null}
      {reopening?.kind === 'failed' ? (
        <Alert heading={words.byHandHeading}>
          <p>{problemText(texts, reopening.problem)}</p>
        </Alert>
      ) : null}
      {unsaved === undefined ? null : (
        <Alert heading={texts.window.confirm.unsavedHeading}>
          <p>{problemText(texts, unsaved)}</p>
        </Alert>
      )}
      <WhatHappens report={report} opensItself={opensItself} />
      <div className="group">
        <Notice tone="now" heading={words.savedHeading}>
          <p>{words.savedText}</p>
        </Notice>
      </div>
    </Page>
  );
};

/** Names of the products that go for good only with the restart, or after it. */
const waitingNames = ({ run, plan, before }: Report): readonly string[] => {
  const waiting = new Set(
    run?.actions.flatMap(({ id, outcome }) =>
      outcome === 'restart-needed' || outcome === 'after-restart' ? [id] : [],
    ),
  );
  const products = new Set(
    plan.actions.filter(({ id }) => waiting.has(id)).map(({ productId }) => productId),
  );
  return [...products].map((id) => before?.detections.find(({ productId }) => productId === id)?.name ?? id);
};

const RestartButtons = (): ReactElement => {
  const words = useTexts().window.restart;
  const isRunning = useApp((state) => state.restarting.kind === 'running');
  const restartNow = useApp((state) => state.restartNow);
  const goTo = useApp((state) => state.goTo);
  return (
    <>
      <Button onPress={() => goTo('confirm')}>{words.later}</Button>
      <Button
        kind="primary"
        icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
        busy={isRunning ? words.restarting : undefined}
        onPress={() => void restartNow()}
      >
        {words.now}
      </Button>
    </>
  );
};
