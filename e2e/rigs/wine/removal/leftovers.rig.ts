import { lstatSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Report } from '../../../../electron/core/model/report.ts';
import { assistantOn, type Assistant } from '../assistant';
import { wineUsable } from '../available';
import { unexplained } from '../difference';
import { belongsTo, below, madeByWine } from '../explanations';
import type { Manifest } from '../fixtures/manifest';
import { addNeighbours } from '../fixtures/neighbours';
import { holdFile } from '../fixtures/obstacles';
import {
  addRemains,
  branch,
  data,
  fileOf,
  keyboardClass,
  keyboardDriver,
  program,
  service,
  volumeClass,
  volumeDriver,
} from '../fixtures/remains';
import { killedCode } from '../jobs';
import { startMachine, type Machine } from '../machine';
import type { MachineState } from '../state';
import { waitUntil } from '../waiting';
import { runsOn, stateFolder } from './scene';

const ours = [madeByWine, below(stateFolder), below('C:\\ra')];
const go = ['remove', '--yes', '--leftovers'];
const usable = wineUsable();

/** One road on one computer: each test begins where the one before it ended. */
describe.runIf(usable)('what products left on a Windows computer', () => {
  let machine: Machine;
  let assistant: Assistant;
  let remains: Manifest;
  let born: MachineState;
  let bornLooks: unknown;

  beforeAll(async () => {
    machine = await startMachine('remains');
    await addNeighbours(machine, 4);
    assistant = await assistantOn(machine);
    remains = await addRemains(machine);
    born = await machine.state();
    bornLooks = await looks();
  });
  afterAll(() => machine.close());

  /** Times and modes as this machine sees them, attributes as Windows tells them. */
  const looks = async (): Promise<unknown> => [
    ...[program, `${program}\\readme.txt`, `${program}\\locked\\settings.ini`, `${program}\\empty`].map(
      (path) => {
        const { mtimeNs, mode } = lstatSync(machine.at(path), { bigint: true });
        return [path, mtimeNs, mode];
      },
    ),
    (await machine.run('attrib.exe', [`${program}\\readme.txt`])).out,
  ];
  const latestRun = (): string => runsOn(machine).at(-1) ?? '';
  const undo = async () => {
    const { code, out } = await assistant.run(['undo', latestRun(), '--json']);
    const { restored, refused } = JSON.parse(out) as {
      restored: number;
      refused: { what: string; code: string }[];
    };
    return { code, restored, refused: refused.map((each) => `${each.what}: ${each.code}`) };
  };
  const leftovers = ({ run }: Report) => ({
    setAside: run?.leftovers?.setAside.map(({ what }) => what),
    left: run?.leftovers?.left.map(({ what, why }) => `${what}: ${why}`),
  });
  const everything = [
    `Keyboard, upper: ${keyboardDriver}`,
    `Volume, lower: ${volumeDriver}`,
    service,
    volumeDriver,
    keyboardDriver,
    branch,
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab',
    program,
    data,
    fileOf(volumeDriver),
    fileOf(keyboardDriver),
    'C:\\ProgramData\\Kaspersky Lab',
    'C:\\Program Files (x86)\\Kaspersky Lab',
  ].map((what) => what.toLowerCase());
  const lower = (names: readonly string[] | undefined) => names?.map((name) => name.toLowerCase()).toSorted();
  const listOf = async (key: string) => (await machine.exportRegistry(key))?.replaceAll(/\\\r\n\s*/g, '');

  it('goes into quarantine whole, and nothing else with it', async () => {
    const { code, report } = await assistant.report(go);
    expect([code, report.verdict, leftovers(report).left]).toEqual([0, 'removed', []]);
    expect(lower(leftovers(report).setAside)).toEqual(everything.toSorted());
    expect(unexplained(born, await machine.state(), [belongsTo(remains), ...ours])).toEqual([]);
    expect([machine.exists(program), machine.exists(fileOf(keyboardDriver))]).toEqual([false, false]);
    expect(await machine.exportRegistry(branch)).toBeUndefined();
    expect(await listOf(keyboardClass)).toContain(hexList('SynTP', 'kbdclass'));
    expect((await assistant.run(['scan'])).code).toBe(0);
  });

  it('comes back in another process to the last value, byte, attribute and time', async () => {
    expect(await undo()).toEqual({ code: 0, restored: 14, refused: [] });
    expect(unexplained(born, await machine.state(), ours)).toEqual([]);
    expect(await looks()).toEqual(bornLooks);
  });

  it('is gone on with after a kill in the middle; what a program has open stays, and is named', async () => {
    const holder = await holdFile(machine, `${data}\\old.log`);
    const killed = assistant.start(go);
    const journal = (): string => {
      const path = `${stateFolder}\\runs\\${latestRun()}\\journal.jsonl`;
      return runsOn(machine).length === 2 && machine.exists(path) ? machine.read(path) : '';
    };
    await waitUntil('a leftover is set aside', () => journal().includes('leftover-ended'));
    killed.kill();
    expect((await killed.ended).code).toBe(killedCode);
    expect(journal()).not.toContain('leftovers-ended');
    const { code, report } = await assistant.report(['resume', '--yes']);
    expect([code, leftovers(report).left]).toEqual([0, [`${data}\\old.log: busy`]]);
    expect(leftovers(report).setAside).toHaveLength(12);
    holder.kill();
    await holder.ended;
    expect(unexplained(born, await machine.state(), [belongsTo(remains), ...ours])).toEqual([]);
  });

  it('is not put over what came meanwhile, nor before a device whose driver is gone', async () => {
    machine.write(program, 'somebody made this\n');
    await machine.importRegistry([
      { path: `${branch}\\environment`, values: { ProductName: 'Something newer' } },
      { path: keyboardClass, values: { UpperFilters: ['SynTP', 'other', 'kbdclass'] } },
    ]);
    machine.write(`${fileOf(volumeDriver)}\\notes.txt`, 'a folder in the place of a driver\n');
    const { code, restored, refused } = await undo();
    expect([code, restored, lower(refused)]).toEqual([
      21,
      7,
      lower([
        `${fileOf(volumeDriver)}: occupied`,
        `${program}: occupied`,
        `${branch}: occupied`,
        `Volume, lower: ${volumeDriver}: driver-gone`,
        `Keyboard, upper: ${keyboardDriver}: list-changed`,
      ]),
    ]);
    expect(machine.read(program)).toBe('somebody made this\n');
    expect(await machine.exportRegistry(branch)).toContain('Something newer');
    expect(await listOf(volumeClass)).toContain(hexList('fvevol'));
    expect(await listOf(keyboardClass)).toContain(hexList('SynTP', 'other', 'kbdclass'));
  });
});

const hexList = (...entries: readonly string[]): string =>
  [...Buffer.from(`${entries.map((entry) => `${entry}\0`).join('')}\0`, 'utf16le')]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');
