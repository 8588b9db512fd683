import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { okReading } from '../core/model/reading.ts';
import { packageRow } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const run = (seat: Seat, ...argv: string[]) => cli(folder.path, seat, ...argv);
const at = (name: string): string => join(folder.path, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

/** A computer on which the folder of a person could not be looked at. */
const ofAnna = (): FakeComputer => ({
  packages: [packageRow('kesl')],
  readings: { files: okReading([], [{ source: '/home/anna', kind: 'denied', why: 'anna forbids it' }]) },
});

describe('the files of a report', () => {
  test('hold no name of a person, in any format, and are still as they were written', async () => {
    await run({ computer: ofAnna() }, 'remove', '--yes');
    for (const format of ['html', 'json', 'csv']) {
      const { code } = await run({}, 'report', '--format', format, '--out', at(`r.${format}`));
      expect(code).toBe(0);
      expect(read(`r.${format}`)).not.toContain('anna');
      expect(read(`r.${format}`)).toContain('[user-1]');
    }
    expect((await run({}, 'verify', '--report', at('r.json'))).code).toBe(0);
  });

  test('hold it when somebody wants that, and what stands on the screen always does', async () => {
    const { out } = await run(
      { computer: ofAnna() },
      'remove',
      '--yes',
      '--raw',
      '--out',
      at('raw'),
      '--json',
    );
    expect(out).toContain('/home/anna');
    const [html = '', json = ''] = readdirSync(at('raw')).toSorted();
    expect(read(join('raw', json))).toBe(out);
    expect(read(join('raw', html))).toContain('anna forbids it');
  });

  test('are never written over by the next one in the same folder', async () => {
    const argv = ['remove', '--dry-run', '--asset-tag', 'PC 1', '--out', at('out')];
    await run({ computer: ofAnna() }, ...argv);
    writeFileSync(at('out/PC-1-20261123-100000-2.html'), 'somebody’s own');
    await run({ computer: {} }, ...argv);
    expect(readdirSync(at('out')).toSorted()).toEqual([
      'PC-1-20261123-100000-2.html',
      'PC-1-20261123-100000-3.html',
      'PC-1-20261123-100000-3.json',
      'PC-1-20261123-100000.html',
      'PC-1-20261123-100000.json',
    ]);
    expect(read('out/PC-1-20261123-100000.json')).toContain('"found"');
    expect(read('out/PC-1-20261123-100000-3.json')).not.toContain('"found"');
    expect(read('out/PC-1-20261123-100000-2.html')).toBe('somebody’s own');
  });
});
