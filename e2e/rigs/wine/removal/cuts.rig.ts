import { beforeAll, describe, expect, test } from 'vitest';

import type { Report } from '../../../../electron/core/model/report.ts';
import { diceOf } from '../../../corpus/dice';
import { isFull } from '../../../full-size';
import { cutAtLine, linesIn, plain } from '../../removal/cuts';
import { assistantOn } from '../assistant';
import { wineUsable } from '../available';
import { passwordManager, vpn } from '../fixtures/home-products';
import { kes } from '../fixtures/kes';
import { installMsi } from '../fixtures/msi';
import { addNeighbours } from '../fixtures/neighbours';
import type { MsiPackage } from '../fixtures/msi-package';
import { networkAgent } from '../fixtures/network-agent';
import { startMachine, type Machine } from '../machine';
import { processesOf, stillbirths } from '../processes';
import { waitUntil } from '../waiting';
import { accepted, stateFolder } from './scene';

/** Wine may keep the file of a service that has not quite stopped when it is removed: that would be chance. */
const withoutService = ({ service: _, ...msi }: MsiPackage): MsiPackage => msi;
/** Each of them writes a line when Windows Installer begins to remove it. */
const products = [kes, vpn, passwordManager, networkAgent].map((product) =>
  withoutService(product({ answers: true })),
);
const diary = 'C:\\rig\\removals';
/** Where a program is ended, by the lines of its journal. One that goes on writes a line of its own first. */
const everyCut = [1, 2, 3, 4, 5, 6, 7].map((line) => [line, line + 2, line + 4]);
/** All of them in `npm run prove`, one cut in every run. */
const cutLines = isFull ? everyCut : [diceOf(20261126).pick(everyCut).slice(0, 1)];

const office = async (name: string): Promise<Machine> => {
  const machine = await startMachine(name);
  await addNeighbours(machine, 3);
  for (const product of products) await installMsi(machine, product);
  return machine;
};

interface End {
  readonly code: number;
  readonly report: Report;
  /** Product codes in the order in which Windows Installer began with them. */
  readonly removed: readonly string[];
}

const runsOn = (machine: Machine): string => machine.at(`${stateFolder}\\runs`);

const goOn = async (machine: Machine): Promise<End> => {
  const assistant = await assistantOn(machine);
  const command = linesIn(runsOn(machine)) === 0 ? ['remove', '--yes', ...accepted] : ['resume', '--yes'];
  const { code, report } = await assistant.report(command);
  return { code, report, removed: machine.read(diary).trim().split(/\r?\n/) };
};

/** Begins, or goes on, and is ended when the journal has so many lines; whether it was. */
const cutOff = async (machine: Machine, line: number): Promise<boolean> => {
  const assistant = await assistantOn(machine);
  const begun = linesIn(runsOn(machine)) > 0;
  const running = assistant.start(begun ? ['resume', '--yes'] : ['remove', '--yes', ...accepted]);
  let ended = false;
  void running.ended.then(() => (ended = true));
  const cut = await cutAtLine(runsOn(machine), line, {
    kill: () => {
      for (const pid of processesOf(machine, 'removal-assistant.exe')) process.kill(pid, 'SIGKILL');
    },
    hasEnded: () => ended,
  });
  await running.ended;
  // Wine's installer lets two removals of one product run at once, which Windows' own does not.
  // Its helpers stay a while; what removes names its product.
  const isStillborn = stillbirths();
  await waitUntil('nothing is being removed', () => processesOf(machine, 'msiexec', '{').every(isStillborn));
  return cut !== undefined;
};

describe.runIf(wineUsable())('a removal of four products on a Windows computer', () => {
  let whole: End;
  beforeAll(async () => {
    const machine = await office('measure');
    whole = await goOn(machine);
    await machine.close();
  });

  test('that nobody cuts is the measure', () => {
    expect(
      [whole.code, whole.report.verdict],
      JSON.stringify([whole.report.unchecked, whole.report.detections]),
    ).toEqual([0, 'removed']);
    expect(whole.removed.toSorted()).toEqual(products.map(({ productCode }) => productCode).toSorted());
  });

  test.each(cutLines.map((lines) => ({ lines })))(
    'killed when its journal has $lines lines ends as if it had not been',
    async ({ lines }) => {
      const machine = await office('cut');
      try {
        for (const line of lines) expect(await cutOff(machine, line)).toBe(true);
        const end = await goOn(machine);
        expect([end.code, end.report.verdict]).toEqual([0, 'removed']);
        expect(end.removed).toEqual(whole.removed);
        expect(plain(end.report)).toEqual(plain(whole.report));
      } finally {
        await machine.close();
      }
    },
  );
});
