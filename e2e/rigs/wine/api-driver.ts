import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';

import { keepOutOfCrashDumps } from '../../../electron/platform/windows/api/crash-dumps';
import { systemLibrary } from '../../../electron/platform/windows/api/koffi';
import { preferredLanguages } from '../../../electron/platform/windows/api/preferred-languages';
import { registryCalls, rootKeys } from '../../../electron/platform/windows/api/registry-calls';
import type { RegistryKey, RegistryView } from '../../../electron/platform/windows/registry/registry';
import { openWindowsMachine } from '../../../electron/platform/windows/this-machine';
import { quarantineAnswers } from './quarantine-answers';

/**
 * Runs inside, as `node.exe api-driver.cjs QUESTIONS ANSWERS`: asks Windows what a test wants to know through the very
 * code that ships, one question after the other, and writes the answers down.
 */

const { registry, api } = openWindowsMachine();

/** How often others had their turn while a piece of work ran. */
const withTurns = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly turns: number }> => {
  let turns = 0;
  let goesOn = true;
  const turn = (): void => {
    turns += 1;
    if (goesOn) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  const result = await work();
  goesOn = false;
  return { result, turns };
};

const branch = async (path: string, view: RegistryView): Promise<readonly RegistryKey[]> => {
  const above = await registry.read(path, view);
  if (above.kind !== 'ok') throw new Error(`${path}: ${above.kind}`);
  const keys: RegistryKey[] = [];
  for (const name of above.subkeys) {
    const key = await registry.read(`${path}\\${name}`, view);
    if (key.kind !== 'ok') throw new Error(`${path}\\${name}: ${key.kind}`);
    keys.push(key);
  }
  return keys;
};

/** Puts a value and a key before all others and takes them away again, as fast as it can, for so long. */
const churn = (path: string, forMs: number): number => {
  const removeValue: (key: bigint, name: string) => number = systemLibrary('advapi32.dll').func(
    'int32 RegDeleteValueW(uintptr_t, str16)',
  );
  const removeKey: (key: bigint, name: string) => number = systemLibrary('advapi32.dll').func(
    'int32 RegDeleteKeyW(uintptr_t, str16)',
  );
  const { create, set, close } = registryCalls();
  const handle = Buffer.alloc(8);
  const make = (name: string): bigint => {
    if (create(rootKeys.HKLM, name, 0, null, 0, 0x2_001f, null, handle, null) !== 0) throw new Error(name);
    return handle.readBigUInt64LE();
  };
  const key = make(path);
  const end = Date.now() + forMs;
  let times = 0;
  for (; Date.now() < end; times += 1) {
    set(key, '!', 0, 4, Buffer.alloc(4), 4);
    close(make(`${path}\\!`));
    removeValue(key, '!');
    removeKey(key, '!');
  }
  close(key);
  return times;
};

const reports = () => {
  const kernel32 = systemLibrary('kernel32.dll');
  const mode: () => number = kernel32.func('uint32 GetErrorMode()');
  const flagsOf: (self: number, flags: Buffer) => number = kernel32.func(
    'int32 WerGetFlags(intptr_t, void *)',
  );
  const flags = Buffer.alloc(4);
  const asked = flagsOf(-1, flags);
  return { isSilent: (mode() & 2) !== 0, flags: asked === 0 ? flags.readUInt32LE() : undefined };
};

const answers = {
  ...quarantineAnswers,
  registry: (path: string, view: RegistryView) => registry.read(path, view),
  branch: (path: string, view: RegistryView) => withTurns(() => branch(path, view)),
  /** So many readings of a key, each with how many values and keys it has; or what it was instead. */
  readings: async (path: string, times: number) => {
    const seen: string[] = [];
    for (let count = 0; count < times; count += 1) {
      const key = await registry.read(path, '64');
      const own = (names: readonly string[]): number => names.filter((name) => name !== '!').length;
      seen.push(
        key.kind === 'ok'
          ? `${String(own(key.values.map(({ name }) => name)))} ${String(own(key.subkeys))}`
          : key.kind,
      );
    }
    return seen;
  },
  churn,
  services: () => api.serviceStates(),
  processes: () => api.processes(),
  self: () => ({ pid: process.pid, parentPid: process.ppid }),
  access: (path: string) => api.access(path),
  ownRights: () => api.ownRights(),
  facts: () => api.systemFacts(),
  languages: () => preferredLanguages(),
  isInstalled: (code: string) => api.installer.isInstalled(code),
  property: (code: string, name: string) => api.installer.packageProperty(code, name),
  remove: (code: string, properties: string) =>
    withTurns(() => api.installer.remove(code, Buffer.from(`${properties}\0`, 'utf16le'))),
  signature: (path: string) => api.signature(path),
  mark: (make: boolean) => api.startMark(make),
  /** Makes one as soon as the file `start` appears, at once with others; says first that it is ready. */
  markWhen: (start: string, ready: string) => {
    api.startMark(false);
    writeFileSync(ready, '');
    while (!existsSync(start));
    return api.startMark(true);
  },
  crashReports: () => {
    // Node has asked for silence itself; the window's process has not.
    systemLibrary('kernel32.dll').func('uint32 SetErrorMode(uint32)')(0);
    const before = reports();
    const [first, second] = [keepOutOfCrashDumps(), keepOutOfCrashDumps()];
    const during = reports();
    first();
    first();
    const stillOne = reports();
    second();
    return { before, during, stillOne, after: reports() };
  },
};

export type Answers = typeof answers;
export type Question = { [K in keyof Answers]: readonly [K, ...Parameters<Answers[K]>] }[keyof Answers];

const main = async (): Promise<void> => {
  const [questions = '', target = ''] = process.argv.slice(2);
  const given: unknown[] = [];
  for (const [name, ...words] of JSON.parse(readFileSync(questions, 'utf8')) as readonly Question[]) {
    const answer = answers[name] as (...words: readonly unknown[]) => unknown;
    given.push(await answer(...words));
  }
  writeFileSync(target, serialize(given));
};

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
