import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { kesl } from '../debian/fixtures/kesl';
import { startHost, type Host } from '../debian/host';
import type { HostUser } from '../debian/enter';
import { assistantOn, type Assistant } from './assistant';

const nobodysRun = '20261126-000000-000000';

/** Every command on one computer, in an order in which each finds what it needs; how each has to end. */
const road: readonly (readonly [exit: number, as: 'root' | 'anna', ...words: string[]])[] = [
  [0, 'anna', '--version'],
  [0, 'anna', 'remove', '--help'],
  [64, 'anna', 'fly'],
  [64, 'anna', 'scan', '--wings'],
  [0, 'anna', 'schema', 'report'],
  [0, 'anna', 'schema', 'map'],
  [64, 'anna', 'check-tool', '/bin/true'],
  [10, 'anna', 'scan', '--save', '/tmp/pc.json'],
  [10, 'anna', 'scan', '--from', '/tmp/pc.json'],
  [65, 'anna', 'scan', '--from', '/tmp/nothing.json'],
  [65, 'anna', 'map', '/tmp/nothing'],
  [0, 'anna', 'plan'],
  [64, 'anna', 'plan', '--product', 'sputnik'],
  // No terminal, and nobody said yes.
  [64, 'root', 'remove'],
  [23, 'anna', 'remove', '--yes'],
  [0, 'root', 'remove', '--dry-run'],
  [65, 'root', 'resume', '--yes'],
  [10, 'root', 'verify'],
  [65, 'root', 'verify', '--run', nobodysRun],
  [65, 'root', 'verify', '--report', '/tmp/pc.json'],
  [65, 'root', 'undo', nobodysRun],
  [65, 'root', 'forget', nobodysRun, '--yes'],
  [65, 'root', 'report', nobodysRun, '--format', 'html', '--out', '/tmp/pc.html'],
  [64, 'root', 'report', '--format', 'pdf'],
  [0, 'root', 'remove', '--yes', '--asset-tag', 'PC-1', '--out', '/tmp/reports'],
  [11, 'root', 'scan'],
  [0, 'root', 'remove', '--yes', '--leftovers'],
  [0, 'root', 'scan'],
  // Once more: the same end.
  [0, 'root', 'remove', '--yes'],
  [0, 'root', 'verify'],
  [0, 'root', 'resume', '--yes'],
  [0, 'root', 'report', '--format', 'csv', '--out', '/tmp/pc.csv'],
  [0, 'root', 'map', '/tmp/reports', '--directive', 'bod-17-01', '--format', 'csv', '--out', '/tmp/map.csv'],
  [65, 'root', 'map', '/tmp/reports', '--directive', '/tmp/pc.json'],
];

describe.runIf(hostsUsable())('every command on a Debian host', () => {
  let host: Host;
  let assistant: Assistant;
  let anna: HostUser;
  beforeAll(async () => {
    host = await startHost({ name: 'contract' });
    assistant = assistantOn(host);
    anna = await host.createUser('anna');
    await host.install(...(await buildDebs([kesl()])));
  });
  afterAll(() => host.stop());

  it('ends as its contract says, without a stack or a hole in its words', async () => {
    const ends: string[] = [];
    for (const [, as, ...words] of road) {
      const { code, stdout, stderr } = await assistant.run(words, as === 'anna' ? { user: anna } : {});
      ends.push(`${String(code)} ${words.join(' ')}`);
      expect(`${stdout}${stderr}`, words.join(' ')).not.toMatch(/\n\s+at |undefined|\[object/);
    }
    expect(ends).toEqual(road.map(([exit, , ...words]) => `${String(exit)} ${words.join(' ')}`));
  });
});
