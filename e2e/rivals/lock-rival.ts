import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockRun } from '../../electron/platform/shared/run-lock.ts';

/**
 * Another process that wants a run. `node rival.cjs FOLDER hold` takes it and stays; `node rival.cjs FOLDER count TIMES`
 * adds one to a number each time it has the run, so that one is lost when two have it at once, and ends with the run in
 * its hands, as a program that is killed does.
 */
const [folder = '', what, times] = process.argv.slice(2);

const hold = async (): Promise<void> => {
  const lock = await lockRun(folder, 'run');
  process.stdout.write(lock.ok ? 'has it\n' : `${lock.problem.code}\n`);
  if (lock.ok) await pause(600_000);
};

const count = async (): Promise<void> => {
  const number = join(folder, 'number');
  for (let left = Number(times); left > 0;) {
    const lock = await lockRun(folder, 'run');
    if (lock.ok) {
      const before = existsSync(number) ? Number(readFileSync(number, 'utf8')) : 0;
      await pause(1);
      writeFileSync(number, String(before + 1));
      left -= 1;
      if (left > 0) await lock.value();
    } else if (lock.problem.code !== 'run-in-use') throw new Error(JSON.stringify(lock.problem));
    await pause(1);
  }
};

void (what === 'hold' ? hold() : count());
