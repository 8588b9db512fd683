import {
  cpSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

import { run as runHere, succeed } from '../debian/outside';
import { ownFolder, writeUtf16 } from './folders';
import { startJob, type Ended, type RunOptions, type Running } from './jobs';
import { registryFile, type RegistryKey } from './registry-text';
import { readState, type MachineState } from './state';
import { brokenSeal, copiedFiles, ensureTemplate, rigFolder } from './template';
import { onThisMachine, quoted } from './windows-path';
import { startSession, wine, type Session } from './wine';

export interface Machine {
  readonly name: string;
  /** The one who is signed in; an administrator. */
  readonly user: string;
  /** Where a path of drive C lies on this machine, in the spelling that is there. */
  readonly at: (path: string) => string;
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
  /** Makes the folders above it as well. */
  readonly write: (path: string, content: string | Buffer) => void;
  /** A file of this machine, as a link that costs nothing; never one that anybody writes into. */
  readonly put: (path: string, from: string) => void;
  readonly remove: (path: string) => void;
  /** A drive that can be taken out, once Windows is restarted. Answers where it lies on this machine. */
  readonly plugIn: (letter: string) => Promise<string>;
  /** Starts a program and comes back at once. Every program gets a console without a window and no input but `stdin`. */
  readonly start: (file: string, args?: readonly string[], options?: RunOptions) => Running;
  /** Runs a program to its own end; what it started may live on. */
  readonly run: (file: string, args?: readonly string[], options?: RunOptions) => Promise<Ended>;
  readonly importRegistry: (keys: readonly RegistryKey[]) => Promise<void>;
  /** The values of one key as Windows tells them; undefined when there is no such key. */
  readonly exportRegistry: (key: string) => Promise<string | undefined>;
  /** Registry and files as they are now, without disturbing anything. */
  readonly state: () => Promise<MachineState>;
  /** A restart of Windows: everything ends, then pending renames, RunOnce entries and automatic services happen. */
  readonly restart: () => Promise<void>;
  /** Ends everything inside and leaves nothing behind. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Where Wine is told what kind of drive a letter is. */
export const drivesKey = 'HKLM\\Software\\Wine\\Drives';

const clone = async (template: string, folder: string): Promise<void> => {
  succeed('Cloning the Wine template', await runHere(['cp', '-al', template, folder]));
  for (const name of copiedFiles) {
    rmSync(join(folder, name));
    copyFileSync(join(template, name), join(folder, name));
  }
};

/** A Windows 10 of its own, as no program of ours has ever run on it. Every call makes a fresh one in well under a second. */
export const startMachine = async (name: string): Promise<Machine> => {
  const template = await ensureTemplate();
  const folder = ownFolder(name);
  await clone(template, folder);
  let session: Session | undefined = await startSession(folder);
  const driveC = join(folder, 'drive_c');
  const at = (path: string): string => onThisMachine(driveC, path);
  const inside = (file: string): string => join(driveC, rigFolder, file);

  let jobs = 0;
  const start: Machine['start'] = (file, args = [], options = {}) => {
    if (session === undefined) throw new Error(`The machine ${name} is closed.`);
    jobs += 1;
    const words = [quoted(file), ...args.map(quoted)];
    if (options.verbatim !== undefined) words.push(options.verbatim);
    const cwd = at(options.cwd ?? `C:\\${rigFolder}`);
    return startJob({ folder, number: jobs, command: words.join(' '), cwd, options });
  };
  const run: Machine['run'] = (file, args, options) => start(file, args, options).ended;

  const write: Machine['write'] = (path, content) => {
    const file = at(path);
    mkdirSync(dirname(file), { recursive: true });
    // A linked file is also the template's: never written where it is.
    rmSync(file, { force: true });
    writeFileSync(file, content);
  };

  const importRegistry: Machine['importRegistry'] = async (keys) => {
    writeUtf16(inside('import.reg'), registryFile(keys));
    const { code, err } = await run('reg.exe', ['import', `C:\\${rigFolder}\\import.reg`]);
    if (code !== 0) throw new Error(`reg import ended with ${String(code)}: ${err}`);
  };

  return {
    name,
    user: userInfo().username,
    at,
    exists: (path) => existsSync(at(path)),
    read: (path) => readFileSync(at(path), 'utf8'),
    write,
    put: (path, from) => {
      const file = at(path);
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { force: true });
      try {
        linkSync(from, file);
      } catch {
        cpSync(from, file);
      }
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
    start,
    run,
    importRegistry,
    plugIn: async (letter) => {
      const place = join(folder, `drive_${letter}`);
      mkdirSync(place);
      symlinkSync(place, join(folder, 'dosdevices', `${letter}:`));
      // Wine's name for what Windows calls removable.
      await importRegistry([{ path: drivesKey, values: { [`${letter}:`]: 'floppy' } }]);
      return place;
    },
    exportRegistry: async (key) => {
      rmSync(inside('export.reg'), { force: true });
      const { code } = await run('reg.exe', ['export', key, `C:\\${rigFolder}\\export.reg`, '/y']);
      return code === 0 ? readFileSync(inside('export.reg'), 'utf16le') : undefined;
    },
    state: async () => {
      const saved = await wine(folder, ['wine', `C:\\${rigFolder}\\rig.exe`, 'save', `C:\\${rigFolder}`], {
        cwd: join(driveC, rigFolder),
      });
      if (saved !== 0) throw new Error(`The registry of ${name} could not be saved (${String(saved)}).`);
      return readState({ machine: inside('machine'), users: inside('users') }, driveC, [rigFolder]);
    },
    restart: async () => {
      await session?.stop();
      session = await startSession(folder);
      const code = await wine(folder, ['wineboot', '--restart']);
      if (code !== 0) throw new Error(`The restart of ${name} ended with ${String(code)}.`);
    },
    close: async () => {
      if (session === undefined) return;
      const stopping = session.stop();
      session = undefined;
      await stopping;
      rmSync(folder, { recursive: true, force: true });
      const broken = brokenSeal(template);
      if (broken !== undefined)
        throw new Error(`Something wrote through a link into the template: ${broken}`);
    },
  };
};
