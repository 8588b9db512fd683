import { expect, test } from 'vitest';
import { stops } from '../testing/dangers/stop.ts';
import { blind, kes, volume } from '../testing/encrypted-hosts.ts';
import type { Machine } from '../testing/hazard-hosts.ts';
import { proveTwins, reportOf } from '../testing/hazard-hosts.ts';

proveTwins(stops);

test('an encrypted disk outweighs a name and a closed place; the rows that show it are the evidence', () => {
  const machine: Machine = {
    ...kes,
    rows: {
      encryption: [{ volume: 'C:', method: 'kaspersky', state: 'encrypted' }],
      services: [{ name: 'klfdefsf', state: 'stopped' }],
    },
    readings: { kernelModules: blind },
  };
  const report = reportOf(machine);
  expect(report.hazards.find((hazard) => hazard.id === 'fde')).toEqual({
    id: 'fde',
    level: 'stop',
    state: 'present',
    productIds: ['business-kes-win'],
    evidence: [
      {
        table: 'encryption',
        row: { volume: 'C:', method: 'kaspersky', state: 'encrypted' },
        reason: 'encrypted-volume',
      },
    ],
  });
});

test('a computer on which only leftovers of the encrypting product are is asked nothing', () => {
  expect(reportOf(volume({}, { gone: ['business-kes-win'] })).hazards).toEqual([]);
});
