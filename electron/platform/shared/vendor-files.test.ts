import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles } from './vendor-files.ts';

let root: string;
const at = (path: string): string => join(root, path);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(at('kaspersky/kesl/bin'), { recursive: true });
  writeFileSync(at('kaspersky/kesl/bin/kesl'), '12345');
  writeFileSync(at('elsewhere'), '');
});
afterEach(() => {
  chmodSync(at('kaspersky/kesl'), 0o700);
  rmSync(root, { recursive: true, force: true });
});

const pathsOf = (reading: Awaited<ReturnType<typeof readFiles>>): string[] =>
  reading.kind === 'ok' ? reading.rows.map((row) => (row.path ?? '').replace(root, '')).toSorted() : [];

describe('the files of the vendor', () => {
  it('are walked to the last entry, with kind and size in bytes', async () => {
    const reading = await readFiles({ roots: [at('kaspersky')], exactPaths: [] });
    expect(pathsOf(reading)).toEqual([
      '/kaspersky',
      '/kaspersky/kesl',
      '/kaspersky/kesl/bin',
      '/kaspersky/kesl/bin/kesl',
    ]);
    expect(reading).toMatchObject({
      rows: expect.arrayContaining([{ path: at('kaspersky/kesl/bin/kesl'), kind: 'file', size: 5 }]),
    });
    expect(reading).not.toHaveProperty('gaps');
  });

  it('are not there where nothing is, which is an answer and no gap', async () => {
    expect(
      await readFiles({ roots: [at('nothing'), at('elsewhere/below-a-file')], exactPaths: [at('no')] }),
    ).toEqual({ kind: 'ok', rows: [] });
  });

  it('include exact places, and do not walk them', async () => {
    expect(pathsOf(await readFiles({ roots: [], exactPaths: [at('kaspersky'), at('elsewhere')] }))).toEqual([
      '/elsewhere',
      '/kaspersky',
    ]);
  });

  it('include what has one of the names in a folder, to the last entry, and nothing else there', async () => {
    writeFileSync(at('kl1.sys'), '');
    mkdirSync(at('kl1.old'));
    const named = [
      { folder: root, name: /^kaspersky$/ },
      { folder: root, name: /^kl1\.sys$/ },
      { folder: at('nothing'), name: /^kl1\.sys$/ },
    ];
    const reading = await readFiles({ roots: [], exactPaths: [], named });
    expect(pathsOf(reading)).toEqual([
      '/kaspersky',
      '/kaspersky/kesl',
      '/kaspersky/kesl/bin',
      '/kaspersky/kesl/bin/kesl',
      '/kl1.sys',
    ]);
    expect(reading).not.toHaveProperty('gaps');
  });

  it('are counted once, however many roots lead to them', async () => {
    const reading = await readFiles({
      roots: [at('kaspersky'), at('kaspersky/kesl')],
      exactPaths: [at('kaspersky/kesl/bin')],
    });
    expect(pathsOf(reading)).toHaveLength(4);
  });

  it('are not looked for behind links', async () => {
    symlinkSync(at('elsewhere'), at('kaspersky/link'));
    symlinkSync('/', at('kaspersky/top'));
    const reading = await readFiles({ roots: [at('kaspersky')], exactPaths: [] });
    expect(pathsOf(reading)).toHaveLength(6);
    expect(reading).toMatchObject({
      rows: expect.arrayContaining([{ path: at('kaspersky/top'), kind: 'file', size: 1 }]),
    });
  });

  it('have a gap when a root itself is a link', async () => {
    symlinkSync(at('kaspersky'), at('moved'));
    expect(await readFiles({ roots: [at('moved')], exactPaths: [] })).toMatchObject({
      rows: [{ path: at('moved') }],
      gaps: [{ source: at('moved'), kind: 'failed' }],
    });
  });

  it('have a gap where the bound is reached', async () => {
    for (let index = 0; index < 20; index += 1) writeFileSync(at(`kaspersky/file${String(index)}`), '');
    const many = await readFiles({ roots: [at('kaspersky')], exactPaths: [] }, { entries: 10, depth: 64 });
    expect(many).toMatchObject({ gaps: [{ kind: 'failed', why: 'more than 10 entries' }] });
    expect(pathsOf(many)).toHaveLength(10);
    const whole = await readFiles({ roots: [at('kaspersky')], exactPaths: [] }, { entries: 24, depth: 64 });
    expect(whole).not.toHaveProperty('gaps');
    const oneLess = await readFiles({ roots: [at('kaspersky')], exactPaths: [] }, { entries: 23, depth: 64 });
    expect(oneLess).toMatchObject({ gaps: [{ why: 'more than 23 entries' }] });
    const deep = await readFiles({ roots: [at('kaspersky')], exactPaths: [] }, { entries: 100, depth: 1 });
    expect(deep).toMatchObject({ gaps: [{ source: at('kaspersky/kesl'), kind: 'failed' }] });
  });

  it('are found under names that are no text, a folder so named included', async () => {
    const folder = Buffer.concat([Buffer.from(at('kaspersky/')), Buffer.from([0xe4])]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/inner')]), '');
    const paths = pathsOf(await readFiles({ roots: [at('kaspersky')], exactPaths: [] }));
    expect(paths).toContain('/kaspersky/\\xe4');
    expect(paths).toContain('/kaspersky/\\xe4/inner');
  });

  it.runIf(process.geteuid?.() === 0)(
    'known by name are asked for one by one where their folder is closed',
    async () => {
      chmodSync(root, 0o755);
      chmodSync(at('kaspersky'), 0o711);
      const named = [{ folder: at('kaspersky'), name: /^kesl.*$/ }];
      process.seteuid?.(65534);
      try {
        expect(await readFiles({ roots: [], exactPaths: [], named })).toMatchObject({
          rows: [],
          gaps: [{ source: at('kaspersky'), kind: 'denied' }],
        });
        const known = named.map((each) => ({ ...each, known: ['kesl', 'kesl.old'] }));
        const reading = await readFiles({ roots: [], exactPaths: [], named: known });
        expect(reading).not.toHaveProperty('gaps');
        expect(pathsOf(reading).at(0)).toBe('/kaspersky/kesl');
        expect(pathsOf(reading)).not.toContain('/kaspersky/kesl.old');
      } finally {
        process.seteuid?.(0);
        chmodSync(at('kaspersky'), 0o755);
      }
    },
  );

  it.runIf(process.geteuid?.() === 0)('that this user may not see are a gap, not an absence', async () => {
    chmodSync(root, 0o755);
    chmodSync(at('kaspersky/kesl'), 0o700);
    process.seteuid?.(65534);
    try {
      const reading = await readFiles({
        roots: [at('kaspersky')],
        exactPaths: [at('kaspersky/kesl/bin/kesl')],
      });
      expect(pathsOf(reading)).toEqual(['/kaspersky', '/kaspersky/kesl']);
      expect(reading).toMatchObject({
        gaps: [
          { source: at('kaspersky/kesl/bin/kesl'), kind: 'denied', why: 'permission denied' },
          { source: at('kaspersky/kesl'), kind: 'denied', why: 'permission denied' },
        ],
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});
