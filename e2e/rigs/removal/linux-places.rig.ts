import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFull } from '../../full-size';
import type { Report } from '../../../electron/core/model/report.ts';
import type { TableName } from '../../../electron/core/model/tables.ts';
import { hostsUsable } from '../debian/available';
import type { HostUser } from '../debian/enter';
import { buildDebs } from '../debian/fixtures/build-deb';
import { kesl, keslGroups } from '../debian/fixtures/kesl';
import { startHost, type Host } from '../debian/host';
import { repoRoot } from '../debian/paths';
import { assistantOn, type Assistant } from './assistant';
import { measureScan } from './scan-times';

const root = readFileSync(join(repoRoot, 'electron/platform/linux/fixtures/kaspersky-root.pem'), 'utf8');
const certificate = '/usr/local/share/ca-certificates/kaspersky.crt';
const source = '/etc/apt/sources.list.d/kaspersky.list';
const protection = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

const rowsIn = (report: Report, table: TableName): readonly Record<string, unknown>[] =>
  [...report.detections.flatMap((detection) => detection.evidence), ...report.unattributed]
    .filter((evidence) => evidence.table === table)
    .map((evidence) => evidence.row);

/** Places beside packages, services and files in which a product stays behind. */
describe.runIf(hostsUsable())(
  'on a Debian computer with Endpoint Security, a source and a certificate',
  () => {
    let host: Host;
    let assistant: Assistant;
    let anna: HostUser;
    beforeAll(async () => {
      host = await startHost({ name: 'places1' });
      assistant = assistantOn(host);
      anna = await host.createUser('anna');
      const bert = await host.createUser('bert');
      await host.writeFile(
        `${bert.home}/.config/chromium/Default/Extensions/${protection}/10.1_0/manifest.json`,
        JSON.stringify({ name: 'Kaspersky Protection', version: '10.1' }),
      );
      await host.exec(['sh', '-c', 'chown -R bert:bert /home/bert && chmod 700 /home/bert']);
      await host.install(...(await buildDebs([kesl()])));
      await host.writeFile(source, 'deb [trusted=yes] https://repo.kaspersky.com/deb stable main\n');
      await host.writeFile(certificate, root);
    });
    afterAll(() => host.stop());

    const expectPlaces = (report: Report): void => {
      expect(rowsIn(report, 'accounts').map((row) => [row['kind'], row['name']])).toEqual(
        expect.arrayContaining(keslGroups.map((name) => ['group', name])),
      );
      expect(rowsIn(report, 'accounts')).toHaveLength(keslGroups.length);
      expect(rowsIn(report, 'packageSources')).toEqual([
        { path: source, address: 'https://repo.kaspersky.com/deb', manager: 'apt', state: 'enabled' },
      ]);
      expect(rowsIn(report, 'certificates')).toMatchObject([{ store: certificate }]);
    };

    it('scan lists its groups, its package source and its certificate', async () => {
      const { code, report } = await assistant.report(['scan']);
      expect([code, report.detections.map((each) => each.productId)]).toEqual([
        10,
        expect.arrayContaining(['linux-kesl']),
      ]);
      expectPlaces(report);
    });

    it('no snap and no flatpak is no gap', async () => {
      const { report } = await assistant.report(['scan']);
      expect(report.surfaces.find((surface) => surface.table === 'packages')).toMatchObject({
        kind: 'ok',
        gaps: 0,
      });
      expect(report.unchecked).toEqual([]);
    });

    it('every person’s browsers are looked at by the administrator', async () => {
      const saved = await assistant.report(['scan', '--save', '/var/tmp/places.json']);
      expect(saved.code).toBe(10);
      const snapshot = JSON.parse(await host.readFile('/var/tmp/places.json')) as {
        readings: Record<string, { rows: readonly unknown[] }>;
      };
      expect(snapshot.readings['browserExtensions']?.rows).toEqual([
        {
          browser: 'Chromium',
          id: protection,
          name: 'Kaspersky Protection',
          version: '10.1',
          profile: '/home/bert/.config/chromium/Default',
        },
      ]);
      await host.exec(['rm', '-rf', '/home/bert/.config']);
    });

    it('a scan without rights names the closed homes as not looked at, and needs none of them', async () => {
      const { report } = await assistant.report(['scan'], { user: anna });
      expect(report.unchecked).toEqual(
        ['/root', '/home/bert'].map((home) => ({
          table: 'browserExtensions',
          source: home,
          kind: 'denied',
          why: 'permission denied',
          required: false,
        })),
      );
    });

    it('after the removal they are listed as left behind, and the product counts as removed', async () => {
      const { code, report } = await assistant.report(['remove', '--yes']);
      expect([code, report.verdict]).toEqual([0, 'removed']);
      expect(report.detections.find((each) => each.productId === 'linux-kesl')?.status).toBe('leftovers');
      expectPlaces(report);
      expect((await assistant.report(['verify'])).code).toBe(11);
      for (const path of [source, certificate]) expect(await host.exists(path), path).toBe(true);
    });

    it('also when nothing else is left, then as Kaspersky’s and of no product', async () => {
      await host.exec([
        'sh',
        '-c',
        `rm -rf /opt/kaspersky /var/opt/kaspersky /etc/opt/kaspersky /var/log/kaspersky; for group in ${keslGroups.join(' ')}; do groupdel "$group"; done`,
      ]);
      const { code, report } = await assistant.report(['scan']);
      expect([code, report.verdict, report.detections]).toEqual([11, 'leftovers', []]);
      expect(report.unattributed.map((each) => [each.table, each.reason])).toEqual(
        expect.arrayContaining([
          ['certificates', 'certificate-subject'],
          ['packageSources', 'package-source'],
        ]),
      );
      await host.exec(['rm', source, certificate]);
      expect((await assistant.report(['scan'])).code).toBe(0);
    });

    it.runIf(isFull)('all places are looked at at once', async () => {
      const { alone, together } = await measureScan(host);
      const [slowest = '', longest = 0] = Object.entries(alone).toSorted(([, a], [, b]) => b - a)[0] ?? [];
      console.log(
        `scan: ${String(together)} ms together, slowest place ${slowest} ${String(longest)} ms, ` +
          `ratio ${(together / longest).toFixed(2)}; each: ${JSON.stringify(alone)}`,
      );
      expect(together).toBeGreaterThan(0);
    });
  },
);
