import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { de } from '../electron/core/text/de.ts';
import { en } from '../electron/core/text/en.ts';
import { createAppStore } from './store/create-app-store.ts';
import type { AppStore } from './store/app-state.ts';
import { steps } from './steps/index.ts';
import type { FakeBridge } from './testing/fake-bridge.ts';
import { fakeBridge } from './testing/fake-bridge.ts';
import type { Rendered } from './testing/render.tsx';
import { renderWindow } from './testing/render.tsx';

let bridge: FakeBridge;
let store: AppStore;
let window: Rendered;
beforeEach(async () => {
  bridge = fakeBridge();
  store = createAppStore(
    bridge,
    en,
    steps.map((step) => step.id),
  );
  window = await renderWindow(store);
});
afterEach(() => window.close());

describe('the language of the window', () => {
  it('changes everything that is shown at once, and main is told', async () => {
    expect(window.heading()).toBe(en.window.start.heading);
    await window.when(() => void store.getState().speak('de'));
    expect(window.heading()).toBe(de.window.start.heading);
    expect(window.text()).toContain(de.window.start.doesNotList[0]);
    expect(window.text()).not.toContain(en.window.start.lead);
    expect(document.title).toContain('Schritt 1');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['de', 'ltr']);
    expect(bridge.asked).toContainEqual({ name: 'language', input: { choose: 'de' } });
  });

  it('is not changed by a name that nobody knows', async () => {
    await window.when(() => void store.getState().speak('tlh'));
    expect(window.heading()).toBe(en.window.start.heading);
    expect(bridge.asked.filter(({ name }) => name === 'language')).toEqual([]);
  });

  it('has the word that confirms a removal', () => {
    expect([en, de].map(({ window: words }) => words.prepare.word)).toEqual(['remove', 'entfernen']);
  });
});
