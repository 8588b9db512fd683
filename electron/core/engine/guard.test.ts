import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HazardId } from '../model/hazard.ts';
import { hazardIds, hazardLevels } from '../model/hazard.ts';
import { hazardText, reasonText, textsFor } from '../text/index.ts';
import type { Machine, Rows } from '../testing/hazard-hosts.ts';
import { productIds, reportOf } from '../testing/hazard-hosts.ts';

/** What holds on every computer, generated ones included. */

const words = [
  'running',
  'stopped',
  'file-missing',
  'encrypted',
  'decrypted',
  'on',
  'off',
  'kaspersky',
  'bitlocker',
  'none',
];
const names = [
  'klfdefsf',
  'Klfle.KES-21-9',
  'klvfs',
  'klim6',
  'klboot',
  'encryption-component',
  'kill-switch',
  'kbdclass',
];
const word = fc.option(fc.constantFrom(...words), { nil: undefined });
const signs = fc.record({
  encryption: fc.array(
    fc.record({
      volume: fc.constant('C:'),
      method: word,
      state: word,
      managedBy: word,
      preBoot: fc.boolean(),
      removable: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  services: fc.array(fc.record({ name: fc.constantFrom(...names), state: word }), { maxLength: 3 }),
  settings: fc.array(fc.record({ name: fc.constantFrom(...names), value: word }), { maxLength: 3 }),
  restartPending: fc.array(fc.record({ source: fc.constant('x') }), { maxLength: 1 }),
});
const host = fc.record({
  freeBytes: fc.constantFrom(0, 1_999_999_999, 9e9),
  remoteSession: fc.boolean(),
  onBattery: fc.boolean(),
  server: fc.boolean(),
});
const closed = fc.option(fc.constant({ encryption: { kind: 'denied' as const, why: 'no' } }), { nil: {} });
const machines: fc.Arbitrary<Machine> = fc.record({
  products: fc.subarray(productIds.filter((id) => !id.startsWith('mac-') && !id.startsWith('linux-'))),
  gone: fc.subarray(['consumer-unknown', 'endpoint-unknown']),
  rows: signs,
  host,
  readings: closed,
});

const innocent = [
  'klist',
  'KslD',
  'MpKslDrv',
  'klogd',
  'klif-tools',
  'avp-web',
  'kaspersky.txt',
  'klfdefsf2',
  'kbdclass',
  'TAP-Windows',
];
const name = fc.constantFrom(...innocent);
const innocents: fc.Arbitrary<Rows> = fc.record({
  programs: fc.array(fc.record({ name, publisher: fc.constant('Friends of Kaspersky') }), { maxLength: 3 }),
  services: fc.array(fc.record({ name, state: word, path: fc.constant('C:\\Windows\\System32\\x.sys') }), {
    maxLength: 3,
  }),
  kernelModules: fc.array(fc.record({ name, state: word }), { maxLength: 3 }),
  classFilters: fc.array(fc.record({ class: name, entries: fc.array(name) }), { maxLength: 2 }),
  networkBindings: fc.array(fc.record({ component: name }), { maxLength: 2 }),
  encryption: fc.constant([{ volume: 'C:', method: 'bitlocker', state: 'encrypted', managedBy: 'user' }]),
  settings: fc.array(fc.record({ name: fc.constantFrom(...names), value: word }), { maxLength: 2 }),
});

describe('whatever the computer', () => {
  test('no answer gets past a stop, and answers to all leave nothing but stops', () => {
    fc.assert(
      fc.property(machines, fc.subarray([...hazardIds]), (machine, accepted) => {
        const before = reportOf(machine);
        const stops = before.hazards.filter((hazard) => hazard.level === 'stop').map((hazard) => hazard.id);
        const blocking = before.plan.blockedBy.filter((id) => stops.includes(id as HazardId));
        const after = reportOf(machine, accepted).plan.blockedBy;
        expect(after.filter((id) => stops.includes(id as HazardId))).toEqual(blocking);
        expect(reportOf(machine, hazardIds).plan.blockedBy).toEqual(blocking);
      }),
      { numRuns: 200 },
    );
  });

  test('a hazard has the level of its kind; only encryption is ever weaker or unchecked', () => {
    fc.assert(
      fc.property(machines, (machine) => {
        const { hazards, detections } = reportOf(machine);
        const live = detections.filter((detection) => detection.status !== 'leftovers');
        for (const { id, level, state, productIds: about, evidence } of hazards) {
          const encrypts = id === 'fde' || id === 'fle';
          if (level !== hazardLevels[id]) expect([encrypts, level]).toEqual([true, 'confirm']);
          if (state === 'could-not-check') expect([encrypts, level]).toEqual([true, 'confirm']);
          if (!['input-filters', 'network-filter', 'orphan-driver-service'].includes(id)) {
            expect(about.length).toBeGreaterThan(0);
            expect(live.map((detection) => detection.productId)).toEqual(expect.arrayContaining(about));
          }
          expect(evidence.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('without a trace of Kaspersky there is no hazard', () => {
    fc.assert(
      fc.property(innocents, host, (some, state) => {
        expect(reportOf({ rows: some, host: state }).hazards).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words', () => {
  const texts = textsFor('en');
  test.each(hazardIds)('%s has a sentence of fact, a reason and a way out', (id) => {
    const { title, why, whatToDo } = hazardText(texts, id);
    expect(title).toMatch(/^\p{Lu}.*[^.!?]$/u);
    for (const text of [why, whatToDo]) expect(text).toMatch(/^[\p{Lu}“].*\.$/u);
    expect(`${title} ${why} ${whatToDo}`).not.toMatch(/please|sorry|oops|successful|danger|!|\bklif|HKLM/i);
    for (const sentence of `${why} ${whatToDo}`.split(/[.:;]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(22);
  });
  test('every reason that a hazard gives has words', () => {
    fc.assert(
      fc.property(machines, (machine) => {
        for (const { reason } of reportOf(machine).hazards.flatMap((hazard) => hazard.evidence))
          expect(reasonText(texts, reason)).not.toBe(reason);
      }),
      { numRuns: 50 },
    );
  });
});
