import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Listed, WindowsMachine } from './machine.ts';
import { readingOf } from './registry/keys.ts';
import type { KnownService, LiveState, ServiceList } from './service-list.ts';
import { imageOf, isDriver, listServices, serviceStates, spokenName, stateOf } from './service-list.ts';
import { askSystemInformation } from './system-information.ts';

/** The second source; may answer with nothing, as systeminformation does when it fails. */
export type ServiceLister = () => Promise<
  readonly { readonly name: string; readonly running: boolean }[] | undefined
>;

/**
 * Services that are programs: how they start from the registry, how they are from the service manager.
 *
 * systeminformation is asked only when the service manager does not answer. It starts PowerShell (0.25 to 0.4 s under
 * Wine, where the answer is an empty list and no error; longer on Windows), knows neither drivers nor paths and writes
 * all names in lower case. The service manager answers in milliseconds and with everything. An empty answer is not
 * believed of either.
 */
export const servicesProbe = (
  machine: WindowsMachine,
  list: ServiceLister = () => askSystemInformation(machine, (si) => si.services('*')),
): Probe<'services'> => ({
  table: 'services',
  read: async () => {
    const known = await listServices(machine, await statesOf(machine, list));
    const programs = known.services.filter((service) => !isDriver(service));
    const rows = await Promise.all(programs.map((service) => rowOf(machine, service, known)));
    return readingOf(rows, known.gaps);
  },
});

const programType = 0x10;
const running = 4;
const stopped = 1;

const statesOf = async (machine: WindowsMachine, list: ServiceLister): Promise<Listed<LiveState>> => {
  const told = serviceStates(machine);
  if (told.kind === 'ok') return told;
  const listed = (await list().catch(() => undefined)) ?? [];
  if (listed.length === 0) return told;
  const rows = listed.map((row) => ({
    name: row.name,
    type: programType,
    state: row.running ? running : stopped,
  }));
  return { kind: 'ok', rows };
};

const rowOf = async (
  machine: WindowsMachine,
  service: KnownService,
  { folders, isTold }: ServiceList,
): Promise<Row<'services'>> => {
  const { path, isGone } = await imageOf(machine, service, folders);
  const displayName = spokenName(service.live?.displayName) ?? service.entry?.displayName;
  const state = stateOf(service, { isTold, isGone });
  const startType = startTypeOf(service);
  return {
    name: service.name,
    ...(displayName === undefined ? {} : { displayName }),
    ...(path === undefined ? {} : { path }),
    ...(state === undefined ? {} : { state }),
    ...(startType === undefined ? {} : { startType }),
  };
};

/** `SERVICE_BOOT_START` 0 to `SERVICE_DISABLED` 4 (winnt.h), in the words of the engine. */
const startWords = ['boot', 'system', 'auto', 'manual', 'disabled'] as const;

const startTypeOf = ({ entry }: KnownService): string | undefined => {
  if (entry?.start === undefined) return undefined;
  const word = startWords[entry.start];
  return word === 'auto' && entry.isDelayed ? 'auto (delayed)' : word;
};
