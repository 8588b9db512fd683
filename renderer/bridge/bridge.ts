import type { Answer, Bridge, CallInput, CallName } from '../../electron/core/contract/contract.ts';

export type {
  Answer,
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  EventPayload,
} from '../../electron/core/contract/contract.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

/** What the preload offers. Only `main.tsx` asks for it; everything else is handed a bridge, so tests hand in their own. */
export const windowBridge = (): Bridge => {
  if (window.bridge === undefined) throw new Error('The preload did not put a bridge on this window');
  return window.bridge;
};

/** A call that never rejects: a refused or broken call is told to the person like any other problem. */
export const ask = async <C extends CallName>(
  bridge: Bridge,
  name: C,
  input: CallInput<C>,
): Promise<Answer<C>> => {
  try {
    return await bridge.call(name, input);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'bug', values: { message } } };
  }
};
