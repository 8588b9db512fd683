import {
  chmodSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Real folders that stand for a computer, and a run's own folder beside them. */
export interface Stage {
  /** The top of the computer that is worked on. */
  readonly root: string;
  /** The folder of the run. */
  readonly run: string;
  /** Makes a file with the folders above it. */
  file(path: string, content?: string, mode?: number): void;
  folder(path: string, mode?: number): void;
  link(path: string, target: string): void;
  exists(path: string): boolean;
  /** Every entry with all that has to be the same again: `type mode owner size digest target time`. */
  state(path?: string): ReadonlyMap<string, string>;
  remove(): void;
}

/** `apart`: the run lies on another file system, where this machine has one. `base`: where all of it is made. */
export const makeStage = (options: { readonly apart?: boolean; readonly base?: string } = {}): Stage => {
  const top = mkdtempSync(join(options.base ?? tmpdir(), 'removal-assistant-quarantine-'));
  const elsewhere =
    options.apart === true ? mkdtempSync('/dev/shm/removal-assistant-run-') : join(top, 'run');
  const root = join(top, 'root');
  mkdirSync(root);
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  const at = (path: string): string => join(root, path);
  const above = (path: string): void => void mkdirSync(dirname(at(path)), { recursive: true });
  return {
    root,
    run: elsewhere,
    file: (path, content = path, mode = 0o644) => {
      above(path);
      writeFileSync(at(path), content);
      chmodSync(at(path), mode);
    },
    folder: (path, mode = 0o755) => {
      mkdirSync(at(path), { recursive: true });
      chmodSync(at(path), mode);
    },
    link: (path, target) => {
      above(path);
      symlinkSync(target, at(path));
    },
    exists: (path) => isThere(at(path)),
    state: (path = '/') => stateOf(at(path)),
    remove: () => {
      for (const folder of [top, elsewhere]) rmSync(folder, { recursive: true, force: true });
    },
  };
};

const isThere = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
};

/** The whole of a tree, independent of the code that is tested. */
export const stateOf = (top: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const visit = (path: string, below: string): void => {
    const info = lstatSync(path, { bigint: true });
    const kind = info.isDirectory()
      ? 'folder'
      : info.isSymbolicLink()
        ? 'link'
        : info.isFile()
          ? 'file'
          : 'special';
    const content = kind === 'file' ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
    const target = kind === 'link' ? readlinkSync(path) : '';
    found.set(
      below,
      [
        kind,
        info.mode.toString(8),
        info.uid,
        info.gid,
        kind === 'file' ? info.size : '',
        content,
        target,
        info.mtimeNs,
      ].join(' '),
    );
    if (kind === 'folder')
      for (const name of readdirSync(path).toSorted()) visit(join(path, name), `${below}/${name}`);
  };
  visit(top, '');
  return found;
};

/** A time of change with every nanosecond in it, as far as Node can set one. */
export const setOddTime = (path: string, seconds: number): void =>
  lutimesSync(path, seconds, seconds + 0.123456);
