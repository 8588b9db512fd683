import { executorFor } from '../../../core/engine/executor.ts';
import type { ActionOf } from '../../../core/model/plan.ts';
import type { Secret } from '../../../core/model/secret.ts';
import type { Executor } from '../../../core/ports.ts';
import type { OwnFolders } from '../../shared/state-folder.ts';
import type { WindowsMachine } from '../machine.ts';
import type { PasswordPart } from './judge.ts';
import type { Lent } from './msi-in-process.ts';
import { fromContext, removeProduct } from './remove-product.ts';
import { standingOf } from './standing.ts';
import type { Timings } from './waiting.ts';
import { usualTimings } from './waiting.ts';

export interface WindowsExecutorOptions {
  readonly machine: WindowsMachine;
  /** How long another installation is waited for. In seconds; default 600. */
  readonly lockWaitSeconds?: number | undefined;
  readonly timings?: Timings | undefined;
  readonly ownFolders?: OwnFolders;
}

export const limitOf = ({ lockWaitSeconds = 600 }: WindowsExecutorOptions): number => lockWaitSeconds * 1_000;

/** Removes a machine-wide product of Windows Installer by its product code. */
export const msiExecutor = (options: WindowsExecutorOptions): Executor => {
  const { machine, timings = usualTimings } = options;
  return executorFor('run-msi', async (action, context) => {
    const standing = await standingOf(options);
    if ('result' in standing) return standing.result;
    const lent = lentFor(action, context.password);
    return removeProduct({
      ...fromContext(context),
      machine,
      standing,
      timings,
      lent,
      productCode: action.productCode,
      limitMs: limitOf(options),
      part: partOf(action, lent),
    });
  });
};

/** A password is handed on only where it is known how the product takes it. */
const lentFor = ({ password }: ActionOf<'run-msi'>, secret: Secret | undefined): Lent | undefined => {
  if (password === undefined || secret === undefined) return undefined;
  return secret.use((utf8) => utf8.length === 0) ? undefined : { property: password, secret };
};

const partOf = ({ password }: ActionOf<'run-msi'>, lent: Lent | undefined): PasswordPart => {
  if (lent !== undefined) return 'given';
  return password === undefined ? 'not-taken' : 'not-given';
};
