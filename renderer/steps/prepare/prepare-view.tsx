import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import { problemText } from '../../../electron/core/text/index.ts';
import type { PreparedHazards, PrepareGate } from '../../store/plan.ts';
import { hazardsToPrepare, isWord, prepareGate } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Alert } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportAlerts, ReportFormat } from '../../ui/save-report.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { Administrator } from './administrator.tsx';
import { Afterwards } from './afterwards.tsx';
import { DoFirst } from './do-first.tsx';
import { GoodToKnow } from './good-to-know.tsx';
import { Passwords } from './passwords.tsx';
import { PlanCommands } from './plan-commands.tsx';
import { PlanList } from './plan-list.tsx';
import { PrepareButtons, PrepareNote, useOffersReport } from './prepare-bar.tsx';
import { NoRights, RightsNotice } from './rights-notice.tsx';
import { StopCards } from './stop-cards.tsx';

export const PrepareView = (): ReactElement | null => {
  const plan = useApp((state) => state.plan);
  const report = plan.kind === 'idle' ? undefined : plan.report;
  return report === undefined ? null : <Prepared report={report} />;
};

const Prepared = ({ report }: { readonly report: Report }): ReactElement => {
  const gate = useApp(prepareGate);
  const hazards = hazardsToPrepare(report);
  // Where nothing can be removed anyway, there is nothing to agree to.
  const asks = gate === 'word' || gate === 'read' || gate === 'open';
  const wordField = useRef<HTMLInputElement>(null);
  const readTick = useRef<HTMLInputElement>(null);
  const offersReport = useOffersReport();
  useEffect(() => {
    // The button that was pressed may have gone with what it checked. Then the heading says what is left.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
  }, [report]);
  return (
    <Page
      note={<PrepareNote />}
      buttons={
        <PrepareButtons
          report={report}
          leadTo={(missing) => (missing === 'word' ? wordField : readTick).current?.focus()}
        />
      }
    >
      <PrepareHeading hazards={hazards} gate={gate} />
      <PlanAlert />
      <RightsNotice report={report} />
      <ReportAlerts />
      {gate === 'no-rights' ? <NoRights report={report} /> : null}
      <StopCards hazards={hazards.stop} />
      <DoFirst hazards={hazards.confirm} fieldRef={wordField} asks={asks} />
      <GoodToKnow hazards={hazards.inform} tickRef={readTick} asks={asks} />
      {asks ? <Passwords report={report} /> : null}
      <Administrator report={report} />
      {report.plan.actions.length === 0 && (report.plan.leftovers ?? []).length > 0 ? null : (
        <PlanList report={report} />
      )}
      {asks ? <Afterwards report={report} /> : null}
      <PlanCommands report={report} />
      {gate === 'no-rights' || gate === 'nothing' || offersReport ? (
        <ReportFormat subject={report.subject} />
      ) : null}
    </Page>
  );
};

interface PrepareHeadingProps {
  readonly hazards: PreparedHazards;
  readonly gate: PrepareGate;
}

const PrepareHeading = ({ hazards, gate }: PrepareHeadingProps): ReactElement => {
  const words = useTexts().window.prepare;
  const hasTyped = useApp(isWord);
  const hasRead = useApp((state) => state.consent.hasRead);
  if (gate === 'no-rights') return <StepHeading heading={words.heading}>{words.noRightsLead}</StepHeading>;
  if (gate === 'nothing') return <StepHeading heading={words.heading}>{words.nothing}</StepHeading>;
  const toRead = gate === 'stop' || hasRead || hazards.inform.length === 0 ? 0 : 1;
  const left = (hasTyped ? 0 : hazards.confirm.length) + toRead;
  const parts = [
    ...(hazards.stop.length === 0 ? [] : [words.stops(hazards.stop.length)]),
    ...(left === 0 ? [] : [words.left(left)]),
  ];
  return (
    <StepHeading heading={words.heading}>{parts.length === 0 ? words.ready : parts.join(' ')}</StepHeading>
  );
};

const PlanAlert = (): ReactElement | null => {
  const texts = useTexts();
  const plan = useApp((state) => state.plan);
  if (plan.kind !== 'failed') return null;
  return (
    <Alert heading={texts.window.prepare.failed}>
      <p>{problemText(texts, plan.problem)}</p>
    </Alert>
  );
};
