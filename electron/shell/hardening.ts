import { app } from 'electron';
import type { Session, WebContents } from 'electron';
import { scheme } from './page-files.ts';

/**
 * What no page may do, whatever it is: every session and every page passes through here at its birth, so a window
 * that is added later cannot be forgotten.
 */
export const hardenEverything = (options: { readonly devTools: boolean }): void => {
  const allowed = new Set([`${scheme}:`, ...(options.devTools ? ['devtools:'] : [])]);
  app.on('session-created', (session) => closeSession(session, allowed));
  app.on('web-contents-created', (_event, contents) => closeContents(contents));
  // A second wall below the filter of requests: no name and no address leads anywhere, also for what Chromium does
  // of its own accord, such as looking a name up ahead of time.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
};

const closeSession = (session: Session, allowed: ReadonlySet<string>): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !allowed.has(protocolOf(url)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
};

const closeContents = (contents: WebContents): void => {
  const refuse = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

const protocolOf = (address: string): string => {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
};
