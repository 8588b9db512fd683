import { beforeAll, describe, expect, test } from 'vitest';

import { isFull } from '../../full-size';
import type { Report } from '../../../electron/core/model/report.ts';
import { diceOf } from '../../corpus/dice';
import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { counted, removalsOn } from '../debian/fixtures/counted';
import { epagent } from '../debian/fixtures/epagent';
import { kesl } from '../debian/fixtures/kesl';
import { keslGui } from '../debian/fixtures/kesl-gui';
import { klnagent64 } from '../debian/fixtures/klnagent64';
import { startHost, type Host } from '../debian/host';
import { assistantOn } from './assistant';
import { cutAtLine, linesIn, plain } from './cuts';

const runs = '/var/lib/removal-assistant/runs';
const go = ['--yes', '--accept', 'managed-redeploy'];

const products = [kesl(), keslGui, epagent, klnagent64].map(counted);

const office = async (): Promise<Host> => {
  const host = await startHost({ name: 'cuts' });
  await host.install(...(await buildDebs(products)));
  return host;
};

interface End {
  readonly code: number | null;
  readonly report: Report;
  /** Packages in the order in which their scripts ran. */
  readonly removed: readonly string[];
  readonly lines: number;
}

const endOf = async (host: Host, answer: Promise<Pick<End, 'code' | 'report'>>): Promise<End> => {
  const { code, report } = await answer;
  const removed = await removalsOn(host);
  return { code, report, removed, lines: linesIn(host.rootPath() + runs) };
};

/** Begins, or goes on, and is ended when the journal has so many lines; how many it had then. */
const cutOff = async (host: Host, line: number): Promise<number | undefined> => {
  const place = host.rootPath() + runs;
  const command = linesIn(place) === 0 ? ['remove', ...go, '--leftovers'] : ['resume', '--yes'];
  const running = assistantOn(host).start(command);
  running.child.stdout?.resume();
  running.child.stderr?.resume();
  let pid = running.pid();
  while (pid === undefined) {
    await new Promise((next) => setImmediate(next));
    pid = running.pid();
  }
  const cut = await cutAtLine(place, line, {
    kill: () => process.kill(pid, 'SIGKILL'),
    hasEnded: () => running.child.exitCode !== null || running.child.signalCode !== null,
  });
  await running.ended;
  return cut;
};

describe.runIf(hostsUsable())('a removal of four packages and their leftovers on a Debian host', () => {
  let whole: End;
  beforeAll(async () => {
    const host = await office();
    whole = await endOf(host, assistantOn(host).report(['remove', ...go, '--leftovers']));
    await host.stop();
  });

  /** Cut at each of these lines, one after the other, then gone on with to its end. */
  const walk = async (lines: readonly number[]): Promise<number> => {
    const host = await office();
    try {
      let cuts = 0;
      for (const line of lines) if ((await cutOff(host, line)) !== undefined) cuts += 1;
      const end = await endOf(host, assistantOn(host).report(['resume', '--yes']));
      expect([end.code, end.report.verdict]).toEqual([0, 'removed']);
      expect(end.removed).toEqual(whole.removed);
      expect(plain(end.report)).toEqual(plain(whole.report));
      return cuts;
    } finally {
      await host.stop();
    }
  };

  test('that nobody cuts is the measure', () => {
    expect([whole.code, whole.report.verdict]).toEqual([0, 'removed']);
    expect(whole.removed).toEqual(['kesl-gui', 'kesl', 'epagent', 'klnagent64']);
    expect(whole.report.run?.leftovers?.setAside.length).toBeGreaterThan(3);
    expect(whole.lines).toBeGreaterThan(20);
  });

  /** Each line before the last of them, one cut a host in `npm run prove`. */
  const every = Array.from({ length: 26 }, (_, at) => at + 1);
  test.runIf(isFull).each(every)(
    'killed when its journal has %i lines ends as if it had not been',
    async (line) => {
      if (line < whole.lines) expect(await walk([line])).toBe(1);
    },
  );

  test('killed again and again, wherever it is, ends as if it had not been', async () => {
    const dice = diceOf(20261126);
    // Going on takes a line of its own, so that each cut is further on than the one before.
    const lines = [2, 3, 3, 4].reduce<number[]>(
      (sofar, step) => [...sofar, (sofar.at(-1) ?? 0) + step + dice.int(3)],
      [],
    );
    expect(await walk(lines)).toBe(4);
  });
});
