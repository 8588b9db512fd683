import type { Reading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Variables } from './folders.ts';
import { machineVariables, personVariables, textWith, viewsOf, windowsFolders } from './folders.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { readPeople } from './person-hives.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { Registry, RegistryKey, RegistryView } from './registry/registry.ts';
import { numberValue, sameName, textValue } from './registry/values.ts';

type Program = Row<'programs'>;

/** Where an entry was found: every entry says so. */
export interface EntryPlace {
  readonly scope: 'machine' | 'user';
  readonly view: RegistryView;
  /** The SID of the person whose entry it is. */
  readonly user?: string;
}

/** In the machine's `SOFTWARE`, each view, and in each person's. */
export const uninstallKey = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';

/**
 * Everything that says how it is removed ("Apps & features"): of the machine in both views, and of every person, signed
 * in or not. Every entry has a row, also one without a name, which Windows does not show.
 */
export const programsProbe = (machine: WindowsMachine): Probe<'programs'> => ({
  table: 'programs',
  read: async () => {
    const folders = await windowsFolders(machine.registry);
    const variables = folders.kind === 'ok' ? machineVariables(folders.value) : {};
    const ofMachine = await Promise.all(
      viewsOf(folders).map((view) =>
        entriesIn(
          machine.registry,
          `HKLM\\SOFTWARE\\${uninstallKey}`,
          view,
          { scope: 'machine', view },
          variables,
        ),
      ),
    );
    const ofPeople = await readPeople(machine, async ({ sid, folder, registry }) => {
      const own = { ...variables, ...personVariables(folder) };
      const software = `HKU\\${sid}\\Software`;
      return joined([
        await entriesIn(
          registry,
          `${software}\\${uninstallKey}`,
          '64',
          { scope: 'user', view: '64', user: sid },
          own,
        ),
        // Windows shows a person's Software whole to both views, yet some programs write here by name.
        await entriesIn(
          registry,
          `${software}\\WOW6432Node\\${uninstallKey}`,
          '64',
          { scope: 'user', view: '32', user: sid },
          own,
        ),
      ]);
    });
    const { rows, gaps } = joined(ofMachine);
    return believable({ rows: rows.map((row) => withState(machine, row)), gaps }, ofPeople);
  },
});

/** Every Windows comes with entries of its own parts: a machine that shows none has not been looked at. */
const believable = (ofMachine: Part<Program>, ofPeople: Part<Program>): Reading<Program> => {
  const { rows, gaps } = joined([ofMachine, ofPeople]);
  if (ofMachine.rows.length > 0 || ofMachine.gaps.length > 0) return readingOf(rows, gaps);
  const why = 'the list of installed programs is empty, which no Windows has';
  return readingOf(rows, [{ source: `HKLM\\SOFTWARE\\${uninstallKey}`, kind: 'failed', why }, ...gaps]);
};

const entriesIn = async (
  registry: Registry,
  path: string,
  view: RegistryView,
  place: EntryPlace,
  variables: Variables,
): Promise<Part<Program>> => {
  const reader = keyReader(registry);
  const entries = await reader.below(path, { view });
  const rows = entries.map(({ name, key }) => parseProgram(name, key, place, variables));
  return { rows, gaps: reader.gaps };
};

/** An entry of the machine that leads to Windows Installer, which surely does not know the product (any more). */
const withState = ({ api }: WindowsMachine, row: Program): Program => {
  const { key = '', productCode, uninstallCommand = '' } = row;
  // The other entries of a WiX installer only seem to carry its code.
  const isSure = sameName(key, productCode ?? '') || installerCommand.test(uninstallCommand);
  if (productCode === undefined || !isSure) return row;
  const told = api.installer.isInstalled(productCode);
  return told.kind === 'ok' && !told.value ? { ...row, state: 'not-installed' } : row;
};

/** One entry. `variables` stand in texts that ask for it (`REG_EXPAND_SZ`), as Windows puts them in when it runs one. */
export const parseProgram = (
  key: string,
  entry: RegistryKey,
  place: EntryPlace,
  variables: Variables,
): Program => {
  const text = (name: string) => textWith(variables, entry, name);
  const name = text('DisplayName');
  const uninstallCommand = text('UninstallString');
  return {
    key,
    name,
    version: text('DisplayVersion'),
    publisher: text('Publisher'),
    ...place,
    productCode: productCodeOf(key, entry, uninstallCommand),
    uninstallCommand,
    quietUninstallCommand: text('QuietUninstallString'),
    installLocation: text('InstallLocation')?.replace(/^\s*"(.*)"\s*$/, '$1'),
    hidden: name === undefined || isPart(entry),
  };
};

/** Windows leaves these out of its list: parts of something else, and updates, which name what they belong to. */
const isPart = (entry: RegistryKey): boolean =>
  numberValue(entry, 'SystemComponent') === 1 || (textValue(entry, 'ParentKeyName') ?? '') !== '';

const guid = '\\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\}';
const wholeKey = new RegExp(`^${guid}$`, 'i');
/** WiX installers show an entry of their own beside the hidden one of Windows Installer. */
const wixKey = new RegExp(`^InstallWIX_(${guid})$`, 'i');
const installerCommand = new RegExp(`^\\s*"?(?:[^"]*[\\\\/])?msiexec(?:\\.exe)?"?\\s.*?(${guid})`, 'i');

/**
 * The code under which Windows Installer knows the product. A GUID alone as the name of an entry is no such code: other
 * installers use that too.
 */
const productCodeOf = (key: string, entry: RegistryKey, command: string | undefined): string | undefined => {
  if (wholeKey.test(key) && numberValue(entry, 'WindowsInstaller') === 1) return key;
  return wixKey.exec(key)?.[1] ?? installerCommand.exec(command ?? '')?.[1];
};
