import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsProbe, parseAccounts, readAccounts } from './accounts.ts';
import { answering } from './fixtures/recorded.ts';

let root: string;
const read = () => readAccounts({ exec: answering(() => undefined), root });
const put = (name: string, text: string): void => writeFileSync(join(root, 'etc', name), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'accounts-'));
  mkdirSync(join(root, 'etc'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const passwd = 'root:x:0:0:root:/root:/bin/bash\nksc:x:998:997::/home/ksc:/sbin/nologin\n+::::::\n';
const group = 'root:x:0:\nkesladmin:x:996:anna,bert\n';

describe('users and groups', () => {
  it('are the ones of the machine, each with its number', async () => {
    put('passwd', passwd);
    put('group', group);
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [
        { name: 'root', kind: 'user', id: '0' },
        { name: 'ksc', kind: 'user', id: '998' },
        { name: 'root', kind: 'group', id: '0' },
        { name: 'kesladmin', kind: 'group', id: '996' },
      ],
    });
  });

  it('have a gap for what could not be read', async () => {
    put('passwd', `${passwd}half a line\n`);
    expect(await read()).toMatchObject({
      kind: 'ok',
      gaps: [
        { source: '/etc/passwd', kind: 'failed', why: '1 lines could not be read' },
        { source: '/etc/group', kind: 'failed' },
      ],
    });
  });

  it('are never simply none', async () => {
    expect(await read()).toMatchObject({ kind: 'unavailable' });
    put('passwd', '');
    put('group', '');
    expect(await read()).toMatchObject({ kind: 'failed' });
  });

  it.runIf(process.geteuid?.() === 0)('that this user may not see are denied', async () => {
    for (const name of ['passwd', 'group']) {
      put(name, group);
      chmodSync(join(root, 'etc', name), 0o600);
    }
    chmodSync(root, 0o755);
    process.seteuid?.(65534);
    try {
      expect(await read()).toEqual({ kind: 'denied', why: '/etc/passwd: permission denied' });
    } finally {
      process.seteuid?.(0);
    }
  });

  it('of people have a home', () => {
    expect(parseAccounts(passwd).accounts[1]).toEqual({ name: 'ksc', id: '998', home: '/home/ksc' });
    expect(parseAccounts(group).accounts[1]).toEqual({ name: 'kesladmin', id: '996' });
  });

  it.runIf(process.platform === 'linux')('of this machine are read', async () => {
    const reading = await accountsProbe().read({ roots: [], exactPaths: [] });
    expect(reading).toMatchObject({
      kind: 'ok',
      rows: expect.arrayContaining([{ name: 'root', kind: 'user', id: '0' }]),
    });
  });
});
