import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnPlace } from '../shared/own-program.ts';
import { commandName, inCli } from '../shared/own-program.ts';

/** What is started with rights. */
export interface WorkerProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Every file that decides what it does. Only root may be able to exchange any of them. */
  readonly files: readonly string[];
}

/** Where an administrator installs Node for the whole computer. */
const nodes = ['/usr/local/bin/node', '/usr/bin/node'] as const;

/**
 * The command line. A release brings a Node of its own for it, since its Electron cannot be one (`runAsNode` is off) and
 * a browser engine is no company for root. A checkout takes the Node of this computer. Undefined: there is none.
 */
export const workerProgram = async ({
  isPackaged,
  resources,
  app,
}: OwnPlace): Promise<WorkerProgram | undefined> => {
  const bundle = 'removal-assistant.cjs';
  if (isPackaged) {
    const command = inCli(resources, commandName);
    return { command, args: [], files: [command, inCli(resources, 'node'), inCli(resources, bundle)] };
  }
  const script = join(app, 'build', 'out', 'cli', bundle);
  for (const path of nodes) {
    const command = await realpath(path).catch(() => undefined);
    if (command !== undefined) return { command, args: [script], files: [command, script] };
  }
  return undefined;
};
