import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
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
const kesl = '/opt/kaspersky/kesl';
const files = (path: string = kesl): LeftoverItem => ({
  id: leftoverId('files', path),
  kind: 'files',
  path,
  root: '/opt/kaspersky',
});
const folder = (path: string): LeftoverItem => ({
  id: leftoverId('empty-folder', path),
  kind: 'empty-folder',
  path,
});

/** No package manager looks after anything; what is copied is copied with the machine's own tools. */
const noPackages: Exec = async (request) =>
  ['dpkg-query', 'rpm'].includes(request.command) ? { kind: 'missing' } : exec(request);

const hasAttributeTools = ['getfattr', 'setfattr', 'setfacl'].every((tool) => existsSync(`/usr/bin/${tool}`));

let stage: Stage;
afterEach(() => stage.remove());
const open = (own: Exec = noPackages): Quarantine =>
  linuxQuarantine(run, stage.run, { exec: own, root: stage.root });
const real = (path: string): string => join(stage.root, path);
const kept = (): string => join(stage.run, 'quarantine/0001/kept');

const record = async (quarantine: Quarantine, item: LeftoverItem, number = 1): Promise<QuarantineRecord> => {
  const [survey] = await quarantine.survey([item]);
  if (survey?.kind !== 'ready') throw new Error(JSON.stringify(survey));
  const recorded = await quarantine.record(number, item);
  if (!recorded.ok) throw new Error(recorded.problem.code);
  return recorded.value;
};

const take = async (item: LeftoverItem = files(), number = 1): Promise<QuarantineRecord> => {
  const quarantine = open();
  const written = await record(quarantine, item, number);
  expect(await quarantine.setAside(written)).toMatchObject({ kind: 'set-aside' });
  return written;
};

