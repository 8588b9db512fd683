import type { CallInput } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';

type Given = NonNullable<CallInput<'remove'>['passwords']>;

export interface PasswordSlice {
  /** Products for which something was typed. What was typed is no part of what the window knows. */
  readonly passwordsFor: readonly string[];
  typePassword(productId: string, text: string): void;
  /** Hands over what was typed, once: whoever takes it wipes it. */
  takePasswords(): Given;
  dropPasswords(): void;
}

/** Bytes outside the store, so that nothing that shows, logs or copies its state can hold one. */
export const passwordSlice = ({ set }: SliceContext): PasswordSlice => {
  const typed = new Map<string, Uint8Array<ArrayBuffer>>();
  const drop = (productId: string): void => {
    typed.get(productId)?.fill(0);
    typed.delete(productId);
  };
  const dropAll = (): void => {
    for (const productId of typed.keys()) drop(productId);
    set({ passwordsFor: [] });
  };
  return {
    passwordsFor: [],
    typePassword(productId, text) {
      drop(productId);
      if (text !== '') typed.set(productId, new TextEncoder().encode(text));
      set({ passwordsFor: [...typed.keys()] });
    },
    takePasswords() {
      const given = [...typed].map(([productId, utf8]) => ({ productId, utf8 }));
      typed.clear();
      set({ passwordsFor: [] });
      return given;
    },
    dropPasswords: dropAll,
  };
};
