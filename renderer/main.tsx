import './bridge/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { textsFor } from '../electron/core/text/index.ts';
import { App } from './app.tsx';
import { ask, windowBridge } from './bridge/bridge.ts';
import { steps } from './steps/index.ts';
import { createAppStore } from './store/create-app-store.ts';
import { StoreProvider } from './store/react.tsx';

const bridge = windowBridge();
// Main knows what the person chose before; without its word Chromium's language is the next best.
const told = await ask(bridge, 'language', {});

const store = createAppStore(
  bridge,
  textsFor(told.ok ? told.value.language : navigator.language),
  steps.map((step) => step.id),
);
void store
  .getState()
  .describe()
  .then(() => store.getState().comeBack());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <StoreProvider store={store}>
      <App steps={steps} />
    </StoreProvider>
  </StrictMode>,
);