const product = (): void => {
  stage.file(`${kesl}/bin/tool`, 'a program', 0o4755);
  stage.file(`${kesl}/etc/settings`, 'x=1\n', 0o640);
  stage.file(`${kesl}/\\odd name\n`, '');
  stage.folder(`${kesl}/empty`, 0o2770);
  stage.link(`${kesl}/current`, '/home/anna/Documents');
  stage.link(`${kesl}/dangling`, 'nowhere');
  setOddTime(real(`${kesl}/bin/tool`), 1_700_000_001);
  setOddTime(real(`${kesl}/current`), 1_600_000_002);
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
    const quarantine = open();
    const written = await record(quarantine, files());
    expect(await quarantine.setAside(written)).toMatchObject({
      kind: 'set-aside',
      done: { entries: 9, bytes: 13, what: kesl },
    });
    expect(stage.exists(kesl)).toBe(false);
    expect(readFileSync(real('/home/anna/Documents/kaspersky.txt'), 'utf8')).toBe('mine');

    const later = open();
    expect(await later.check([written])).toMatchObject({ ok: true });
    expect(await later.putBack(written)).toEqual({ kind: 'restored' });
    await later.finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('a folder that products share goes empty, and comes back with the time it had before', async () => {
    setOddTime(real('/opt/kaspersky'), 1_650_000_003);
    const before = stage.state();
    const quarantine = open();
    const items = [files(), folder('/opt/kaspersky')];
    expect((await quarantine.survey(items)).map(({ kind }) => kind)).toEqual(['ready', 'ready']);
    const records: QuarantineRecord[] = [];
    for (const [at, item] of items.entries()) {
      const written = await quarantine.record(at + 1, item);
      if (!written.ok) throw new Error(written.problem.code);
      records.push(written.value);
      expect(await quarantine.setAside(written.value)).toMatchObject({ kind: 'set-aside' });
    }
    expect(stage.exists('/opt/kaspersky')).toBe(false);
    const back = records.toReversed();
    for (const each of back) expect(await open().putBack(each)).toEqual({ kind: 'restored' });
    await open().finish(back);
    // The system's own folder shows that something in it came back.
    const apartFromOpt = (state: ReadonlyMap<string, string>) =>
      [...state].filter(([path]) => path !== '/opt');
    expect(apartFromOpt(stage.state())).toEqual(apartFromOpt(before));
  });

  test('what stands in the old place meanwhile is named and left as it is, until it is gone', async () => {
    const before = stage.state();
    const written = await take();
    stage.file(`${kesl}/bin/tool`, 'a new installation');
    const since = stage.state();
    expect(await open().putBack(written)).toEqual({ kind: 'kept', why: 'occupied' });
    expect(stage.state()).toEqual(since);
    rmSync(real(kesl), { recursive: true });
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    await open().finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('nothing is put back through a link that stands on the way', async () => {
    const written = await take();
    rmSync(real('/opt/kaspersky'), { recursive: true });
    symlinkSync(real('/home/anna'), real('/opt/kaspersky'));
    const since = stage.state();
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'link-in-path' });
    expect(stage.state()).toEqual(since);
  });

  test('a folder in it that became a link since it was surveyed keeps all of it in its place', async () => {
    const quarantine = open();
    const written = await record(quarantine, files());
    stage.file('/home/anna/etc/settings', 'hers');
    renameSync(real(`${kesl}/etc`), real('/opt/kaspersky/etc'));
    symlinkSync(real('/home/anna/etc'), real(`${kesl}/etc`));
    const since = stage.state();
    const why = apart ? 'link-in-path' : 'changed';
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why });
    // The vendor's folder may show that something went and came.
    const others = (state: ReadonlyMap<string, string>) =>
      [...state].filter(([path]) => path !== '/opt/kaspersky');
    expect(others(stage.state())).toEqual(others(since));
  });

  test('putting back once more changes nothing', async () => {
    const written = await take();
    await open().putBack(written);
    const since = stage.state();
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    expect(stage.state()).toEqual(since);
  });

  test('the way back is made again where it is gone, with its modes', async () => {
    chmodSync(real('/opt/kaspersky'), 0o750);
    const written = await take();
    rmSync(real('/opt'), { recursive: true });
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    expect(stage.state('/opt').get('/kaspersky')).toMatch(/^folder 40750 /);
    expect(readFileSync(real(`${kesl}/etc/settings`), 'utf8')).toBe('x=1\n');
  });

  test.each([
    ['other content', () => writeFileSync(join(kept(), 'etc/settings'), 'x=2\n')],
    ['another mode', () => chmodSync(join(kept(), 'etc/settings'), 0o666)],
    ['one file less', () => rmSync(join(kept(), 'etc/settings'))],
    ['one file more', () => writeFileSync(join(kept(), 'etc/more'), '')],
    [
      'a link to elsewhere',
      () => {
        rmSync(join(kept(), 'current'));
        symlinkSync('/etc', join(kept(), 'current'));
      },
    ],
    ['nothing', () => rmSync(kept(), { recursive: true })],
  ])('a quarantine that holds %s is not put back', async (_what, alter) => {
    const written = await take();
    alter();
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'damaged' });
    expect(stage.exists(kesl)).toBe(false);
  });
});

describe('what is written down', () => {
  beforeEach(() => {
    stage = makeStage();
    product();
  });
  const damaged = (why: RegExp) => ({
    ok: false,
    problem: { code: 'quarantine-damaged', values: { run, why: expect.stringMatching(why) as string } },
  });
  const noteOf = (): string => join(stage.run, 'quarantine/0001/record.json');

  test('is on the disk, closed to others, before anything is touched', async () => {
    const before = stage.state();
    const quarantine = open();
    const written = await record(quarantine, files());
    expect(stage.state()).toEqual(before);
    const note = JSON.parse(readFileSync(noteOf(), 'utf8')) as { run: string; saved: { entries: object[] } };
    expect([note.run, note.saved.entries.length]).toEqual([run, 9]);
    expect(await quarantine.check([written])).toEqual({ ok: true, value: true });
  });

  test.each([
    ['edited', /altered/, (text: string) => text.replace('"mode":420', '"mode":511')],
    ['cut off', /damaged/, (text: string) => text.slice(0, 100)],
    [
      'of another run',
      /belongs to run 20200101-000000-000000/,
      (text: string) => text.replace(run, '20200101-000000-000000'),
    ],
  ])('and was %s is refused with one sentence', async (_how, why, alter) => {
    const written = await take();
    writeFileSync(noteOf(), alter(readFileSync(noteOf(), 'utf8')));
    expect(await open().check([written])).toEqual(damaged(why));
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'damaged' });
    expect(stage.exists(kesl)).toBe(false);
  });

  test('and is missing, or lies in the place of another item, is refused', async () => {
    stage.file('/opt/kaspersky/kics/x');
    const first = await take();
    const second = await take(files('/opt/kaspersky/kics'), 2);
    const [one, two] = ['0001', '0002'].map((name) => join(stage.run, 'quarantine', name));
    renameSync(one ?? '', `${one}.x`);
    expect(await open().check([first])).toEqual(damaged(/missing/));
    renameSync(two ?? '', one ?? '');
    expect(await open().check([first])).toEqual(damaged(/altered/));
    expect(await open().check([second])).toEqual(damaged(/missing/));
  });

  test('a quarantine of another run, folder and all, is refused', async () => {
    const written = await take();
    const other = linuxQuarantine('20261126-100000-00000f', stage.run, {
      exec: noPackages,
      root: stage.root,
    });
    expect(await other.check([written])).toMatchObject({ problem: { code: 'quarantine-damaged' } });
  });

  test('cannot be written where there is a link, and then nothing is taken', async () => {
    const elsewhere = mkdtempSync(join(stage.run, '..', 'elsewhere-'));
    symlinkSync(elsewhere, join(stage.run, 'quarantine'));
    const quarantine = open();
    await quarantine.survey([files()]);
    const recorded = await quarantine.record(1, files());
    if (recorded.ok) expect(await quarantine.setAside(recorded.value)).toMatchObject({ why: 'link-in-path' });
    expect(stage.exists(kesl)).toBe(true);
  });
});

