import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJsonFile, writeJsonFile, writeTextFile } from './files.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'json-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('reading JSON', () => {
  it.each([
    ['UTF-8', Buffer.from('{"a":"ä"}')],
    ['UTF-8 with a mark', Buffer.from('\ufeff{"a":"ä"}')],
    ['UTF-16, as PowerShell redirects', Buffer.from('\ufeff{"a":"ä"}\r\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff{"a":"ä"}', 'utf16le').swap16()],
  ])('understands %s', async (_, bytes) => {
    writeFileSync(at('x.json'), bytes);
    expect(await readJsonFile(at('x.json'))).toEqual({ ok: true, value: { a: 'ä' } });
  });

  it('tells a missing file from an unreadable one and from one that is no JSON', async () => {
    const codeOf = async (path: string) => {
      const result = await readJsonFile(path);
      return result.ok ? 'ok' : [result.problem.code, result.problem.values?.['why']];
    };
    writeFileSync(at('text'), 'Hello');
    writeFileSync(at('empty'), '');
    writeFileSync(at('bytes'), Buffer.from([0xc3, 0x28]));
    writeFileSync(at('half'), Buffer.from([0xff, 0xfe, 0x7b]));
    expect(await codeOf(at('no'))).toEqual(['file-missing', undefined]);
    expect(await codeOf(folder)).toEqual(['file-unreadable', 'it is a folder']);
    expect(await codeOf(at('text'))).toEqual(['not-json', undefined]);
    expect(await codeOf(at('empty'))).toEqual(['not-json', undefined]);
    expect(await codeOf(at('bytes'))).toEqual(['file-unreadable', 'it is not text in UTF-8 or UTF-16']);
    expect(await codeOf(at('half'))).toEqual(['file-unreadable', 'it is not text in UTF-8 or UTF-16']);
  });

  it('gives up on a file of more than 200 MB', async () => {
    writeFileSync(at('big'), '');
    truncateSync(at('big'), 200 * 1024 * 1024 + 1);
    expect(await readJsonFile(at('big'))).toEqual({
      ok: false,
      problem: { code: 'file-unreadable', values: { path: at('big'), why: 'it is larger than 200 MB' } },
    });
  });
});

describe('writing', () => {
  it('replaces a file whole and leaves nothing beside it', async () => {
    writeFileSync(at('x.json'), 'old');
    expect(await writeJsonFile(at('x.json'), { a: 1 })).toEqual({ ok: true, value: true });
    expect(readFileSync(at('x.json'), 'utf8')).toBe('{\n  "a": 1\n}\n');
    expect(readdirSync(folder)).toEqual(['x.json']);
  });

  it('can keep a file private', async () => {
    await writeTextFile(at('x'), '', 0o600);
    expect(statSync(at('x')).mode & 0o777).toBe(0o600);
  });

  it('writes through a link and into a device', async () => {
    writeFileSync(at('target'), '');
    symlinkSync(at('target'), at('link'));
    await writeTextFile(at('link'), 'x');
    expect(readFileSync(at('target'), 'utf8')).toBe('x');
    expect(await writeTextFile('/dev/null', 'x')).toEqual({ ok: true, value: true });
  });

  it('says why it could not', async () => {
    const why = async (path: string) => {
      const result = await writeTextFile(path, 'x'.repeat(10));
      return result.ok ? 'ok' : result.problem.values?.['why'];
    };
    mkdirSync(at('folder'));
    expect(await why(at('folder'))).toBe('it is a folder');
    expect(await why(at('no/x'))).toBe('no such file or folder');
    expect(await why('/dev/full')).toBe('the disk is full');
  });

  it.runIf(process.geteuid?.() === 0)('says so when it is not permitted', async () => {
    chmodSync(folder, 0o755);
    process.seteuid?.(65534);
    const result = await writeTextFile(at('x'), '');
    process.seteuid?.(0);
    expect(result).toEqual({
      ok: false,
      problem: { code: 'file-unwritable', values: { path: at('x'), why: 'permission denied' } },
    });
  });
});
