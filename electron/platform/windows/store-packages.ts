import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import { joined } from './part.ts';
import { readPeoplesSoftware } from './people-keys.ts';
import type { KeyReader } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';

const storeKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore';
const personsKey =
  'Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages';

/** The first Windows with such packages, as its version begins. */
const firstWithStore = [6, 2] as const;

/**
 * Packages of the Store's kind (appx): those that every person gets, those of Windows itself, and those of each person,
 * as the machine and as the person's own registry know them. What was taken off or has had its day is not listed.
 */
export const packagesProbe = (machine: WindowsMachine): Probe<'packages'> => ({
  table: 'packages',
  read: async () => {
    const facts = machine.api.systemFacts();
    if (facts.kind === 'ok' && isBefore(facts.value.version, firstWithStore))
      return { kind: 'not-applicable', why: 'this version of Windows has no such packages' };
    const reader = keyReader(machine.registry);
    const [everybodys, people] = await Promise.all([
      namesOfMachine(reader),
      readPeoplesSoftware(machine, async (persons, software) => ({
        rows: await namesBelow(persons, `${software}\\${personsKey}`),
        gaps: [],
      })),
    ]);
    const { rows, gaps } = joined([{ rows: everybodys, gaps: reader.gaps }, people]);
    const once = new Map(rows.map((name) => [name.toLowerCase(), name]));
    return readingOf([...once.values()].map(parsePackage), gaps);
  },
});

const isBefore = (version: string, [major, minor]: readonly [number, number]): boolean => {
  const [first = 0, second = 0] = version.split('.').map(Number);
  return first < major || (first === major && second < minor);
};

/** Beside these lie lists of what is not here any more, or only waits to be installed. */
const isListOfInstalled = (name: string): boolean =>
  /^(?:Applications|InboxApplications|S-1-[\d-]+)$/i.test(name);

const namesOfMachine = async (reader: KeyReader): Promise<readonly string[]> => {
  const store = await reader.required(storeKey);
  const lists = (store?.subkeys ?? []).filter(isListOfInstalled);
  return (await Promise.all(lists.map((list) => namesBelow(reader, `${storeKey}\\${list}`)))).flat();
};

const namesBelow = async (reader: KeyReader, path: string): Promise<readonly string[]> =>
  (await reader.optional(path))?.subkeys ?? [];

/**
 * A package by its full name: name, version, processor, resource and the hash of its publisher, none of which holds an
 * underscore ("Package identity", learn.microsoft.com). The publisher itself stands only in the package.
 */
export const parsePackage = (fullName: string): Row<'packages'> => {
  const parts = fullName.split('_');
  const [name = fullName, version] = parts;
  return {
    name,
    id: fullName,
    ...(parts.length < 2 || version === undefined || !/^\d[\d.]*$/.test(version) ? {} : { version }),
    manager: 'appx',
    state: 'installed',
  };
};
