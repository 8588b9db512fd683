import type { ReactElement } from 'react';
import { useApp, useTexts } from '../../store/react.tsx';
import { choosableIds, leftoverIds } from '../../store/scan.ts';
import type { ScanDone } from '../../store/scan-summary.ts';
import { Button } from '../../ui/button.tsx';
import { SaveButton, SavedNote } from '../../ui/save-report.tsx';

const mayRemove = (scan: ScanDone): boolean =>
  scan.source === 'computer' && choosableIds(scan.report).length > 0;

/** No product is left, but what others left can be set aside here. */
const useMayCleanUp = (scan: ScanDone): boolean =>
  useApp(
    ({ about }) =>
      scan.source === 'computer' &&
      !mayRemove(scan) &&
      leftoverIds(scan.report).length > 0 &&
      about.kind === 'done' &&
      about.about.mayCleanUp,
  );

export const ResultNote = ({ scan }: { readonly scan: ScanDone }): ReactElement | null => {
  const words = useTexts().window.identify;
  const isSaved = useApp((state) => state.saving.kind === 'done');
  const chosen = useApp((state) => state.chosen.length);
  if (isSaved) return <SavedNote />;
  return mayRemove(scan) && chosen === 0 ? <span>{words.chooseFirst}</span> : null;
};

export const ResultButtons = ({ scan }: { readonly scan: ScanDone }): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  const mayCleanUp = useMayCleanUp(scan);
  const look = useApp((state) => state.look);
  const chosen = useApp((state) => state.chosen.length);
  const isPlanning = useApp((state) => state.plan.kind === 'running');
  const prepare = useApp((state) => state.prepare);
  if (!mayRemove(scan))
    return (
      <>
        {scan.source === 'computer' ? <Button onPress={() => void look()}>{words.lookAgain}</Button> : null}
        <SaveButton kind={mayCleanUp ? 'secondary' : 'primary'} />
        {mayCleanUp ? (
          <Button
            kind="primary"
            busy={isPlanning ? words.identify.preparing : undefined}
            onPress={() => void prepare()}
          >
            {texts.work.leftovers.prepareOnly}
          </Button>
        ) : null}
      </>
    );
  return (
    <>
      <SaveButton kind="quiet" />
      <Button
        kind="primary"
        busy={isPlanning ? words.identify.preparing : undefined}
        onPress={() => (chosen === 0 ? focusFirstTick() : void prepare())}
      >
        {words.identify.prepare(chosen)}
      </Button>
    </>
  );
};

/** Leads to what is missing instead of being a button that cannot be pressed. */
const focusFirstTick = (): void => {
  document.querySelector<HTMLElement>('[data-products] input[type="checkbox"]')?.focus();
};
