import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { channelFolder, openWindowEnd, openWorkerEnd } from './fifo-channel.ts';

describe.skipIf(process.platform === 'win32')('two named pipes', () => {
  const uid = process.getuid?.() ?? -1;
  let top: string;
  let folder: string;
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'fifo-'));
    folder = channelFolder(top, uid);
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  const openWindow = async () => {
    const heard: Buffer[] = [];
    const opened = await openWindowEnd(folder, exec, (chunk) => heard.push(Buffer.from(chunk)));
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    return { ...opened.value, heard: () => Buffer.concat(heard).toString() };
  };
  const openWorker = async () => {
    const opened = await openWorkerEnd(folder, uid);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    const heard: Buffer[] = [];
    let ends = 0;
    opened.value.listen(
      (chunk) => heard.push(Buffer.from(chunk)),
      () => (ends += 1),
    );
    return { ...opened.value, heard: () => Buffer.concat(heard).toString(), ends: () => ends };
  };

  it('carry both ways, also what was said before anybody listened', async () => {
    const window = await openWindow();
    window.say(Buffer.from('early '));
    const worker = await openWorker();
    window.say(Buffer.from('late'));
    await expect.poll(worker.heard).toBe('early late');
    const long = 'x'.repeat(300_000);
    worker.send(Buffer.from(long), false);
    await worker.flush();
    await expect.poll(() => window.heard().length).toBe(long.length);
    await window.drop();
  });

  it('tell the worker once that the window has gone, and are gone then', async () => {
    const window = await openWindow();
    const worker = await openWorker();
    expect(worker.ends()).toBe(0);
    window.hangUp();
    await expect.poll(worker.ends).toBe(1);
    await window.drop();
    expect(existsSync(folder)).toBe(false);
    worker.send(Buffer.from('nobody'), false);
    await worker.flush();
    expect(worker.ends()).toBe(1);
  });

  it('lie in a folder for this user alone, and take the place of older ones', async () => {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(folder, 'to-worker'), 'old');
    const window = await openWindow();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'to-worker')).isFIFO()).toBe(true);
    await window.drop();
  });

  it.each<readonly [string, () => void]>([
    ['others can look into', () => mkdirSync(folder, { mode: 0o755 })],
    ['is a link', () => symlinkSync(top, folder)],
    ['is a file', () => writeFileSync(folder, '')],
  ])('are not made in a folder that %s', async (_, prepare) => {
    prepare();
    expect(await openWindowEnd(folder, exec, () => undefined)).toMatchObject({
      problem: { code: 'worker-not-started' },
    });
  });

  it.each<readonly [string, () => void]>([
    ['is not there', () => rmSync(folder, { recursive: true })],
    ['others can look into', () => chmodSync(folder, 0o750)],
    [
      'holds a file in the place of a pipe',
      () => {
        rmSync(join(folder, 'from-worker'));
        writeFileSync(join(folder, 'from-worker'), 'precious');
      },
    ],
    [
      'holds a link in the place of a pipe',
      () => {
        rmSync(join(folder, 'from-worker'));
        symlinkSync('to-worker', join(folder, 'from-worker'));
      },
    ],
  ])('are not taken by the worker from a folder that %s', async (_, spoil) => {
    const window = await openWindow();
    spoil();
    expect(await openWorkerEnd(folder, uid)).toMatchObject({ problem: { code: 'worker-not-started' } });
    await window.drop();
  });

  it('are not taken by the worker from somebody else', async () => {
    const window = await openWindow();
    expect(await openWorkerEnd(folder, uid + 1)).toMatchObject({ problem: { code: 'worker-not-started' } });
    await window.drop();
  });
});
