import type { ReactElement } from 'react';
import { RefreshCw } from 'lucide-react';
import type { Report } from '../../../electron/core/model/report.ts';
import { asksForRights, prepareGate, removableProducts } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { SaveButton, SavedNote } from '../../ui/save-report.tsx';

/** Says in words what is missing, so that no button has to be a dead one. */
export const PrepareNote = (): ReactElement | null => {
  const words = useTexts().window.prepare;
  const gate = useApp(prepareGate);
  const isSaved = useApp((state) => state.saving.kind === 'done');
  const asks = useApp(asksForRights);
  const offersReport = useOffersReport();
  switch (gate) {
    case 'stop':
      return <span>{words.blockedNote}</span>;
    case 'nothing':
      return isSaved ? <SavedNote /> : <span>{words.nothing}</span>;
    case 'no-rights':
      return isSaved ? <SavedNote /> : <span>{words.noRights}</span>;
    case 'word':
      return <span>{words.noteType(words.word)}</span>;
    case 'read':
      return <span>{words.noteRead}</span>;
    case 'open':
      if (isSaved && offersReport) return <SavedNote />;
      return <span>{asks ? words.noteAsks : words.noteReady}</span>;
  }
};

/**
 * Somebody else has to remove it then, and the report tells them what. On a work computer that is as good a way as to
 * ask for rights.
 */
export const useOffersReport = (): boolean =>
  useApp(
    (state) =>
      (state.who === 'work' && asksForRights(state)) ||
      (state.rights.kind === 'not-given' &&
        state.rights.problem.code !== 'elevation-cancelled' &&
        state.rights.problem.code !== 'cancelled'),
  );

const ReportButton = ({ kind }: { readonly kind: 'primary' | 'secondary' }): ReactElement => {
  const words = useTexts().work.administrator;
  const isWork = useApp((state) => state.who === 'work');
  return isWork ? <SaveButton kind={kind}>{words.saveForHelpDesk}</SaveButton> : <SaveButton kind={kind} />;
};

interface PrepareButtonsProps {
  readonly report: Report;
  /** Moves the focus to what is still to be done. */
  readonly leadTo: (missing: 'word' | 'read') => void;
}

export const PrepareButtons = ({ report, leadTo }: PrepareButtonsProps): ReactElement => {
  const words = useTexts().window;
  const goTo = useApp((state) => state.goTo);
  const before = useApp((state) => state.route[state.route.indexOf(state.step) - 1]);
  const isChecking = useApp((state) => state.plan.kind === 'running');
  const offersReport = useOffersReport();
  return (
    <>
      {isChecking || before === undefined ? null : <Button onPress={() => goTo(before)}>{words.back}</Button>}
      {offersReport ? <ReportButton kind="secondary" /> : null}
      <PrimaryButton report={report} leadTo={leadTo} />
    </>
  );
};

const PrimaryButton = ({ report, leadTo }: PrepareButtonsProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const gate = useApp(prepareGate);
  const isChecking = useApp((state) => state.plan.kind === 'running');
  const mustCheck = useApp((state) => state.plan.kind === 'failed');
  const checkAgain = useApp((state) => state.checkAgain);
  const remove = useApp((state) => state.remove);
  const asks = useApp(asksForRights);
  if (gate === 'nothing' || gate === 'no-rights') return <ReportButton kind="primary" />;
  if (gate === 'stop' || mustCheck || isChecking)
    return (
      <Button
        kind="primary"
        icon={<RefreshCw size={16} strokeWidth={2} aria-hidden />}
        busy={isChecking ? words.checking : undefined}
        onPress={() => void checkAgain()}
      >
        {words.checkEverything}
      </Button>
    );
  const products = removableProducts(report).length;
  const leftovers = report.plan.leftovers?.length ?? 0;
  const label =
    products === 0
      ? asks
        ? texts.work.leftovers.cleanUpAsking(leftovers)
        : texts.work.leftovers.cleanUp(leftovers)
      : asks
        ? words.removeAsking(products, report.host.os)
        : words.remove(products);
  return (
    <Button kind="primary" onPress={() => (gate === 'open' ? void remove() : leadTo(gate))}>
      {label}
    </Button>
  );
};
