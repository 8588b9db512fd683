import type { ReactElement } from 'react';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { App } from '../app.tsx';
import { steps } from '../steps/index.ts';
import type { AppStore } from '../store/app-state.ts';
import { StoreProvider } from '../store/react.tsx';

declare global {
  // React asks for this before it lets a test decide when things are drawn.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** The whole window on a store, in a document without a screen. */
export interface Rendered {
  /** Does something and waits until the window shows it. */
  when(change: () => void | Promise<void>): Promise<void>;
  text(): string;
  heading(): string;
  /** The button with exactly this accessible name. */
  button(name: string): HTMLElement;
  hasButton(name: string): boolean;
  checkboxes(): readonly HTMLInputElement[];
  close(): void;
}

export const renderWindow = async (store: AppStore): Promise<Rendered> => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const place = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(place);
  const draw = (element: ReactElement): Promise<void> => act(async () => root.render(element));
  await draw(
    <StoreProvider store={store}>
      <App steps={steps} />
    </StoreProvider>,
  );
  const named = (name: string): HTMLElement | undefined =>
    [...place.querySelectorAll<HTMLElement>('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
    );
  return {
    when: (change) => act(async () => change()),
    text: () => place.textContent ?? '',
    heading: () => place.querySelector('h1')?.textContent ?? '',
    button(name) {
      const button = named(name);
      if (button === undefined) throw new Error(`No button is called "${name}"`);
      return button;
    },
    hasButton: (name) => named(name) !== undefined,
    checkboxes: () => [...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')],
    close() {
      act(() => root.unmount());
      place.remove();
    },
  };
};
