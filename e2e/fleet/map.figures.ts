import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { test } from 'vitest';
import { fleetStart, writeFleet } from './fleet.ts';

const { ensureCliBundle } = createRequire(import.meta.url)('../../build/scripts/cli-bundle.cjs') as {
  ensureCliBundle: () => string;
};

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The most memory that a process ever had resident, as Linux counts it; 0 where it is gone or not Linux. */
const peakOf = (pid: number | undefined): number => {
  try {
    return (
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
};

const measured = (words: readonly string[]): Promise<Measured> =>
  new Promise((done, failed) => {
    const began = performance.now();
    const child = spawn(process.execPath, [ensureCliBundle(), ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let megabytes = 0;
    const watch = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid))), 20);
    child.on('error', failed);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - began) / 1000, megabytes });
      else failed(new Error(`the map ended with ${String(code)}`));
    });
  });

/** Figures, never assertions. */
test.each([
  [10_000, 18],
  [100_000, 6],
])('the map of %i reports', async (count, rows) => {
  const folder = mkdtempSync(join(tmpdir(), 'removal-assistant-figures-'));
  try {
    ensureCliBundle();
    const planted = writeFleet(join(folder, 'reports'), Math.round(count * 0.72), 5, rows);
    const assets = join(folder, 'assets.csv');
    writeFileSync(assets, planted.assets);
    const files = planted.reports + planted.copies + planted.altered;
    const lines = [`${files} reports of ${planted.computers.size} computers`];
    for (const format of ['json', 'csv', 'html']) {
      const out = join(folder, `map.${format}`);
      const words = ['map', join(folder, 'reports'), '--directive', 'bod-17-01', '--start', fleetStart];
      const { seconds, megabytes } = await measured([...words, '--assets', assets, '--out', out]);
      const size = (statSync(out).size / 1e6).toFixed(1);
      lines.push(`  ${format} (${size} MB): ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB`);
    }
    process.stdout.write(`\n${lines.join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
