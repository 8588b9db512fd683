import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Report } from '../../../electron/core/model/report.ts';
import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { kesl } from '../debian/fixtures/kesl';
import { klnagent64 } from '../debian/fixtures/klnagent64';
import { startHost, type Host } from '../debian/host';
import { repoRoot } from '../debian/paths';
import { compareStates } from '../debian/state-difference';
import { leftoverPaths } from './assistant';

/** Writable, and on no file system that is compared: what a stick's second folder is. */
const out = '/run/stick-reports';
const nothing = { added: [], removed: [] };

/** Bytes and packets that ever went through an interface, a line each. */
const traffic = async (host: Host): Promise<readonly string[]> =>
  (await host.readFile('/proc/net/dev'))
    .split('\n')
    .slice(2)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');

/** A technician's round: the program comes on a stick that cannot be written to, on to the next computer. */
describe.runIf(hostsUsable())('from a read-only stick', () => {
  let stick: string;
  let debs: readonly string[];

  beforeAll(async () => {
    stick = mkdtempSync(join(tmpdir(), 'removal-assistant-stick-'));
    copyFileSync(join(repoRoot, 'build/out/cli/removal-assistant.cjs'), join(stick, 'removal-assistant.cjs'));
    debs = await buildDebs([kesl(), klnagent64]);
  });
  afterAll(() => rmSync(stick, { recursive: true }));

  const clean = async (name: string): Promise<Report> => {
    const host = await startHost({ name, privateNetwork: true, binds: [stick] });
    try {
      const assistant = (...args: readonly string[]) =>
        host.exec([host.nodePath, join(stick, 'removal-assistant.cjs'), ...args]);
      const before = await host.state();
      await host.install(...debs);
      const quiet = await traffic(host);

      const beside = await assistant('remove', '--yes', '--portable', '--accept', 'managed-redeploy');
      expect([beside.code, beside.stderr]).toEqual([65, expect.stringContaining(stick)]);

      const flags = ['--yes', '--accept', 'managed-redeploy', '--leave-nothing', '--out', out];
      const { code, stdout } = await assistant('remove', ...flags, '--asset-tag', name, '--json');
      expect([code, (JSON.parse(stdout) as Report).verdict]).toEqual([0, 'removed']);
      expect(await traffic(host)).toEqual(quiet);

      const { packages, units, running, files } = compareStates(before, await host.state());
      expect([packages, units, running]).toEqual([nothing, nothing, nothing]);
      // The vendor's leftovers, which nobody asked to set aside, and nothing of this tool's.
      expect(files.added).toEqual(leftoverPaths(JSON.parse(stdout) as Report));
      // dpkg takes an empty folder away with the last package that named it.
      expect(files.removed.filter((path) => path !== '/opt')).toEqual([]);

      const again = await assistant('remove', ...flags, '--asset-tag', name);
      expect(again.code).toBe(0);
      const names = (await host.exec(['ls', out])).stdout.trim().split('\n');
      const written = names.find((file) => file.endsWith('.json')) ?? '';
      expect(written).toMatch(new RegExp(`^${name}-`));
      return JSON.parse(await host.readFile(join(out, written))) as Report;
    } finally {
      await host.stop();
    }
  };

  const round = process.env['RA_FULL'] === undefined ? ['pc-1'] : ['pc-1', 'pc-2', 'pc-3'];

  it.each(round)('%s is cleaned without a packet, and nothing of the tool stays there', async (name) => {
    const report = await clean(name);
    expect([report.verdict, report.subject?.assetTag]).toEqual(['removed', name]);
  });
});
