import type { ReactElement } from 'react';
import { RotateCw, ShieldCheck } from 'lucide-react';
import type { Report, Verdict } from '../../../electron/core/model/report.ts';
import type { Problem } from '../../../electron/core/model/result.ts';
import { problemText } from '../../../electron/core/text/index.ts';
import { lastResort, workingProducts } from '../../../electron/core/text/sentences.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { CommandLines } from '../../ui/command-lines.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { Alert } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CopyButton, ReportAlerts, ReportFormat } from '../../ui/save-report.tsx';
import { VerdictHeading } from '../../ui/step-heading.tsx';
import { UncheckedList, rightsMayHelp } from '../../ui/unchecked-list.tsx';
import { CleaningNotice } from './cleaning-notice.tsx';
import { CompareTable } from './compare-table.tsx';
import { ConfirmButtons, ConfirmNote } from './confirm-bar.tsx';
import { ProtectionNow } from './protection-now.tsx';
import { SetAsideList } from './set-aside-list.tsx';
import { WhatIsLeft } from './what-is-left.tsx';
import { WhatWasDone } from './what-was-done.tsx';

export const ConfirmView = (): ReactElement | null => {
  const removal = useApp((state) => state.removal);
  return removal.kind === 'done' ? <Confirmed report={removal.report} unsaved={removal.unsaved} /> : null;
};

interface ConfirmedProps {
  readonly report: Report;
  readonly unsaved: Problem | undefined;
}

const Confirmed = ({ report, unsaved }: ConfirmedProps): ReactElement => (
  <Page note={<ConfirmNote />} buttons={<ConfirmButtons />}>
    <Verdict report={report} />
    {unsaved === undefined ? null : <Unsaved problem={unsaved} />}
    <CleaningNotice />
    <ReportAlerts />
    <UncheckedList
      unchecked={report.unchecked}
      mayHelp={rightsMayHelp(report.unchecked, report.host.elevated)}
      isSaid={report.verdict === 'unknown'}
    />
    <div className="split">
      <div>
        {report.before === undefined || report.after === undefined ? null : (
          <CompareTable before={report.before} after={report.after} />
        )}
        <WhatWasDone report={report} />
      </div>
      <div>
        <ProtectionNow protection={report.protection} />
        <SetAsideList setAside={report.run?.leftovers?.setAside ?? []} />
        <WhatIsLeft report={report} />
        <ReportFormat subject={report.subject} />
        <div className="group">
          <CopyButton />
        </div>
      </div>
    </div>
    <RunCommands report={report} />
  </Page>
);

const tones: Readonly<Record<Verdict, Tone>> = {
  removed: 'ok',
  clean: 'ok',
  unknown: 'unknown',
  leftovers: 'warn',
  'restart-needed': 'now',
  incomplete: 'stop',
  found: 'stop',
};

const Verdict = ({ report }: { readonly report: Report }): ReactElement => {
  const texts = useTexts();
  const words = texts.window.confirm;
  const verdict = report.verdict;
  const staying = verdict === 'removed' ? workingProducts(report) : [];
  if (staying.length > 0) return <OthersStay names={staying.map((detection) => detection.name)} />;
  const looked = report.surfaces.filter((surface) => surface.kind === 'ok').length;
  const icon =
    tones[verdict] === 'ok' ? (
      <ShieldCheck size={36} strokeWidth={1.5} aria-hidden />
    ) : verdict === 'restart-needed' ? (
      <RotateCw size={36} strokeWidth={1.5} aria-hidden />
    ) : undefined;
  return (
    <VerdictHeading tone={tones[verdict]} heading={words.headings[verdict]} {...(icon ? { icon } : {})}>
      <p>{words.sentences[verdict](looked)}</p>
      {lastResort(texts, report).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </VerdictHeading>
  );
};

/** Some products were chosen and are gone, others were not: nobody may read that as "Kaspersky is gone". */
const OthersStay = ({ names }: { readonly names: readonly string[] }): ReactElement => {
  const texts = useTexts();
  return (
    <VerdictHeading tone="warn" heading={texts.window.confirm.partHeading}>
      <p>{texts.removedButStaying(names.join(', '))}</p>
    </VerdictHeading>
  );
};

const Unsaved = ({ problem }: { readonly problem: Problem }): ReactElement => {
  const texts = useTexts();
  return (
    <Alert heading={texts.window.confirm.unsavedHeading}>
      <p>{problemText(texts, problem)}</p>
      <p>{texts.window.confirm.unsavedText}</p>
    </Alert>
  );
};

const RunCommands = ({ report }: { readonly report: Report }): ReactElement | null => {
  const texts = useTexts();
  const runId = useApp((state) => (state.removal.kind === 'done' ? state.removal.runId : undefined));
  const isCleanedUp = (report.run?.leftovers?.setAside.length ?? 0) > 0;
  const left = (report.remaining?.items ?? []).length;
  if (runId === undefined) return null;
  const productIds = [
    ...new Set((report.remaining?.items ?? []).flatMap(({ item }) => item.productId ?? [])),
  ];
  return (
    <CommandLines
      steps={[
        ...(left === 0
          ? []
          : [
              {
                name: texts.work.leftovers.cleanUp(left),
                step: {
                  kind: 'remove',
                  productIds,
                  accepted: [],
                  leftovers: true,
                  asksPassword: false,
                } as const,
              },
            ]),
        ...(isCleanedUp
          ? [{ name: texts.work.leftovers.undo, step: { kind: 'undo', run: runId } as const }]
          : []),
        { name: texts.window.lookAgain, step: { kind: 'verify', run: runId } },
        { name: texts.window.report.save, step: { kind: 'report', run: runId } },
      ]}
    />
  );
};
