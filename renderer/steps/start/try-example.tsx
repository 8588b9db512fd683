import type { ReactElement } from 'react';
import { printable, problemText } from '../../../electron/core/text/index.ts';
import { isPlayed } from '../../store/example.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { InlineFold } from '../../ui/fold.tsx';
import { Alert } from '../../ui/notice.tsx';

/** A quiet way to see everything without Kaspersky, and without a risk. */
export const TryExample = (): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.example;
  const about = useApp((state) => state.about);
  const switching = useApp((state) => state.switching);
  const openExample = useApp((state) => state.openExample);
  const isOpen = useApp(isPlayed);
  if (about.kind !== 'done' || isOpen || about.about.examples.length === 0) return null;
  return (
    <div className="try-example group">
      <InlineFold words={words.heading} fullName={words.heading}>
        <p className="meta">{words.lead}</p>
        <ul className="try-example-choices">
          {about.about.examples.map(({ name, host }) => (
            <li key={name}>
              <Button
                kind="quiet"
                compact
                busy={switching.kind === 'running' ? words.opening : undefined}
                onPress={() => void openExample(name)}
              >
                {printable(`${host.name ?? name} · ${host.version}`)}
              </Button>
            </li>
          ))}
        </ul>
      </InlineFold>
      {switching.kind === 'failed' ? (
        <Alert heading={words.failed}>
          <p>{problemText(texts, switching.problem)}</p>
        </Alert>
      ) : null}
    </div>
  );
};
