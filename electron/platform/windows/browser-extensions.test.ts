import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browsers } from '../shared/browsers.ts';
import { browserExtensionsProbe } from './browser-extensions.ts';
import { localPath, windowsPath } from './local-path.ts';
import { recordedRegistry, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const protection = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const settings = JSON.stringify({
  extensions: {
    settings: { [protection]: { state: 1, manifest: { name: 'Kaspersky Protection', version: '21.3' } } },
  },
});
const addons = JSON.stringify({
  addons: [{ id: 'urladvisor@kaspersky.com', type: 'extension', location: 'app-profile', version: '5.1' }],
});
const people = { 'S-1-5-21-1-2-3-1001': 'C:\\Users\\Ann', 'S-1-12-1-4-5-6-7': 'D:\\Homes\\Бо' };

const nowhere = { roots: [], exactPaths: [] };

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = () =>
  browserExtensionsProbe(stagedMachine(root, { registry: recordedRegistry(smallWindows({ people })) })).read(
    nowhere,
  );
const rows = async () => {
  const reading = await read();
  expect(reading).not.toHaveProperty('gaps');
  return reading.kind === 'ok' ? reading.rows : [];
};

describe('browser extensions on Windows', () => {
  it('are those of every profile of everybody, under paths as Windows writes them', async () => {
    const chrome = 'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\User Data\\Profile 2';
    const edge = 'D:\\Homes\\Бо\\AppData\\Local\\Microsoft\\Edge\\User Data\\Default';
    const opera = 'C:\\Users\\Ann\\AppData\\Roaming\\Opera Software\\Opera Stable';
    const firefox = 'C:\\Users\\left behind\\AppData\\Roaming\\Mozilla\\Firefox\\Profiles\\ab12.default';
    put(root, `${chrome}\\Secure Preferences`, settings);
    put(root, `${edge}\\Extensions\\${protection}\\9.0_0\\manifest.json`, '{"name":"K","version":"9.0"}');
    put(root, `${opera}\\Preferences`, settings);
    put(root, `${firefox}\\extensions.json`, addons);
    const found = { id: protection, name: 'Kaspersky Protection', version: '21.3' };
    expect(await rows()).toEqual([
      { browser: 'Chrome', ...found, profile: chrome },
      { browser: 'Opera', ...found, profile: opera },
      { browser: 'Edge', id: protection, name: 'K', version: '9.0', profile: edge },
      { browser: 'Firefox', id: 'urladvisor@kaspersky.com', version: '5.1', profile: firefox },
    ]);
  });

  it.each(
    browsers.flatMap(({ name, engine, folders }) =>
      (folders.windows ?? []).map((folder) => [name, folder, engine]),
    ),
  )('of %s are found in %s', async (name, folder, engine) => {
    const profile = `C:\\Users\\Ann\\${folder.replaceAll('/', '\\')}\\Default`;
    if (engine === 'firefox') put(root, `${profile}\\extensions.json`, addons);
    else put(root, `${profile}\\Preferences`, settings);
    expect(await rows()).toMatchObject([{ browser: name, profile }]);
  });

  it('are none where nobody used a browser, and a gap where settings cannot be read', async () => {
    expect(await rows()).toEqual([]);
    const profile = 'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\User Data\\Default';
    put(root, `${profile}\\Preferences`, '{"extensions":');
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [],
      gaps: [{ source: `${profile}\\Preferences`, kind: 'failed', why: 'it is not JSON' }],
    });
  });

  it('are a gap for people whom the registry does not tell', async () => {
    const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
    const registry = troubled(recordedRegistry(smallWindows({ people })), [list]);
    const reading = await browserExtensionsProbe(stagedMachine(root, { registry })).read(nowhere);
    expect(reading).toMatchObject({ kind: 'ok', gaps: [{ source: list, kind: 'denied' }] });
  });
});

describe('a place of a recorded drive', () => {
  it('has its Windows path again on the way back', () => {
    for (const path of ['C:\\Users\\Ann\\a b', 'D:\\x'])
      expect(windowsPath({ root: '/tmp/x' }, localPath({ root: '/tmp/x' }, path))).toBe(path);
    expect(windowsPath({ root: undefined }, 'C:\\a')).toBe('C:\\a');
  });
});
