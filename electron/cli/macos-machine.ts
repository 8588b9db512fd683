import { macosReopener } from '../platform/macos/reopen.ts';
import { macosExecutors } from '../platform/macos/executors/index.ts';
import { macosInspector } from '../platform/macos/index.ts';
import { macosQuarantine } from '../platform/macos/quarantine.ts';
import { macosStarts } from '../platform/macos/starts.ts';
import { accountHere } from '../platform/shared/account.ts';
import type { Machine } from './context.ts';

export const macosMachine: Machine = {
  reopener: macosReopener(),
  inspector: macosInspector,
  executors: macosExecutors,
  starts: macosStarts(),
  account: accountHere,
  quarantine: macosQuarantine,
};
