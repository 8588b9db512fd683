import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { answering, exited, recorded } from './fixtures/recorded.ts';
import { parseRpm, readRpm } from './rpm.ts';

const hasRpm = existsSync('/usr/bin/rpm');

describe('what rpm says', () => {
  it('becomes one row a package, with the epoch where there is one', () => {
    expect(parseRpm(recorded('rpm-qa.txt'))).toEqual({
      rows: [
        {
          name: 'kesl',
          id: 'kesl:x86_64',
          version: '12.1.0-1508',
          publisher: 'AO Kaspersky Lab',
          manager: 'rpm',
          state: 'installed',
        },
        {
          name: 'kesl-gui',
          id: 'kesl-gui:x86_64',
          version: '1:12.1.0-1508',
          publisher: 'AO Kaspersky Lab',
          manager: 'rpm',
          state: 'installed',
        },
      ],
      unreadable: 0,
    });
  });

  it('has tags that a package does not carry', () => {
    expect(parseRpm('gpg-pubkey\t(none)\tfd431d51-4ae0493b\t(none)\n').rows).toEqual([
      {
        name: 'gpg-pubkey',
        id: 'gpg-pubkey',
        version: 'fd431d51-4ae0493b',
        manager: 'rpm',
        state: 'installed',
      },
    ]);
  });
});

describe('the rpm database', () => {
  let root: string;
  const folder = (): string => join(root, 'var/lib/rpm');
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rpm-'));
    mkdirSync(folder(), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is not made by looking for it: an rpm without one, as on Debian, is unused', async () => {
    const asked = answering((call) =>
      call.startsWith('rpm --eval') ? exited(0, '/root/.rpmdb\n') : exited(0),
    );
    expect(await readRpm({ exec: asked, root })).toMatchObject({ kind: 'unused' });
    expect(asked.calls).toEqual(['rpm --eval %{_dbpath}']);
    if (hasRpm) expect(await readRpm({ exec, root })).toMatchObject({ kind: 'unused' });
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is absent with rpm, and a failure when only rpm is missing', async () => {
    expect(await readRpm({ exec: answering(() => undefined), root })).toEqual({ kind: 'absent' });
    writeFileSync(join(folder(), 'Packages'), '');
    expect(await readRpm({ exec: answering(() => undefined), root })).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('rpm is missing'),
    });
  });

  it('with headers that rpm had to skip has a gap', async () => {
    writeFileSync(join(folder(), 'rpmdb.sqlite'), '');
    const damaged = answering((call) =>
      call.startsWith('rpm --eval')
        ? exited(0, '/var/lib/rpm\n')
        : exited(0, recorded('rpm-qa.txt'), 'error: rpmdbNextIterator: skipping h#  12 blob size(4): BAD\n'),
    );
    expect(await readRpm({ exec: damaged, root })).toMatchObject({
      kind: 'ok',
      gaps: [{ source: 'rpm', kind: 'failed' }],
    });
  });

  it.runIf(hasRpm)('that is real, empty, is read, and one that is damaged is a failure', async () => {
    await exec({ command: 'rpm', args: ['--dbpath', folder(), '--initdb'] });
    expect(await readRpm({ exec, root })).toEqual({ kind: 'ok', rows: [], gaps: [] });
    for (const name of readdirSync(folder())) if (name !== 'rpmdb.sqlite') rmSync(join(folder(), name));
    truncateSync(join(folder(), 'rpmdb.sqlite'), 30_000);
    expect(await readRpm({ exec, root })).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('rpm ended with 1'),
    });
  });
});
