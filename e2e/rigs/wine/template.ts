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
import { firstChange, sealOf } from './seal';
import { registryFile, type RegistryKey } from './registry-text';
import { startSession, unwanted, wine } from './wine';

/** Files that a clone needs as copies: Wine writes into them where they are, and so into every other link. */
export const copiedFiles: readonly string[] = ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'];

/** The rig's own corner of a machine; nothing in it counts as a change. */
export const rigFolder = 'rig';

const currentVersion = 'Microsoft\\Windows\\CurrentVersion';

/** Which of Wine's own programs and libraries it may use: '' none, `native` the file that lies there. */
export const overridesKey = 'HKCU\\Software\\Wine\\DllOverrides';

/** What every Windows has and Wine has not, and what Wine must not start. */
const settings: readonly RegistryKey[] = [
  // Wine knows no User Account Control; a Windows without it says so here.
  { path: `HKLM\\SOFTWARE\\${currentVersion}\\Policies\\System`, values: { EnableLUA: 0 } },
  { path: `HKLM\\SOFTWARE\\WOW6432Node\\${currentVersion}\\Uninstall` },
  // No device ever comes here, and looking for some is a third of the time that a start takes. 4: never started.
  ...['PlugPlay', 'nsiproxy', 'winebus', 'winehid', 'wineusb'].map((service) => ({
    path: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service}`,
    values: { Start: 4 },
  })),
  { path: overridesKey, values: Object.fromEntries(unwanted.map((name) => [name, ''])) },
];

const must = async (what: string, answer: Promise<number | null>): Promise<void> => {
  const code = await answer;
  if (code !== 0) throw new Error(`The Wine template could not be made: ${what} ended with ${String(code)}.`);
};

const boot = async (folder: string): Promise<void> => {
  mkdirSync(folder);
  // Until they stand in the registry.
  const env = { WINEDLLOVERRIDES: unwanted.map((name) => `${name}=`).join(';') };
  const session = await startSession(folder);
  try {
    await must('wineboot', wine(folder, ['wineboot', '--init'], { env }));
    // Wine's default is Windows 7, which Node refuses.
    await must('winecfg', wine(folder, ['wine', 'winecfg', '/v', 'win10'], { env }));
    const file = join(folder, 'drive_c', 'settings.reg');
    writeUtf16(file, registryFile(settings));
    await must('reg import', wine(folder, ['wine', 'reg', 'import', 'C:\\settings.reg'], { env }));
    rmSync(file);
  } finally {
    await session.stop();
  }
};

/** The second start writes what only a second start writes, so that it is no change that a test makes. */
const settle = async (folder: string): Promise<void> => {
  const session = await startSession(folder);
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

/** The first file of the template that is not as it was made, or undefined. */
export const brokenSeal = (template: string): string | undefined =>
  firstChange(template, readIfThere(`${template}.seal`) ?? '');

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
  writeFileSync(`${target}.seal`, sealOf(unfinished));
  renameSync(unfinished, target);
};

const keptMs = 24 * 60 * 60_000;

/** Only what nobody can be using any more: another checkout state may be tested at this very moment. */
const dropOthers = (store: string): void => {
  for (const name of readdirSync(store).filter((entry) => entry.endsWith('.seal'))) {
    if (Date.now() - statSync(join(store, name)).mtimeMs < keptMs) continue;
    rmSync(join(store, name.slice(0, -'.seal'.length)), { recursive: true, force: true });
    rmSync(join(store, name));
  }
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
    dropOthers(store);
    rmSync(target, { recursive: true, force: true });
    await make(store, target);
  });
  known = target;
  return target;
};
