import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import type { Exec } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { benchOn, files, folder, kesl } from '../../shared/quarantine/testing/bench.ts';
import { noPackages } from '../../shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage } from '../../shared/quarantine/testing/stage.ts';

let stage: Stage;
afterEach(() => stage.remove());
const open = (...own: Parameters<ReturnType<typeof benchOn>['open']>) => benchOn(stage).open(...own);
const record = (...what: Parameters<ReturnType<typeof benchOn>['record']>) => benchOn(stage).record(...what);
const real = (path: string): string => benchOn(stage).real(path);
const take = (...what: Parameters<ReturnType<typeof benchOn>['take']>) => benchOn(stage).take(...what);

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
