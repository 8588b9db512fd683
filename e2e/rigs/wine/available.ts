import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { RigAvailability } from '../debian/available';

/** Tool to the Debian package that brings it. */
const tools: Readonly<Record<string, string>> = {
  wine: 'wine',
  wineserver: 'wine',
  wineboot: 'wine',
  makensis: 'nsis',
  wixl: 'wixl',
  msibuild: 'msitools',
  'x86_64-w64-mingw32-gcc': 'gcc-mingw-w64-x86-64-win32',
  setpriv: 'util-linux',
  flock: 'util-linux',
};

const isInstalled = (tool: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const whyNot = (): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `it needs 64-bit Linux on x64, this is ${process.platform} on ${process.arch}`;
  }
  const missing = Object.entries(tools).filter(([tool]) => !isInstalled(tool));
  if (missing.length === 0) return undefined;
  return missing
    .map(([tool, debianPackage]) => `${tool} is missing (Debian package ${debianPackage})`)
    .join(', ');
};

/** Whether this machine can run Windows programs, and if not, what is missing. */
export const wineAvailability = (): RigAvailability => {
  const why = whyNot();
  return why === undefined ? { available: true } : { available: false, why };
};

/**
 * For tests: `describe.runIf(wineUsable())`. In CI a missing Wine throws, because a silent skip there would prove nothing;
 * elsewhere it is said aloud.
 */
export const wineUsable = (answer = wineAvailability(), inCi = Boolean(process.env['CI'])): boolean => {
  if (answer.available) return true;
  const sentence = `The tests on a Wine machine cannot run here: ${answer.why}.`;
  if (inCi) throw new Error(sentence);
  process.stderr.write(`\n!!! SKIPPED: ${sentence}\n\n`);
  return false;
};
