import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import { readingOf } from './registry/keys.ts';
import type { KnownService, ServiceList } from './service-list.ts';
import { imageOf, isDriver, listServices, serviceStates, stateOf } from './service-list.ts';

/**
 * Kernel and file system drivers, loaded or not. Their names are kept as they stand, with the version that current ones
 * carry (`klif.K4W-21-25`). Nothing but the service manager says which of them are loaded: systeminformation lists none.
 */
export const kernelModulesProbe = (machine: WindowsMachine): Probe<'kernelModules'> => ({
  table: 'kernelModules',
  read: async () => {
    const known = await listServices(machine, serviceStates(machine));
    const drivers = known.services.filter(isDriver);
    const rows = await Promise.all(drivers.map((driver) => rowOf(machine, driver, known)));
    return readingOf(rows, known.gaps);
  },
});

const rowOf = async (
  machine: WindowsMachine,
  driver: KnownService,
  { folders, isTold }: ServiceList,
): Promise<Row<'kernelModules'>> => {
  const { path, isGone } = await imageOf(machine, driver, folders);
  const state = stateOf(driver, { isTold, isGone });
  return {
    name: driver.name,
    ...(path === undefined ? {} : { path }),
    ...(state === undefined ? {} : { state }),
  };
};
