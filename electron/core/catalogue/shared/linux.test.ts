import { describe, expect, test } from 'vitest';
import { detect } from '../../engine/detect.ts';
import { okReading } from '../../model/reading.ts';
import type { Readings, Snapshot } from '../../model/snapshot.ts';
import { snapshotSchemaName } from '../../model/snapshot.ts';
import { catalogue } from '../index.ts';

const found = (readings: Readings) => {
  const snapshot: Snapshot = {
    schema: snapshotSchemaName,
    takenAt: '2026-11-23T00:00:00Z',
    host: { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true },
    readings,
  };
  const { detections, unattributed } = detect(catalogue, snapshot);
  return {
    detections: detections.map((each) => [
      each.productId,
      each.status,
      ...each.evidence.map((evidence) => evidence.reason),
    ]),
    unattributed: unattributed.map((each) => each.reason),
  };
};

const groups = okReading([
  { name: 'root', kind: 'group', id: '0' },
  { name: 'kesladmin', kind: 'group', id: '996' },
]);
const certificates = okReading([
  { subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab', thumbprint: 'AB' },
]);
const packageSources = okReading([{ address: 'https://repo.kaspersky.com/deb', path: '/etc/apt/x.list' }]);
const packages = okReading([{ name: 'klnagent64', publisher: 'AO Kaspersky Lab', manager: 'dpkg' }]);

describe('what products for Linux leave in common', () => {
  test('belongs to the product that is here', () => {
    expect(found({ packages, certificates, packageSources })).toEqual({
      detections: [
        ['linux-nagent', 'installed', 'package-name-and-vendor', 'certificate-subject', 'package-source'],
      ],
      unattributed: [],
    });
  });

  test('belongs to what is left of one', () => {
    expect(found({ accounts: groups, certificates })).toEqual({
      detections: [['linux-kesl', 'leftovers', 'account-name', 'certificate-subject']],
      unattributed: [],
    });
  });

  test('alone is Kaspersky’s, and of no product', () => {
    expect(found({ certificates, packageSources })).toEqual({
      detections: [],
      unattributed: ['certificate-subject', 'package-source'],
    });
  });

  test('is not read out of a short user name', () => {
    const accounts = okReading([{ name: 'ksc', kind: 'user', id: '1001' }]);
    expect(found({ accounts })).toEqual({ detections: [], unattributed: [] });
  });

  test('a user of a group’s name is somebody else', () => {
    const accounts = okReading([{ name: 'kesladmin', kind: 'user', id: '1001' }]);
    expect(found({ accounts })).toEqual({ detections: [], unattributed: [] });
  });
});

test('a package of the vendor that no entry knows, from whichever manager, is of an unknown edition', () => {
  for (const row of [
    { name: 'kaspersky-home', publisher: 'AO Kaspersky Lab', manager: 'dpkg', state: 'installed' },
    { name: 'guard', publisher: 'kaspersky', manager: 'snap', state: 'installed' },
    { name: 'Guard', id: 'com.kaspersky.Guard', manager: 'flatpak', state: 'installed' },
  ])
    expect(found({ packages: okReading([row]) }).detections).toEqual([
      ['linux-unknown', 'installed', expect.stringMatching(/^package-(vendor|name)$/)],
    ]);
});
