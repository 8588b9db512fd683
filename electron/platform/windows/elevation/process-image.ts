import { win32 } from 'node:path';
import { addressOf, lazily, systemLibrary, textUpToZero, wideText } from '../api/koffi.ts';
import { attempt } from '../api/trouble.ts';

type Handle = bigint | number;

/** What even most protected processes allow everybody to ask. */
const limitedQuery = 0x1000;
const pathUnits = 32_768;
/** SystemProcessIdInformation of NtQuerySystemInformation. */
const byProcessId = 88;

interface Calls {
  readonly open: (rights: number, inherit: number, pid: number) => Handle;
  readonly path: (process: Handle, flags: number, path: Buffer, units: Buffer) => number;
  readonly device: (drive: string, target: Buffer, units: number) => number;
  readonly ask: (what: number, record: Buffer, size: number, returned: null) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('kernel32.dll');
  return {
    open: library.func('intptr_t OpenProcess(uint32, int, uint32)'),
    path: library.func('int QueryFullProcessImageNameW(intptr_t, uint32, void *, void *)'),
    device: library.func('uint32 QueryDosDeviceW(str16, void *, uint32)'),
    ask: systemLibrary('ntdll.dll').func('int32 NtQuerySystemInformation(int32, void *, uint32, void *)'),
    close: library.func('int CloseHandle(intptr_t)'),
  };
});

/**
 * Whether the process runs this very program file. One that runs as another administrator, whose name was typed in
 * place of the person's own, lets nobody else open it; of that the kernel itself is asked. False when nothing tells.
 */
export const runsProgram = (pid: number, program: string): boolean => {
  const same = attempt('a process', () => {
    const path = pathOf(pid);
    if (path !== undefined) return isSame(path, program);
    const device = deviceOf(program);
    const kernelPath = kernelPathOf(pid);
    return device !== undefined && kernelPath !== undefined && isSame(kernelPath, device);
  });
  return same === true;
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const pathOf = (pid: number): string | undefined => {
  const { open, path, close } = calls();
  const handle = open(limitedQuery, 0, pid);
  if (handle === 0) return undefined;
  try {
    const text = Buffer.alloc(2 * pathUnits);
    const units = Buffer.alloc(4);
    units.writeUInt32LE(pathUnits);
    return path(handle, 0, text, units) === 0 ? undefined : wideText(text, units.readUInt32LE());
  } finally {
    close(handle);
  }
};

/** `\Device\HarddiskVolume3\Program Files\…`, as the kernel names what it runs. */
const kernelPathOf = (pid: number): string | undefined => {
  // The process id, then a UNICODE_STRING whose text lies behind it in the same buffer.
  const record = Buffer.alloc(24 + 2 * 1024);
  record.writeBigUInt64LE(BigInt(pid), 0);
  record.writeUInt16LE(2 * 1024, 10);
  record.writeBigUInt64LE(addressOf(record) + 24n, 16);
  if (calls().ask(byProcessId, record, 24, null) !== 0) return undefined;
  return wideText(record.subarray(24), record.readUInt16LE(8) / 2);
};

/** A path on a drive as the kernel names it. */
const deviceOf = (path: string): string | undefined => {
  const drive = win32.parse(path).root.slice(0, 2);
  if (!/^[A-Za-z]:$/.test(drive)) return undefined;
  const target = Buffer.alloc(2 * 512);
  const units = calls().device(drive, target, 512);
  return units === 0 ? undefined : `${textUpToZero(target)}${path.slice(2)}`;
};
