import type { ReactElement } from 'react';
import type { Step } from './steps/step.ts';
import { useApp, useTexts } from './store/react.tsx';
import { ExampleBanner } from './ui/example-banner.tsx';
import { Rail } from './ui/rail.tsx';
import { Status } from './ui/status.tsx';

export const App = ({ steps }: { readonly steps: readonly Step[] }): ReactElement => {
  const words = useTexts().window;
  const current = useApp((state) => state.step);
  const View = steps.find((step) => step.id === current)?.View;
  return (
    <div className="window">
      <a className="skip" href="#page">
        {words.skip}
      </a>
      <ExampleBanner />
      <Rail steps={steps} />
      <main className="page" id="page" tabIndex={-1}>
        {View === undefined ? null : <View key={current} />}
      </main>
      <Status />
    </div>
  );
};
