import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { readPeople } from './person-hives.ts';
import { keyReader } from './registry/keys.ts';
import type { Registry } from './registry/registry.ts';
import type { RegistryRow } from './vendor-keys.ts';
import { machineVendorKeys, readVendorKeys } from './vendor-keys.ts';

const eventLogs = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog';
/** There only while Windows Installer is at work, or after it was cut off. */
const installing = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress';

/**
 * Keys that say what is or was here: the vendor's own of the machine in both views and of every person, signed in or
 * not, the vendor's event logs, and Windows Installer's mark of its work.
 */
export const registryProbe = (machine: WindowsMachine): Probe<'registry'> => ({
  table: 'registry',
  read: async () => {
    const [own, system, people] = await Promise.all([
      machineVendorKeys(machine),
      systemKeys(machine.registry),
      readPeople(machine, keysOfPerson, { template: true }),
    ]);
    const { rows, gaps } = joined([own, system, people]);
    return okReading(rows, gaps);
  },
});

const keysOfPerson = async ({
  sid,
  registry,
}: {
  readonly sid: string;
  readonly registry: Registry;
}): Promise<Part<RegistryRow>> => {
  const software = `HKU\\${sid}\\Software`;
  return joined([
    await readVendorKeys(registry, software, '64'),
    // Windows shows a person's Software whole to both views, yet some programs write here by name.
    await readVendorKeys(registry, `${software}\\WOW6432Node`, '64'),
  ]);
};

const systemKeys = async (registry: Registry): Promise<Part<RegistryRow>> => {
  const reader = keyReader(registry);
  const [logs, work] = await Promise.all([reader.required(eventLogs), reader.optional(installing)]);
  const own = (logs?.subkeys ?? []).filter((name) => /^Kaspersky/i.test(name));
  const rows = [...own.map((name) => `${eventLogs}\\${name}`), ...(work === undefined ? [] : [installing])];
  return { rows: rows.map((path) => ({ path })), gaps: reader.gaps };
};
