import type { Inspector } from '../../core/ports.ts';
import { appsProbe } from './apps.ts';
import { browserExtensionsProbe } from './browser-extensions.ts';
import { filesProbe } from './files.ts';
import { readHost } from './host.ts';
import { kernelExtensionsProbe } from './kernel-extensions.ts';
import { launchItemsProbe } from './launch-items.ts';
import { processesProbe } from './processes.ts';
import { profilesProbe } from './profiles.ts';
import { receiptsProbe } from './receipts.ts';
import { systemExtensionsProbe } from './system-extensions.ts';

/** Everything that looks at a Mac. One line a probe. */
export const macosInspector: Inspector = {
  os: 'macos',
  host: () => readHost(),
  probes: [
    appsProbe(),
    launchItemsProbe(),
    systemExtensionsProbe(),
    kernelExtensionsProbe(),
    receiptsProbe(),
    profilesProbe(),
    processesProbe(),
    filesProbe(),
    browserExtensionsProbe(),
  ],
};
