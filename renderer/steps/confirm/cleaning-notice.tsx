import type { ReactElement } from 'react';
import { printable, problemText } from '../../../electron/core/text/index.ts';
import type { Refused } from '../../store/clean-up.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';

/** How the last cleaning up or putting back went. */
export const CleaningNotice = (): ReactElement | null => {
  const texts = useTexts();
  const words = texts.work.leftovers;
  const cleaning = useApp((state) => state.cleaning);
  switch (cleaning.kind) {
    case 'idle':
    case 'running':
      return null;
    case 'failed':
      return (
        <Alert heading={cleaning.task === 'undo' ? words.undoFailed : words.cleanUpFailed}>
          <p>{problemText(texts, cleaning.problem)}</p>
        </Alert>
      );
    case 'changed':
      return (
        <Notice tone="warn" heading={words.changed}>
          <p>{words.changedLead}</p>
        </Notice>
      );
    case 'cleaned':
      return <Notice tone="ok" heading={words.cleaned(cleaning.setAside)} />;
    case 'undone':
      return (
        <Notice
          tone={cleaning.refused.length === 0 ? 'ok' : 'warn'}
          heading={words.restored(cleaning.restored)}
        >
          {cleaning.refused.length === 0 ? null : <RefusedList refused={cleaning.refused} />}
        </Notice>
      );
  }
};

const RefusedList = ({ refused }: { readonly refused: Refused }): ReactElement => {
  const texts = useTexts();
  return (
    <>
      <p>{texts.work.leftovers.refused(refused.length)}</p>
      <ul>
        {refused.map(({ what, why }) => (
          <li key={what}>{`${printable(what)}. ${texts.keptReasons[why]}`}</li>
        ))}
      </ul>
    </>
  );
};
