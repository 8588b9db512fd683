import type { Executor } from '../../../core/ports.ts';
import type { WindowsMachine } from '../machine.ts';
import { openWindowsMachine } from '../this-machine.ts';
import { msiExecutor } from './msi-executor.ts';
import type { WindowsExecutorOptions } from './msi-executor.ts';
import { uninstallerExecutor } from './uninstaller-executor.ts';

/** Everything that changes a Windows computer. One line an executor. */
export const windowsExecutors = ({
  lockWaitSeconds,
  machine = openWindowsMachine(),
}: Pick<WindowsExecutorOptions, 'lockWaitSeconds'> & {
  readonly machine?: WindowsMachine;
} = {}): readonly Executor[] =>
  [msiExecutor, uninstallerExecutor].map((executor) => executor({ machine, lockWaitSeconds }));
