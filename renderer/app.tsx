import { lazy, Suspense, useLayoutEffect } from 'react';
import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Step } from './steps/step.ts';
import { useApp, useTexts } from './store/react.tsx';
import { ExampleBanner } from './ui/example-banner.tsx';
import { Rail } from './ui/rail.tsx';
import { Status } from './ui/status.tsx';

/** Seldom wanted and heavy with its charts: it is loaded when somebody opens it. */
const MapPlace = lazy(() => import('./map/map-place.tsx'));

export const App = ({ steps }: { readonly steps: readonly Step[] }): ReactElement => {
  const { language, direction, window: words } = useTexts();
  const current = useApp((state) => state.step);
  const mapOpen = useApp((state) => state.mapOpen);
  const View = steps.find((step) => step.id === current)?.View;
  // What lies outside of this element too: lists that open over the page, and what a screen reader takes for its voice.
  useLayoutEffect(() => {
    Object.assign(document.documentElement, { lang: language, dir: direction });
  }, [language, direction]);
  return (
    <I18nProvider locale={language}>
      <div className="window">
        <a className="skip" href="#page">
          {words.skip}
        </a>
        <ExampleBanner />
        <Rail steps={steps} />
        <main className="page" id="page" tabIndex={-1}>
          {mapOpen ? (
            <Suspense fallback={null}>
              <MapPlace />
            </Suspense>
          ) : View === undefined ? null : (
            <View key={current} />
          )}
        </main>
        <Status />
      </div>
    </I18nProvider>
  );
};
