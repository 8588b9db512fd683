import { ipcRenderer, webUtils } from 'electron';
import { handedOverChannel } from './channels.ts';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0] & { readonly path?: string };

/** What of the page's events is read here. */
interface HandingOver {
  readonly isTrusted: boolean;
  readonly dataTransfer?: { readonly files: ArrayLike<DroppedFile> } | null;
  readonly clipboardData?: { readonly files: ArrayLike<DroppedFile> } | null;
}

/** The page's window, which is this script's too. */
const page = globalThis as unknown as {
  addEventListener(kind: string, listener: (event: HandingOver) => void, capture: boolean): void;
};

/** Runtimes before Electron 29 have no `webUtils` in a preload; there the file itself bears its path. */
const pathOf = (file: DroppedFile): string =>
  (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? file.path ?? '';

const tell = ({ isTrusted, dataTransfer, clipboardData }: HandingOver): void => {
  // Only what a person did counts: the page can make such events, and files with no path.
  if (!isTrusted) return;
  const [file, ...more] = Array.from((dataTransfer ?? clipboardData)?.files ?? []);
  // Text is not looked at; whatever was handed over before it is forgotten.
  ipcRenderer.send(handedOverChannel, file !== undefined && more.length === 0 ? pathOf(file) : '');
};

/** Tells main what a person drops on the page or pastes there, before the page itself hears of it. */
export const tellOfHandedOver = (): void => {
  for (const kind of ['drop', 'paste']) page.addEventListener(kind, tell, true);
};
