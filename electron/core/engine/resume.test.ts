import { describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { codes, desk, everythingAccepted, Killed, WindowsComputer } from '../testing/windows-computer.ts';
import type { Removed } from './remove.ts';
import { remove } from './remove.ts';
import { resume } from './resume.ts';

const accepted = everythingAccepted;
const begin = (pc: WindowsComputer) => remove(desk, pc.ports(), { accepted });
const goOn = (pc: WindowsComputer): Promise<Result<Removed>> => {
  const left = pc.left();
  // Cut off before anything was on the disk: the person starts again.
  return left === undefined || left.entries.length === 0
    ? begin(pc)
    : resume(desk, pc.ports(), left, { accepted });
};
const reportOf = (done: Result<Removed>): Report => {
  if (!done.ok) throw new Error(done.problem.code);
  return done.value.report;
};
const outcomes = (report: Report) =>
  report.run?.actions.map(({ id, outcome }) => [id.split(':')[0], outcome]);

describe('a run that waits for a restart', () => {
  it('keeps the agent until the protection has gone for good, and takes it then', async () => {
    const pc = new WindowsComputer();
    const first = reportOf(await begin(pc));
    expect(first.verdict).toBe('restart-needed');
    expect(outcomes(first)).toEqual([
      ['business-kes-win', 'restart-needed'],
      ['vpn-win', 'removed'],
      ['pwm-win', 'removed'],
      ['mgmt-nagent-win', 'after-restart'],
    ]);
    expect(pc.changes).toEqual([codes.kes, codes.vpn, codes.passwords]);

    pc.restart();
    const last = reportOf(await goOn(pc));
    expect(last.verdict).toBe('removed');
    expect(outcomes(last)?.map(([, outcome]) => outcome)).toEqual([
      'removed',
      'removed',
      'removed',
      'removed',
    ]);
    expect(pc.changes.at(-1)).toBe(codes.agent);
    expect(last.before?.detections.length).toBe(4);
  });

  it('still asks for it, and does nothing, when the computer was not restarted', async () => {
    const pc = new WindowsComputer();
    await begin(pc);
    const again = reportOf(await goOn(pc));
    expect(again.verdict).toBe('restart-needed');
    expect(pc.changes).toHaveLength(3);
  });

  it('is incomplete when the product came back from the restart', async () => {
    const pc = new WindowsComputer();
    await begin(pc);
    const kes = new WindowsComputer().programs.filter(({ key }) => key === codes.kes);
    pc.restart();
    pc.programs.push(...kes);
    const last = reportOf(await goOn(pc));
    expect(last.verdict).toBe('incomplete');
    expect(outcomes(last)?.[0]).toEqual(['business-kes-win', 'still-there']);
  });

  it('once done, going on changes nothing any more', async () => {
    const pc = new WindowsComputer();
    await begin(pc);
    pc.restart();
    const done = reportOf(await goOn(pc));
    const again = reportOf(await goOn(pc));
    expect(again.verdict).toBe('removed');
    expect(outcomes(again)).toEqual(outcomes(done));
    expect(pc.changes).toHaveLength(4);
  });
});

describe('what may not go on', () => {
  it('a hazard that came meanwhile, and that nobody answered for, holds what is still to do', async () => {
    const pc = new WindowsComputer();
    await remove(desk, pc.ports(), { accepted });
    pc.restart();
    const left = pc.left();
    if (left === undefined) throw new Error('no run');
    const unanswered = left.entries.map((entry) =>
      entry.kind === 'run-started' ? { ...entry, accepted: [] } : entry,
    );
    const done = await resume(desk, pc.ports(), { ...left, entries: unanswered }, {});
    expect(done).toMatchObject({ ok: false, problem: { code: 'blocked-by-hazard' } });
    expect(pc.changes).toHaveLength(3);
  });

  it('a run whose journal has no first line never began', async () => {
    const pc = new WindowsComputer();
    await begin(pc);
    const left = pc.left();
    if (left === undefined) throw new Error('no run');
    const done = await resume(desk, pc.ports(), { ...left, entries: [] }, {});
    expect(done).toMatchObject({ ok: false, problem: { code: 'run-never-began' } });
  });
});

const step = process.env['RA_FULL'] === undefined ? 17 : 1;

/** Everything but the times. */
const plain = (report: Report): unknown => {
  const { sha256: _digest, run, ...rest } = report;
  const actions = run?.actions.map(({ startedAt: _s, endedAt: _e, ...action }) => action);
  const { endedAt: _end, ...others } = run ?? { endedAt: '' };
  return { ...rest, run: { ...others, actions } };
};

/** Goes on, restarting whenever that is asked for, until the run is at its end. */
const untilTheEnd = async (pc: WindowsComputer): Promise<Report> => {
  for (let starts = 0; starts < 5; starts++) {
    const report = reportOf(await goOn(pc));
    if (report.verdict !== 'restart-needed') return report;
    pc.restart();
  }
  throw new Error('it never ends');
};

/** Runs until one moment after another, given by their numbers, ends the program; a cut may come with a restart. */
const cutAt = async (moments: readonly number[], restartAfter: boolean): Promise<WindowsComputer> => {
  const pc = new WindowsComputer();
  for (const moment of moments) {
    let left = moment;
    pc.moment = () => {
      if (left-- === 0) throw new Killed();
    };
    try {
      if (reportOf(await goOn(pc)).verdict === 'restart-needed') pc.restart();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      if (restartAfter) pc.restart();
    }
  }
  pc.moment = () => undefined;
  return pc;
};

const momentsOfARun = async (): Promise<number> => {
  const pc = new WindowsComputer();
  let count = 0;
  pc.moment = () => void count++;
  await begin(pc);
  return count;
};

describe('a program that is killed', () => {
  it('at any one or two moments ends as if it had not been: nothing twice, nothing lost', async () => {
    const whole = new WindowsComputer();
    const expected = plain(await untilTheEnd(whole));
    const moments = await momentsOfARun();
    expect(moments).toBeGreaterThan(20);
    let cuts = 0;
    for (let one = 0; one < moments; one++)
      // The second cut at a share of the moments; `npm run prove` takes them all.
      for (let two = one % step; two <= moments; two += step) {
        const pc = await cutAt([one, two], (one + two) % 2 === 0);
        const report = await untilTheEnd(pc);
        const where = `cut at ${String(one)} and ${String(two)}`;
        expect(pc.changes, where).toEqual(whole.changes);
        expect(plain(report), where).toEqual(expected);
        expect(pc.registered, where).toEqual([]);
        cuts++;
      }
    expect(cuts).toBeGreaterThan(700 / step - moments);
  }, 120_000);

  it('at any line that could not be written begins nothing after it, and can go on later', async () => {
    const whole = new WindowsComputer();
    const expected = plain(await untilTheEnd(whole));
    for (let line = 0; line < 12; line++)
      for (let times = 1; times < 12; times += step === 1 ? 1 : 5) {
        const pc = new WindowsComputer();
        let seen = 0;
        pc.lineFails = () => seen++ >= line && seen <= line + times;
        await begin(pc);
        const begun = pc.entries.filter(({ kind }) => kind === 'action-started').length;
        expect(pc.changes.length).toBeLessThanOrEqual(begun);
        pc.lineFails = () => false;
        const report = await untilTheEnd(pc);
        expect(pc.changes).toEqual(whole.changes);
        expect(plain(report)).toEqual(expected);
      }
  }, 60_000);

  it('whose uninstaller outlives it, and ends only when the run goes on, has removed what that removed', async () => {
    const whole = new WindowsComputer();
    const expected = plain(await untilTheEnd(whole));
    const pc = new WindowsComputer();
    pc.moment = () => {
      const begun = pc.entries.filter(({ kind }) => kind === 'action-started');
      if (begun.length === 2) throw new Killed();
    };
    await expect(goOn(pc)).rejects.toThrow(Killed);
    pc.moment = () => {
      if (pc.entries.at(-1)?.kind !== 'run-resumed' || pc.changes.length !== 1) return;
      pc.programs = pc.programs.filter(({ key }) => key !== codes.vpn);
      pc.changes.push(codes.vpn);
    };
    const report = await untilTheEnd(pc);
    expect(pc.changes).toEqual(whole.changes);
    expect(plain(report)).toEqual(expected);
  });
});
