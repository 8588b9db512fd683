import { stat } from 'node:fs/promises';
import type { DriverState } from '../../../core/engine/filter-list.ts';
import { windowsFolders } from '../folders.ts';
import { driverImage } from '../image-path.ts';
import { localPath } from '../local-path.ts';
import type { WindowsMachine } from '../machine.ts';
import { parseService, servicesKey } from '../service-list.ts';

/** Whether the driver that an entry of a device list names would be there. What cannot be told counts as not there. */
export const driverStateOf =
  (machine: Pick<WindowsMachine, 'registry' | 'root'>) =>
  async (entry: string): Promise<DriverState> => {
    const name = entry.replace(/\.sys$/i, '');
    const [reading, folders] = await Promise.all([
      machine.registry.read(`${servicesKey}\\${name}`, '64'),
      windowsFolders(machine.registry),
    ]);
    if (reading.kind !== 'ok') return { hasService: false, hasFile: false };
    const { type, imagePath } = parseService(name, reading);
    const hasService = type !== undefined;
    if (folders.kind !== 'ok') return { hasService, hasFile: false };
    const { candidates } = driverImage(imagePath, name, folders.value);
    const looks = await Promise.all(candidates.map((path) => isFile(localPath(machine, path))));
    return { hasService, hasFile: looks.includes(true) };
  };

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
