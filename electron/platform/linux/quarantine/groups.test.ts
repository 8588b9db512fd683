import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import type { Exec, ExecResult } from '../../exec.ts';
import { groupKeeper } from './groups.ts';

const item: LeftoverOf<'group'> = { id: 'group:kesluser', kind: 'group', name: 'kesluser', gid: '997' };
const group = 'root:x:0:\nkesladmin:x:998:\nkesluser:x:997:\n';
const gshadow = 'root:*::\nkesladmin:!::\nkesluser:!::\n';
const passwd = 'root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000::/home/anna:/bin/bash\n';
const place = { run: 'r', number: 1, folder: '/nowhere' };

let root: string;
let calls: string[];
const put = (name: string, text: string): void => writeFileSync(join(root, 'etc', name), text);
const get = (name: string): string => readFileSync(join(root, 'etc', name), 'utf8');
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'removal-assistant-groups-'));
  mkdirSync(join(root, 'etc'));
  put('group', group);
  put('gshadow', gshadow);
  put('passwd', passwd);
  calls = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const said = { text: '', truncated: false, totalBytes: 0 };
const exited = (code: number): ExecResult => ({
  kind: 'exited',
  code,
  asExpected: code === 0,
  stdout: said,
  stderr: said,
});

/** What groupdel(8) and groupadd(8) do to the two files. */
const shadowTools: Exec = async ({ command, args }) => {
  calls.push(`${command} ${args.join(' ')}`);
  const name = args.at(-1) ?? '';
  if (command === 'groupdel')
    for (const file of ['group', 'gshadow'])
      put(file, get(file).replace(new RegExp(`^${name}:.*\n`, 'm'), ''));
  if (command === 'groupadd') {
    put('group', `${get('group')}${name}:x:${args[args.indexOf('--gid') + 1] ?? ''}:\n`);
    put('gshadow', `${get('gshadow')}${name}:!::\n`);
  }
  return exited(0);
};

const surveyed = async (exec: Exec = shadowTools) => {
  const keeper = groupKeeper({ exec, root });
  const [answer] = await keeper.survey([item], 'whole');
  const handling = answer?.kind === 'ready' ? keeper.handle(item, answer.saved) : undefined;
  return { answer, handling };
};

describe('a group with nobody in it', () => {
  test('goes by groupdel and comes back by groupadd, with its number, line for line', async () => {
    const { handling } = await surveyed();
    expect(await handling?.setAside(place)).toMatchObject({ kind: 'set-aside', done: { what: 'kesluser' } });
    expect(get('group')).not.toContain('kesluser');
    expect(await handling?.putBack(place)).toEqual({ kind: 'restored' });
    expect([get('group'), get('gshadow')]).toEqual([group, gshadow]);
    expect(calls).toEqual([`groupdel --root ${root} kesluser`, `groupadd --root ${root} --gid 997 kesluser`]);
    expect(await handling?.putBack(place)).toEqual({ kind: 'restored' });
    expect(calls).toHaveLength(2);
  });

  test('is set aside after a kill as soon as it is gone, and else it is still there', async () => {
    const { handling } = await surveyed();
    expect(await handling?.settle(place)).toEqual({ kind: 'left', why: 'cancelled' });
    put('group', 'root:x:0:\n');
    expect(await handling?.settle(place)).toMatchObject({ kind: 'set-aside' });
  });

  test('is left when its tool says yes and does nothing', async () => {
    const { handling } = await surveyed(async () => exited(0));
    expect(await handling?.setAside(place)).toEqual({ kind: 'left', why: 'refused-by-system' });
  });

  test.each([
    ['its name', 'kesluser:x:1234:\n'],
    ['its number', 'others:x:997:\n'],
  ])('is not put back when %s was taken meanwhile', async (_what, line) => {
    const { handling } = await surveyed();
    await handling?.setAside(place);
    put('group', `${get('group')}${line}`);
    expect(await handling?.putBack(place)).toEqual({ kind: 'kept', why: 'occupied' });
    expect(calls).toHaveLength(1);
  });
});

describe('a group stays', () => {
  test.each<[string, () => void]>([
    ['with somebody in it', () => put('group', group.replace('kesluser:x:997:', 'kesluser:x:997:anna'))],
    ['with an administrator', () => put('gshadow', gshadow.replace('kesluser:!::', 'kesluser:!:anna:'))],
    ['with a password', () => put('gshadow', gshadow.replace('kesluser:!::', 'kesluser:$6$x::'))],
    ['which is somebody’s own', () => put('passwd', passwd.replace(':1000:1000:', ':1000:997:'))],
    ['whose number another one has', () => put('group', `${group}twin:x:997:\n`)],
    ['with another number than was seen', () => put('group', group.replace(':997:', ':996:'))],
    ['which gshadow does not know', () => put('gshadow', 'root:*::\n')],
  ])('%s', async (_how, change) => {
    change();
    expect((await surveyed()).answer).toEqual({
      kind: 'stays',
      parts: [{ path: 'kesluser', why: 'account-in-use' }],
    });
  });

  test('into which somebody came since it was surveyed', async () => {
    const { handling } = await surveyed();
    put('group', group.replace('kesluser:x:997:', 'kesluser:x:997:anna'));
    expect(await handling?.setAside(place)).toEqual({ kind: 'left', why: 'account-in-use' });
    expect(calls).toEqual([]);
  });

  test('when the accounts cannot be read', async () => {
    rmSync(join(root, 'etc/passwd'));
    expect((await surveyed()).answer).toMatchObject({ parts: [{ why: 'could-not-look' }] });
  });

  test('that is gone is no leftover', async () => {
    put('group', 'root:x:0:\n');
    expect((await surveyed()).answer).toEqual({ kind: 'gone' });
  });
});
