import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserExtensionsProbe } from './browser-extensions.ts';
import { withFix } from './denial.ts';
import { filesProbe, inHomes } from './files.ts';
import { exited, macFolder, macMachine, nowhere, recorded } from './fixtures/mac.ts';
import { homesOf, parseDirectory } from './homes.ts';

let root: string;
beforeEach(() => (root = macFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text = ''): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('homes', () => {
  it('are those of people, in the usual folder and elsewhere', async () => {
    for (const name of ['ann', 'Shared', 'Guest', '.localized', 'left'])
      mkdirSync(join(root, 'Users', name), { recursive: true });
    const machine = macMachine(root, { '/usr/bin/dscl': exited(0, recorded('dscl-homes.txt')) });
    const homes = await homesOf(machine);
    expect(homes.paths.toSorted()).toEqual(['/Users/ann', '/Users/left', '/Volumes/Homes/Kim Park']);
    expect(homes.gaps).toEqual([]);
    expect(parseDirectory('')).toEqual([]);
  });

  it('elsewhere are a gap when the directory does not answer', async () => {
    mkdirSync(join(root, 'Users/ann'), { recursive: true });
    const machine = macMachine(root, { '/usr/bin/dscl': exited(1, '', 'eDSServiceUnavailable\n') });
    expect(await homesOf(machine)).toMatchObject({
      paths: ['/Users/ann'],
      gaps: [{ source: 'dscl', kind: 'failed' }],
    });
  });
});

describe('files', () => {
  it('are looked for in every library, and exact places below a tilde in every home', () => {
    const interest = { roots: ['/Library/Logs/K', '/opt/k'], exactPaths: ['~/Library/p.plist', '/a/b'] };
    expect(inHomes(interest, ['/Users/ann', '/Users/bo'])).toEqual({
      roots: ['/Library/Logs/K', '/opt/k', '/Users/ann/Library/Logs/K', '/Users/bo/Library/Logs/K'],
      exactPaths: ['/Users/ann/Library/p.plist', '/Users/bo/Library/p.plist', '/a/b'],
    });
  });

  it('of a person’s library and dated logs are found', async () => {
    put('/Users/ann/Library/Logs/K/today.log');
    put('/Users/ann/Library/p.plist');
    put('/var/log/kav_daemon_2026.log');
    const reading = await filesProbe(macMachine(root)).read({
      roots: ['/Library/Logs/K'],
      exactPaths: ['~/Library/p.plist'],
    });
    const paths = reading.kind === 'ok' ? reading.rows.map((row) => (row.path ?? '').slice(root.length)) : [];
    expect(paths.toSorted()).toEqual([
      '/Users/ann/Library/Logs/K',
      '/Users/ann/Library/Logs/K/today.log',
      '/Users/ann/Library/p.plist',
      '/var/log/kav_daemon_2026.log',
    ]);
  });

  it('that macOS protects are a gap that says how to open them', () => {
    const gap = { source: '/Users/ann/Library', kind: 'denied', why: 'operation not permitted' } as const;
    expect(withFix(gap).why).toMatch(/Full Disk Access/);
    expect(withFix({ ...gap, why: 'permission denied' }).why).toMatch(/administrator/);
    expect(withFix({ ...gap, why: 'the disk is full' }).why).toBe('the disk is full');
  });
});

describe('browser extensions', () => {
  const chrome = '/Users/ann/Library/Application Support/Google/Chrome/Default';
  const id = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

  it('are those of every person’s browsers and of Safari', async () => {
    put(
      `${chrome}/Extensions/${id}/5.1_0/manifest.json`,
      JSON.stringify({ name: 'Kaspersky Protection', version: '5.1' }),
    );
    const machine = macMachine(root, {
      '/usr/bin/pluginkit -mA -p com.apple.Safari.extension': exited(0, recorded('pluginkit-safari.txt')),
      '/usr/bin/pluginkit -mA -p com.apple.Safari.web-extension': exited(0, ''),
    });
    const reading = await browserExtensionsProbe(machine, false).read(nowhere);
    expect(reading).not.toHaveProperty('gaps');
    expect(reading).toMatchObject({
      kind: 'ok',
      rows: [
        { browser: 'Safari', id: 'com.kaspersky.kav.safari-extension', version: '26.0.0.150' },
        { browser: 'Safari', id: 'com.example.blocker.Extension', version: '3.1' },
        { browser: 'Safari', id: 'com.example.reader.safari' },
        { browser: 'Chrome', id, name: 'Kaspersky Protection', version: '5.1' },
      ],
    });
  });

  it('of Safari cannot be seen by root, which is said', async () => {
    expect(await browserExtensionsProbe(macMachine(root), true).read(nowhere)).toMatchObject({
      kind: 'ok',
      gaps: [{ source: 'Safari', kind: 'failed' }],
    });
  });
});
