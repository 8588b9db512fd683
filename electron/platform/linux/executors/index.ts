import type { Executor } from '../../../core/ports.ts';
import type { PackageExecutorOptions } from './package-executor.ts';
import { packageExecutor } from './package-executor.ts';

/** Everything that changes a Linux computer. One line an executor. */
export const linuxExecutors = (
  options: Pick<PackageExecutorOptions, 'lockWaitSeconds'> = {},
): readonly Executor[] => [packageExecutor({ lockWaitSeconds: options.lockWaitSeconds })];