describe('what cannot be taken', () => {
  beforeEach(() => void (stage = makeStage()));
  const stays = async (item: LeftoverItem = files(), own: Exec = noPackages) =>
    (await open(own).survey([item]))[0];

  test('is gone', async () => {
    expect(await stays()).toEqual({ kind: 'gone' });
    expect(await stays(folder('/opt/kaspersky'))).toEqual({ kind: 'gone' });
  });

  test('lies behind a link', async () => {
    stage.file('/home/anna/kesl/diary.txt');
    stage.folder('/opt');
    stage.link('/opt/kaspersky', '/home/anna');
    expect(await stays()).toMatchObject({ kind: 'stays', parts: [{ why: 'link-in-path' }] });
    expect(await stays(folder('/opt/kaspersky/kesl'))).toMatchObject({ parts: [{ why: 'link-in-path' }] });
  });

  test('is a link: it goes itself, and what it leads to stays', async () => {
    stage.file('/home/anna/diary.txt');
    stage.link(kesl, join(stage.root, 'home/anna'));
    const before = stage.state();
    const written = await take();
    expect([stage.exists(kesl), stage.exists('/home/anna/diary.txt')]).toEqual([false, true]);
    await open().putBack(written);
    await open().finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('belongs to a package, by the exact file', async () => {
    stage.file(`${kesl}/bin/tool`);
    stage.file(`${kesl}/data`);
    const dpkg: Exec = async (request) => {
      if (request.command !== 'dpkg-query') return noPackages(request);
      expect(request.args.slice(-3)).toEqual([`${kesl}/bin`, `${kesl}/bin/tool`, `${kesl}/data`]);
      const stdout = `desk-widget, other:amd64: ${kesl}/bin/tool\n`;
      const said = (text: string) => ({ text, truncated: false, totalBytes: text.length });
      return { kind: 'exited', code: 1, asExpected: true, stdout: said(stdout), stderr: said('') };
    };
    expect(await stays(files(), dpkg)).toEqual({
      kind: 'stays',
      parts: [{ path: `${kesl}/bin/tool`, why: 'package-file', detail: 'desk-widget, other:amd64' }],
    });
  });

  test('is unknown to a package manager that does not answer', async () => {
    stage.file(`${kesl}/bin/tool`);
    const broken: Exec = async (request) =>
      request.command === 'dpkg-query' ? { kind: 'unstartable', why: 'no memory' } : noPackages(request);
    expect(await stays(files(), broken)).toMatchObject({
      kind: 'stays',
      parts: [{ path: kesl, why: 'could-not-look' }],
    });
  });

  test('is a pipe, a file with holes or with a second name, where it would have to be copied', async () => {
    stage.remove();
    stage = makeStage({ apart: true });
    stage.file(`${kesl}/plain`);
    const made: readonly (readonly [string, () => unknown])[] = [
      ['sparse-file', () => (stage.file(`${kesl}/x`), truncateSync(real(`${kesl}/x`), 10_000_000))],
      ['shared-file', () => linkSync(real(`${kesl}/plain`), real(`${kesl}/x`))],
    ];
    for (const [why, make] of made) {
      make();
      expect(await stays()).toMatchObject({ kind: 'stays', parts: [{ why }] });
      rmSync(real(`${kesl}/x`));
    }
    await exec({ command: 'mkfifo', args: [real(`${kesl}/x`)] });
    expect(await stays()).toMatchObject({
      kind: 'stays',
      parts: [{ path: `${kesl}/x`, why: 'special-file' }],
    });
  });

  test('of one file system all of these go, and come back as they were', async () => {
    stage.file(`${kesl}/plain`);
    stage.file(`${kesl}/holes`);
    truncateSync(real(`${kesl}/holes`), 10_000_000);
    stage.file('/srv/elsewhere');
    linkSync(real('/srv/elsewhere'), real(`${kesl}/linked`));
    await exec({ command: 'mkfifo', args: [real(`${kesl}/pipe`)] });
    const before = stage.state();
    const written = await take();
    expect(readFileSync(real('/srv/elsewhere'), 'utf8')).toBe('/srv/elsewhere');
    await open().putBack(written);
    await open().finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('has more in it by now, or is another one', async () => {
    stage.file(`${kesl}/x`);
    const quarantine = open();
    const written = await record(quarantine, files());
    stage.file(`${kesl}/later`);
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why: 'changed' });
    renameSync(real(kesl), real('/opt/kaspersky/elsewhere'));
    stage.file(`${kesl}/x`);
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why: 'changed' });
    expect([stage.exists(`${kesl}/x`), stage.exists('/opt/kaspersky/elsewhere/later')]).toEqual([true, true]);
  });

  test('is a shared folder that is not empty', async () => {
    stage.folder('/opt/kaspersky');
    const quarantine = open();
    const written = await record(quarantine, folder('/opt/kaspersky'));
    mkdirSync(real(kesl));
    expect(await quarantine.setAside(written)).toEqual({ kind: 'left', why: 'not-empty' });
    expect(stage.exists(kesl)).toBe(true);
  });
});

