import { expect, test } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { okReading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Row } from '../model/tables.ts';
import { windowsHost } from '../testing/windows-hosts.ts';
import { protectionOf } from './protection.ts';

const defender = (state: string) => ({ name: 'Microsoft Defender Antivirus', kind: 'antivirus', state });
const kaspersky = { name: 'Kaspersky', kind: 'antivirus', state: 'on' };
const firewall = { name: 'Other Firewall', kind: 'firewall', state: 'on' };

const pc = (
  securityCentre: Reading<Row<'securityCentre'>> | undefined,
  host: Partial<Snapshot['host']> = {},
): Snapshot => {
  const bare = windowsHost({});
  return {
    ...bare,
    host: { ...bare.host, ...host },
    readings: securityCentre === undefined ? {} : { securityCentre },
  };
};

test.each([
  ['another antivirus is on', pc(okReading([kaspersky, defender('on')])), 'active'],
  ['every other one is off', pc(okReading([kaspersky, firewall, defender('off')])), 'none'],
  ['there is no other one', pc(okReading([])), 'none'],
  [
    'a part of the list is closed',
    pc(okReading([defender('off')], [{ source: 'x', kind: 'denied', why: 'x' }])),
    'unknown',
  ],
  ['the list could not be read', pc({ kind: 'failed', why: 'x' }), 'unknown'],
  ['nobody asked for the list', pc(undefined), 'unknown'],
  ['it is a server', pc(okReading([defender('on')]), { server: true }), 'not-listed'],
  ['it is no Windows', pc(undefined, { os: 'linux' }), 'not-listed'],
])('when %s', (_case, snapshot, state) => {
  expect(protectionOf(snapshot).state).toBe(state);
});

test('names the others with their states, and never Kaspersky or a firewall', () => {
  expect(protectionOf(pc(okReading([kaspersky, firewall, defender('snoozed')]))).others).toEqual([
    { name: 'Microsoft Defender Antivirus', state: 'snoozed' },
  ]);
});
