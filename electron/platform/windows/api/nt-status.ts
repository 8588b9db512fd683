/** How the kernel's own functions end (ntstatus.h), as numbers without a sign. */
export const statuses = {
  success: 0,
  bufferOverflow: 0x8000_0005,
  noMoreFiles: 0x8000_0006,
  noSuchFile: 0xc000_000f,
  noMoreEntries: 0x8000_001a,
  endOfFile: 0xc000_0011,
  bufferTooSmall: 0xc000_0023,
  notAReparsePoint: 0xc000_0275,
} as const;

/** In the codes of Node's file functions, so that nobody has to tell the two apart. */
const codes: Readonly<Record<number, string>> = {
  0xc000_000d: 'EINVAL',
  0xc000_000f: 'ENOENT',
  0xc000_0034: 'ENOENT',
  0xc000_003a: 'ENOENT',
  0xc000_017c: 'ENOENT',
  0xc000_0103: 'ENOTDIR',
  0xc000_0022: 'EACCES',
  0xc000_0061: 'EPERM',
  0xc000_0121: 'EPERM',
  0xc000_0035: 'EEXIST',
  0xc000_0101: 'ENOTEMPTY',
  0xc000_0043: 'EBUSY',
  0xc000_0054: 'EBUSY',
  0xc000_0056: 'EBUSY',
  0xc000_00d4: 'EXDEV',
  0xc000_007f: 'ENOSPC',
  0xc000_0044: 'EDQUOT',
  0xc000_00a2: 'EROFS',
};

/** What to throw for a status. `what` is what was asked for, in a few words. */
export const statusError = (what: string, status: number): Error => {
  const code = codes[status >>> 0];
  const hex = (status >>> 0).toString(16);
  const error = new Error(`${what}: Windows status 0x${hex}`);
  return code === undefined ? error : Object.assign(error, { code });
};

/** Throws unless it went well. */
export const mustSucceed = (what: string, status: number): void => {
  if (status >>> 0 !== statuses.success) throw statusError(what, status);
};
