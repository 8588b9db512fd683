import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { withFileLock } from '../debian/file-lock';
import { run } from '../debian/outside';
import { cacheRoot } from '../debian/paths';
import { compiled } from './built';
import { readIfThere, writeUtf16 } from './folders';
import { registryFile, type RegistryKey } from './registry-text';
import { startSession, wine } from './wine';

/** Files that a clone needs as copies: Wine writes into them where they are, and so into every other link. */
export const copiedFiles: readonly string[] = ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'];

/** The rig's own corner of a machine; nothing in it counts as a change. */
export const rigFolder = 'rig';

const currentVersion = 'Microsoft\\Windows\\CurrentVersion';

/** What every Windows has and Wine has not. */
const settings: readonly RegistryKey[] = [
  // Wine knows no User Account Control; a Windows without it says so here.
  { path: `HKLM\\SOFTWARE\\${currentVersion}\\Policies\\System`, values: { EnableLUA: 0 } },
  { path: `HKLM\\SOFTWARE\\WOW6432Node\\${currentVersion}\\Uninstall` },
];

const must = async (what: string, answer: Promise<number | null>): Promise<void> => {
  const code = await answer;
  if (code !== 0) throw new Error(`The Wine template could not be made: ${what} ended with ${String(code)}.`);
};

const boot = async (folder: string): Promise<void> => {
  mkdirSync(folder);
  const session = startSession(folder);
  try {
    await must('wineboot', wine(folder, ['wineboot', '--init']));
    // Wine's default is Windows 7, which Node refuses.
    await must('winecfg', wine(folder, ['wine', 'winecfg', '/v', 'win10']));
    const file = join(folder, 'drive_c', 'settings.reg');
    writeUtf16(file, registryFile(settings));
    await must('reg import', wine(folder, ['wine', 'reg', 'import', 'C:\\settings.reg']));
    rmSync(file);
  } finally {
    await session.stop();
  }
};

/** The second start writes what only a second start writes, so that it is no change that a test makes. */
const settle = async (folder: string): Promise<void> => {
  const session = startSession(folder);
  try {
    await must('wineboot', wine(folder, ['wineboot', '--restart']));
  } finally {
    await session.stop();
  }
};

/** The folders of the person are links into this machine's home, and drive Z is its root: both would be fatal. */
const closeLeaks = (folder: string): void => {
  const users = join(folder, 'drive_c', 'users');
  for (const user of readdirSync(users)) {
    for (const name of readdirSync(join(users, user))) {
      const path = join(users, user, name);
      if (!lstatSync(path).isSymbolicLink()) continue;
      rmSync(path);
      mkdirSync(path);
    }
  }
  const devices = join(folder, 'dosdevices');
  for (const name of readdirSync(devices)) if (name !== 'c:') rmSync(join(devices, name));
  writeFileSync(join(folder, '.update-timestamp'), 'disable\n');
  rmSync(join(folder, 'wineserver'), { recursive: true, force: true });
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });

/** Size and time of every file: a program that wrote through a link of a clone shows here. */
const seal = (folder: string): string =>
  filesBelow(folder)
    .toSorted()
    .map((path) => {
      const { size, mtimeNs } = statSync(path, { bigint: true });
      return `${path.slice(folder.length)} ${String(size)} ${String(mtimeNs)}`;
    })
    .join('\n');

/** The first file of the template that is not as it was made, or undefined. */
export const brokenSeal = (template: string): string | undefined => {
  const then = new Set((readIfThere(`${template}.seal`) ?? '').split('\n'));
  return seal(template)
    .split('\n')
    .find((line) => !then.delete(line));
};

const stamp = async (): Promise<string> => {
  const version = await run(['wine', '--version']);
  const hand = await compiled('rig', 'console');
  return createHash('sha256')
    .update(JSON.stringify([version.stdout, userInfo().username, readFileSync(__filename, 'utf8')]))
    .update(readFileSync(hand))
    .digest('hex')
    .slice(0, 12);
};

const make = async (store: string, target: string): Promise<void> => {
  const unfinished = join(store, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  await boot(unfinished);
  closeLeaks(unfinished);
  await settle(unfinished);
  closeLeaks(unfinished);
  const rig = join(unfinished, 'drive_c', rigFolder);
  mkdirSync(rig);
  copyFileSync(await compiled('rig', 'console'), join(rig, 'rig.exe'));
  writeFileSync(`${target}.seal`, seal(unfinished));
  renameSync(unfinished, target);
};

let known: string | undefined;

/**
 * The folder of a Windows 10 that never ran a program of ours, which every machine is cloned from. Made once and kept in
 * build/.cache; made anew when Wine changed, or when something wrote into it.
 */
export const ensureTemplate = async (): Promise<string> => {
  if (known !== undefined) return known;
  const store = join(cacheRoot(), 'wine-template');
  mkdirSync(store, { recursive: true });
  const target = join(store, await stamp());
  await withFileLock(join(store, 'lock'), async () => {
    if (existsSync(target) && brokenSeal(target) === undefined) return;
    for (const name of readdirSync(store)) {
      if (name !== 'lock') rmSync(join(store, name), { recursive: true, force: true });
    }
    await make(store, target);
  });
  known = target;
  return target;
};
