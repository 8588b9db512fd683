import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { parseDpkg, readDpkg } from './dpkg.ts';
import { answering, exited, recorded } from './fixtures/recorded.ts';

describe('what dpkg-query says', () => {
  const { rows, unreadable } = parseDpkg(recorded('dpkg-query.txt'));
  const row = (name: string) => rows.find((candidate) => candidate.name === name);

  it('becomes one row a package', () => {
    expect(unreadable).toBe(0);
    expect(rows).toHaveLength(11);
    expect(row('kesl')).toEqual({
      name: 'kesl',
      id: 'kesl:amd64',
      version: '12.1.0-1508',
      publisher: 'Kaspersky <support@kaspersky.com>',
      manager: 'dpkg',
      state: 'installed',
    });
  });

  it('tells installed, on hold, removed with configuration left, and broken apart', () => {
    expect(['kesl', 'klnagent64', 'cron', 'kics'].map((name) => row(name)?.state)).toEqual([
      'installed',
      'on-hold',
      'config-files',
      'half-installed',
    ]);
  });

  it('leaves the publisher out where dpkg has none yet: a first installation that broke off', () => {
    expect(row('kess')).toEqual({
      name: 'kess',
      id: 'kess:amd64',
      version: '1.0~rc1',
      manager: 'dpkg',
      state: 'half-installed',
    });
  });

  it('does not list what dpkg only knows by name', () => {
    expect(parseDpkg('ksh\t\t\tunknown\tnot-installed\t\n').rows).toEqual([]);
  });

  it('counts lines that are no package', () => {
    expect(parseDpkg('kesl\tamd64\ngarbage\n')).toMatchObject({ rows: [], unreadable: 2 });
  });
});

describe('a dpkg database', () => {
  let root: string;
  const status = (): string => join(root, 'var/lib/dpkg/status');
  const read = () => readDpkg({ exec, root });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dpkg-'));
    mkdirSync(join(root, 'var/lib/dpkg/info'), { recursive: true });
    mkdirSync(join(root, 'var/lib/dpkg/updates'));
    writeFileSync(status(), ['kesl', 'adduser'].map(paragraph).join('\n'));
    for (const name of ['kesl:amd64', 'adduser'])
      writeFileSync(join(root, `var/lib/dpkg/info/${name}.list`), '/.\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const paragraph = (name: string): string =>
    `Package: ${name}\nStatus: install ok installed\nMaintainer: AO Kaspersky Lab\nArchitecture: amd64\nVersion: 1\nDescription: x\n`;

  it.runIf(hasDpkg())('is read by the real tool', async () => {
    expect(await read()).toMatchObject({
      kind: 'ok',
      rows: [{ name: 'adduser' }, { name: 'kesl', publisher: 'AO Kaspersky Lab' }],
      gaps: [],
    });
  });

  it.runIf(hasDpkg())(
    'that is missing although packages are installed is a failure, for all that dpkg-query ends well',
    async () => {
      rmSync(status());
      expect(await read()).toMatchObject({ kind: 'failed', why: expect.stringContaining('missing') });
    },
  );

  it.runIf(hasDpkg())('that is empty is a failure', async () => {
    writeFileSync(status(), '');
    expect(await read()).toMatchObject({ kind: 'failed', why: expect.stringContaining('lists no package') });
  });

  it.runIf(hasDpkg())(
    'that was cut off between two packages has a gap that names the lost ones',
    async () => {
      writeFileSync(status(), paragraph('adduser'));
      expect(await read()).toMatchObject({
        kind: 'ok',
        gaps: [{ source: 'dpkg', kind: 'failed', why: expect.stringContaining('kesl') }],
      });
    },
  );

  it.runIf(hasDpkg())('that was cut off within a package is a failure', async () => {
    writeFileSync(status(), `${paragraph('adduser')}\nPackage: kesl\nStatus: inst`);
    expect(await read()).toMatchObject({ kind: 'failed', why: expect.stringContaining('parsing file') });
  });

  it.runIf(hasDpkg())('that is full of something else is a failure', async () => {
    writeFileSync(status(), Buffer.from([0, 1, 2, 200, 201, 10, 7, 7]));
    expect(await read()).toMatchObject({ kind: 'failed' });
  });

  it.runIf(hasDpkg() && process.geteuid?.() === 0)('that this user may not read is denied', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'dpkg-'));
    cpSync(root, copy, { recursive: true });
    const asNobody: typeof exec = (request) =>
      exec({
        ...request,
        command: 'setpriv',
        args: ['--reuid=65534', '--regid=65534', '--clear-groups', request.command, ...request.args],
      });
    // mkdtemp makes folders that only their owner enters: just what is wanted here.
    expect(await readDpkg({ exec: asNobody, root: copy })).toMatchObject({ kind: 'denied' });
    rmSync(copy, { recursive: true });
  });

  it('that is not there belongs to a dpkg that is installed but not used, as on Fedora', async () => {
    rmSync(join(root, 'var/lib/dpkg'), { recursive: true });
    expect(await readDpkg({ exec: answering(() => exited(0)), root })).toMatchObject({ kind: 'unused' });
    expect(await readDpkg({ exec: answering(() => undefined), root })).toEqual({ kind: 'absent' });
  });

  it('without its tool is a failure', async () => {
    expect(await readDpkg({ exec: answering(() => undefined), root })).toEqual({
      kind: 'failed',
      why: 'dpkg-query is not installed',
    });
  });
});

describe.runIf(hasDpkg())('this machine', () => {
  it('lists its packages', async () => {
    const reading = await readDpkg({ exec, root: '/' });
    if (reading.kind !== 'ok') throw new Error(JSON.stringify(reading));
    expect(reading.gaps).toEqual([]);
    expect(reading.rows.find((row) => row.name === 'dpkg')).toMatchObject({
      manager: 'dpkg',
      state: 'installed',
    });
  });
});

function hasDpkg(): boolean {
  return process.platform === 'linux' && existsSync('/usr/bin/dpkg-query');
}
