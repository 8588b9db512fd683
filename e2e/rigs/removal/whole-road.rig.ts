import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { addInnocents, innocentPaths } from '../debian/fixtures/innocents';
import { kesl, keslGroups, keslRuntimePaths, keslVersion } from '../debian/fixtures/kesl';
import { keslGui } from '../debian/fixtures/kesl-gui';
import { kessByKde } from '../debian/fixtures/kess-by-kde';
import { klnagent64 } from '../debian/fixtures/klnagent64';
import { startHost, type Host } from '../debian/host';
import type { HostState } from '../debian/host-state';
import { compareStates } from '../debian/state-difference';
import { assistantOn, leftoverGroups, leftoverPaths, type Assistant, plannedPackages } from './assistant';

const agentFiles = ['/var/opt/kaspersky/klnagent', '/var/opt/kaspersky/klnagent/common'];
const nothing = { added: [], removed: [] };

/** The whole road on one computer, in the order in which a technician walks it. */
describe.runIf(hostsUsable())(
  'on a Debian computer with Endpoint Security, its interface and the agent',
  () => {
    let host: Host;
    let assistant: Assistant;
    let before: HostState;

    beforeAll(async () => {
      host = await startHost({ name: 'office1' });
      assistant = assistantOn(host);
      await addInnocents(host, [kessByKde]);
      before = await host.state();
      await host.install(...(await buildDebs([kesl(), keslGui, klnagent64])));
    });
    afterAll(() => host.stop());

    it('scan finds both products, proven, with their versions, and nothing innocent', async () => {
      const { code, report } = await assistant.report(['scan']);
      expect(code).toBe(10);
      expect(report.verdict).toBe('found');
      expect(report.detections.map((d) => [d.productId, d.version, d.status, d.confidence])).toEqual([
        ['linux-kesl', keslVersion, 'installed', 'proven'],
        ['linux-nagent', klnagent64.version, 'installed', 'proven'],
      ]);
      expect(report.unattributed).toEqual([]);
      expect(report.unchecked.filter((place) => place.required)).toEqual([]);
      const seen = new Set(report.detections[0]?.evidence.map((evidence) => evidence.table));
      expect([...seen].toSorted()).toEqual(['accounts', 'files', 'packages', 'processes', 'units']);
    });

    it('a saved snapshot leads to the same conclusions', async () => {
      const saved = await assistant.report(['scan', '--save', '/var/tmp/pc.json']);
      const again = await assistant.report(['scan', '--from', '/var/tmp/pc.json']);
      expect(again.code).toBe(10);
      expect(again.report.detections).toEqual(saved.report.detections);
      await host.exec(['rm', '/var/tmp/pc.json']);
    });

    it('plan goes interface, product, agent, and says what holds it up', async () => {
      const blocked = await assistant.report(['plan']);
      expect(blocked.code).toBe(22);
      expect(blocked.report.plan.blockedBy).toEqual(['managed-redeploy']);
      const free = await assistant.report(['plan', '--accept', 'managed-redeploy']);
      expect(free.code).toBe(0);
      expect(plannedPackages(free.report.plan.actions)).toEqual(['kesl-gui', 'kesl', 'klnagent64']);
    });

    it('remove changes nothing while a hazard stands, or in a dry run', async () => {
      const state = await host.state();
      expect((await assistant.report(['remove', '--yes'])).code).toBe(22);
      expect((await assistant.run(['remove', '--dry-run', '--accept', 'managed-redeploy'])).code).toBe(0);
      expect(compareStates(state, await host.state()).packages).toEqual(nothing);
    });

    it('remove without --yes and without a terminal refuses', async () => {
      const result = await assistant.run(['remove', '--accept', 'managed-redeploy']);
      expect(result.code).toBe(64);
      expect(result.stderr).toContain('Add --yes');
    });

    it('remove takes everything through the package manager and proves it by a second look', async () => {
      const { code, report } = await assistant.report([
        'remove',
        '--yes',
        '--accept',
        'managed-redeploy',
        '--asset-tag',
        'PC-14',
        '--out',
        '/var/tmp/reports',
      ]);
      expect(code).toBe(0);
      expect(report.verdict).toBe('removed');
      expect(report.run?.actions.map((action) => [action.id, action.outcome, action.exitCode])).toEqual([
        ['linux-kesl:dpkg:kesl-gui', 'removed', 0],
        ['linux-kesl:dpkg:kesl', 'removed', 0],
        ['linux-nagent:dpkg:klnagent64', 'removed', 0],
      ]);
      expect(report.run?.accepted).toEqual(['managed-redeploy']);
      expect(report.before?.detections.map((detection) => detection.status)).toEqual([
        'installed',
        'installed',
      ]);
      expect(report.after?.detections.map((detection) => detection.status)).toEqual([
        'leftovers',
        'leftovers',
      ]);
      expect(report.subject).toEqual({ assetTag: 'PC-14' });
      const written = (await host.exec(['ls', '/var/tmp/reports'])).stdout.trim().split('\n');
      expect(
        written.filter((name) => name.startsWith('PC-14')).map((name) => name.replace(/.*\./, '')),
      ).toEqual(['html', 'json']);
    });

    it('the computer is as it was before the installation, but for the leftovers that the report lists', async () => {
      const difference = compareStates(before, await host.state());
      expect(difference.packages).toEqual(nothing);
      expect(difference.units).toEqual(nothing);
      expect(difference.running).toEqual(nothing);
      const added = difference.files.added.filter((path) => !path.startsWith('/var/lib/removal-assistant'));
      const { report } = await assistant.report(['verify']);
      expect(leftoverPaths(report)).toEqual(added);
      expect(added).toEqual(expect.arrayContaining([...keslRuntimePaths(), ...agentFiles]));
      expect(difference.files.removed).toEqual([]);
      // The product's groups stay: people may be in them, and files may be theirs.
      expect(difference.files.changed).toEqual(['/etc/group', '/etc/gshadow']);
      expect(leftoverGroups(report)).toEqual([...keslGroups].toSorted());
      for (const path of innocentPaths) expect(await host.exists(path), path).toBe(true);
    });

    it('scan and verify now say that only leftovers are here', async () => {
      expect((await assistant.report(['scan'])).code).toBe(11);
      const verified = await assistant.report(['verify']);
      expect([verified.code, verified.report.verdict]).toEqual([11, 'leftovers']);
    });

    it('remove again has nothing to do', async () => {
      const again = await assistant.report(['remove', '--yes']);
      expect(again.code).toBe(0);
      expect(again.report.run).toBeUndefined();
    });

    it('the report of the run prints, and an altered copy is told', async () => {
      expect((await assistant.run(['report', '--format', 'html', '--out', '/var/tmp/r.html'])).code).toBe(0);
      expect(await host.readFile('/var/tmp/r.html')).toContain('Kaspersky is gone.');
      expect((await assistant.run(['report', '--format', 'json', '--out', '/var/tmp/r.json'])).code).toBe(0);
      expect((await assistant.run(['verify', '--report', '/var/tmp/r.json'])).code).toBe(0);
      await host.exec(['sed', '-i', `s/${keslVersion}/9.9.9/`, '/var/tmp/r.json']);
      const altered = await assistant.run(['verify', '--report', '/var/tmp/r.json']);
      expect([altered.code, altered.stdout]).toEqual([65, '']);
      expect(altered.stderr).toContain('altered');
    });

    it('the journal has a line before and after each change, readable by administrators only', async () => {
      const run = (await host.exec(['ls', '/var/lib/removal-assistant/runs'])).stdout.trim();
      const folder = `/var/lib/removal-assistant/runs/${run}`;
      const lines = (await host.readFile(`${folder}/journal.jsonl`)).trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
        'run-started',
        ...Array.from({ length: 3 }, () => ['action-started', 'action-ended']).flat(),
        'run-ended',
      ]);
      const modes = await host.exec([
        'stat',
        '-c',
        '%a',
        '/var/lib/removal-assistant',
        `${folder}/journal.jsonl`,
      ]);
      expect(
        modes.stdout
          .trim()
          .split('\n')
          .every((mode) => mode.endsWith('00')),
      ).toBe(true);
    });
  },
);
