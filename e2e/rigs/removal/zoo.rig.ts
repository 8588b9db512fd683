import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import type { Report } from '../../../electron/core/model/report.ts';
import { hostsUsable } from '../debian/available';
import { buildDeb, buildDebs } from '../debian/fixtures/build-deb';
import { kesl } from '../debian/fixtures/kesl';
import { returningDeb } from '../debian/fixtures/kesl-faults';
import { zoo, type Animal } from '../debian/fixtures/zoo';
import { startHost, type Host } from '../debian/host';
import { assistantOn, type Answer, type Assistant } from './assistant';

/** All of them in `npm run prove`; a few of each kind otherwise. */
const share = process.env['RA_FULL'] === undefined ? zoo.filter((_, at) => at === 0 || at % 5 === 3) : zoo;

/** Far more than it needs, and far less than a talkative script writes. In bytes. */
const mostMemory = 350_000_000;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

interface Removal extends Answer {
  /** The most memory that it had at one time, in bytes. */
  readonly peak: number;
}

const removal = async (assistant: Assistant): Promise<Removal> => {
  const running = assistant.start(['remove', '--yes', '--json']);
  let [stdout, stderr, peak] = ['', '', 0];
  running.child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  running.child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(running.pid()))), 200);
  const { code } = await running.ended;
  clearInterval(look);
  expect(stdout).not.toMatch(control);
  return { code, report: JSON.parse(stdout) as Report, stderr, peak };
};

const memoryOf = (pid: number | undefined): number => {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

const install = async (host: Host, { packages, keepsPackage }: Animal): Promise<void> => {
  await host.install(...(await buildDebs(packages)));
  if (keepsPackage) await host.writeFile(returningDeb, await readFile(await buildDeb(kesl())));
};

const walk = async (host: Host, animal: Animal): Promise<void> => {
  const assistant = assistantOn(host);
  await install(host, animal);
  const { code, report, peak } = await removal(assistant);
  const actions = report.run?.actions ?? [];
  expect([code, report.verdict, ...actions.map(({ outcome }) => outcome)], JSON.stringify(actions)).toEqual([
    animal.code,
    animal.verdict,
    ...animal.outcomes,
  ]);
  if (animal.detail !== undefined) expect(actions.at(-1)?.detail).toContain(animal.detail);
  if (animal.verdict === 'incomplete')
    expect(report.detections.map(({ productId, status }) => `${productId} ${status}`)).toContain(
      'linux-kesl installed',
    );
  expect(JSON.stringify(report).length).toBeLessThan(200_000);
  expect(peak).toBeLessThan(mostMemory);

  if (animal.later !== undefined) {
    await host.exec(['sh', '-c', animal.later.happens]);
    const then = await assistant.report(['verify']);
    expect([then.code, then.report.verdict]).toEqual([animal.later.code, animal.later.verdict]);
  }
  if (animal.again !== undefined) {
    const again = await assistant.report(['remove', '--yes']);
    expect(again.code, JSON.stringify(again.report.run?.actions)).toBe(animal.again);
  }
};

describe.runIf(hostsUsable())('on a Debian host a script that', () => {
  test.each(share)('$what', async (animal) => {
    const host = await startHost({ name: 'zoo' });
    try {
      await walk(host, animal);
    } finally {
      await host.stop();
    }
  });
});
