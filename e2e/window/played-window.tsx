import { act } from 'react';
import type { Bridge, CallName } from '../../electron/core/contract/contract.ts';
import type { Desk } from '../../electron/core/engine/conclude.ts';
import { en } from '../../electron/core/text/en.ts';
import { handlersFor } from '../../electron/shell/calls/index.ts';
import { createDoor } from '../../electron/shell/door.ts';
import { createJobs } from '../../electron/shell/jobs.ts';
import { createMemory } from '../../electron/shell/memory.ts';
import type { Emit, Machine } from '../../electron/shell/services.ts';
import { steps } from '../../renderer/steps/index.ts';
import type { AppStore } from '../../renderer/store/app-state.ts';
import { createAppStore } from '../../renderer/store/create-app-store.ts';
import type { Rendered } from '../../renderer/testing/render.tsx';
import { renderWindow } from '../../renderer/testing/render.tsx';

/** The whole window over the real calls and the real engine on a computer in memory. */
export interface PlayedWindow extends Rendered {
  readonly store: AppStore;
  readonly bridge: Bridge;
  /** Presses a button and waits until nothing works any more. */
  press(name: string | RegExp): Promise<void>;
  /** The buttons that are there now, by their accessible names. */
  buttons(): readonly string[];
  /** Types into the only text field. */
  type(text: string): Promise<void>;
  hasField(): boolean;
  /** Ticks or unticks a box by its accessible name. */
  tick(name: string): Promise<void>;
}

export const openPlayedWindow = async (machine: Machine, desk: Desk): Promise<PlayedWindow> => {
  const listeners: ((name: string, payload: unknown) => void)[] = [];
  const emit: Emit = (name, payload) => listeners.forEach((listener) => listener(name, payload));
  const door = createDoor(
    handlersFor({
      desk,
      speech: { texts: () => en, choose: async () => undefined },
      clock: { now: () => '2026-11-23T10:00:00.000Z' },
      machine,
      memory: createMemory(),
      jobs: createJobs(),
      examples: {
        list: [],
        open: () => ({ ok: true, value: true }),
        leave: () => ({ ok: true, value: true }),
      },
      desktop: {
        chooseFileToOpen: async () => undefined,
        chooseFolder: async () => undefined,
        takeHandedOver: () => undefined,
        chooseFileToSave: async () => undefined,
        copy: async () => undefined,
        print: async () => new Uint8Array(),
      },
      emit,
      runtimeWarnings: [],
    }),
    { checkOutput: true },
  );
  const bridge = {
    call: (name: CallName, input: unknown) => door(name, input),
    on: (name: string, listener: (payload: unknown) => void) => {
      listeners.push((told, payload) => told === name && listener(payload));
      return () => undefined;
    },
  } as unknown as Bridge;
  const store = createAppStore(
    bridge,
    en,
    steps.map((step) => step.id),
  );
  const rendered = await renderWindow(store);
  await act(() => store.getState().describe());
  return { ...rendered, store, bridge, ...handsOn(store) };
};

const nameOf = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ?? element.textContent ?? '';

const handsOn = (store: AppStore): Pick<PlayedWindow, 'press' | 'buttons' | 'type' | 'hasField' | 'tick'> => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const settled = async (): Promise<void> => {
    const works = (): boolean => {
      const { scan, plan, removal } = store.getState();
      return [scan, plan, removal].some(({ kind }) => kind === 'running');
    };
    do await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    while (works());
  };
  const field = () => document.querySelector<HTMLInputElement>('input[type="text"]');
  return {
    buttons: () => all('button').map(nameOf),
    hasField: () => field() !== null,
    async press(name) {
      const button = all('button').find((each) =>
        typeof name === 'string' ? nameOf(each) === name : name.test(nameOf(each)),
      );
      if (button === undefined) throw new Error(`No button is called ${String(name)}`);
      await act(async () => button.click());
      await settled();
    },
    async type(text) {
      const input = field();
      if (input === null) throw new Error('There is no text field');
      // React hears of a change only through the element's own setter.
      await act(async () => {
        Reflect.set(HTMLInputElement.prototype, 'value', text, input);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    async tick(name) {
      const box = all('input[type="checkbox"]').find(
        (each) => nameOf(each) === name || each.closest('label')?.textContent === name,
      );
      if (box === undefined) throw new Error(`No box is called "${name}"`);
      await act(async () => box.click());
    },
  };
};
