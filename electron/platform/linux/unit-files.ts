import { lstat, readFile, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn } from './machine.ts';
import { programOfUnitFile } from './unit-parser.ts';

/** Where unit files lie, the first one wins (systemd.unit(5)). */
const folders = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];

/** Kinds that start a program, at once or later. */
const unitName = /\.(service|timer|socket|path)$/;

export interface UnitFile {
  readonly name: string;
  readonly path: string;
  /** The file is not there: a link that leads nowhere. */
  readonly missing: boolean;
  readonly masked: boolean;
  /** Some target wants it, so it starts at boot. */
  readonly enabled: boolean;
  readonly program?: string;
}

export interface UnitFiles {
  /** How many of the unit folders exist. */
  readonly folders: number;
  readonly units: readonly UnitFile[];
  readonly gaps: readonly Gap[];
}

interface Found {
  readonly files: Map<string, string>;
  /** Name of a wanted unit -> the link that wants it. */
  readonly wanted: Map<string, string>;
  readonly gaps: Gap[];
}

/** Reads the unit files themselves: all there is where systemd does not run, and what it has not loaded where it does. */
export const readUnitFiles = async (machine: Machine): Promise<UnitFiles> => {
  const found: Found = { files: new Map(), wanted: new Map(), gaps: [] };
  const seen = new Set<string>();
  for (const folder of folders.map((path) => pathIn(machine, path))) {
    try {
      const real = await realpath(folder);
      if (seen.has(real)) continue;
      seen.add(real);
      await readFolder(folder, found);
    } catch (error) {
      if (!isMissing(error)) found.gaps.push({ source: folder, kind: gapKindOf(error), why: whyOf(error) });
    }
  }
  // All at once: one after the other, each would wait behind every other place of a scan.
  const own = await Promise.all([...found.files].map(([name, path]) => unitAt(machine, name, path, found)));
  const wanted = [...found.wanted].filter(([name]) => !found.files.has(name));
  const others = await Promise.all(wanted.map(([name, path]) => wantedUnit(machine, name, path, found)));
  const units = [...own.filter((unit) => unit !== undefined), ...others];
  return { folders: seen.size + found.gaps.length, units, gaps: found.gaps };
};

const readFolder = async (folder: string, found: Found): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (unitName.test(name) && !found.files.has(name)) found.files.set(name, path);
    if (!/\.(wants|requires)$/.test(name)) continue;
    try {
      for (const wanted of await readdir(path))
        if (unitName.test(wanted) && !found.wanted.has(wanted)) found.wanted.set(wanted, join(path, wanted));
    } catch (error) {
      if (!isMissing(error)) found.gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    }
  }
};

const unitAt = async (
  machine: Machine,
  name: string,
  path: string,
  found: Found,
): Promise<UnitFile | undefined> => {
  const enabled = found.wanted.has(name);
  const plain = { name, path, enabled, missing: false, masked: false };
  try {
    const info = await lstat(path);
    if (info.isSymbolicLink()) {
      const target = await readlink(path);
      if (target === '/dev/null') return { ...plain, masked: true };
      // Another name of a unit that is listed itself.
      if (basename(target) !== name && found.files.has(basename(target))) return undefined;
      if (!(await leadsSomewhere(machine, path, target))) return { ...plain, missing: true };
    } else if (info.isFile() && info.size === 0) return { ...plain, masked: true };
    return {
      ...plain,
      ...(await programAt(
        name,
        inRoot(machine, path, info.isSymbolicLink() ? await readlink(path) : undefined),
      )),
    };
  } catch (error) {
    found.gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    return plain;
  }
};

/** A wanted unit with no file of its own: an instance of a template, a file elsewhere, or a link left behind. */
const wantedUnit = async (machine: Machine, name: string, path: string, found: Found): Promise<UnitFile> => {
  const plain = { name, path, enabled: true, missing: false, masked: false };
  try {
    const target = await readlink(path);
    if (!(await leadsSomewhere(machine, path, target))) return { ...plain, missing: true };
    return { ...plain, ...(await programAt(name, inRoot(machine, path, target))) };
  } catch (error) {
    found.gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    return plain;
  }
};

/** Absolute links are meant from the top of the system that is looked at. */
const inRoot = (machine: Machine, path: string, target: string | undefined): string =>
  target === undefined || !target.startsWith('/') ? path : pathIn(machine, target);

const leadsSomewhere = async (machine: Machine, path: string, target: string): Promise<boolean> => {
  try {
    await stat(inRoot(machine, path, target));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

const programAt = async (name: string, path: string): Promise<{ program?: string }> => {
  if (!name.endsWith('.service')) return {};
  const program = programOfUnitFile(await readFile(path, 'utf8'));
  return program === undefined ? {} : { program };
};
