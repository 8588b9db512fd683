import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../core/model/report.ts';
import type { Exec } from '../../exec.ts';
import { life, momentsOf, mortalFiles, until } from '../../shared/quarantine/testing/life.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage, setOddTime } from '../../shared/quarantine/testing/stage.ts';
import { folderComputer, noPackages } from '../../shared/quarantine/testing/folder-computer.ts';

vi.mock('node:fs/promises', async (load) => mortalFiles(await load<typeof import('node:fs/promises')>()));

const mortal: Exec = async (request) => {
  life.spend();
  return noPackages(request);
};

let stages: Stage[] = [];
afterEach(() => {
  for (const stage of stages) stage.remove();
  stages = [];
});

const makeComputer = (apart: boolean) => {
  const stage = makeStage({ apart });
  stages.push(stage);
  stage.file('/opt/kaspersky/kesl/bin/tool', 'a program', 0o4755);
  stage.link('/opt/kaspersky/kesl/current', 'bin');
  stage.file('/var/opt/kaspersky/kesl/data', 'data', 0o600);
  stage.file('/etc/systemd/system/kesl.service', '[Unit]\n');
  stage.file('/home/anna/kaspersky.txt', 'mine');
  setOddTime(join(stage.root, 'opt/kaspersky/kesl'), 1_600_000_000);
  setOddTime(join(stage.root, 'var/opt/kaspersky'), 1_500_000_000);
  return { stage, computer: folderComputer(stage, {}, mortal) };
};
type Computer = ReturnType<typeof makeComputer>['computer'];

/** The system's own folders show that something in them went or came. */
const stateOf = (stage: Stage) =>
  [...stage.state()].filter(([path]) => !['', '/opt', '/var/opt', '/etc/systemd/system'].includes(path));

const plain = (report: Report): unknown => {
  const { sha256: _digest, run, ...rest } = report;
  const { id: _id, startedAt: _start, endedAt: _end, ...others } = run ?? { id: '', startedAt: '' };
  return { ...rest, run: others };
};

/** Goes on from whatever is on the disk: a run that never began is begun. */
const carryOn = async (computer: Computer): Promise<Report> => {
  const stored = await computer.latest();
  const hasBegun = stored?.journal.entries.some(({ kind }) => kind === 'run-started') === true;
  const done = await (hasBegun ? computer.goOn() : computer.setAside());
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value.report;
};

const every = process.env['RA_FULL'] === undefined ? { apart: 127, near: 59 } : { apart: 1, near: 1 };

describe.each([
  ['on one file system', false],
  ['between two file systems', true],
])('a program that is ended %s', (_where, apart) => {
  const step = apart ? every.apart : every.near;

  test('at any moment of setting leftovers aside goes on to the same end, and all of it comes back', async () => {
    const whole = makeComputer(apart);
    const original = stateOf(whole.stage);
    const moments = await momentsOf(() => whole.computer.setAside());
    const [end, report] = [stateOf(whole.stage).map(([path]) => path), await carryOn(whole.computer)];
    expect(end).toEqual(['/etc', '/etc/systemd', '/home', '/home/anna', '/home/anna/kaspersky.txt', '/var']);
    expect(report.verdict).toBe('removed');
    expect(moments).toBeGreaterThan(40);
    for (let moment = 0; moment < moments; moment += step) {
      const { stage, computer } = makeComputer(apart);
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      const born = stateOf(stage);
      expect(await until(moment, () => computer.setAside()), where).toBe(false);
      expect(plain(await carryOn(computer)), where).toEqual(plain(report));
      expect(
        stateOf(stage).map(([path]) => path),
        where,
      ).toEqual(end);
      const undone = await computer.undo();
      expect(undone, where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(stage), where).toEqual(born);
      stage.remove();
    }
    expect(original.length).toBeGreaterThan(10);
  }, 1_200_000);

  test('at any moment of setting leftovers aside can be undone right away', async () => {
    const moments = await momentsOf(() => makeComputer(apart).computer.setAside());
    for (let moment = 1; moment < moments; moment += step) {
      const { stage, computer } = makeComputer(apart);
      const born = stateOf(stage);
      await until(moment, () => computer.setAside());
      const stored = await computer.latest();
      if (stored?.journal.entries.some(({ kind }) => kind === 'run-started') !== true) continue;
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      expect(await computer.undo(), where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(stage), where).toEqual(born);
      stage.remove();
    }
  }, 1_200_000);

  test('at any moment of an undo undoes the rest the next time, and nothing twice', async () => {
    const whole = makeComputer(apart);
    await whole.computer.setAside();
    const moments = await momentsOf(() => whole.computer.undo());
    for (let moment = 0; moment < moments; moment += step) {
      const { stage, computer } = makeComputer(apart);
      const born = stateOf(stage);
      await computer.setAside();
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      expect(await until(moment, () => computer.undo()), where).toBe(false);
      expect(await computer.undo(), where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(stage), where).toEqual(born);
      expect(await computer.undo(), where).toEqual({ ok: true, value: { restored: 0, refused: [] } });
      stage.remove();
    }
  }, 1_200_000);
});
