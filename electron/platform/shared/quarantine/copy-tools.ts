import type { Exec } from '../../exec.ts';
import { readerBytes, readerTimeoutMs, troubleOf } from '../machine.ts';
import { Obstacle } from './trouble.ts';

/** What Node cannot do for a copy that is the same in everything. Paths are those that another process reaches. */
export interface CopyTools {
  /** Whether extended attributes and access lists can be copied at all. */
  readonly keepsAttributes: () => Promise<boolean>;
  /** Whether anything in this tree has some. */
  hasAttributes(path: string): Promise<boolean>;
  copyAttributes(from: string, to: string): Promise<void>;
  setTime(which: 'modified' | 'read', nanoseconds: bigint, path: string): Promise<void>;
}

/**
 * Linux: `getfattr` and `setfattr`, which also carry access lists (they are attributes of the system) and security
 * labels, and `touch`.
 */
export const linuxCopyTools = (exec: Exec): CopyTools => {
  let known: Promise<boolean> | undefined;
  const here = async (): Promise<boolean> =>
    (await exec({ command: 'getfattr', args: ['--version'], timeoutMs: readerTimeoutMs })).kind === 'exited';
  const tools: CopyTools = {
    keepsAttributes: () => (known ??= here()),
    hasAttributes: async (path) =>
      (await tools.keepsAttributes()) &&
      (await attributesOf(exec, path, ['--recursive', '--physical'])).size > 0,
    copyAttributes: async (from, to) => {
      const wanted = await attributesOf(exec, from);
      for (const [name, value] of wanted) await setAttribute(exec, to, name, value);
      const now = await attributesOf(exec, to);
      if ([...wanted].some(([name, value]) => now.get(name) !== value))
        throw new Obstacle('refused-by-system', 'its attributes could not be kept');
    },
    setTime: async (which, nanoseconds, path) => {
      const flag = which === 'modified' ? '-m' : '-a';
      const time = `${String(nanoseconds / 1_000_000_000n)}.${String(nanoseconds % 1_000_000_000n).padStart(9, '0')}`;
      const result = await exec({
        command: 'touch',
        args: ['--no-dereference', '--no-create', flag, `--date=@${time}`, '--', path],
        timeoutMs: readerTimeoutMs,
      });
      const trouble = troubleOf('touch', result);
      if (trouble !== undefined) throw new Obstacle('no-tool', trouble.why);
    },
  };
  return tools;
};

/** Name to value, as getfattr writes it in hexadecimal. */
export const parseAttributes = (dump: string): ReadonlyMap<string, string> =>
  new Map(
    dump.split('\n').flatMap((line) => {
      if (line === '' || line.startsWith('#')) return [];
      const at = line.indexOf('=');
      return [at === -1 ? ([line, ''] as const) : ([line.slice(0, at), line.slice(at + 1)] as const)];
    }),
  );

const attributesOf = async (
  exec: Exec,
  path: string,
  more: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> => {
  const result = await exec({
    command: 'getfattr',
    args: [
      '--no-dereference',
      '--dump',
      '--match=-',
      '--encoding=hex',
      '--absolute-names',
      ...more,
      '--',
      path,
    ],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  const trouble = troubleOf('getfattr', result);
  if (trouble !== undefined) throw new Obstacle('refused-by-system', trouble.why);
  return parseAttributes(result.kind === 'exited' ? result.stdout.text : '');
};

const setAttribute = async (exec: Exec, path: string, name: string, value: string): Promise<void> => {
  const result = await exec({
    command: 'setfattr',
    args: ['--no-dereference', `--name=${name}`, ...(value === '' ? [] : [`--value=${value}`]), '--', path],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('setfattr', result);
  if (trouble !== undefined) throw new Obstacle('refused-by-system', trouble.why);
};
