import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerFiles } from '../../electron/platform/macos/elevator.ts';

/** The script of the package for macOS, as Installer runs it: on a folder that stands for the volume. */
const script = resolve(import.meta.dirname, '../../build/mac/scripts/postinstall');
const command = 'usr/local/bin/removal-assistant';

let volume: string;
const at = (path: string): string => join(volume, path);
const text = (path: string): string => readFileSync(at(path), 'utf8');
const install = (version: string): void => {
  const cli = at('Applications/Kaspersky Removal Assistant.app/Contents/Resources/cli');
  mkdirSync(cli, { recursive: true });
  for (const name of ['removal-assistant', 'node', 'removal-assistant.cjs', 'LICENSE.node.txt'])
    writeFileSync(join(cli, name), `${name} ${version}`, { mode: 0o775 });
  execFileSync('/bin/sh', [script, 'package', at('Applications'), `${volume}/`]);
};
beforeEach(() => (volume = mkdtempSync(join(tmpdir(), 'volume-'))));
afterEach(() => rmSync(volume, { recursive: true }));

describe.runIf(process.getuid?.() === 0)('a package for macOS', () => {
  it('puts the helper where the window looks for it, root’s alone to change', () => {
    install('1');
    for (const path of workerFiles) {
      expect(text(path)).toMatch(/ 1$/);
      const { uid, mode } = statSync(at(path));
      expect([uid, mode & 0o022]).toEqual([0, 0]);
    }
    expect(statSync(at(workerFiles[1] ?? '')).mode & 0o777).toBe(0o755);
    expect(text(command)).toContain(`exec ${workerFiles[0] ?? ''} "$@"`);
    expect(statSync(at(command)).mode & 0o777).toBe(0o755);
  });

  it('is installed over an older one, of which nothing stays', () => {
    install('1');
    const stray = at(`${workerFiles[0] ?? ''}.old`);
    writeFileSync(stray, '');
    install('2');
    for (const path of workerFiles) expect(text(path)).toMatch(/ 2$/);
    expect(() => statSync(stray)).toThrow('ENOENT');
    expect(text(command)).toContain(workerFiles[0]);
  });

  it('leaves a command of somebody else’s under that name alone', () => {
    mkdirSync(at('usr/local/bin'), { recursive: true });
    writeFileSync(at(command), 'theirs');
    install('1');
    expect(text(command)).toBe('theirs');
  });

  it('says so and puts nothing half in its place when a file is missing', () => {
    install('1');
    const node = at('Applications/Kaspersky Removal Assistant.app/Contents/Resources/cli/node');
    chmodSync(node, 0o755);
    rmSync(node);
    expect(() =>
      execFileSync('/bin/sh', [script, 'package', at('Applications'), volume], { stdio: 'pipe' }),
    ).toThrow('node');
    for (const path of workerFiles) expect(text(path)).toMatch(/ 1$/);
  });
});
