import type { ReactElement } from 'react';
import { asksForRights } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { cleaningLine } from '../../store/status-line.ts';
import { Button } from '../../ui/button.tsx';
import { SaveButton, SavedNote } from '../../ui/save-report.tsx';

/** How many leftovers are ticked; undefined where there are none to tick. */
const useTicked = (): number | undefined =>
  useApp(({ removal, kept }) => {
    const items = removal.kind === 'done' ? (removal.report.remaining?.items ?? []) : [];
    return items.length === 0 ? undefined : items.filter(({ item }) => !kept.includes(item.id)).length;
  });

export const ConfirmNote = (): ReactElement | null => {
  const texts = useTexts();
  const saving = useApp((state) => state.saving.kind);
  const copying = useApp((state) => state.copying.kind);
  const cleaning = useApp((state) => state.cleaning);
  const ticked = useTicked();
  if (cleaning.kind === 'running') return <span>{cleaningLine(cleaning, texts)}</span>;
  if (saving === 'done') return <SavedNote />;
  if (copying === 'done') return <span>{texts.window.report.copied}</span>;
  if (ticked === undefined) return null;
  return <span>{ticked === 0 ? texts.work.leftovers.chooseFirst : texts.work.leftovers.note}</span>;
};

export const ConfirmButtons = (): ReactElement => {
  const words = useTexts().window;
  const look = useApp((state) => state.look);
  const isCleaning = useApp((state) => state.cleaning.kind === 'running');
  const isHelping = useApp((state) => state.who === 'helping');
  const ticked = useTicked();
  if (isCleaning) return <StopButton />;
  const mayCleanUp = ticked !== undefined && ticked > 0;
  return (
    <>
      {isHelping ? <NextComputer /> : null}
      <Button kind="quiet" onPress={() => void look()}>
        {words.lookAgain}
      </Button>
      <SaveButton kind={mayCleanUp ? 'secondary' : 'primary'} />
      {mayCleanUp ? <CleanUpButton ticked={ticked} /> : null}
    </>
  );
};

const CleanUpButton = ({ ticked }: { readonly ticked: number }): ReactElement => {
  const words = useTexts().work.leftovers;
  const asks = useApp(asksForRights);
  const cleanUp = useApp((state) => state.cleanUp);
  return (
    <Button kind="primary" onPress={() => void cleanUp()}>
      {asks ? words.cleanUpAsking(ticked) : words.cleanUp(ticked)}
    </Button>
  );
};

const StopButton = (): ReactElement => {
  const texts = useTexts();
  const stopping = useApp((state) => state.cleaning.kind === 'running' && state.cleaning.stopping);
  const stopCleaning = useApp((state) => state.stopCleaning);
  return (
    <Button busy={stopping ? texts.window.remove.stopping : undefined} onPress={() => void stopCleaning()}>
      {texts.work.leftovers.stop}
    </Button>
  );
};

const NextComputer = (): ReactElement => {
  const words = useTexts().work.next;
  const nextComputer = useApp((state) => state.nextComputer);
  return (
    <Button kind="quiet" onPress={() => void nextComputer()}>
      {words.button}
    </Button>
  );
};
