/** What the operating system says, in words. Codes: errno(3). */
const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'the folder is not empty',
  EEXIST: 'it exists already',
  ELOOP: 'it is a link, or links go in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the disk reports a read or write error',
  EFBIG: 'the file is too large',
  EBUSY: 'it is in use',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this computer',
  ENOMEM: 'there is not enough memory',
  ESTALE: 'the network folder is no longer there',
  ETIMEDOUT: 'it did not answer in time',
  ENXIO: 'there is no such device',
};

/** The errno code of whatever was thrown, or undefined. */
export const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
};

/** Why a file operation failed, in words that a person understands. */
export const whyOf = (error: unknown): string => {
  const code = codeOf(error);
  if (code !== undefined) return words[code] ?? code;
  return error instanceof Error ? error.message : String(error);
};

/** Nothing is there. The only failures that may be read as absence. */
export const isMissing = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
};

/** How a failed look counts in a reading. */
export const gapKindOf = (error: unknown): 'denied' | 'failed' => {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
};
