import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const require = createRequire(import.meta.url);
const { windowsProgram, programScript, windowsVersion, throwFuse } = require('./windows-program.cjs') as {
  windowsProgram: (parts: {
    nodeExe: Buffer;
    blob: Buffer;
    icon: Buffer;
    version: string;
    strings: Readonly<Record<string, string>>;
  }) => Buffer;
  programScript: (bundle: string) => string;
  windowsVersion: (version: string) => readonly number[];
  throwFuse: (binary: Buffer) => void;
};
const { koffiFiles } = require('./windows-runtime.cjs') as { koffiFiles: readonly string[] };

const root = resolve(import.meta.dirname, '..', '..');
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const icon = readFileSync(join(root, 'build', 'icons', 'icon.ico'));

/** A Windows program with nothing in it but the switch and an entry that says who made it. */
function smallNode(): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = 1033;
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Node.js' });
  info.outputToResourceEntries(resources.entries);
  const carried = Buffer.from(`..${fuse}:0..`);
  resources.entries.push({
    type: 10,
    id: 'DATA',
    lang: 0,
    codepage: 0,
    bin: Uint8Array.from(carried).buffer,
  });
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

describe('the Windows program', () => {
  const strings = { ProductName: 'Ours' };
  const blob = Buffer.from('the script');
  const made = windowsProgram({ nodeExe: smallNode(), blob, icon, version: '1.2.3-beta.4', strings });
  const resources = NtExecutableResource.from(NtExecutable.from(made));

  it('carries the script, and its switch is thrown', () => {
    const carried = resources.entries.find((entry) => entry.id === 'NODE_SEA_BLOB');
    expect(carried?.type).toBe(10);
    expect(Buffer.from(carried?.bin ?? new ArrayBuffer(0)).toString()).toBe('the script');
    expect(made.includes(`${fuse}:1`)).toBe(true);
    expect(made.includes(`${fuse}:0`)).toBe(false);
  });

  it('says that it is ours, in our version, and nothing of Node', () => {
    const infos = Resource.VersionInfo.fromEntries(resources.entries);
    expect(infos).toHaveLength(1);
    expect(infos[0]?.getStringValues({ lang: 1033, codepage: 1200 })).toEqual({
      ProductName: 'Ours',
      FileVersion: '1.2.3.0',
      ProductVersion: '1.2.3.0',
    });
    expect(infos[0]?.fixedInfo.fileVersionMS).toBe(0x1_0002);
    expect(infos[0]?.fixedInfo.fileVersionLS).toBe(0x3_0000);
  });

  it('has our icon', () => {
    const [group] = Resource.IconGroupEntry.fromEntries(resources.entries);
    expect(group?.icons.length).toBeGreaterThan(1);
  });

  it('is not made from a binary whose switch is missing, thrown or ambiguous', () => {
    for (const text of ['nothing', `${fuse}:1`, `${fuse}:0 ${fuse}:0`]) {
      expect(() => throwFuse(Buffer.from(text))).toThrow('not there exactly once');
    }
  });
});

describe('the version of a Windows file', () => {
  it('has four numbers', () => {
    expect(windowsVersion('0.1.0')).toEqual([0, 1, 0, 0]);
    expect(windowsVersion('12.3.45-rc.1')).toEqual([12, 3, 45, 0]);
    expect(() => windowsVersion('latest')).toThrow('Not a version');
  });
});

describe('what lies beside the program', () => {
  let folder: string;
  const execPath = process.execPath;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'program-'));
    process.execPath = join(folder, 'program.exe');
  });
  afterEach(() => {
    process.execPath = execPath;
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'is enough for koffi, which the script finds there',
    () => {
      const modules = join(folder, 'node_modules');
      for (const file of koffiFiles.filter((name) => name.startsWith('koffi/'))) {
        mkdirSync(dirname(join(modules, file)), { recursive: true });
        copyFileSync(join(root, 'node_modules', file), join(modules, file));
      }
      const native = join('@koromix', 'koffi-linux-x64');
      cpSync(join(root, 'node_modules', native), join(modules, native), { recursive: true });

      const script = programScript(
        'exports.at = require.resolve("koffi"); exports.koffi = require("koffi");',
      );
      const exports: { at?: string; koffi?: { version: string } } = {};
      // As Node runs the script of a single program: a function that is given what a module is given.
      // eslint-disable-next-line typescript/no-implied-eval
      new Function('exports', 'require', script)(exports, require);
      expect(exports.at).toBe(join(modules, 'koffi', 'index.cjs'));
      expect(exports.koffi?.version).toBe(version('package.json'));
    },
  );

  it('is the koffi that everything else is tested with', () => {
    expect(version(join('build', 'win-runtime', 'package.json'))).toBe(version('package.json'));
  });
});

const version = (file: string): string | undefined => {
  const manifest = require(join(root, file)) as { dependencies: Record<string, string> };
  return manifest.dependencies['koffi'];
};
