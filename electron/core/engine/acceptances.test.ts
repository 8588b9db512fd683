import { expect, test } from 'vitest';
import { acceptancesIn, acceptedBy } from './acceptances.ts';
import type { JournalEntry } from './journal.ts';

const begun: JournalEntry = {
  kind: 'run-started',
  at: '2026-11-23T10:00:00.000Z',
  run: 'r1',
  actions: [],
  accepted: ['low-disk', 'quarantine'],
  ...acceptedBy({ operator: 'Jo', ticket: 'T-1' }, 'PC\\jo'),
};
const resumed: JournalEntry = {
  kind: 'run-resumed',
  at: '2026-11-24T10:00:00.000Z',
  accepted: ['quarantine', 'parental'],
  ...acceptedBy({ operator: '' }, undefined),
};

test('a hazard was accepted when it first was, by whom the journal names', () => {
  const by = { operator: 'Jo', account: 'PC\\jo' };
  expect(acceptancesIn([begun, { kind: 'action-started', at: resumed.at, id: 'a' }, resumed])).toEqual([
    { hazard: 'low-disk', at: begun.at, ...by },
    { hazard: 'quarantine', at: begun.at, ...by },
    { hazard: 'parental', at: resumed.at },
  ]);
});

test('a journal says nothing of somebody who is not known', () => {
  expect(resumed).not.toHaveProperty('by');
});
