import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

import { run, succeed } from '../debian/outside';
import { cacheRoot } from '../debian/paths';

const keptDays = 14;

const store = (): string => {
  const path = join(cacheRoot(), 'wine-built');
  mkdirSync(path, { recursive: true });
  return path;
};

/** Another build of a tool is another file; its name alone says too little. */
const identityOf = (tool: string): string => {
  const file = realpathSync(join('/usr/bin', tool));
  const { size, mtimeMs } = statSync(file);
  return `${file} ${String(size)} ${String(mtimeMs)}`;
};

const dropOld = (): void => {
  for (const name of readdirSync(store())) {
    const path = join(store(), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > keptDays * 24 * 60 * 60_000) rmSync(path, { recursive: true, force: true });
  }
};

/**
 * A file made by a tool, kept under everything that it is made from: what did not change is not made again. `make` works
 * in a folder of its own and leaves the file there under the name given.
 */
export const built = async (
  name: string,
  tool: string,
  from: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<string> => {
  const key = createHash('sha256')
    .update(JSON.stringify([name, identityOf(tool), ...from]))
    .digest('hex')
    .slice(0, 20);
  const folder = join(store(), key);
  const file = join(folder, name);
  if (existsSync(file)) return file;
  dropOld();
  const work = mkdtempSync(join(store(), '.work-'));
  try {
    await make(work);
    if (!existsSync(join(work, name))) throw new Error(`${tool} made no ${name}.`);
    renameSync(work, folder);
  } catch (error) {
    // Somebody else may have made the same meanwhile.
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return file;
};

const sources = resolve(__dirname, 'native');

const switches = {
  /** With a console of its own. */
  console: ['-municode'],
  /** A program of Windows' own kind, which never opens a console. */
  silent: ['-municode', '-mwindows'],
  library: ['-shared'],
} as const;

/** A 64-bit Windows program or library from `native/NAME.c`; Wine here runs no 32-bit ones. */
export const compiled = async (name: string, kind: keyof typeof switches): Promise<string> => {
  const source = join(sources, `${name}.c`);
  const file = `${name}.${kind === 'library' ? 'dll' : 'exe'}`;
  const gcc = 'x86_64-w64-mingw32-gcc';
  return built(file, gcc, [kind, readFileSync(source, 'utf8')], async (folder) => {
    const argv = [gcc, '-O1', '-s', '-Wall', '-Werror', ...switches[kind], '-o', join(folder, file), source];
    succeed(`Compiling ${name}.c`, await run([...argv, '-lmsi', '-ladvapi32']));
  });
};
