import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appsProbe } from './apps.ts';
import { macFolder, macMachine, nowhere, place } from './fixtures/mac.ts';

let root: string;
beforeEach(() => (root = macFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));
const read = () => appsProbe(macMachine(root)).read(nowhere);
const put = (path: string, fixture: string): void => place(root, path, fixture);

describe('applications', () => {
  it('are found by their own list, XML and binary, in the machine’s folder and every person’s', async () => {
    put('/Applications/Kaspersky Anti-Virus For Mac.app/Contents/Info.plist', 'info-binary.plist');
    put('/Applications/Office/Kaspersky Endpoint Security.app/Contents/Info.plist', 'info-xml.plist');
    put('/Users/ann/Applications/Kaspersky Guide.app/Contents/Info.plist', 'info-innocent.plist');
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: expect.arrayContaining([
        {
          name: 'Kaspersky Anti-Virus For Mac',
          bundleId: 'com.kaspersky.kav',
          version: '26.0.0.150',
          path: '/Applications/Kaspersky Anti-Virus For Mac.app',
        },
        {
          name: 'Kaspersky Endpoint Security',
          bundleId: 'com.kaspersky.kav',
          version: '12.1.0.553',
          path: '/Applications/Office/Kaspersky Endpoint Security.app',
        },
        {
          name: 'Kaspersky Guide',
          bundleId: 'com.example.guide',
          version: '1.0',
          path: '/Users/ann/Applications/Kaspersky Guide.app',
        },
      ]),
    });
  });

  it('made for the iPad are found in their wrapper', async () => {
    const app = '/Applications/Passwords.app';
    put(`${app}/Wrapper/Passwords.app/Info.plist`, 'info-ipad.plist');
    symlinkSync('Wrapper/Passwords.app', join(root, app, 'WrappedBundle'));
    expect(await read()).toMatchObject({ rows: [{ bundleId: 'com.kaspersky.passwordmanager' }] });
  });

  it('that are links count once for what they lead to, and folders that are links are not followed', async () => {
    put('/elsewhere/Kaspersky.app/Contents/Info.plist', 'info-binary.plist');
    mkdirSync(join(root, 'Applications'));
    symlinkSync(join(root, 'elsewhere/Kaspersky.app'), join(root, 'Applications/Kaspersky.app'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'Applications/More'));
    symlinkSync('nothing', join(root, 'Applications/Gone.app'));
    expect(await read()).toMatchObject({ kind: 'ok', rows: [{ bundleId: 'com.kaspersky.kav' }] });
  });

  it('without a list are told by name; a list that cannot be understood is a gap', async () => {
    mkdirSync(join(root, 'Applications/Kaspersky.app'), { recursive: true });
    put('/Applications/Broken.app/Contents/Info.plist', 'sw_vers.txt');
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: expect.arrayContaining([
        { name: 'Kaspersky', path: '/Applications/Kaspersky.app' },
        { name: 'Broken', path: '/Applications/Broken.app' },
      ]),
      gaps: [
        {
          source: '/Applications/Broken.app/Contents/Info.plist',
          kind: 'failed',
          why: 'it is not a property list',
        },
      ],
    });
  });

  it('are never none at all', async () => {
    expect(await read()).toMatchObject({ kind: 'failed' });
  });

  it.runIf(process.geteuid?.() === 0)('of another person are a gap with what to do about it', async () => {
    put('/Applications/Editor.app/Contents/Info.plist', 'info-innocent.plist');
    mkdirSync(join(root, 'Users/ann/Applications'), { recursive: true });
    writeFileSync(join(root, 'Users/ann/Applications/x'), '');
    for (const path of ['', 'Users', 'Users/ann']) chmodSync(join(root, path), 0o755);
    chmodSync(join(root, 'Users/ann/Applications'), 0o700);
    process.seteuid?.(65534);
    try {
      expect(await read()).toMatchObject({
        kind: 'ok',
        gaps: [
          {
            source: '/Users/ann/Applications',
            kind: 'denied',
            why: expect.stringContaining('run as an administrator'),
          },
        ],
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});
