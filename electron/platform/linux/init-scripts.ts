import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn } from './machine.ts';

/** Debian's places, then Red Hat's, where /etc/init.d is usually a link to the second. */
const scriptFolders = ['/etc/init.d', '/etc/rc.d/init.d'];
/** The runlevels in which a machine works; a link `S20name` starts the script there. */
const runlevels = ['2', '3', '4', '5', 'S'].flatMap((level) => [
  `/etc/rc${level}.d`,
  `/etc/rc.d/rc${level}.d`,
]);

export interface InitScripts {
  /** Whether there is a folder for such scripts at all. */
  readonly there: boolean;
  readonly rows: readonly Row<'units'>[];
  readonly gaps: readonly Gap[];
}

/** System V start scripts: `enabled` when a runlevel starts them, else `stopped`. Nobody knows which of them run. */
export const readInitScripts = async (machine: Machine): Promise<InitScripts> => {
  const gaps: Gap[] = [];
  const list = async (folder: string): Promise<string[] | undefined> => {
    try {
      return await readdir(pathIn(machine, folder));
    } catch (error) {
      if (!isMissing(error)) gaps.push({ source: folder, kind: gapKindOf(error), why: whyOf(error) });
      return undefined;
    }
  };
  const links = (await Promise.all(runlevels.map(list))).flatMap((names) => names ?? []);
  const started = new Set(links.flatMap((name) => /^S\d\d(.+)$/.exec(name)?.[1] ?? []));
  const rows = new Map<string, Row<'units'>>();
  let there = false;
  for (const folder of scriptFolders) {
    const names = await list(folder);
    there ||= names !== undefined;
    for (const name of names ?? []) {
      if (notScripts.has(name) || name.startsWith('.') || rows.has(name)) continue;
      const state = started.has(name) ? 'enabled' : 'stopped';
      rows.set(name, { name, state, path: join(pathIn(machine, folder), name) });
    }
  }
  return { there: there || gaps.length > 0, rows: [...rows.values()], gaps };
};

const notScripts = new Set(['README', 'functions', 'skeleton', 'rc', 'rcS', 'rc.local']);
