import type { ReactElement } from 'react';
import { useApp } from '../../store/react.tsx';
import { FailedView } from './failed-view.tsx';
import { LookingView } from './looking-view.tsx';
import { ResultView } from './result-view.tsx';

export const IdentifyView = (): ReactElement | null => {
  const scan = useApp((state) => state.scan);
  switch (scan.kind) {
    case 'idle':
      return null;
    case 'running':
      return <LookingView places={scan.places} stopping={scan.stopping} />;
    case 'failed':
      return <FailedView problem={scan.problem} />;
    case 'done':
      return <ResultView scan={scan} />;
  }
};
