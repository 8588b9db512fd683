import { lazily, systemLibrary } from './koffi.ts';

const driveTypeCall = lazily((): ((root: string) => number) =>
  systemLibrary('kernel32.dll').func('uint32 GetDriveTypeW(str16)'),
);

/** DRIVE_REMOVABLE, DRIVE_REMOTE and DRIVE_CDROM (fileapi.h). */
const going = new Set([2, 4, 5]);

/**
 * Whether Windows calls the drive of a path one that can be taken out, or that lies on another computer. What is on no
 * drive by a letter, or cannot be told, counts as such a one too: then a copy is made, which is never wrong.
 */
export const isOnGoingDrive = (path: string): boolean => {
  const root = /^[A-Za-z]:\\/.exec(path)?.[0];
  try {
    return root === undefined || going.has(driveTypeCall()(root));
  } catch {
    return true;
  }
};
