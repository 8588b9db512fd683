import { executorFor } from '../../../core/engine/executor.ts';
import type { ActionOf } from '../../../core/model/plan.ts';
import { goodOutcomes } from '../../../core/model/run.ts';
import type { ExecutionContext, ExecutionResult, Executor } from '../../../core/ports.ts';
import { stateOfEntry } from './gone.ts';
import { judgeUninstaller } from './judge.ts';
import type { WindowsExecutorOptions } from './msi-executor.ts';
import { limitOf } from './msi-executor.ts';
import { fromContext, removeProduct } from './remove-product.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';
import type { Startable } from './uninstall-entry.ts';
import { startableOf } from './uninstall-entry.ts';
import { tryWhileBusy, usualTimings } from './waiting.ts';
import { watchUninstaller } from './watch-uninstaller.ts';
import { makeWorkFolder, vendorEnvironment } from './work-folder.ts';

/**
 * Runs the uninstall command of a machine-wide program entry, read anew, with an administrator's rights; by argument
 * list, never through a shell, and never with a password among them.
 */
export const uninstallerExecutor = (options: WindowsExecutorOptions): Executor => {
  const { machine, timings = usualTimings } = options;
  return executorFor('run-uninstaller', async (action, context) => {
    const standing = await standingOf(options);
    if ('result' in standing) return standing.result;
    const common = { ...fromContext(context), machine, standing, timings, limitMs: limitOf(options) };
    return tryWhileBusy(async () => {
      const startable = await startableOf(machine, standing, action.entry, action.view);
      switch (startable.kind) {
        case 'result':
          return startable.result;
        case 'product':
          return removeProduct({
            ...common,
            productCode: startable.productCode,
            part: 'not-taken',
            lent: undefined,
          });
        case 'program':
          return run(options, standing, startable, action, context);
      }
    }, common);
  });
};

const run = async (
  { machine, timings = usualTimings }: WindowsExecutorOptions,
  standing: Standing,
  startable: Extract<Startable, { kind: 'program' }>,
  { entry, view }: ActionOf<'run-uninstaller'>,
  context: ExecutionContext,
): Promise<ExecutionResult> => {
  const work = await makeWorkFolder(machine, standing);
  if ('why' in work)
    return { outcome: 'failed', detail: `there is no safe place for its temporary files: ${work.why}` };
  context.onProgress({ kind: 'output', line: startable.program });
  if (!startable.quiet) context.onProgress({ kind: 'window' });
  const watched = await watchUninstaller({
    ...fromContext(context),
    machine,
    timings,
    startable,
    environment: vendorEnvironment(standing.folders, work.path),
    stateNow: () => stateOfEntry(machine, entry, view),
  });
  // What nobody waited for may still need its temporary files.
  if (watched.kind === 'left') return { outcome: 'left-running' };
  await work.remove();
  const held = context.password?.use((utf8) => utf8.length > 0) ?? false;
  const result = judgeUninstaller(watched.result, watched.after, held);
  return goodOutcomes.includes(result.outcome) || result.detail !== undefined
    ? result
    : { ...result, detail: startable.program };
};
