import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import type { Exec, ExecRequest, ExecResult } from '../../exec.ts';
import type { Timings } from '../executors/waiting.ts';
import { usualTimings } from '../executors/waiting.ts';
import type { OwnFolders } from '../../shared/state-folder.ts';
import { codeOf } from '../../shared/why.ts';
import type { MadeFolder } from '../api/own-folder.ts';
import { localPath } from '../local-path.ts';
import type { Access, RunningProcess, Told, WindowsMachine } from '../machine.ts';
import type { KeyReading, RegistryView } from '../registry/registry.ts';
import { registryTypes } from '../registry/registry.ts';
import { windowsOwnFolders } from '../own-folders.ts';
import { recordedRegistry } from './recorded-registry.ts';
import { smallWindows } from './small-windows.ts';
import { put, stagedMachine, stagedRoot } from './staged-machine.ts';

export const playedSids = {
  system: 'S-1-5-18',
  administrators: 'S-1-5-32-544',
  users: 'S-1-5-32-545',
  self: 'S-1-5-21-1-2-3-1001',
} as const;

/** One program that runs. Its time is played, and whatever it does it does when its time has come. */
export interface Played {
  readonly pid: number;
  readonly request: ExecRequest;
  /** Lets something happen after so many milliseconds. */
  readonly after: (ms: number, work: () => void) => void;
  /** Ends the program with this code. */
  readonly exit: (code: number) => void;
  /** Starts another process below `parent`, or below this one; `end` takes it away again. */
  readonly spawn: (name: string, parent?: number) => { readonly pid: number; readonly end: () => void };
}

type Program = (run: Played) => void;

/** The right of administrators alone, and of everybody to read. */
const onlyAdministrators: Pick<Access, 'owner' | 'entries'> = {
  owner: playedSids.administrators,
  entries: [
    { effect: 'allow', sid: playedSids.system, mask: 0x1f01ff, flags: 0 },
    { effect: 'allow', sid: playedSids.administrators, mask: 0x1f01ff, flags: 0 },
    { effect: 'allow', sid: playedSids.users, mask: 0x1200a9, flags: 0 },
  ],
};

const nothing = { text: '', totalBytes: 0, truncated: false };

/**
 * A Windows in memory that programs change, its files in a folder of this computer: constructed, not recorded. Its clock
 * moves only when somebody sleeps.
 */
export class PlayedWindows {
  readonly root = stagedRoot();
  /** Every start, in order. */
  readonly started: ExecRequest[] = [];
  /** What was handed to Windows Installer in this process, as it was at the call. */
  readonly removals: string[] = [];
  /** The same memory, to be looked at afterwards. */
  readonly lent: Buffer[] = [];
  /** Product codes that Windows Installer knows. */
  readonly installed = new Set<string>();
  /** Of the kept packages: `{code} Name` to value. */
  readonly packageProperties = new Map<string, Told<string>>();
  /** How Windows Installer ends in this process, and what it does before. */
  removal: (productCode: string, properties: string) => number = () => 1601;
  isAdministrator = true;
  /** Why Windows does not list its processes. */
  processTrouble: string | undefined;

  readonly #programs = new Map<string, Program>();
  readonly #keys = new Map<string, KeyReading>();
  readonly #access = new Map<string, Partial<Access> | Told<never>>();
  readonly #processes = new Map<number, RunningProcess>();
  readonly #events: { readonly at: number; readonly work: () => void }[] = [];
  readonly #small = recordedRegistry(smallWindows());
  #now = 0;
  #nextPid = 1_000;

  readonly timings: Timings = {
    ...usualTimings,
    now: () => this.#now,
    sleep: (ms) => this.#pass(ms),
  };

