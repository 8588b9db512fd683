import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answering, exited, recorded } from './fixtures/recorded.ts';
import { parseFlatpak, readFlatpak } from './flatpak.ts';
import { homeFolders } from './homes.ts';
import { parseSnap, readSnap } from './snap.ts';

let root: string;
const put = (path: string, text = ''): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const folder = (path: string): void => void mkdirSync(join(root, path), { recursive: true });
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shops-'));
  chmodSync(root, 0o755);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const snap = (name: string, version: string, publisher?: string) => ({
  name,
  id: name,
  version,
  ...(publisher === undefined ? {} : { publisher }),
  manager: 'snap',
  state: 'installed',
});

describe('snaps', () => {
  it('are listed with version and publisher, without the mark of the store', () => {
    expect(parseSnap(recorded('snap-list.txt'))).toEqual({
      rows: [
        snap('core22', '20240111', 'canonical'),
        snap('firefox', '124.0.1-1', 'mozilla'),
        snap('hello_two', '2.10', 'canonical'),
        snap('local-tool', '0.1'),
      ],
      unreadable: 0,
    });
    expect(parseSnap('Name Version\n???\n')).toMatchObject({ rows: [], unreadable: 1 });
  });

  it('are absent without their folder, and none are no question to snapd', async () => {
    const exec = answering(() => exited(0));
    expect(await readSnap({ exec, root })).toEqual({ kind: 'absent' });
    folder('var/lib/snapd/snaps/partial');
    expect(await readSnap({ exec, root })).toEqual({ kind: 'ok', rows: [], gaps: [] });
    expect(exec.calls).toEqual([]);
  });

  it('that snapd cannot tell of are known by their files, with a gap', async () => {
    put('var/lib/snapd/snaps/firefox_4033.snap');
    put('var/lib/snapd/snaps/firefox_4090.snap');
    put('var/lib/snapd/snaps/local-tool_x1.snap');
    const broken = answering(() =>
      exited(1, '', 'error: cannot list snaps: cannot communicate with server: connection refused\n'),
    );
    expect(await readSnap({ exec: broken, root })).toEqual({
      kind: 'ok',
      rows: ['firefox', 'local-tool'].map((name) => ({
        name,
        id: name,
        manager: 'snap',
        state: 'installed',
      })),
      gaps: [
        {
          source: 'snap',
          kind: 'failed',
          why: 'snap ended with 1: error: cannot list snaps: cannot communicate with server: connection refused',
        },
      ],
    });
    const told = answering(() => exited(0, recorded('snap-list.txt')));
    expect(await readSnap({ exec: told, root })).toMatchObject({ rows: { length: 4 }, gaps: [] });
    expect(await readSnap({ exec: answering(() => undefined), root })).toMatchObject({
      rows: { length: 2 },
      gaps: [{ why: 'snap is not installed' }],
    });
  });
});

const app = (id: string, name = id, version?: string) => ({
  name,
  id,
  ...(version === undefined ? {} : { version }),
  manager: 'flatpak',
  state: 'installed',
});

describe('flatpak applications', () => {
  it('are listed by id, with a name and a version where they have them', () => {
    expect(parseFlatpak(recorded('flatpak-list.txt'))).toEqual({
      rows: [
        app('org.mozilla.firefox', 'Firefox', '124.0.1'),
        app('com.github.tchx84.Flatseal', 'Flatseal', '2.1.2'),
        app('org.example.Nameless'),
      ],
      unreadable: 0,
    });
    expect(parseFlatpak('No installations\n')).toEqual({ rows: [], unreadable: 1 });
  });

  it('are absent where no user and no folder has any', async () => {
    const exec = answering(() => exited(0));
    put('etc/passwd', 'anna:x:1000:1000::/home/anna:/bin/bash\n');
    folder('home/anna');
    expect(await readFlatpak({ exec, root })).toEqual({ kind: 'absent' });
    expect(exec.calls).toEqual([]);
  });

  it('of every user are found, also those that the tool does not list', async () => {
    folder('var/lib/flatpak/app/org.mozilla.firefox');
    folder('home/anna/.local/share/flatpak/app/com.example.Own');
    const told = answering(() => exited(0, recorded('flatpak-list.txt')));
    expect(await readFlatpak({ exec: told, root })).toMatchObject({
      rows: [{}, {}, {}, app('com.example.Own')],
      gaps: [],
    });
    const gone = answering(() => undefined);
    expect(await readFlatpak({ exec: gone, root })).toEqual({
      kind: 'ok',
      rows: [app('org.mozilla.firefox'), app('com.example.Own')],
      gaps: [],
    });
    const broken = answering(() => exited(1, '', 'error: While opening repository: Permission denied\n'));
    expect(await readFlatpak({ exec: broken, root })).toMatchObject({
      rows: { length: 2 },
      gaps: [{ source: 'flatpak', kind: 'denied' }],
    });
  });

  it.runIf(process.geteuid?.() === 0)('in a closed home are a gap where flatpak is in use', async () => {
    folder('home/bert');
    chmodSync(join(root, 'home/bert'), 0o700);
    const exec = answering(() => exited(0));
    process.seteuid?.(65534);
    try {
      expect(await readFlatpak({ exec, root })).toEqual({ kind: 'absent' });
    } finally {
      process.seteuid?.(0);
    }
    folder('var/lib/flatpak');
    process.seteuid?.(65534);
    try {
      expect(await readFlatpak({ exec, root })).toEqual({
        kind: 'ok',
        rows: [],
        gaps: [
          {
            source: 'flatpak /home/bert/.local/share/flatpak/app',
            kind: 'denied',
            why: 'permission denied',
          },
        ],
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});

describe('homes', () => {
  it('are those of people and what else lies in /home, each once', async () => {
    put(
      'etc/passwd',
      [
        'root:x:0:0::/root:/bin/bash',
        'www-data:x:33:33::/var/www:/usr/sbin/nologin',
        'anna:x:1000:1000::/home/anna:/bin/bash',
        'bert:x:1001:1001::/srv/people/bert:/bin/bash',
        'gone:x:1002:1002::/home/gone:/bin/bash',
        'nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin',
      ].join('\n'),
    );
    for (const path of ['root', 'var/www', 'home/anna', 'home/carla@corp', 'srv/people/bert']) folder(path);
    expect(await homeFolders({ exec: answering(() => undefined), root })).toEqual([
      '/root',
      '/home/anna',
      '/srv/people/bert',
      '/home/carla@corp',
    ]);
  });
});
