import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Report } from '../../../electron/core/model/report.ts';
import { hostsUsable } from '../debian/available';
import { addInnocents } from '../debian/fixtures/innocents';
import { kessByKde } from '../debian/fixtures/kess-by-kde';
import { startHost, type Host } from '../debian/host';
import type { HostUser } from '../debian/enter';
import { assistantOn, type Assistant } from './assistant';

/** Other people's homes are closed to an ordinary user; no verdict needs them. */
const required = (report: Report): Report['unchecked'] =>
  report.unchecked.filter((place) => place.required === true);

describe.runIf(hostsUsable())('a computer without Kaspersky', () => {
  let host: Host;
  let assistant: Assistant;
  let anna: HostUser;
  beforeAll(async () => {
    host = await startHost({ name: 'clean1' });
    assistant = assistantOn(host);
    await addInnocents(host, [kessByKde]);
    anna = await host.createUser('anna');
  });
  afterAll(() => host.stop());

  it('is called clean when every required place could be looked at', async () => {
    const { code, report } = await assistant.report(['scan']);
    expect([code, report.verdict]).toEqual([0, 'clean']);
    for (const table of ['packages', 'units', 'processes', 'files']) {
      const surface = report.surfaces.find((candidate) => candidate.table === table);
      expect(surface, table).toMatchObject({ kind: 'ok', gaps: 0, signs: 0 });
      if (table !== 'files') expect(surface?.looked, table).toBeGreaterThan(5);
    }
  });

  it('is called clean for an ordinary user too, where nothing is closed to him', async () => {
    const { code, report } = await assistant.report(['scan'], { user: anna });
    expect([code, required(report)]).toEqual([0, []]);
  });

  it('has nothing to plan and nothing to remove', async () => {
    expect((await assistant.report(['plan'])).code).toBe(0);
    const removed = await assistant.report(['remove', '--yes']);
    expect([removed.code, removed.report.run]).toEqual([0, undefined]);
    expect(await host.exists('/var/lib/removal-assistant')).toBe(false);
  });

  const closing: readonly (readonly [string, string, string])[] = [
    ['is closed to the user', 'chmod 000 /var/lib/dpkg/status', 'chmod 644 /var/lib/dpkg/status'],
    ['is missing', 'mv /var/lib/dpkg/status /root/s', 'mv /root/s /var/lib/dpkg/status'],
    [
      'is empty',
      'cp -p /var/lib/dpkg/status /root/s; : > /var/lib/dpkg/status',
      'cp -p /root/s /var/lib/dpkg/status',
    ],
    [
      'is garbled',
      'cp -p /var/lib/dpkg/status /root/s; head -c 4000 /dev/urandom > /var/lib/dpkg/status',
      'cp -p /root/s /var/lib/dpkg/status',
    ],
  ];
  it.each(closing)('is never called clean while the package database %s', async (_, close, open) => {
    await host.exec(['sh', '-c', close]);
    try {
      const { code, report } = await assistant.report(['scan'], { user: anna });
      expect([code, report.verdict]).toEqual([12, 'unknown']);
      expect(required(report).map((place) => place.table)).toEqual(['packages']);
      const text = await assistant.run(['scan'], { user: anna });
      expect(text.stdout).toContain('could not look everywhere');
      // Nothing to remove is not the same as could not look. (The administrator may read a file that is closed.)
      const removal = await assistant.run(['remove', '--yes']);
      expect(removal.code).toBe(close.startsWith('chmod') ? 0 : 21);
    } finally {
      await host.exec(['sh', '-c', open]);
    }
    expect((await assistant.report(['scan'])).code).toBe(0);
  });

  it('is unknown while a folder of Kaspersky’s is closed to the user', async () => {
    await host.exec(['sh', '-c', 'mkdir -p /var/opt/kaspersky && chmod 700 /var/opt/kaspersky']);
    const { code, report } = await assistant.report(['scan'], { user: anna });
    expect(code).toBe(11);
    expect(required(report)).toMatchObject([
      { table: 'files', source: '/var/opt/kaspersky', kind: 'denied' },
    ]);
    await host.exec(['rmdir', '/var/opt/kaspersky']);
  });
});
