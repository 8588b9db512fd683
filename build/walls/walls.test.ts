import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/**
 * The rooms of the house import one way, and the compiler is the wall. Each case compiles one more file with the
 * room's own settings and references, as if somebody had put it there.
 */

const repo = path.resolve(import.meta.dirname, '../..');
mkdirSync(path.join(repo, 'build/out'), { recursive: true });
const scratch = mkdtempSync(path.join(repo, 'build/out/walls-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const compile = (room: string, code: string): string => {
  const folder = mkdtempSync(path.join(scratch, 'case-'));
  const roomFolder = path.join(repo, room);
  const { references = [] } = JSON.parse(readFileSync(path.join(roomFolder, 'tsconfig.json'), 'utf8')) as {
    references?: { path: string }[];
  };
  writeFileSync(path.join(folder, 'intruder.ts'), code);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: path.join(roomFolder, 'tsconfig.json'),
      compilerOptions: { rootDir: repo, outDir: folder, tsBuildInfoFile: path.join(folder, 'info') },
      include: ['intruder.ts'],
      exclude: [],
      references: references.map((reference) => ({ path: path.resolve(roomFolder, reference.path) })),
    }),
  );
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', folder], { cwd: repo, encoding: 'utf8', stdio: 'pipe' });
    return 'compiles';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

const core = '../../../../electron/core';

describe('a forbidden import fails the build of types', () => {
  test.each([
    [
      'the core',
      'electron/core',
      `import { readFileSync } from 'node:fs'; readFileSync('/');`,
      /TS2307|TS2591/,
    ],
    ['the core', 'electron/core', `import { app } from 'electron'; app.quit();`, /TS2307|TS6307/],
    ['the core', 'electron/core', `export const w = window.location;`, /TS2304/],
    ['the core', 'electron/core', `export const e = process.env;`, /TS2591|TS2580/],
    ['the core', 'electron/core', `export { run } from '../../../../electron/platform/exec.ts';`, /TS6307/],
    ['the core', 'electron/core', `import { useState } from 'react'; useState(1);`, /TS2307|TS6307/],
    [
      'the window',
      'renderer',
      `import { ipcRenderer } from 'electron'; ipcRenderer.send('x');`,
      /TS2307|TS6307/,
    ],
    ['the window', 'renderer', `export { detect } from '${core}/engine/detect.ts';`, /TS6307/],
    ['the window', 'renderer', `export { products } from '${core}/catalogue/index.ts';`, /TS6307/],
    ['the window', 'renderer', `import { spawn } from 'node:child_process'; spawn('x');`, /TS2307|TS2591/],
    [
      'the platform',
      'electron/platform',
      `export * from '../../../../electron/shell/main.ts';`,
      /TS6307|TS2307/,
    ],
    ['the contract', 'electron/core/contract', `export * from '${core}/engine/scan.ts';`, /TS6307/],
  ])('in %s (%s): %s', (_, room, code, fault) => {
    expect(compile(room, code)).toMatch(fault);
  });

  test.each([
    ['electron/core', `export { parseSnapshot } from '${core}/model/snapshot.ts';`],
    ['renderer', `export type { Bridge } from '${core}/contract/contract.ts';`],
    [
      'electron/platform',
      `export type { Probe } from '${core}/ports.ts'; export { readFile } from 'node:fs/promises';`,
    ],
  ])('while an allowed one in %s compiles: %s', (room, code) => {
    expect(compile(room, code)).toBe('compiles');
  });
}, 60_000);
