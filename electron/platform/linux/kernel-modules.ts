import { access, readFile } from 'node:fs/promises';
import type { Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';

/** Loaded kernel modules, from /proc/modules (proc(5)). A kernel without module support has no such file. */
export const kernelModulesProbe = (machine: Machine = thisMachine): Probe<'kernelModules'> => ({
  table: 'kernelModules',
  read: async () => {
    const source = pathIn(machine, '/proc/modules');
    try {
      return readModules(await readFile(source, 'utf8'));
    } catch (error) {
      if (isMissing(error)) return withoutModules(machine);
      return { kind: gapKindOf(error), why: `/proc/modules: ${whyOf(error)}` };
    }
  },
});

/** No such file on a mounted /proc: this kernel cannot load modules, so there is nothing to look for. */
const withoutModules = async (machine: Machine): Promise<Reading<Row<'kernelModules'>>> => {
  try {
    await access(pathIn(machine, '/proc/version'));
    return { kind: 'not-applicable', why: 'this kernel loads no modules' };
  } catch {
    return { kind: 'unavailable', why: '/proc is not mounted' };
  }
};

/** `NAME SIZE USES USERS STATE ADDRESS` a line; STATE is Live, Loading or Unloading. No line at all is a fair answer. */
export const readModules = (text: string): Reading<Row<'kernelModules'>> => {
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = lines.flatMap((line) => {
    const [name, size, , , state] = line.split(' ');
    if (name === undefined || state === undefined || !/^\d+$/.test(size ?? '')) return [];
    return [{ name, state: state === 'Live' ? 'running' : state.toLowerCase() }];
  });
  const lost = lines.length - rows.length;
  if (rows.length === 0 && lost > 0) return { kind: 'failed', why: '/proc/modules could not be understood' };
  return okReading(
    rows,
    lost === 0
      ? []
      : [{ source: '/proc/modules', kind: 'failed', why: `${String(lost)} lines could not be read` }],
  );
};
