import type { ReactElement } from 'react';
import { printable, problemText } from '../../../electron/core/text/index.ts';
import { isPlayed } from '../../store/example.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
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
    <section className="try-example group" aria-labelledby="try-example">
      <h2 id="try-example">{words.heading}</h2>
      <p className="meta">{words.lead}</p>
      <p className="try-example-choices">
        {about.about.examples.map(({ name, host }) => (
          <Button
            key={name}
            kind="quiet"
            compact
            busy={switching.kind === 'running' ? words.opening : undefined}
            onPress={() => void openExample(name)}
          >
            {printable(`${host.name ?? name} · ${host.version}`)}
          </Button>
        ))}
      </p>
      {switching.kind === 'failed' ? (
        <Alert heading={words.failed}>
          <p>{problemText(texts, switching.problem)}</p>
        </Alert>
      ) : null}
    </section>
  );
};