  readonly machine: WindowsMachine = {
    ...stagedMachine(this.root, {
      registry: {
        read: (path, view) => {
          const known = this.#keys.get(keyName(path, view));
          return known === undefined ? this.#small.read(path, view) : Promise.resolve(known);
        },
      },
      api: {
        processes: () =>
          this.processTrouble === undefined
            ? { kind: 'ok', rows: [...this.#processes.values()] }
            : { kind: 'failed', why: this.processTrouble },
        access: (path) => this.#accessOf(path),
        ownRights: () => ({
          kind: 'ok',
          value: { sid: playedSids.self, isAdministrator: this.isAdministrator },
        }),
        installer: {
          remove: (code, properties) => {
            const text = properties.toString('utf16le').replace(/\0+$/, '');
            this.removals.push(text);
            this.lent.push(properties);
            return Promise.resolve(this.removal(code, text));
          },
          isInstalled: (code) => ({ kind: 'ok', value: this.installed.has(code) }),
          packageProperty: (code, name) =>
            this.packageProperties.get(`${code} ${name}`) ?? { kind: 'missing' },
        },
      },
    }),
    exec: (request) => this.#exec(request),
  };

  /** Folders that are made here have the usual rights. */
  readonly ownFolders: OwnFolders = windowsOwnFolders(() => this.machine, {
    programDataFolder: () => ({ kind: 'ok', value: 'C:\\ProgramData' }),
    makeFolder: (path) => this.#makeFolder(path),
  });

  constructor() {
    this.#process('System', 0);
    for (const folder of ['C:\\Windows', 'C:\\ProgramData'])
      mkdirSync(localPath(this.machine, folder), { recursive: true });
  }

  /** What an executor is made of. */
  get parts() {
    return { machine: this.machine, timings: this.timings, ownFolders: this.ownFolders };
  }

  /** Folders of single actions that are there now. */
  workFolders(): readonly string[] {
    const above = localPath(this.machine, 'C:\\ProgramData\\removal-assistant');
    return existsSync(above) ? readdirSync(above) : [];
  }

  /** Puts a file there and says what happens when it is started. */
  program(path: string, program: Program): void {
    put(this.root, path);
    this.#programs.set(path.toLowerCase(), program);
  }

  setKey(
    path: string,
    values: Readonly<Record<string, string>> = {},
    views: readonly RegistryView[] = ['64', '32'],
  ): void {
    const reading: KeyReading = {
      kind: 'ok',
      subkeys: [],
      values: Object.entries(values).map(([name, text]) => ({
        name,
        type: registryTypes.sz,
        data: Buffer.from(`${text}\0`, 'utf16le'),
      })),
    };
    for (const view of views) this.#keys.set(keyName(path, view), reading);
  }

  closeKey(path: string, trouble: Exclude<KeyReading, { kind: 'ok' }>): void {
    for (const view of ['64', '32'] as const) this.#keys.set(keyName(path, view), trouble);
  }

  dropKey(path: string): void {
    this.closeKey(path, { kind: 'missing' });
  }

  /** Other rights than usual, or why they cannot be told. */
  setAccess(path: string, access: Partial<Access> | Told<never>): void {
    this.#access.set(path.toLowerCase(), access);
  }

  /** Lets something happen after so many milliseconds. */
  after(ms: number, work: () => void): void {
    this.#events.push({ at: this.#now + ms, work });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  readonly #exec: Exec = (request) =>
    new Promise<ExecResult>((resolve) => {
      this.started.push(request);
      const program = this.#programs.get(request.command.toLowerCase());
      if (program === undefined) return resolve({ kind: 'missing' });
      const name = request.command.split('\\').at(-1) ?? '';
      const { pid } = this.#process(name, 4);
      request.onStarted?.(pid);
      program({
        pid,
        request,
        after: (ms, work) => this.after(ms, work),
        exit: (code) => {
          this.#processes.delete(pid);
          resolve({ kind: 'exited', code, asExpected: code === 0, stdout: nothing, stderr: nothing });
        },
        spawn: (child, parent = pid) => {
          const { pid: number } = this.#process(child, parent);
          return { pid: number, end: () => this.#processes.delete(number) };
        },
      });
    });

  #process(name: string, parentPid: number): RunningProcess {
    this.#nextPid += 4;
    const process = {
      pid: this.#nextPid,
      parentPid,
      name,
      path: undefined,
      startedAt: BigInt(this.#nextPid),
    };
    this.#processes.set(process.pid, process);
    return process;
  }

  #makeFolder(path: string): MadeFolder {
    try {
      mkdirSync(localPath(this.machine, path));
      return { kind: 'made' };
    } catch (error) {
      return { kind: codeOf(error) === 'EEXIST' ? 'exists' : 'missing' };
    }
  }

  #accessOf(path: string): Told<Access> {
    const changed = this.#access.get(path.toLowerCase());
    if (changed !== undefined && 'kind' in changed && isTrouble(changed)) return changed;
    const found = lstatSync(localPath(this.machine, path), { throwIfNoEntry: false });
    if (found === undefined) return { kind: 'missing' };
    const kind = found.isDirectory() ? 'folder' : 'file';
    return { kind: 'ok', value: { ...onlyAdministrators, reparsePoint: false, kind, ...changed } };
  }

  async #pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#events.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#events.splice(this.#events.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await new Promise((wake) => setImmediate(wake));
    }
    this.#now = Math.max(this.#now, until);
    await new Promise((wake) => setImmediate(wake));
  }
}

const isTrouble = (answer: Partial<Access> | Told<never>): answer is Told<never> =>
  'kind' in answer && ['missing', 'denied', 'failed'].includes(answer.kind ?? '');

const keyName = (path: string, view: RegistryView): string => `${view} ${path.toLowerCase()}`;
