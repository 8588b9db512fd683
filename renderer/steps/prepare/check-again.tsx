import type { ReactElement } from 'react';
import { RefreshCw } from 'lucide-react';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';

/** Looks at the computer again. It always checks everything: a part alone could miss what changed elsewhere. */
export const CheckAgain = ({ about }: { readonly about: string }): ReactElement => {
  const words = useTexts().window.prepare;
  const isChecking = useApp((state) => state.plan.kind === 'running');
  const checkAgain = useApp((state) => state.checkAgain);
  return (
    <Button
      compact
      icon={<RefreshCw size={16} strokeWidth={2} aria-hidden />}
      busy={isChecking ? words.checking : undefined}
      fullName={isChecking ? words.checkingOf(about) : words.checkAgainOf(about)}
      onPress={() => void checkAgain()}
    >
      {words.checkAgain}
    </Button>
  );
};
