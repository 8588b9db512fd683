import type { ReactElement } from 'react';
import { ShieldCheck } from 'lucide-react';
import { printable, problemText } from '../../../electron/core/text/index.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { removableIds } from '../../store/scan.ts';
import type { ScanDone } from '../../store/scan-summary.ts';
import { lookVerdict, scanHeading } from '../../store/scan-summary.ts';
import { Button } from '../../ui/button.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportAlerts, ReportFormat } from '../../ui/save-report.tsx';
import { Soon } from '../../ui/soon.tsx';
import { StepHeading, VerdictHeading } from '../../ui/step-heading.tsx';
import { UncheckedList, rightsMayHelp } from '../../ui/unchecked-list.tsx';
import { ProductGroups } from './product-groups.tsx';
import { ResultButtons, ResultNote } from './result-bar.tsx';
import { WhereWeLooked } from './where-we-looked.tsx';

export const ResultView = ({ scan }: { readonly scan: ScanDone }): ReactElement => {
  const { report, source } = scan;
  const here = source === 'computer';
  return (
    <Page note={<ResultNote scan={scan} />} buttons={<ResultButtons scan={scan} />}>
      <ResultHeading scan={scan} />
      <PlanAlert />
      <ReportAlerts />
      {here ? null : <SavedNotice scan={scan} />}
      <UncheckedList
        unchecked={report.unchecked}
        mayHelp={here && rightsMayHelp(report.unchecked, report.host.elevated)}
        isSaid={report.verdict === 'unknown'}
      />
      <Soon>
        <ProductGroups report={report} here={here} />
        <WhereWeLooked surfaces={report.surfaces} startsOpen={lookVerdict(report.verdict) !== 'found'} />
        <ReportFormat subject={report.subject} />
      </Soon>
    </Page>
  );
};

/** Something found is a plain heading, because it asks for a choice; what ends here is a banner. */
const ResultHeading = ({ scan }: { readonly scan: ScanDone }): ReactElement => {
  const texts = useTexts();
  const words = texts.window.identify;
  const heading = scanHeading(scan, texts);
  const verdict = lookVerdict(scan.report.verdict);
  const here = scan.source === 'computer';
  const sentence = (kind: 'leftovers' | 'unknown' | 'clean'): string =>
    here ? texts.verdict[kind] : words.savedVerdict[kind];
  switch (verdict) {
    case 'found':
      if (!here) return <StepHeading heading={heading} />;
      return (
        <StepHeading heading={heading}>
          {removableIds(scan.report).length > 0 ? words.foundLead : words.foundLeadReport}
        </StepHeading>
      );
    case 'leftovers':
      return (
        <VerdictHeading tone="warn" heading={heading}>
          <p>{here ? words.leftoversLead : sentence('leftovers')}</p>
        </VerdictHeading>
      );
    case 'unknown':
      return (
        <VerdictHeading tone="unknown" heading={heading}>
          <p>{here ? texts.window.unchecked.notClean : sentence('unknown')}</p>
        </VerdictHeading>
      );
    case 'clean':
      return (
        <VerdictHeading
          tone="ok"
          icon={<ShieldCheck size={36} strokeWidth={1.5} aria-hidden />}
          heading={heading}
        >
          <p>{sentence('clean')}</p>
        </VerdictHeading>
      );
  }
};

const PlanAlert = (): ReactElement | null => {
  const texts = useTexts();
  const plan = useApp((state) => state.plan);
  const look = useApp((state) => state.look);
  if (plan.kind !== 'failed') return null;
  return (
    <Alert
      heading={texts.window.identify.planFailed}
      action={<Button onPress={() => void look()}>{texts.window.lookAgain}</Button>}
    >
      <p>{problemText(texts, plan.problem)}</p>
    </Alert>
  );
};

const SavedNotice = ({ scan }: { readonly scan: ScanDone }): ReactElement => {
  const words = useTexts().window.identify;
  const { name } = scan.report.host;
  return (
    <>
      <Notice tone="now" heading={words.savedNotice(name === undefined ? undefined : printable(name))}>
        <p>{words.savedWhy}</p>
      </Notice>
      {scan.ignored.length === 0 ? null : (
        <Notice tone="unknown" heading={words.ignoredNotice}>
          <p>{words.ignored(scan.ignored.map(printable).join(', '))}</p>
        </Notice>
      )}
    </>
  );
};
