import { lstat } from 'node:fs/promises';
import { kasperskyTeam } from '../../../core/catalogue/mac-signatures.ts';
import { products } from '../../../core/catalogue/index.ts';
import { executorFor } from '../../../core/engine/executor.ts';
import type { ExecutionResult, Executor } from '../../../core/ports.ts';
import type { ExecResult } from '../../exec.ts';
import type { Machine } from '../../shared/machine.ts';
import { thisMachine, troubleOf } from '../../shared/machine.ts';
import { isMissing } from '../../shared/why.ts';
import { listSystemExtensions } from '../system-extensions.ts';
import type { LookAt } from './trusted-path.ts';
import { trustOf } from './trusted-path.ts';

export interface VendorScriptOptions {
  readonly machine?: Machine;
  readonly lookAt?: LookAt;
  readonly isRoot?: boolean;
  /** The scripts that may be run at all. */
  readonly known?: readonly string[];
}

/** Only what the catalogue names: an action that says another path was not derived from it. */
const knownScripts: readonly string[] = products
  .flatMap((product) => product.routes)
  .flatMap((route) => (route.kind === 'vendor-script' ? [route.path] : []));

const keptLines = 20;

/**
 * Runs the uninstall script that the vendor installs with the product, without arguments, as its own documentation
 * does with sudo. A script that was started is never ended; a cancellation counts only before.
 */
export const vendorScriptExecutor = (options: VendorScriptOptions = {}): Executor => {
  const { machine = thisMachine, lookAt = lstat, known = knownScripts } = options;
  const isRoot = options.isRoot ?? process.geteuid?.() === 0;
  return executorFor('run-vendor-script', async (action, { onProgress, cancellation }) => {
    const { path } = action;
    if (!known.includes(path)) return { outcome: 'failed', detail: `not a script of the catalogue: ${path}` };
    if (!isRoot) return { outcome: 'wrong-password-or-rights' };
    const before = await waitingForRestart(machine);
    if (cancellation.aborted) return { outcome: 'cancelled' };
    const trust = await trustOf(path, machine, lookAt);
    if (trust.kind === 'missing') return { outcome: 'tool-missing' };
    if (trust.kind === 'refused') return { outcome: 'failed', detail: trust.why };

    const lines: string[] = [];
    const result = await machine.exec({
      command: path,
      args: [],
      outlivesUs: true,
      onLine: (line) => {
        lines.push(line);
        if (lines.length > keptLines) lines.shift();
        onProgress({ kind: 'output', line });
      },
    });
    const end = judge(result, await isGone(path, lookAt), lines.join('\n'));
    if (end.outcome !== 'removed') return end;
    const after = await waitingForRestart(machine);
    return after > before ? { ...end, outcome: 'restart-needed' } : end;
  });
};

/** The script lies in the product's own folder and goes with it: its absence decides, the exit code only explains. */
const judge = (result: ExecResult, gone: boolean, output: string): ExecutionResult => {
  if (result.kind === 'missing') return { outcome: 'tool-missing' };
  if (result.kind !== 'exited')
    return {
      outcome: 'failed',
      detail: [output, troubleOf('the script', result)?.why ?? ''].join('\n').trim(),
    };
  const exitCode = result.code;
  if (gone) return { outcome: 'removed', exitCode };
  if (exitCode === 0) return { outcome: 'still-there', exitCode, detail: output };
  const refused = /must be root|run (?:this|it|the script)?.*as root|permission denied|not permitted/i;
  const outcome = refused.test(output) ? 'wrong-password-or-rights' : 'failed';
  return { outcome, exitCode, detail: output };
};

const isGone = async (path: string, lookAt: LookAt): Promise<boolean> => {
  try {
    await lookAt(path);
    return false;
  } catch (error) {
    return isMissing(error);
  }
};

/** How many of the vendor's system extensions end only with the next start of the computer. */
const waitingForRestart = async (machine: Machine): Promise<number> => {
  const listed = await listSystemExtensions(machine);
  if (listed.kind !== 'ok') return 0;
  return listed.rows.filter(
    (row) => row.teamId === kasperskyTeam && /uninstall on reboot/i.test(row.state ?? ''),
  ).length;
};
