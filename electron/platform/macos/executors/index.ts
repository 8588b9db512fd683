import type { Executor } from '../../../core/ports.ts';
import { vendorScriptExecutor } from './vendor-script.ts';

/** Everything that changes a Mac. One line an executor. */
export const macosExecutors = (): readonly Executor[] => [vendorScriptExecutor()];
