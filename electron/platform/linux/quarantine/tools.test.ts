import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import type { Exec, ExecResult } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { parseAttributes } from '../../shared/quarantine/copy-tools.ts';
import { parseMounts, readMounts } from './mounts.ts';
import { packageOwners, parseSearch } from './package-files.ts';
import { tellSystemd } from './tell-systemd.ts';

const captured = (text: string) => ({ text, truncated: false, totalBytes: text.length });
const exited = (code: number, stdout = '', stderr = ''): ExecResult => ({
  kind: 'exited',
  code,
  asExpected: code === 0,
  stdout: captured(stdout),
  stderr: captured(stderr),
});

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'removal-assistant-tools-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('whose files they are', () => {
  const ownersBy = (answer: Exec, paths: readonly string[]) => packageOwners({ exec: answer, root })(paths);
  const dpkgSays =
    (stdout: string, code = 0): Exec =>
    async ({ command, expected }) =>
      command === 'dpkg-query'
        ? { ...exited(code, stdout), asExpected: expected?.includes(code) === true }
        : { kind: 'missing' };

  test('dpkg says it in its own words, for several packages and diversions too', () => {
    expect(
      parseSearch('kesl:amd64: /opt/a\nx, y: /opt/b: c\ndiversion by z from: /usr/bin/d\n\nnoise\n'),
    ).toEqual([
      ['/opt/a', 'kesl:amd64'],
      ['/opt/b: c', 'x, y'],
      ['/usr/bin/d', 'diversion by z from'],
    ]);
  });

  test('only the paths that were asked about count', async () => {
    const asked = ownersBy(dpkgSays('kesl: /opt/kaspersky/a\nother: /opt/kaspersky\n', 1), [
      '/opt/kaspersky/a',
    ]);
    expect(await asked).toEqual({ kind: 'ok', owned: new Map([['/opt/kaspersky/a', 'kesl']]) });
  });

  test('no answer is no permission', async () => {
    expect(await ownersBy(dpkgSays('', 2), ['/opt/kaspersky/a'])).toMatchObject({ kind: 'failed' });
    expect(await ownersBy(async () => ({ kind: 'missing' }), ['/x'])).toEqual({
      kind: 'ok',
      owned: new Map(),
    });
  });

  test('patterns in names are asked about as they stand, and many paths in several calls', async () => {
    const asked: string[][] = [];
    const paths = [
      '/opt/kaspersky/a*?[b]\\c',
      ...Array.from({ length: 3_000 }, (_, at) => `/opt/${'x'.repeat(60)}${String(at)}`),
    ];
    await ownersBy(async ({ command, args }) => {
      if (command !== 'dpkg-query') return { kind: 'missing' };
      asked.push(args.slice(args.indexOf('--') + 1));
      return { ...exited(1), asExpected: true };
    }, paths);
    expect(asked[0]?.[0]).toBe('/opt/kaspersky/a\\*\\?\\[b]\\\\c');
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.flat()).toHaveLength(paths.length);
  });

  test('rpm is asked for all at once, and one by one only when it names a package', async () => {
    mkdirSync(join(root, 'var/lib/rpm'), { recursive: true });
    mkdirSync(join(root, 'var/lib/rpm/rpmdb.sqlite'));
    const calls: string[] = [];
    const rpm: Exec = async ({ command, args }) => {
      if (command !== 'rpm') return { kind: 'missing' };
      if (args[0] === '--eval') return exited(0, '/var/lib/rpm\n');
      const asked = args.slice(args.indexOf('--') + 1);
      calls.push(asked.join(' '));
      const line = (path: string) =>
        path.endsWith('b') ? 'widget' : `file ${path} is not owned by any package`;
      const owned = asked.every((path) => path.endsWith('b'));
      return { ...exited(owned ? 0 : 1, `${asked.map(line).join('\n')}\n`), asExpected: true };
    };
    expect(await ownersBy(rpm, ['/opt/a', '/opt/c'])).toEqual({ kind: 'ok', owned: new Map() });
    expect(calls).toEqual(['/opt/a /opt/c']);
    expect(await ownersBy(rpm, ['/opt/a', '/opt/b'])).toEqual({
      kind: 'ok',
      owned: new Map([['/opt/b', 'widget']]),
    });
    const broken: Exec = async (request) =>
      request.args[0] === '--eval'
        ? rpm(request)
        : request.command === 'rpm'
          ? { kind: 'denied' }
          : { kind: 'missing' };
    expect(await ownersBy(broken, ['/opt/a'])).toMatchObject({ kind: 'failed' });
  });
});

test('mount points are told by their whole path, with blanks in it', async () => {
  const line = '36 35 98:0 /srv/a /opt/kaspersky/my\\040disk rw,noatime master:1 - ext3 /dev/root rw';
  expect(parseMounts(`${line}\n`)).toEqual(['/opt/kaspersky/my disk']);
  const isMounted = await readMounts('/');
  expect([isMounted('/proc'), isMounted('/proc/self')]).toEqual([true, false]);
});

test('attributes are read as getfattr writes them', () => {
  const dump = '# file: /x\nsystem.posix_acl_access=0x02\nuser.empty\n\n';
  expect([...parseAttributes(dump)]).toEqual([
    ['system.posix_acl_access', '0x02'],
    ['user.empty', ''],
  ]);
});

describe('systemd', () => {
  const unit = (path: string): LeftoverItem => ({ id: path, kind: 'files', path, root: path });
  const told = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const calls: string[] = [];
    const machine = { root, exec: (async ({ args }) => (calls.push(args.join(' ')), exited(0))) as Exec };
    await tellSystemd(machine)(paths.map(unit));
    return calls;
  };

  test('reads everything again when the file of a unit went or came', async () => {
    mkdirSync(join(root, 'run/systemd/system'), { recursive: true });
    expect(await told('/etc/systemd/system/kesl.service', '/etc/init.d/kesl', '/opt/kaspersky/kesl')).toEqual(
      ['daemon-reload', 'reset-failed -- kesl.service'],
    );
    expect(await told('/opt/kaspersky/kesl')).toEqual([]);
  });

  test('is not told where it does not run', async () => {
    expect(await told('/etc/systemd/system/kesl.service')).toEqual([]);
  });
});

test('this machine’s dpkg knows its own files and not ours', async () => {
  const dpkg = await exec({ command: 'dpkg-query', args: ['--search', '--', '/usr/bin/dpkg-query'] });
  if (dpkg.kind === 'missing') return;
  const owners = await packageOwners({ exec, root: '/' })(['/usr/bin/dpkg-query', '/opt/kaspersky/nothing']);
  expect(owners).toMatchObject({ kind: 'ok' });
  if (owners.kind === 'ok') expect([...owners.owned.keys()]).toEqual(['/usr/bin/dpkg-query']);
});
