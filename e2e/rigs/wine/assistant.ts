import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Report } from '../../../electron/core/model/report.ts';
import { withFileLock } from '../debian/file-lock';
import { cacheRoot, repoRoot } from '../debian/paths';
import type { Ended, RunOptions, Running } from './jobs';
import type { Machine } from './machine';

const { ensureWindowsCli } = createRequire(__filename)(join(repoRoot, 'build/scripts/win-cli.cjs')) as {
  ensureWindowsCli: () => Promise<string>;
};

/** Where a technician would have unpacked it. */
const folder = 'C:\\ra';
export const assistantProgram = `${folder}\\removal-assistant.exe`;

export interface Answer {
  readonly code: number;
  readonly report: Report;
  readonly err: string;
}

export interface Assistant {
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** With `--json`: the exit code and the one document on standard output. */
  readonly report: (args: readonly string[], options?: RunOptions) => Promise<Answer>;
  readonly start: (args: readonly string[], options?: RunOptions) => Running;
}

const filesBelow = (place: string, name = ''): readonly string[] =>
  readdirSync(join(place, name), { withFileTypes: true }).flatMap((entry) => {
    const path = join(name, entry.name);
    return entry.isDirectory() ? filesBelow(place, path) : [path];
  });

/** The Windows program as `npm run build:win-cli` makes it (made now if it is stale): its files, and where they lie here. */
export const assistantFiles = async (): Promise<
  readonly { readonly name: string; readonly file: string }[]
> => {
  // One test process makes it and the others wait: it takes both processors.
  const place = dirname(await withFileLock(join(cacheRoot(), 'win-cli.lock'), ensureWindowsCli));
  return filesBelow(place).map((name) => ({ name: name.replaceAll('/', '\\'), file: join(place, name) }));
};

/** The Windows program on this machine. */
export const assistantOn = async (machine: Machine): Promise<Assistant> => {
  for (const { name, file } of await assistantFiles()) machine.put(`${folder}\\${name}`, file);
  const start: Assistant['start'] = (args, options) =>
    machine.start(assistantProgram, args, { cwd: folder, ...options });
  return {
    start,
    run: (args, options) => start(args, options).ended,
    report: async (args, options) => {
      const { code, out, err } = await start([...args, '--json'], options).ended;
      try {
        return { code, report: JSON.parse(out) as Report, err };
      } catch {
        throw new Error(`No report (exit code ${String(code)}): ${out}\n${err}`);
      }
    },
  };
};
