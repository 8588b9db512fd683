import type { ReactElement } from 'react';
import { FlaskConical } from 'lucide-react';
import { isExample, isPlayed } from '../store/example.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { isBusy } from '../store/wizard.ts';
import { Button } from './button.tsx';

/** Above every screen of a recorded computer, so that nobody takes it for a real one. */
export const ExampleBanner = (): ReactElement | null => {
  const texts = useTexts();
  const isShown = useApp(isExample);
  const mayLeave = useApp((state) => isPlayed(state) && !isBusy(state));
  const leaveExample = useApp((state) => state.leaveExample);
  if (!isShown) return null;
  return (
    <header className="example">
      <p>
        <FlaskConical size={16} strokeWidth={2} aria-hidden />
        {texts.example}
      </p>
      {mayLeave ? (
        <Button kind="quiet" compact onPress={() => void leaveExample()}>
          {texts.window.example.leave}
        </Button>
      ) : null}
    </header>
  );
};
