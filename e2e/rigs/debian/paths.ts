import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout; every host sees it read-only at this same path. */
export const repoRoot = resolve(__dirname, '..', '..', '..');

/** Where things are kept that are expensive to make: in the checkout, or beside it when that is read-only. */
export const cacheRoot = (): string => {
  const inCheckout = join(repoRoot, 'build', '.cache');
  try {
    mkdirSync(inCheckout, { recursive: true });
    accessSync(inCheckout, constants.W_OK);
    return inCheckout;
  } catch {
    const beside = join(tmpdir(), 'removal-assistant-cache');
    mkdirSync(beside, { recursive: true });
    return beside;
  }
};

/** One folder for each running host, so that a later run can clean up after one that died. */
export const runsRoot = (): string => {
  const path = join(tmpdir(), 'removal-assistant-hosts');
  mkdirSync(path, { recursive: true, mode: 0o755 });
  return path;
};
