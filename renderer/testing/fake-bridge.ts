import type { Answer, Bridge, CallInput, CallName, EventPayload } from '../bridge/bridge.ts';

type EventName = Parameters<Bridge['on']>[0];

interface Open {
  readonly name: CallName;
  readonly settle: (answer: unknown) => void;
}

/** A main process that does nothing by itself: the test reads what was asked and gives each answer. */
export interface FakeBridge extends Bridge {
  /** Every call so far, in order. */
  readonly asked: readonly { readonly name: CallName; readonly input: unknown }[];
  /** Answers the oldest open call of that name and waits until the store took it in. */
  answer<C extends CallName>(name: C, answer: Answer<C>): Promise<void>;
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void;
}

export const fakeBridge = (): FakeBridge => {
  const asked: { name: CallName; input: unknown }[] = [];
  const open: Open[] = [];
  const listeners: { name: string; listener: (payload: never) => void }[] = [];
  return {
    asked,
    call: <C extends CallName>(name: C, input: CallInput<C>) =>
      new Promise<Answer<C>>((resolve) => {
        asked.push({ name, input });
        open.push({ name, settle: (answer) => resolve(answer as Answer<C>) });
      }),
    on: (name, listener) => {
      const entry = { name, listener: listener as (payload: never) => void };
      listeners.push(entry);
      return () => void listeners.splice(listeners.indexOf(entry), 1);
    },
    async answer(name, answer) {
      const index = open.findIndex((call) => call.name === name);
      const [call] = index < 0 ? [] : open.splice(index, 1);
      if (call === undefined) throw new Error(`Nobody is waiting for "${name}"`);
      call.settle(answer);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    emit(name, payload) {
      for (const entry of listeners) if (entry.name === name) entry.listener(payload as never);
    },
  };
};
