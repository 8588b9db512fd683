import type { Row } from '../../core/model/tables.ts';
import type { FoundKey } from './registry/keys.ts';
import type { RegistryKey } from './registry/registry.ts';
import { textOf, textsOf, textValue, valueNamed } from './registry/values.ts';

/** What policies and the keys of browsers say of extensions. Pure. */

type PolicyRow = Row<'browserPolicies'>;

/** A list: one value each, whose name is a number and says nothing. */
export const listedIn = (browser: string, name: string, key: RegistryKey): readonly PolicyRow[] =>
  key.values
    .map(textOf)
    .filter((text): text is string => text !== undefined && text !== '')
    .map((value) => ({ browser, name, value }));

/**
 * `ExtensionSettings` as one value of JSON, in Firefox's case in several lines. A row for each extension; what is no JSON
 * stands as it is, so that nobody can hide in it.
 */
export const settingsValueIn = (browser: string, key: RegistryKey): readonly PolicyRow[] => {
  const value = valueNamed(key, settings);
  const text = value === undefined ? undefined : (textOf(value) ?? textsOf(value)?.join('\n'));
  if (text === undefined || text.trim() === '') return [];
  const parsed = objectIn(text);
  if (parsed === undefined) return [{ browser, name: settings, value: text.replaceAll(/\s+/g, ' ').trim() }];
  return Object.entries(parsed).map(([id, entry]) =>
    settingsRow(browser, id, (name) => {
      const said = isObject(entry) ? entry[name] : undefined;
      return typeof said === 'string' ? said : undefined;
    }),
  );
};

/** The same as keys: one for each extension. */
export const settingsKeyIn = (browser: string, { name, key }: FoundKey): PolicyRow =>
  settingsRow(browser, name, (part) => textValue(key, part));

const settings = 'ExtensionSettings';

/** Modes in which a policy puts an extension into the browser or lets one in. */
const welcoming = new Set(['force_installed', 'normal_installed', 'allowed']);

/** `id;address` as in the lists; where the policy keeps the extension out, its mode stands before the id. */
const settingsRow = (browser: string, id: string, part: (name: string) => string | undefined): PolicyRow => {
  const mode = part('installation_mode') ?? 'unsaid';
  const address = part('update_url') ?? part('install_url');
  const value = welcoming.has(mode) ? withAddress(id, address) : `${mode}=${id}`;
  return { browser, name: settings, value };
};

const withAddress = (id: string, address: string | undefined): string =>
  address === undefined || address === '' ? id : `${id};${address}`;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectIn = (text: string): Json | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

/** An extension that a program offers to a Chromium browser: a key under its id with the place that it comes from. */
export const offeredIn = (browser: string, { name, key }: FoundKey): PolicyRow => ({
  browser,
  name: 'Extensions',
  value: withAddress(name, textValue(key, 'update_url') ?? textValue(key, 'path')),
});

/** The same for Firefox: a value under the id of the extension. */
export const offeredToFirefox = (browser: string, key: RegistryKey): readonly PolicyRow[] =>
  key.values
    .filter(({ name }) => name !== '')
    .map((value) => ({ browser, name: 'Extensions', value: withAddress(value.name, textOf(value)) }));

/** A program that extensions talk to, by its name, with the file that describes it. */
export const hostIn = (browser: string, { name, key }: FoundKey): PolicyRow => {
  const value = textValue(key, '');
  return { browser, name, ...(value === undefined || value === '' ? {} : { value }) };
};
