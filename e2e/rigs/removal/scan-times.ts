import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Host } from '../debian/host';
import { succeed } from '../debian/outside';
import { repoRoot } from '../debian/paths';

/** In milliseconds, the best of three: the machine of the tests does other things as well. */
export interface ScanTimes {
  readonly alone: Readonly<Record<string, number>>;
  readonly together: number;
}

const source = (path: string): string => JSON.stringify(join(repoRoot, 'electron', path));

const program = `
import { catalogue } from ${source('core/catalogue/index.ts')};
import { interestOf, takeSnapshot } from ${source('core/engine/scan.ts')};
import { systemClock } from ${source('platform/shared/clock.ts')};
import { linuxInspector as inspector } from ${source('platform/linux/index.ts')};

const best = async (work) => {
  const times = [];
  for (let round = 0; round < 4; round++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return Math.round(Math.min(...times.slice(1)));
};
const interest = interestOf(catalogue, 'linux');
const ports = { inspector, clock: systemClock, cancellation: { aborted: false }, onProgress: () => {} };
const alone = { host: await best(() => inspector.host()) };
for (const probe of inspector.probes) alone[probe.table] = await best(() => probe.read(interest));
const together = await best(() => takeSnapshot(ports, catalogue));
console.log(JSON.stringify({ alone, together }));
`;

/** Times each probe by itself and the whole scan, inside a host, with the code as it is in the checkout. */
export const measureScan = async (host: Host): Promise<ScanTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'scan-times-'));
  try {
    writeFileSync(join(folder, 'main.mjs'), program);
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      publicDir: false,
      ssr: { noExternal: true, target: 'node' },
      build: { ssr: join(folder, 'main.mjs'), outDir: join(folder, 'out'), minify: false },
    });
    await host.writeFile('/var/tmp/scan-times.mjs', readFileSync(join(folder, 'out/main.mjs'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const result = succeed('Timing the scan', await host.exec([host.nodePath, '/var/tmp/scan-times.mjs']));
  await host.exec(['rm', '/var/tmp/scan-times.mjs']);
  return JSON.parse(result.stdout) as ScanTimes;
};
