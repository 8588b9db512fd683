import { linuxExecutors } from '../platform/linux/executors/index.ts';
import { linuxInspector } from '../platform/linux/index.ts';
import { linuxQuarantine } from '../platform/linux/quarantine/index.ts';
import { linuxReopener } from '../platform/linux/reopen.ts';
import { namedByKernel, readBootId } from '../platform/shared/boot-id.ts';
import { accountHere } from '../platform/shared/account.ts';
import type { Machine } from './context.ts';

export const linuxMachine: Machine = {
  inspector: linuxInspector,
  executors: linuxExecutors,
  starts: namedByKernel(readBootId),
  account: accountHere,
  quarantine: linuxQuarantine,
  reopener: linuxReopener(),
};
