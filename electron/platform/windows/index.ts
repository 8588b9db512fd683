import type { TableName } from '../../core/model/tables.ts';
import { tableNames } from '../../core/model/tables.ts';
import type { Inspector, Interest, Probe } from '../../core/ports.ts';
import { browserExtensionsProbe } from './browser-extensions.ts';
import { browserPoliciesProbe } from './browser-policies.ts';
import { certificatesProbe } from './certificates.ts';
import { classFiltersProbe } from './class-filters.ts';
import { encryptionProbe } from './encryption.ts';
import { filesProbe } from './files.ts';
import { readHost } from './host.ts';
import { kernelModulesProbe } from './kernel-modules.ts';
import type { WindowsMachine } from './machine.ts';
import { networkBindingsProbe } from './network-bindings.ts';
import { readOnce } from './one-look.ts';
import { processesProbe } from './processes.ts';
import { programsProbe } from './programs.ts';
import { restartPendingProbe } from './restart-pending.ts';
import { scheduledTasksProbe } from './scheduled-tasks.ts';
import { securityCentreProbe } from './security-centre.ts';
import { servicesProbe } from './services.ts';
import { settingsProbe } from './settings.ts';
import { startupProbe } from './startup.ts';
import { packagesProbe } from './store-packages.ts';
import { openWindowsMachine } from './this-machine.ts';
import { registryProbe } from './vendor-registry.ts';

type Probes = { readonly [T in TableName]?: (machine: WindowsMachine) => Probe<T> };

/** One line a probe. */
const probes: Probes = {
  programs: programsProbe,
  services: servicesProbe,
  kernelModules: kernelModulesProbe,
  processes: processesProbe,
  files: filesProbe,
  packages: packagesProbe,
  securityCentre: securityCentreProbe,
  browserExtensions: browserExtensionsProbe,
  browserPolicies: browserPoliciesProbe,
  registry: registryProbe,
  classFilters: classFiltersProbe,
  networkBindings: networkBindingsProbe,
  encryption: encryptionProbe,
  settings: settingsProbe,
  restartPending: restartPendingProbe,
  certificates: certificatesProbe,
  scheduledTasks: scheduledTasksProbe,
  startup: startupProbe,
};

/**
 * All probes on one machine a look, so that what several of them need is read once (`onceALook`). A look is known by the
 * interest that it hands to every probe. Nothing is opened or loaded before the first question.
 */
export const inspectorOf = (open: () => WindowsMachine): Inspector => {
  const machines = new WeakMap<Interest, WindowsMachine>();
  const machineOf = (interest: Interest): WindowsMachine => {
    const known = machines.get(interest);
    if (known !== undefined) return known;
    const opened = open();
    const machine = { ...opened, registry: readOnce(opened.registry) };
    machines.set(interest, machine);
    return machine;
  };
  return {
    os: 'windows',
    host: () => readHost(open()),
    probes: tableNames.flatMap((table): readonly Probe[] => {
      const probe = probes[table];
      if (probe === undefined) return [];
      return [{ table, read: (interest) => probe(machineOf(interest)).read(interest) }];
    }),
  };
};

/** Everything that looks at a Windows computer. */
export const windowsInspector: Inspector = inspectorOf(openWindowsMachine);