describe('a copy', () => {
  beforeEach(() => {
    stage = makeStage({ apart: true });
    product();
  });

  test('says when the tools for extended attributes are not there', async () => {
    const without: Exec = async (request) =>
      request.command.endsWith('fattr') ? { kind: 'missing' } : noPackages(request);
    const quarantine = open(without);
    const written = await record(quarantine, files());
    expect(readFileSync(join(stage.run, 'quarantine/0001/record.json'), 'utf8')).toContain(
      '"attributes":"unknown"',
    );
    expect(await quarantine.setAside(written)).toMatchObject({ done: { gaps: ['attributes-unknown'] } });
  });

  test.runIf(hasAttributeTools)('carries access lists and extended attributes there and back', async () => {
    const tool = async (command: string, ...args: readonly string[]): Promise<string> => {
      const result = await exec({ command, args });
      return result.kind === 'exited' && result.code === 0 ? result.stdout.text : JSON.stringify(result);
    };
    await tool('setfattr', '-n', 'trusted.note', '-v', 'hello', real(`${kesl}/bin/tool`));
    await tool('setfacl', '-m', 'u:daemon:rwx', real(`${kesl}/bin`));
    await tool('setfacl', '-d', '-m', 'u:daemon:rwx', real(`${kesl}/empty`));
    const dump = (): Promise<string> =>
      tool('getfattr', '-h', '-R', '-P', '-d', '-m', '-', '-e', 'hex', '--absolute-names', stage.root);
    const [before, attributes] = [stage.state(), await dump()];
    expect(attributes.match(/^[a-z]/gm)?.length).toBe(3);
    const written = await take();
    expect(stage.exists(kesl)).toBe(false);
    await open().putBack(written);
    await open().finish([written]);
    expect([stage.state(), await dump()]).toEqual([before, attributes]);
  });

  test('that could not have the exact time is none: the original stays whole', async () => {
    const before = stage.state();
    const without: Exec = async (request) =>
      request.command === 'touch' ? { kind: 'missing' } : noPackages(request);
    const quarantine = open(without);
    const written = await record(quarantine, files());
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why: 'no-tool' });
    expect(stage.state()).toEqual(before);
  });
});
