import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exec } from '../platform/exec.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { BadInput } from './testing/bad-input.ts';
import { lay, managed, put } from './testing/bad-input.ts';
import { badPlaces } from './testing/bad-places.ts';
import { badReports } from './testing/bad-reports.ts';
import { badRuns } from './testing/bad-runs.ts';
import { badSnapshots } from './testing/bad-snapshots.ts';
import type { Ended, Way } from './testing/bad-input-ways.ts';
import { asShipped, inThisProcess } from './testing/bad-input-ways.ts';

const isFull = process.env['RA_FULL'] !== undefined;
const isRoot = process.geteuid?.() === 0;
const all = [...badSnapshots, ...badReports, ...badRuns, ...badPlaces].filter(
  ({ needsRoot, isLarge }) => (isRoot || needsRoot !== true) && (isFull || isLarge !== true),
);
/** A whole process each: a few in every run, all of them in `npm run prove`. */
const shipped = isFull ? all : all.filter((_, at) => at % 29 === 3);

/** Long enough for a busy machine; what does not end at all ends the test. In milliseconds. */
const limitMs = 60_000;
/** Ten times what the program needs for itself. In bytes. */
const mostMemory = 1_200_000_000;

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const control =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Everything in a folder, to the last byte of what is not too long to be read here. */
const contents = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const info = lstatSync(path);
    const line = `${path} ${String(info.mode)} ${String(info.size)} ${String(info.mtimeMs)}`;
    if (info.isDirectory()) return [line, ...contents(path)];
    return info.isFile() && info.size < 10_000_000 ? [`${line} ${readFileSync(path, 'base64')}`] : [line];
  });

const walk = async (bad: BadInput, way: Way): Promise<void> => {
  const folder = temporaryFolder();
  const inFolder = (text: string): string => text.replaceAll('FOLDER', folder.path);
  try {
    await bad.lay?.(folder.path);
    const before = contents(folder.path);
    const ended = await way(join(folder.path, 'state'), [...bad.args.map(inFolder), '--json']);
    expectOneSentence(ended, bad.exit, inFolder(bad.says));
    expect(contents(folder.path)).toEqual(before);
  } finally {
    folder.remove();
  }
};

const expectOneSentence = ({ code, out, err, peak }: Ended, exit: number, says: string): void => {
  expect([code, err]).toEqual([exit, expect.stringContaining(says)]);
  expect(err).toMatch(/^[^\n]+[.”]\n$/);
  expect(`${err}${out}`).not.toMatch(control);
  expect(JSON.parse(out)).toMatchObject({ schema: 'removal-assistant/problem/1', exit });
  expect(peak).toBeLessThan(mostMemory);
};

describe.runIf(process.platform === 'linux')('bad input ends in one sentence, and nothing is lost:', () => {
  test.concurrent.each(all)('$what', (bad) => walk(bad, inThisProcess), limitMs);

  test('a pipe whose writer says nothing keeps nobody who wants to stop', async () => {
    const folder = temporaryFolder();
    const path = join(folder.path, 'pipe');
    await lay.pipe('pipe')(folder.path);
    // It opens the pipe when somebody reads it, says so, and keeps it open.
    const silent = 'exec 3> "$1"; : > "$1.open"; until [ -e "$1.end" ]; do sleep 0.05; done';
    const writer = exec({ command: 'sh', args: ['-c', silent, 'sh', path], timeoutMs: limitMs });
    const stop = new AbortController();
    const scan = cli(folder.path, { stop }, 'scan', '--from', path);
    await expect.poll(() => existsSync(`${path}.open`)).toBe(true);
    stop.abort();
    const { code, out, err } = await scan;
    expect([code, out, err]).toEqual([24, '', 'Stopped by you. Nothing was changed.\n']);
    writeFileSync(`${path}.end`, '');
    await writer;
    folder.remove();
  });

  describe('the program as it is shipped,', () => {
    test.each(shipped)('$what', (bad) => walk(bad, asShipped()), limitMs);

    test.runIf(isRoot)(
      'a report onto a disk that is really full',
      async () => {
        const disk = ['unshare', '--mount', 'sh', '-euc'];
        const fill = `mount -t tmpfs -o size=64k tmpfs "$0"
cat /dev/zero > "$0/filler" 2> /dev/null || :
exec "$@"`;
        const folder = temporaryFolder();
        put(folder.path, 'pc.json', managed());
        lay.folder('disk')(folder.path);
        const out = join(folder.path, 'disk/r.html');
        const args = ['report', '--from', join(folder.path, 'pc.json'), '--format', 'html', '--out', out];
        const way = asShipped([...disk, fill, join(folder.path, 'disk')]);
        const ended = await way(folder.path, [...args, '--json']);
        expectOneSentence(ended, 65, `Could not write ${out}: the disk is full.`);
        folder.remove();
      },
      limitMs,
    );
  });
});
