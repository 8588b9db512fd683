import { preferredLanguages } from '../platform/windows/api/preferred-languages.ts';
import { windowsExecutors } from '../platform/windows/executors/index.ts';
import { checkVendorTool } from '../platform/windows/executors/vendor-tool.ts';
import { windowsInspector } from '../platform/windows/index.ts';
import { windowsQuarantine } from '../platform/windows/quarantine/index.ts';
import { windowsReopener } from '../platform/windows/reopen/index.ts';
import { windowsStarts } from '../platform/windows/starts.ts';
import { openWindowsMachine } from '../platform/windows/this-machine.ts';
import { accountHere } from '../platform/shared/account.ts';
import type { Machine } from './context.ts';

export const windowsMachine: Machine = {
  inspector: windowsInspector,
  executors: windowsExecutors,
  quarantine: windowsQuarantine,
  checkTool: (path) => checkVendorTool(openWindowsMachine().api, path),
  reopener: windowsReopener({ open: openWindowsMachine }),
  starts: windowsStarts(() => openWindowsMachine().api),
  account: accountHere,
  languages: () => {
    const told = preferredLanguages();
    return told.kind === 'ok' ? told.value : [];
  },
};
