import { existsSync } from 'node:fs';
import { join, win32 } from 'node:path';

/** Where this program lies, as Electron says it. */
export interface OwnPlace {
  /** Installed or unpacked from a release; else a checkout. */
  readonly isPackaged: boolean;
  /** The folder of what a release brings beside the app. */
  readonly resources: string;
  /** The folder of the app: of a checkout, the checkout. */
  readonly app: string;
}

/** The command line of an installed package. */
export const commandName = 'removal-assistant';

/** Where packages put it under that name, and where they put the rest of themselves. See build/electron-builder.cjs. */
const installed: { readonly [P in NodeJS.Platform]?: { readonly link: string; readonly resources: string } } =
  {
    linux: {
      link: `/usr/bin/${commandName}`,
      resources: '/opt/Kaspersky Removal Assistant/resources',
    },
    darwin: {
      link: `/usr/local/bin/${commandName}`,
      resources: '/Applications/Kaspersky Removal Assistant.app/Contents/Resources',
    },
  };

/** In a release the command line lies beside the app. */
export const inCli = (resources: string, name: string): string => join(resources, 'cli', name);

/** The words that start this program's command line on this computer, whatever the folder one is in. */
export const ownCommand = (
  { isPackaged, resources, app }: OwnPlace,
  platform: NodeJS.Platform,
  isThere: (path: string) => boolean = existsSync,
): readonly string[] => {
  if (!isPackaged) return ['npm', '--prefix', app, 'run', '--silent', 'cli', '--'];
  if (platform === 'win32') return [win32.join(resources, 'cli', `${commandName}.exe`)];
  const known = installed[platform];
  return known?.resources === resources && isThere(known.link)
    ? [commandName]
    : [inCli(resources, commandName)];
};

/** Where a person sees this program lie whose command line is in `folder`: in a release that lies deep inside. */
export const seenFolder = (folder: string): string =>
  folder.replace(/[\\/](?:[^\\/]+\.app[\\/]Contents[\\/]Resources|resources)[\\/]cli$/, '');

/** The one word that makes the command line the worker. */
export const workerCommand = 'elevated-worker';
