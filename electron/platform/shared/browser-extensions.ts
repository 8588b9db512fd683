import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperatingSystem } from '../../core/model/host.ts';
import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Extension } from './browser-profiles.ts';
import { addonsIn, isChromiumId, languageOf, manifestOf, registeredIn } from './browser-profiles.ts';
import type { Browser } from './browsers.ts';
import { browsers } from './browsers.ts';
import { readForeignFile } from './open-file.ts';
import { gapKindOf, isMissing, whyOf } from './why.ts';

/** Settings of a profile are seldom more than 10 MB. In bytes. */
const largestFile = 64 * 1024 * 1024;
/** Profiles of one browser of one user; a bound against folders made to hold us up. */
const mostProfiles = 200;

export interface ExtensionsFound {
  readonly rows: readonly Row<'browserExtensions'>[];
  readonly gaps: readonly Gap[];
}

/**
 * Extensions in every profile of every browser below one home folder. A home that is closed to us is one gap;
 * `profile` is the path of the profile, which names its person too. Looks only: no profile is locked or touched.
 */
export const readBrowserExtensions = async (home: string, os: OperatingSystem): Promise<ExtensionsFound> => {
  const gaps: Gap[] = [];
  try {
    // Whether it can be passed through; what may be listed is found out at each browser's folder.
    await stat(`${home}/.`);
  } catch (error) {
    if (!isMissing(error)) gaps.push({ source: home, kind: gapKindOf(error), why: whyOf(error) });
    return { rows: [], gaps };
  }
  const rows: Row<'browserExtensions'>[] = [];
  for (const browser of browsers)
    for (const folder of browser.folders[os] ?? [])
      rows.push(...(await readBase(join(home, folder), browser, gaps)));
  return { rows, gaps };
};

const readBase = async (
  base: string,
  browser: Browser,
  gaps: Gap[],
): Promise<readonly Row<'browserExtensions'>[]> => {
  const look = lookingWith(gaps);
  const entries = await look.list(base);
  if (entries === undefined) return [];
  const profiles = [base, ...entries.map((name) => join(base, name))];
  if (profiles.length > mostProfiles)
    gaps.push({ source: base, kind: 'failed', why: `more than ${String(mostProfiles)} folders` });
  const rows: Row<'browserExtensions'>[] = [];
  for (const profile of profiles.slice(0, mostProfiles)) {
    const found =
      browser.engine === 'firefox'
        ? await firefoxProfile(profile, look)
        : await chromiumProfile(profile, look);
    rows.push(...found.map((each) => ({ browser: browser.name, ...each, profile })));
  }
  return rows;
};

const firefoxProfile = async (profile: string, look: Looking): Promise<readonly Extension[]> =>
  addonsIn(await look.json(join(profile, 'extensions.json')));

/** What the settings register, and what lies unpacked beside them: either may be all that is left. */
const chromiumProfile = async (profile: string, look: Looking): Promise<readonly Extension[]> => {
  const found = new Map<string, Extension>();
  for (const name of ['Preferences', 'Secure Preferences'])
    for (const each of registeredIn(await look.json(join(profile, name)))) found.set(each.id, each);
  for (const id of ((await look.list(join(profile, 'Extensions'))) ?? []).filter(isChromiumId)) {
    const known = found.get(id);
    if (known?.name === undefined || known.version === undefined)
      found.set(id, { id, ...known, ...(await unpacked(join(profile, 'Extensions', id), look)) });
  }
  return [...found.values()];
};

/** One folder a version, `1.2.3_0`; an update leaves the old one for a while. */
const unpacked = async (folder: string, look: Looking): Promise<Partial<Extension>> => {
  const versions = ((await look.list(folder)) ?? []).filter((name) => /^\d/.test(name));
  const newest = versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) return {};
  const manifest = await look.json(join(folder, newest, 'manifest.json'));
  const language = languageOf(manifest);
  const messages =
    language === undefined
      ? {}
      : await look.json(join(folder, newest, '_locales', language, 'messages.json'));
  const { name, version } = manifestOf(manifest, messages);
  return { ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
};

interface Looking {
  /** Names in a folder; undefined when it is missing, no folder or closed. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>;
  /** A parsed file; undefined when it is missing. */
  readonly json: (path: string) => Promise<unknown>;
}

/** Everything that is there and cannot be read becomes a gap. */
const lookingWith = (gaps: Gap[]): Looking => {
  const note = (path: string, error: unknown): void => {
    if (!isMissing(error)) gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
  };
  return {
    list: async (path) => {
      try {
        return await readdir(path);
      } catch (error) {
        note(path, error);
        return undefined;
      }
    },
    json: async (path) => {
      try {
        const text = (await readForeignFile(path, largestFile)).toString('utf8');
        return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
      } catch (error) {
        note(path, error instanceof SyntaxError ? new Error('it is not JSON') : error);
        return undefined;
      }
    },
  };
};
