/** What the files of a browser profile say about its extensions. Pure. */

export interface Extension {
  readonly id: string;
  readonly name?: string;
  readonly version?: string;
}

type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const extension = (id: string, name: string | undefined, version: string | undefined): Extension => ({
  id,
  ...(name === undefined ? {} : { name }),
  ...(version === undefined ? {} : { version }),
});

/** Chromium's ids are 32 letters from a to p. */
export const isChromiumId = (name: string): boolean => /^[a-p]{32}$/.test(name);

/**
 * `extensions.settings` of a Chromium profile (`Preferences`, on some systems `Secure Preferences`): every extension
 * that is registered, unpacked and disabled ones too. State 2 is one from outside that the person has thrown out.
 */
export const registeredIn = (preferences: unknown): readonly Extension[] =>
  Object.entries(asObject(asObject(asObject(preferences)['extensions'])['settings'])).flatMap(
    ([id, value]) => {
      const entry = asObject(value);
      if (!isChromiumId(id) || entry['state'] === 2) return [];
      const { name, version } = manifestOf(entry['manifest'], {});
      return [extension(id, name, version)];
    },
  );

/** Name and version of a manifest; a name that is only a key is looked up in the messages of its language. */
export const manifestOf = (
  manifest: unknown,
  messages: unknown,
): { readonly name: string | undefined; readonly version: string | undefined } => {
  const name = asText(asObject(manifest)['name']);
  const key = messageKey(name);
  const version = asText(asObject(manifest)['version']);
  if (key === undefined) return { name, version };
  const texts = Object.entries(asObject(messages));
  const found = texts.find(([candidate]) => candidate.toLowerCase() === key.toLowerCase())?.[1];
  return { name: asText(asObject(found)['message']), version };
};

const messageKey = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : /^__MSG_(.+)__$/.exec(name)?.[1];

/** The language folder of a manifest whose name is a key, else undefined. */
export const languageOf = (manifest: unknown): string | undefined => {
  const language = asText(asObject(manifest)['default_locale']);
  const needed = messageKey(asText(asObject(manifest)['name'])) !== undefined;
  return needed && language !== undefined && /^[A-Za-z]{2,8}(?:[_-][A-Za-z0-9]{2,8})*$/.test(language)
    ? language
    : undefined;
};

/** `extensions.json` of a Firefox profile. What Firefox brings itself, languages and themes are left out. */
export const addonsIn = (registry: unknown): readonly Extension[] => {
  const addons = asObject(registry)['addons'];
  return (Array.isArray(addons) ? addons : []).flatMap((value: unknown) => {
    const addon = asObject(value);
    const id = asText(addon['id']);
    const builtIn = /^app-(builtin|system)/.test(asText(addon['location']) ?? '');
    if (id === undefined || builtIn || addon['type'] !== 'extension') return [];
    return [extension(id, asText(asObject(addon['defaultLocale'])['name']), asText(addon['version']))];
  });
};
