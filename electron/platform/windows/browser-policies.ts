import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { BrowserEngine } from '../shared/browsers.ts';
import {
  hostIn,
  listedIn,
  offeredIn,
  offeredToFirefox,
  settingsKeyIn,
  settingsValueIn,
} from './browser-policy-rows.ts';
import type { WindowsMachine } from './machine.ts';
import { joined } from './part.ts';
import { readPeoplesSoftware } from './people-keys.ts';
import type { KeyReader } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { RegistryView } from './registry/registry.ts';

type PolicyRow = Row<'browserPolicies'>;

interface ManagedBrowser {
  readonly browser: string;
  readonly engine: BrowserEngine;
  /** Below `Policies`, as its vendor documents it; Opera's does not, so its place is inferred from its folders. */
  readonly policies: string;
  /** Below `SOFTWARE`: where programs offer extensions and hosts to it. */
  readonly own: readonly string[];
}

const chromium = (browser: string, policies: string, ...own: readonly string[]): ManagedBrowser => ({
  browser,
  engine: 'chromium',
  policies,
  own,
});

/** Under the names that the tables of extensions use. */
const managedBrowsers: readonly ManagedBrowser[] = [
  chromium('Chrome', 'Google\\Chrome', 'Google\\Chrome'),
  chromium('Chromium', 'Chromium', 'Chromium'),
  chromium('Edge', 'Microsoft\\Edge', 'Microsoft\\Edge'),
  chromium('Brave', 'BraveSoftware\\Brave', 'BraveSoftware\\Brave', 'BraveSoftware\\Brave-Browser'),
  chromium('Opera', 'Opera Software\\Opera', 'Opera Software\\Opera', 'Opera Software'),
  chromium('Vivaldi', 'Vivaldi', 'Vivaldi'),
  {
    browser: 'Firefox',
    engine: 'firefox',
    policies: 'Mozilla\\Firefox',
    own: ['Mozilla\\Firefox', 'Mozilla'],
  },
];

const lists: Readonly<Record<BrowserEngine, readonly string[]>> = {
  chromium: ['ExtensionInstallForcelist', 'ExtensionInstallAllowlist', 'ExtensionInstallWhitelist'],
  firefox: ['Extensions\\Install', 'Extensions\\Locked'],
};

/** Policies and keys that put extensions into browsers, or let them in, for the machine and for everybody who uses it. */
export const browserPoliciesProbe = (machine: WindowsMachine): Probe<'browserPolicies'> => ({
  table: 'browserPolicies',
  read: async () => {
    const reader = keyReader(machine.registry);
    await reader.required('HKLM\\SOFTWARE\\Policies');
    const [own, people] = await Promise.all([
      rowsBelow(reader, 'HKLM\\SOFTWARE', ['64', '32']),
      readPeoplesSoftware(machine, async (persons, software) => ({
        rows: await rowsBelow(persons, software, ['64']),
        gaps: [],
      })),
    ]);
    const { rows, gaps } = joined([{ rows: own, gaps: reader.gaps }, people]);
    return readingOf(once(rows), gaps);
  },
});

/** Policies are the same for both kinds of programs (WOW64 shares their key); the rest is kept apart. */
const rowsBelow = async (
  reader: KeyReader,
  software: string,
  views: readonly RegistryView[],
): Promise<readonly PolicyRow[]> => {
  const rows = await Promise.all(
    managedBrowsers.flatMap((managed) => [
      policiesOf(reader, `${software}\\Policies\\${managed.policies}`, managed),
      ...views.flatMap((view) =>
        managed.own.map((own) => offersTo(reader, `${software}\\${own}`, view, managed)),
      ),
    ]),
  );
  return rows.flat();
};

const policiesOf = async (
  reader: KeyReader,
  path: string,
  { browser, engine }: ManagedBrowser,
): Promise<readonly PolicyRow[]> => {
  const key = await reader.optional(path);
  if (key === undefined) return [];
  const listed = await Promise.all(
    lists[engine].map(async (name) => {
      const list = await reader.optional(`${path}\\${name}`);
      return list === undefined ? [] : listedIn(browser, name, list);
    }),
  );
  const settings = await reader.below(`${path}\\ExtensionSettings`);
  return [
    ...listed.flat(),
    ...settingsValueIn(browser, key),
    ...settings.map((found) => settingsKeyIn(browser, found)),
  ];
};

const offersTo = async (
  reader: KeyReader,
  path: string,
  view: RegistryView,
  { browser, engine }: ManagedBrowser,
): Promise<readonly PolicyRow[]> => {
  const hosts = await reader.below(`${path}\\NativeMessagingHosts`, { view });
  const offered = hosts.map((host) => hostIn(browser, host));
  if (engine === 'firefox') {
    const extensions = await reader.optional(`${path}\\Extensions`, view);
    return [...(extensions === undefined ? [] : offeredToFirefox(browser, extensions)), ...offered];
  }
  const extensions = await reader.below(`${path}\\Extensions`, { view });
  return [...extensions.map((found) => offeredIn(browser, found)), ...offered];
};

const once = (rows: readonly PolicyRow[]): readonly PolicyRow[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];
