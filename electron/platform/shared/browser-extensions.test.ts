import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { readBrowserExtensions } from './browser-extensions.ts';
import { addonsIn, languageOf, manifestOf, registeredIn } from './browser-profiles.ts';

const protection = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const other = 'cjpalhdlnbpafiamejdnhcphjbkeiagm';

let home: string;
const put = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), typeof content === 'string' ? content : JSON.stringify(content));
};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  chmodSync(home, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the settings of a profile', () => {
  it('of Chromium register extensions, but not the ones that were thrown out', () => {
    const settings = {
      [protection]: { state: 1, manifest: { name: 'Kaspersky Protection', version: '21.3' } },
      [other]: { state: 2 },
      'not an id': { state: 1 },
    };
    expect(registeredIn({ extensions: { settings } })).toEqual([
      { id: protection, name: 'Kaspersky Protection', version: '21.3' },
    ]);
    for (const odd of [undefined, null, [], { extensions: [] }, { extensions: { settings: null } }])
      expect(registeredIn(odd)).toEqual([]);
  });

  it('of Firefox list add-ons, without what Firefox brings itself', () => {
    const addon = (id: string, location: string, type = 'extension') => ({
      id,
      location,
      type,
      version: '1.0',
      defaultLocale: { name: `Name of ${id}` },
    });
    const addons = [
      addon('urladvisor@kaspersky.com', 'app-profile'),
      addon('formautofill@mozilla.org', 'app-builtin'),
      addon('webcompat@mozilla.org', 'app-system-defaults'),
      addon('dark@example.org', 'app-profile', 'theme'),
    ];
    expect(addonsIn({ schemaVersion: 36, addons })).toEqual([
      { id: 'urladvisor@kaspersky.com', name: 'Name of urladvisor@kaspersky.com', version: '1.0' },
    ]);
    expect(addonsIn('x')).toEqual([]);
  });

  it('may give a name as a key, that is looked up in one language', () => {
    const manifest = { name: '__MSG_appName__', default_locale: 'en', version: '2' };
    expect(languageOf(manifest)).toBe('en');
    expect(languageOf({ ...manifest, default_locale: '../../..' })).toBeUndefined();
    expect(manifestOf(manifest, { appname: { message: 'Guard' } })).toEqual({ name: 'Guard', version: '2' });
    expect(manifestOf(manifest, {})).toEqual({ name: undefined, version: '2' });
  });
});

describe('browser extensions of a home', () => {
  it('are found in every profile of every browser, packed in a snap or flatpak too', async () => {
    put('.config/google-chrome/Default/Preferences', {});
    put(`.config/google-chrome/Profile 2/Extensions/${protection}/9.0_0/manifest.json`, {
      name: 'old',
      version: '9.0',
    });
    put(`.config/google-chrome/Profile 2/Extensions/${protection}/10.1_0/manifest.json`, {
      name: '__MSG_n__',
      default_locale: 'en',
      version: '10.1',
    });
    put(`.config/google-chrome/Profile 2/Extensions/${protection}/10.1_0/_locales/en/messages.json`, {
      n: { message: 'Kaspersky Protection' },
    });
    put('.config/opera/Preferences', { extensions: { settings: { [other]: { state: 0 } } } });
    put('snap/firefox/common/.mozilla/firefox/ab12.default/extensions.json', {
      addons: [{ id: 'wvkbd@kaspersky.com', type: 'extension', location: 'app-profile' }],
    });
    put('.mozilla/firefox/profiles.ini', '[Install]\n');
    expect(await readBrowserExtensions(home, 'linux')).toEqual({
      rows: [
        {
          browser: 'Chrome',
          id: protection,
          name: 'Kaspersky Protection',
          version: '10.1',
          profile: join(home, '.config/google-chrome/Profile 2'),
        },
        { browser: 'Opera', id: other, profile: join(home, '.config/opera') },
        {
          browser: 'Firefox',
          id: 'wvkbd@kaspersky.com',
          profile: join(home, 'snap/firefox/common/.mozilla/firefox/ab12.default'),
        },
      ],
      gaps: [],
    });
  });

  it('are none where no browser was used, and none in a home that is not there', async () => {
    const none = { rows: [], gaps: [] };
    expect(await readBrowserExtensions(home, 'linux')).toEqual(none);
    expect(await readBrowserExtensions(join(home, 'gone'), 'linux')).toEqual(none);
  });

  it.runIf(process.platform === 'linux')(
    'have a gap for what is no settings file, and no pipe holds them up',
    async () => {
      put('.config/chromium/Default/Preferences', '{"extensions":');
      mkdirSync(join(home, '.mozilla/firefox/x'), { recursive: true });
      await exec({ command: 'mkfifo', args: [join(home, '.mozilla/firefox/x/extensions.json')] });
      expect(await readBrowserExtensions(home, 'linux')).toEqual({
        rows: [],
        gaps: [
          {
            source: join(home, '.config/chromium/Default/Preferences'),
            kind: 'failed',
            why: 'it is not JSON',
          },
          {
            source: join(home, '.mozilla/firefox/x/extensions.json'),
            kind: 'failed',
            why: 'it is not a file',
          },
        ],
      });
    },
  );

  it.runIf(process.geteuid?.() === 0)('are one gap when the home is closed', async () => {
    put('.config/chromium/Default/Preferences', {});
    chmodSync(home, 0o700);
    process.seteuid?.(65534);
    try {
      expect(await readBrowserExtensions(home, 'linux')).toEqual({
        rows: [],
        gaps: [{ source: home, kind: 'denied', why: 'permission denied' }],
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});
