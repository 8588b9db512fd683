import type { Owners } from '../../shared/quarantine/files-saved.ts';
import type { Machine } from '../machine.ts';
import { pathIn, readerBytes, readerTimeoutMs, troubleOf } from '../machine.ts';
import { findRpmDatabase } from '../rpm.ts';

/** Below what the kernel takes for one command line. */
const batchBytes = 100_000;

/**
 * Which of these paths a package lays claim to, also one of which only the settings are left: those are the package
 * manager's to take away. Where it cannot be asked nothing is known.
 */
export const packageOwners =
  (machine: Machine): Owners =>
  async (paths) => {
    const owned = new Map<string, string>();
    for (const ask of [askDpkg, askRpm])
      for (const batch of batches(paths)) {
        const why = await ask(machine, batch, owned);
        if (why !== undefined) return { kind: 'failed', why };
      }
    return { kind: 'ok', owned };
  };

const batches = (paths: readonly string[]): readonly (readonly string[])[] => {
  const found: string[][] = [];
  let bytes = batchBytes;
  for (const path of paths) {
    if (bytes + path.length > batchBytes) {
      found.push([]);
      bytes = 0;
    }
    found.at(-1)?.push(path);
    bytes += path.length + 1;
  }
  return found;
};

/** Characters that dpkg-query takes for a pattern. */
const literal = (path: string): string => path.replace(/[*?[\\]/g, '\\$&');

/** dpkg-query(1): 1 when nothing has one of the paths, which is an answer. */
const askDpkg = async (
  machine: Machine,
  paths: readonly string[],
  owned: Map<string, string>,
): Promise<string | undefined> => {
  const root = machine.root === '/' ? [] : [`--root=${machine.root}`];
  const result = await machine.exec({
    command: 'dpkg-query',
    args: [...root, '--search', '--', ...paths.map(literal)],
    expected: [0, 1],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  if (result.kind === 'missing') return undefined;
  const trouble = troubleOf('dpkg-query', result);
  if (trouble !== undefined) return trouble.why;
  const wanted = new Set(paths);
  for (const [path, name] of parseSearch(result.kind === 'exited' ? result.stdout.text : ''))
    if (wanted.has(path)) owned.set(path, name);
  return undefined;
};

/** `PACKAGE[:ARCH][, PACKAGE…]: PATH` a line; `diversion by PACKAGE from: PATH` too. */
export const parseSearch = (text: string): readonly (readonly [path: string, owner: string])[] =>
  text.split('\n').flatMap((line) => {
    const at = line.indexOf(': /');
    return at === -1 ? [] : [[line.slice(at + 2), line.slice(0, at)] as const];
  });

const nobodys = /^(?:file .* is not owned by any package|error: file .*: No such file or directory)$/;

/** rpm -qf: a name for each path, or a line that says that none has it. Only where there is a name, one by one. */
const askRpm = async (
  machine: Machine,
  paths: readonly string[],
  owned: Map<string, string>,
): Promise<string | undefined> => {
  const database = await findRpmDatabase(machine);
  if (database.kind === 'absent' || database.kind === 'none') return undefined;
  if (database.kind !== 'found') return database.why;
  const folder = pathIn(machine, database.folder);
  const result = await machine.exec({
    command: 'rpm',
    args: ['--dbpath', folder, '-qf', '--qf', '%{NAME}\\n', '--', ...paths],
    expected: Array.from({ length: 256 }, (_, code) => code),
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  const trouble = troubleOf('rpm', result);
  if (trouble !== undefined || result.kind !== 'exited') return trouble?.why ?? 'rpm gave no answer';
  const lines = `${result.stdout.text}\n${result.stderr.text}`.split('\n').filter((line) => line !== '');
  const first = lines.find((line) => !nobodys.test(line));
  if (lines.length === 0) return 'rpm gave no answer';
  if (first === undefined) return undefined;
  const [only] = paths;
  if (only !== undefined && paths.length === 1) {
    if (result.code !== 0) return first;
    owned.set(only, first);
    return undefined;
  }
  for (const path of paths) {
    const why = await askRpm(machine, [path], owned);
    if (why !== undefined) return why;
  }
  return undefined;
};
