import { it } from 'vitest';

import { assistantOn } from './assistant';
import { wineUsable } from './available';
import { addNeighbours } from './fixtures/neighbours';
import { startMachine } from './machine';

const times = 30;

const share = (sorted: readonly number[], part: number): string =>
  `${((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0) / 1000).toFixed(2)} s`;

const timed = async (run: () => Promise<unknown>): Promise<readonly number[]> => {
  const all: number[] = [];
  for (let i = -2; i < times; i++) {
    const began = performance.now();
    await run();
    // The first two only warm up.
    if (i >= 0) all.push(performance.now() - began);
  }
  return all.toSorted((a, b) => a - b);
};

it.runIf(wineUsable())('a scan of a Windows computer with 300 programs, from start to exit', async () => {
  const machine = await startMachine('figures');
  try {
    await addNeighbours(machine, 300);
    const assistant = await assistantOn(machine);
    const lines = [];
    for (const [name, args] of [
      ['the program alone (--version)', ['--version']],
      ['scan', ['scan', '--json']],
    ] as const) {
      const sorted = await timed(() => assistant.run(args));
      lines.push(`${name}: median ${share(sorted, 0.5)}, p95 ${share(sorted, 0.95)}, of ${String(times)}`);
    }
    process.stdout.write(`\n${lines.join('\n')}\n`);
  } finally {
    await machine.close();
  }
});
