import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);

interface Context {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: { readonly info: { readonly framework: { version: string }; readonly config: object } };
}
interface Resource {
  readonly from: string;
  readonly to: string;
}
interface Configuration {
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly directories: { readonly output: string };
  readonly electronDist?: string;
  readonly files: readonly string[];
  readonly linux: { readonly executableName: string; readonly extraResources: readonly Resource[] };
  readonly deb: { readonly fpm: readonly string[] };
  readonly rpm: { readonly fpm: readonly string[] };
  readonly mac: { readonly extraResources: readonly Resource[] };
  readonly pkg: { readonly scripts: string };
  readonly win: {
    readonly files: readonly {
      readonly from: string;
      readonly to: string;
      readonly filter: readonly string[];
    }[];
    readonly asarUnpack: readonly string[];
    readonly extraResources: readonly object[];
  };
  readonly beforePack: (context: Context) => void;
  readonly afterPack: (context: Context) => void;
}
const { configuration } = require('./electron-builder.cjs') as {
  configuration: (env: Readonly<Record<string, string>>) => Configuration;
};
const manifest = require('../package.json') as {
  devDependencies: { electron: string };
  productName: string;
};
const official = manifest.devDependencies.electron;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runtime(version: string, marked = false): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'resources', 'default_app.asar'), '');
  if (marked) writeFileSync(join(folder, 'STAND-IN'), '');
  return folder;
}

function packing(version: string): Context {
  return {
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { info: { framework: { version }, config: {} } },
  };
}

describe('the packaging configuration', () => {
  it('sets every fuse of a release hard', () => {
    expect(configuration({}).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('lets a test package be inspected and changes no other fuse', () => {
    expect(configuration({ RA_E2E: '1' }).electronFuses).toEqual({
      ...configuration({}).electronFuses,
      enableNodeCliInspectArguments: true,
    });
    expect(configuration({ RA_E2E: 'release-fuses' }).electronFuses).toEqual(configuration({}).electronFuses);
  });

  it('gives Windows alone koffi, with its native code outside the archive, where Windows can load it', () => {
    const { files, win, linux, mac } = configuration({});
    expect(files).toContain('!node_modules/**');
    expect(win.files).toMatchObject([{ to: 'node_modules' }]);
    const native = win.files.flatMap((set) => set.filter).filter((file) => file.endsWith('.node'));
    expect(native).toEqual(['@koromix/koffi-win32-x64/win32_x64/koffi.node']);
    expect(win.asarUnpack).toEqual(['**/*.node']);
    expect(linux).not.toHaveProperty('files');
    expect(mac).not.toHaveProperty('files');
  });

  it('brings the command line and a Node for it, and on Linux what polkit asks for exactly that', () => {
    const { linux, mac, win, deb, rpm } = configuration({});
    for (const { extraResources } of [linux, mac])
      expect(extraResources.map(({ to }) => to)).toEqual([
        'cli/removal-assistant',
        'cli/removal-assistant.cjs',
        'cli/node',
        'cli/LICENSE.node.txt',
      ]);
    expect(win.extraResources).toEqual([{ from: 'build/out/win-cli', to: 'cli' }]);
    expect(linux.executableName).not.toBe('removal-assistant');
    const [from = '', to = ''] = (deb.fpm[0] ?? '').split('=');
    expect(rpm.fpm).toEqual(deb.fpm);
    expect(to).toBe('/usr/share/polkit-1/actions/org.removalassistant.worker.policy');
    const policy = readFileSync(from, 'utf8');
    const annotation = (key: string) =>
      new RegExp(`<annotate key="org.freedesktop.policykit.exec.${key}">([^<]*)</annotate>`).exec(
        policy,
      )?.[1];
    // Packages of electron-builder lie in /opt, under the product's name.
    expect(annotation('path')).toBe(`/opt/${manifest.productName}/resources/cli/removal-assistant`);
    expect(annotation('argv1')).toBe('elevated-worker');
    expect(policy.match(/<allow_\w+>auth_admin<\/allow_\w+>/g)).toHaveLength(3);
    const launcher = resolve(import.meta.dirname, '..', linux.extraResources[0]?.from ?? '');
    expect(statSync(launcher).mode & 0o111).toBe(0o111);
  });

  it('names icons that are there', () => {
    for (const name of ['icon.ico', 'icon.icns', 'icon.png', 'linux/512x512.png']) {
      expect(existsSync(resolve(import.meta.dirname, 'icons', name))).toBe(true);
    }
  });
});

describe('a release', () => {
  it('is refused on the stand-in, before anything is packed', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: runtime('25.1.1', true) };
    expect(() => configuration(env)).toThrow('Refusing to pack');
  });

  it('is refused on the stand-in that came in another way', () => {
    runtime('25.1.1', true);
    expect(() => configuration({}).beforePack(packing('25.1.1'))).toThrow('Refusing to pack');
    expect(() => configuration({}).afterPack(packing('25.1.1'))).toThrow('Refusing to pack');
  });

  it('is refused when only the marker or only the version gives the stand-in away', () => {
    runtime(official, true);
    expect(() => configuration({}).beforePack(packing(official))).toThrow('Refusing to pack');
    rmSync(join(folder, 'STAND-IN'));
    runtime('25.1.1');
    expect(() => configuration({}).beforePack(packing(official))).toThrow('Refusing to pack');
  });

  it('goes ahead on the pinned Electron and takes out the demo app', () => {
    runtime(official);
    const config = configuration({});
    expect(() => config.beforePack(packing(official))).not.toThrow();
    config.afterPack(packing(official));
    expect(existsSync(join(folder, 'resources', 'default_app.asar'))).toBe(false);
  });
});

describe('a test package', () => {
  it('may be built on the stand-in, without the fuse that it lacks, in a folder of its own', () => {
    const config = configuration({ RA_E2E: '1', ELECTRON_OVERRIDE_DIST_PATH: runtime('25.1.1', true) });
    expect(() => config.beforePack(packing('25.1.1'))).not.toThrow();
    expect(config.electronDist).toBe(folder);
    expect(config.electronFuses).not.toHaveProperty('grantFileProtocolExtraPrivileges');
    expect(config.directories.output).toMatch(/^build\/out\/test-packages\//);
  });
});
