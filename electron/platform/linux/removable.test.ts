import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { thisMachine } from './machine.ts';
import { isOnRemovable, mountOf } from './removable.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'removable-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** A disk with one partition, mounted somewhere, as /sys and /proc show it. */
const disk = (path: string, device: string, removable: string, at: string): void => {
  put(`sys/devices/${path}/sdx/removable`, `${removable}\n`);
  put(`sys/devices/${path}/sdx/sdx1/partition`, '1\n');
  mkdirSync(join(root, 'sys/dev/block'), { recursive: true });
  symlinkSync(`../../devices/${path}/sdx/sdx1`, join(root, 'sys/dev/block', device));
  put(
    'proc/self/mountinfo',
    `21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n99 21 ${device} / ${at} rw - vfat /dev/sdx1 rw\n`,
  );
};
const isGoing = (file: string): Promise<boolean> => isOnRemovable(file, { ...thisMachine, root });

test('a drive that the kernel calls removable', async () => {
  disk('pci/ata1', '8:17', '1', '/mnt/stick');
  expect(await isGoing('/mnt/stick/tools/removal-assistant.cjs')).toBe(true);
  expect(await isGoing('/mnt/sticky/removal-assistant.cjs')).toBe(false);
  expect(await isGoing('/opt/removal-assistant.cjs')).toBe(false);
});

test('a disk on USB, which no flag calls removable', async () => {
  disk('pci/usb2/2-1/host3', '8:17', '0', '/data');
  expect(await isGoing('/data/x')).toBe(true);
});

test('a second disk of the computer is none', async () => {
  disk('pci/ata2', '8:17', '0', '/mnt/data');
  expect(await isGoing('/mnt/data/x')).toBe(false);
});

test.each(['/media/anna/STICK', '/run/media/anna/My\\040Stick'])(
  'whatever a desktop mounted at %s',
  async (at) => {
    put(
      'proc/self/mountinfo',
      `21 1 8:1 / / rw - ext4 /dev/sda1 rw\n99 21 0:54 / ${at} rw - fuse.exfat x rw\n`,
    );
    expect(await isGoing(`${at.replaceAll('\\040', ' ')}/x`)).toBe(true);
  },
);

test('where nothing can be told, it counts as staying', async () => {
  expect(await isGoing('/anything')).toBe(false);
});

test('of two mounts at one place the later one counts', () => {
  const lines = '1 0 8:1 / / rw\n2 1 8:2 / /a rw\n3 2 8:3 / /a rw\n';
  expect(mountOf(lines, '/a/b')).toEqual({ device: '8:3', at: '/a' });
});
