import { describe, expect, it } from 'vitest';

import { isFull } from '../../../full-size';
import { wineUsable } from '../available';
import { kes } from '../fixtures/kes';
import { addLeftovers } from '../fixtures/leftovers';
import { installMsi } from '../fixtures/msi';
import { found, onComputer } from './scene';

/** What Wine cannot tell, and what must then be said to be unknown. */
const closedInWine = ['encryption', 'securityCentre'];

describe.runIf(wineUsable())('looking at a Windows computer', () => {
  it('with 300 foreign programs and everything that only looks like Kaspersky’s finds nothing', () =>
    onComputer(
      'foreign',
      async ({ assistant }) => {
        const { code, report } = await assistant.report(['scan']);
        expect([report.detections, report.unattributed]).toEqual([[], []]);
        expect([code, report.verdict]).toEqual([0, 'clean']);
        expect(report.surfaces.find(({ table }) => table === 'programs')?.looked).toBeGreaterThan(300);
        expect(report.unchecked.map(({ table }) => table)).toEqual(expect.arrayContaining(closedInWine));
        expect((await assistant.report(['remove', '--yes'])).code).toBe(0);
        expect((await assistant.report(['verify'])).code).toBe(0);
      },
      { programs: 300 },
    ));

  it.runIf(isFull)('where only leftovers are says so to the last one, and removes nothing', () =>
    onComputer('leftovers', async ({ machine, assistant, install, remove }) => {
      await install(addLeftovers(machine));
      const { code, report } = await assistant.report(['scan']);
      expect([code, report.verdict]).toEqual([11, 'leftovers']);
      expect(found(report).every((one) => one.endsWith(' leftovers'))).toBe(true);
      const told = JSON.stringify([report.detections, report.unattributed]);
      expect(told).toContain('old.log');
      expect(told).toContain('klids.K4W-21-25');
      expect((await remove()).code).toBe(0);
      expect(machine.exists('C:\\ProgramData\\Kaspersky Lab\\KES\\old.log')).toBe(true);
    }),
  );

  it('ends every command as its contract says', () =>
    onComputer('codes', async ({ machine, assistant, install }) => {
      await install(installMsi(machine, kes()));
      expect((await assistant.run(['fly'])).code).toBe(64);
      expect((await assistant.run(['remove'])).code).toBe(64);
      expect((await assistant.run(['scan', '--from', 'C:\\rig\\nothing.json'])).code).toBe(65);
      const saved = 'C:\\rig\\pc.json';
      expect((await assistant.report(['scan', '--save', saved])).code).toBe(10);
      const replayed = await assistant.report(['scan', '--from', saved]);
      expect([replayed.code, found(replayed.report)]).toEqual([10, ['business-kes-win installed']]);
      expect((await assistant.report(['plan'])).code).toBe(22);
      expect((await assistant.report(['remove', '--dry-run'])).code).toBe(22);
      expect((await assistant.run(['resume', '--yes'])).code).toBe(65);
      expect((await assistant.run(['verify', '--run', '20261126-000000-000000'])).code).toBe(65);
      expect((await assistant.run(['schema', 'report'])).code).toBe(0);
      expect((await assistant.run(['check-tool', 'C:\\rig\\nothing.exe'])).code).toBe(65);
    }));
});
