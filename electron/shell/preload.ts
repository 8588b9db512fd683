import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, EventName, EventPayload } from '../core/contract/contract.ts';
import { callChannel, eventChannel } from './channels.ts';
import { tellOfHandedOver } from './preload-handed-over.ts';

/**
 * Everything the page gets. It knows no call and no event by name, so it never changes; main decides what a name is
 * worth and checks what comes with it.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => {
    // The event object itself stays here: it would lead the page to `ipcRenderer`.
    const forward = (_event: unknown, sent: string, payload: EventPayload<E>): void => {
      if (sent === name) listener(payload);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
tellOfHandedOver();
