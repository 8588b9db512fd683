import type { Inspector } from '../../core/ports.ts';
import { accountsProbe } from './accounts.ts';
import { browserExtensionsProbe } from './browser-extensions.ts';
import { certificatesProbe } from './certificates.ts';
import { filesProbe } from './files.ts';
import { readHost } from './host.ts';
import { kernelModulesProbe } from './kernel-modules.ts';
import { packageSourcesProbe } from './package-sources.ts';
import { packagesProbe } from './packages.ts';
import { processesProbe } from './processes.ts';
import { unitsProbe } from './units.ts';

/** Everything that looks at a Linux computer. One line a probe. */
export const linuxInspector: Inspector = {
  os: 'linux',
  host: () => readHost(),
  probes: [
    packagesProbe(),
    unitsProbe(),
    processesProbe(),
    filesProbe(),
    kernelModulesProbe(),
    accountsProbe(),
    packageSourcesProbe(),
    certificatesProbe(),
    browserExtensionsProbe(),
  ],
};
