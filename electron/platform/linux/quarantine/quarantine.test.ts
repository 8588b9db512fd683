import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { leftoverId } from '../../../core/model/leftover.ts';
import type { Quarantine, QuarantineRecord } from '../../../core/ports.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage, setOddTime } from '../../shared/quarantine/testing/stage.ts';
import type { Exec } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { linuxQuarantine } from './index.ts';

const run = '20261126-100000-000001';
const root = '/opt/kaspersky';
const files = (path: string): LeftoverItem => ({ id: leftoverId('files', path), kind: 'files', path, root });
const folder = (path: string): LeftoverItem => ({
  id: leftoverId('empty-folder', path),
  kind: 'empty-folder',
  path,
});

/** No package manager looks after anything; what is copied is copied with the real tools. */
const noPackages: Exec = async (request) =>
  ['dpkg-query', 'rpm'].includes(request.command) ? { kind: 'missing' } : exec(request);

let stage: Stage;
afterEach(() => stage.remove());
const open = (own: Exec = noPackages): Quarantine =>
  linuxQuarantine(run, stage.run, { exec: own, root: stage.root });

const take = async (quarantine: Quarantine, item: LeftoverItem, number = 1) => {
  const [survey] = await quarantine.survey([item]);
  if (survey?.kind !== 'ready') throw new Error(JSON.stringify(survey));
  const recorded = await quarantine.record(number, item);
  if (!recorded.ok) throw new Error(recorded.problem.code);
  return { record: recorded.value, end: await quarantine.setAside(recorded.value) };
};

const product = (): void => {
  stage.file('/opt/kaspersky/kesl/bin/tool', 'a program', 0o4755);
  stage.file('/opt/kaspersky/kesl/etc/settings', 'x=1\n', 0o640);
  stage.file('/opt/kaspersky/kesl/\\odd name\n', '');
  stage.folder('/opt/kaspersky/kesl/empty', 0o2770);
  stage.link('/opt/kaspersky/kesl/current', '/home/anna/Documents');
  stage.link('/opt/kaspersky/kesl/dangling', 'nowhere');
  setOddTime(join(stage.root, 'opt/kaspersky/kesl/bin/tool'), 1_700_000_001);
  setOddTime(join(stage.root, 'opt/kaspersky/kesl/current'), 1_600_000_002);
  stage.file('/home/anna/Documents/kaspersky.txt', 'mine');
};

describe.each([
  ['on one file system', false],
  ['between two file systems', true],
])('a quarantine %s', (_name, apart) => {
  beforeEach(() => {
    stage = makeStage({ apart });
    product();
  });

  test('takes a tree away and gives it back the same to the last byte, mode, link and nanosecond', async () => {
    const before = stage.state();
    const { record, end } = await take(open(), files('/opt/kaspersky/kesl'));
    expect(end).toMatchObject({ kind: 'set-aside', done: { entries: 9, what: '/opt/kaspersky/kesl' } });
    expect(stage.exists('/opt/kaspersky/kesl')).toBe(false);
    expect(stage.state('/home')).toEqual(
      new Map(
        [...before].flatMap(([path, state]) => (path.startsWith('/home') ? [[path.slice(5), state]] : [])),
      ),
    );
    const later = open();
    expect(await later.check([record])).toMatchObject({ ok: true });
    expect(await later.putBack(record)).toEqual({ kind: 'restored' });
    await later.finish([record]);
    expect(stage.state()).toEqual(before);
  });
});
