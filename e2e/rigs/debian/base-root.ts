import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { aptMirror } from './apt-mirror';
import { basePackages, buildScript, suite } from './base-script';
import { withFileLock } from './file-lock';
import { isolated, run, tail } from './outside';
import { cacheRoot } from './paths';

const buildLimitMs = 600_000;

/** Changes with the packages and with the way they are put together, so that an old root is never taken for a new one. */
const stamp = createHash('sha256')
  .update(JSON.stringify([suite, basePackages, buildScript]))
  .digest('hex')
  .slice(0, 12);

const enoughMemory = (): boolean => {
  const available = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? '0';
  return Number(available) > 5_000_000;
};

const build = async (store: string, target: string): Promise<void> => {
  const scratch = join(store, 'scratch');
  const unfinished = join(store, 'unfinished');
  // Left by a build that was killed; we hold the lock, so nobody else is at work here.
  for (const path of [scratch, unfinished]) rmSync(path, { recursive: true, force: true });
  const debs = join(cacheRoot(), 'debian-packages');
  const mirror = aptMirror(suite);
  const where = enoughMemory() ? 'memory' : 'disk';
  const argv = isolated(buildScript, [scratch, unfinished, mirror, debs, basePackages.join(' '), where]);
  const result = await run(argv, { timeoutMs: buildLimitMs });
  const log = join(store, 'build.log');
  writeFileSync(log, `${result.stdout}\n${result.stderr}`);
  rmSync(scratch, { recursive: true, force: true });
  if (result.code !== 0) {
    throw new Error(
      `The Debian test host could not be built from ${mirror} (${result.signal ?? String(result.code)}). ` +
        `The whole log is in ${log}; it ends with:\n${tail(result.stdout, 8)}\n${tail(result.stderr, 8)}`,
    );
  }
  renameSync(unfinished, target);
};

/** Only a root of another stamp goes; a host may be running on the present one. */
const dropOthers = (store: string): void => {
  for (const name of readdirSync(store)) {
    if (name.startsWith('root-') && name !== `root-${stamp}`) {
      rmSync(join(store, name), { recursive: true, force: true });
    }
  }
};

/** The folder of a Debian system that every host lies over. Built once, kept in build/.cache. */
export const ensureBaseRoot = async (): Promise<string> => {
  const store = join(cacheRoot(), 'debian-root');
  const target = join(store, `root-${stamp}`);
  if (existsSync(target)) return target;
  mkdirSync(store, { recursive: true });
  await withFileLock(join(store, 'lock'), async () => {
    if (existsSync(target)) return;
    await build(store, target);
    dropOthers(store);
  });
  return target;
};
