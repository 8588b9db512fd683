import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { macFolder, macMachine, nowhere, place } from './fixtures/mac.ts';
import { launchItemsProbe } from './launch-items.ts';

const bin = '/Library/Application Support/Kaspersky Lab/KAV/Binaries';
let root: string;
beforeEach(() => (root = macFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));
const read = () => launchItemsProbe(macMachine(root)).read(nowhere);

describe('launch items', () => {
  it('are told with their label and program, whatever format the list has', async () => {
    mkdirSync(join(root, bin), { recursive: true });
    for (const name of ['kav', 'kav_agent']) writeFileSync(join(root, bin, name), '');
    place(root, '/Library/LaunchDaemons/renamed.plist', 'daemon-binary.plist');
    place(root, '/Library/LaunchAgents/com.kaspersky.kav.gui.plist', 'agent-xml.plist');
    place(root, '/Users/ann/Library/LaunchAgents/com.example.notes.plist', 'user-agent-xml.plist');
    place(root, '/Users/ann/Library/LaunchAgents/readme.txt', 'sw_vers.txt');
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [
        {
          label: 'com.kaspersky.kav',
          path: '/Library/LaunchDaemons/renamed.plist',
          domain: 'system',
          program: `${bin}/kav`,
        },
        {
          label: 'com.kaspersky.kav.gui',
          path: '/Library/LaunchAgents/com.kaspersky.kav.gui.plist',
          domain: 'gui',
          program: `${bin}/kav_agent`,
        },
        {
          label: 'com.example.notes',
          path: '/Users/ann/Library/LaunchAgents/com.example.notes.plist',
          domain: 'user',
          program: 'Contents/MacOS/notes',
        },
      ],
    });
  });

  it('whose program has gone say so: they start nothing any more', async () => {
    place(root, '/Library/LaunchDaemons/com.kaspersky.kav.plist', 'daemon-binary.plist');
    symlinkSync('/nothing', join(root, 'Library/LaunchDaemons/com.kaspersky.link.plist'));
    expect(await read()).toMatchObject({
      rows: [{ state: 'file-missing' }, { label: 'com.kaspersky.link', state: 'file-missing' }],
    });
  });

  it('of an empty list, which some put there as a block, are named after the file', async () => {
    const path = '/Library/LaunchAgents/com.example.blocked.plist';
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [{ label: 'com.example.blocked', path, domain: 'gui' }],
    });
  });

  it('that cannot be understood are named after the file, and are a gap', async () => {
    place(root, '/Library/LaunchDaemons/com.kaspersky.kav.plist', 'sw_vers.txt');
    expect(await read()).toMatchObject({
      rows: [{ label: 'com.kaspersky.kav' }],
      gaps: [{ source: '/Library/LaunchDaemons/com.kaspersky.kav.plist', kind: 'failed' }],
    });
  });

  it('are none where there is no folder for them', async () => {
    expect(await read()).toEqual({ kind: 'ok', rows: [] });
  });
});
