/** Where this program lies, as Electron says it. */
export interface OwnPlace {
  /** Installed or unpacked from a release; else a checkout. */
  readonly isPackaged: boolean;
  /** The folder of what a release brings beside the app. */
  readonly resources: string;
  /** The folder of the app: of a checkout, the checkout. */
  readonly app: string;
}

/** The one word that makes the command line the worker. */
export const workerCommand = 'elevated-worker';
