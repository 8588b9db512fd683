import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { readPeople } from './person-hives.ts';
import type { KeyReader } from './registry/keys.ts';
import { keyReader } from './registry/keys.ts';

/**
 * Asks the same of everybody's `Software` key, whose path is handed on. Somebody whose part of the registry is closed is
 * one gap, and not one for each key that would have been asked for.
 */
export const readPeoplesSoftware = <Row>(
  machine: WindowsMachine,
  read: (reader: KeyReader, software: string, sid: string) => Promise<Part<Row>>,
): Promise<Part<Row>> =>
  readPeople(machine, async ({ sid, registry }) => {
    const reader = keyReader(registry);
    const software = `HKU\\${sid}\\Software`;
    const key = await reader.optional(software);
    const part = key === undefined ? { rows: [], gaps: [] } : await read(reader, software, sid);
    return joined([part, { rows: [], gaps: reader.gaps }]);
  });
