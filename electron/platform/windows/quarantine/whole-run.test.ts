import { afterEach, describe, expect, test } from 'vitest';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import { classesKey, productKey, quarantineBench, servicesKey } from '../testing/quarantine-bench.ts';
import { list } from '../testing/played-hives.ts';
import { lab, leaveEverything, standingFolders } from '../testing/left-everything.ts';

let pcs: QuarantineBench[] = [];
afterEach(() => {
  for (const pc of pcs) pc.remove();
  pcs = [];
});
const computer = (): QuarantineBench => {
  const pc = quarantineBench();
  pcs.push(pc);
  leaveEverything(pc);
  return pc;
};

const stateOf = (pc: QuarantineBench) =>
  pc.state().filter((line) => typeof line === 'string' || !standingFolders.has(line[0] ?? ''));

describe('what products left on Windows', () => {
  test('goes whole, in the right order, and comes back exactly', async () => {
    const pc = computer();
    const born = stateOf(pc);
    const done = await pc.setAside();
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    const { report } = done.value;
    expect(report.verdict).toBe('removed');
    expect(report.run?.leftovers?.left).toEqual([]);
    expect(report.run?.leftovers?.setAside.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'class-filter Keyboard, upper: klkbdflt.KES-21-9',
      'class-filter Volume, lower: klbackupdisk.KES-21-9',
      'service AVP.KES.21.9',
      'service klkbdflt.KES-21-9',
      'service klbackupdisk.KES-21-9',
      `registry-branch ${productKey}`,
      'empty-key HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected',
      'empty-key HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab',
      `files ${lab}\\KES.12.2.0`,
      'files C:\\ProgramData\\Kaspersky Lab\\KES',
      'files C:\\Windows\\System32\\drivers\\klbackupdisk.KES-21-9.sys',
      'files C:\\Windows\\System32\\drivers\\klkbdflt.KES-21-9.sys',
      'empty-folder C:\\ProgramData\\Kaspersky Lab',
      `empty-folder ${lab}`,
    ]);
    expect(pc.hives.find(`${classesKey}\\{kbd}`)?.values).toContainEqual(
      list('UpperFilters', 'SynTP', 'kbdclass'),
    );
    expect(pc.hives.find(`${servicesKey}\\klkbdflt.KES-21-9`)).toBeUndefined();
    expect(await pc.undo()).toEqual({ ok: true, value: { restored: 14, refused: [] } });
    expect(stateOf(pc)).toEqual(born);
  });
});
