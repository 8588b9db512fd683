import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Host } from '../debian/host';
import { succeed } from '../debian/outside';
import { repoRoot } from '../debian/paths';

/** In milliseconds, each in a fresh process, the best of three: the machine of the tests does other things as well. */
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

const interest = interestOf(catalogue, 'linux');
const ports = { inspector, clock: systemClock, cancellation: { aborted: false }, onProgress: () => {} };
const works = {
  together: () => takeSnapshot(ports, catalogue),
  host: () => inspector.host(),
  ...Object.fromEntries(inspector.probes.map((probe) => [probe.table, () => probe.read(interest)])),
};
const [wanted] = process.argv.slice(2);
if (wanted === undefined) console.log(JSON.stringify(Object.keys(works)));
else {
  const begun = performance.now();
  await works[wanted]();
  console.log(performance.now() - begun);
}
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
      build: {
        ssr: join(folder, 'main.mjs'),
        outDir: join(folder, 'out'),
        minify: false,
        // One file: that is all that goes over to the host.
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    await host.writeFile('/var/tmp/scan-times.mjs', readFileSync(join(folder, 'out/main.mjs'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const run = async (...args: readonly string[]): Promise<unknown> =>
    JSON.parse(
      succeed('Timing the scan', await host.exec([host.nodePath, '/var/tmp/scan-times.mjs', ...args])).stdout,
    );
  const times: Record<string, number> = {};
  for (const work of (await run()) as string[]) {
    const rounds: number[] = [];
    for (let round = 0; round < 3; round += 1) rounds.push(Number(await run(work)));
    times[work] = Math.round(Math.min(...rounds));
  }
  await host.exec(['rm', '/var/tmp/scan-times.mjs']);
  const { together = 0, ...alone } = times;
  return { alone, together };
};
