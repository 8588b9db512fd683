import { readdir } from 'node:fs/promises';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Variables } from './folders.ts';
import { expanded, machineVariables, personVariables, textWith, viewsOf, windowsFolders } from './folders.ts';
import { localPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { peopleOf } from './people.ts';
import { readPeople } from './person-hives.ts';
import { keyReader } from './registry/keys.ts';
import type { Registry, RegistryKey, RegistryView } from './registry/registry.ts';
import { sameName } from './registry/values.ts';

type Startup = Row<'startup'>;
type Scope = 'machine' | 'user';

const windowsKey = 'Microsoft\\Windows\\CurrentVersion';
/** What Windows starts when somebody signs in; the last is what group policy adds. */
const runKeys = ['Run', 'RunOnce', 'Policies\\Explorer\\Run'];
/** Where a person or a policy has put the folder below, if not in its usual place. */
const foldersKey = 'Explorer\\User Shell Folders';
const startMenu = 'Microsoft\\Windows\\Start Menu\\Programs\\Startup';

/**
 * What starts when somebody signs in: from the keys of the machine in both views and of every person, signed in or not,
 * and from the folders of all and of each. The profile that new people get counts: it starts for each of them.
 */
export const startupProbe = (machine: WindowsMachine): Probe<'startup'> => ({
  table: 'startup',
  read: async () => {
    const folders = await windowsFolders(machine.registry);
    const variables = folders.kind === 'ok' ? machineVariables(folders.value) : {};
    const ofMachine = await Promise.all(
      viewsOf(folders).map((view) =>
        placeIn(machine.registry, 'HKLM\\SOFTWARE', view, { scope: 'machine', variables }),
      ),
    );
    const ofPeople = await readPeople(
      machine,
      async ({ sid, folder, registry }) => {
        const person = { scope: 'user', variables: { ...variables, ...personVariables(folder) } } as const;
        const software = `HKU\\${sid}\\Software`;
        return joined([
          await placeIn(registry, software, '64', person),
          // Windows shows a person's Software whole to both views, yet some programs write here by name.
          await placeIn(registry, `${software}\\WOW6432Node`, '64', person),
        ]);
      },
      { template: true },
    );
    const named = joined([...ofMachine, ofPeople]);
    const usual = await usualFolders(machine, variables);
    const files = await filesOf(machine, [...named.rows, ...usual.rows]);
    const commands = named.rows.flatMap((found) => ('folder' in found ? [] : [found]));
    const rest = usual.gaps.filter(({ source }) => !named.gaps.some((gap) => gap.source === source));
    return okReading([...commands, ...files.rows], [...named.gaps, ...rest, ...files.gaps]);
  },
});

/** A folder whose files start, of all or of one. */
interface StartupFolder {
  readonly folder: string;
  readonly scope: Scope;
}

/** Also of people whose part of the registry cannot be read. */
const usualFolders = async (machine: WindowsMachine, variables: Variables): Promise<Part<StartupFolder>> => {
  const { folders, gaps } = await peopleOf(machine);
  return {
    rows: [
      { folder: expanded(`%ProgramData%\\${startMenu}`, variables), scope: 'machine' },
      ...folders.map((person) => ({
        folder: expanded(`%AppData%\\${startMenu}`, personVariables(person)),
        scope: 'user' as const,
      })),
    ],
    gaps,
  };
};

/** Whose keys these are, and what variables stand for there. */
interface Owner {
  readonly scope: Scope;
  readonly variables: Variables;
}

const placeIn = async (
  registry: Registry,
  software: string,
  view: RegistryView,
  { scope, variables }: Owner,
): Promise<Part<Startup | StartupFolder>> => {
  const reader = keyReader(registry);
  const [shell, ...keys] = await Promise.all(
    [foldersKey, ...runKeys].map((name) => reader.optional(`${software}\\${windowsKey}\\${name}`, view)),
  );
  const folderValue = scope === 'machine' ? 'Common Startup' : 'Startup';
  const folder = shell === undefined ? undefined : textWith(variables, shell, folderValue);
  const rows = keys.flatMap((key) => (key === undefined ? [] : parseRunKey(key, scope, variables)));
  return { rows: folder === undefined ? rows : [...rows, { folder, scope }], gaps: reader.gaps };
};

/** A row a value. One that is no text starts nothing, but is there. */
export const parseRunKey = (key: RegistryKey, scope: Scope, variables: Variables): readonly Startup[] =>
  key.values.map(({ name }) => ({ name, command: textWith(variables, key, name), scope }));

/** A file of the folder's own, on every Windows: how Explorer shows it. */
const isSettings = (name: string): boolean => sameName(name, 'desktop.ini');

const filesOf = async (
  machine: WindowsMachine,
  found: readonly (Startup | StartupFolder)[],
): Promise<Part<Startup>> => {
  const folders = new Map<string, StartupFolder>();
  for (const each of found)
    if ('folder' in each && !folders.has(each.folder.toLowerCase()))
      folders.set(each.folder.toLowerCase(), each);
  return joined(await Promise.all([...folders.values()].map((each) => filesIn(machine, each))));
};

const filesIn = async (machine: WindowsMachine, { folder, scope }: StartupFolder): Promise<Part<Startup>> => {
  // Nobody asked this computer to go to another one and sign in there.
  if (!/^[a-z]:\\/i.test(folder))
    return {
      rows: [],
      gaps: [{ source: folder, kind: 'failed', why: 'it is not on a drive of this computer' }],
    };
  try {
    const entries = await readdir(localPath(machine, folder), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && !isSettings(entry.name));
    return { rows: files.map(({ name }) => ({ name, command: `${folder}\\${name}`, scope })), gaps: [] };
  } catch (error) {
    if (isMissing(error)) return { rows: [], gaps: [] };
    return { rows: [], gaps: [{ source: folder, kind: gapKindOf(error), why: whyOf(error) }] };
  }
};
