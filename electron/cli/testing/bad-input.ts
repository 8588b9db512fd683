import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seal } from '../../core/report/seal.ts';
import { catalogue } from '../../core/catalogue/index.ts';
import { concludeOpen } from '../../core/engine/conclude.ts';
import type { Report } from '../../core/model/report.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { exec } from '../../platform/exec.ts';
import { debianSnapshot, managedRows } from '../../core/testing/hosts.ts';

/** Lays something out in a folder. */
export type Lay = (folder: string) => void | Promise<void>;

/** One thing that is wrong, what is done with it, and what has to come of that. */
export interface BadInput {
  readonly what: string;
  /** Lays it out in the folder of the case, beforehand. */
  readonly lay?: Lay;
  /** `FOLDER` in an argument stands for the folder of the case. */
  readonly args: readonly string[];
  readonly exit: number;
  /** Part of the one sentence. `FOLDER` as above. */
  readonly says: string;
  /** For administrators only: others are told that first. */
  readonly needsRoot?: true;
  /** Takes seconds: not for every run. */
  readonly isLarge?: true;
}

/** What may stand in a file. */
export type Content = string | Uint8Array | object;

export const put = (folder: string, name: string, content: Content): void => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const isPlain = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isPlain ? content : JSON.stringify(content), { mode: 0o600 });
};

/** What a file can be beside a file with something in it. */
export const lay = {
  file: (name: string, content: Content) => (folder: string) => put(folder, name, content),
  folder: (name: string) => (folder: string) => void mkdirSync(join(folder, name), { recursive: true }),
  pipe: (name: string) => async (folder: string) => {
    put(folder, `${name}.beside`, '');
    await exec({ command: 'mkfifo', args: [join(folder, name)] });
  },
  link: (name: string, target: string) => (folder: string) => {
    put(folder, `${name}.beside`, '');
    symlinkSync(target, join(folder, name));
  },
  /** As long as that, and takes no room. */
  hole: (name: string, bytes: number) => (folder: string) => {
    put(folder, name, '');
    const file = openSync(join(folder, name), 'r+');
    ftruncateSync(file, bytes);
    closeSync(file);
  },
};

/** More than any file may have. In bytes. */
export const tooLarge = 200 * 1024 * 1024 + 1;

/** Lists within lists; JSON from the first to the last letter. */
export const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

export const managed = (): Snapshot => debianSnapshot(managedRows);

export const reportOf = (snapshot: Snapshot): Report => {
  const desk = { catalogue, tool: { name: 'Kaspersky Removal Assistant', version: '0.0.0' } };
  return seal(concludeOpen(desk, snapshot, {}, snapshot.takenAt));
};
