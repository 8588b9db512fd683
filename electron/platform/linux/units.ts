import { lstat, stat } from 'node:fs/promises';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { isMissing } from '../shared/why.ts';
import { readInitScripts } from './init-scripts.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';
import type { LoadedUnit, LoadedUnits } from './systemctl.ts';
import { readLoadedUnits } from './systemctl.ts';
import type { UnitFile } from './unit-files.ts';
import { readUnitFiles } from './unit-files.ts';

export type UnitRow = Row<'units'>;

/**
 * Services and what starts them. The states:
 * `running` (also while starting or stopping), `file-missing` (its file or its program is gone), `failed`, `masked`,
 * `enabled` (stopped, starts at boot), `stopped`. No state: systemd runs and did not say.
 */
export const unitsProbe = (machine: Machine = thisMachine): Probe<'units'> => ({
  table: 'units',
  read: () => readUnits(machine),
});

export const readUnits = async (machine: Machine): Promise<Reading<UnitRow>> => {
  const [booted, files, scripts] = await Promise.all([
    isBooted(machine),
    readUnitFiles(machine),
    readInitScripts(machine),
  ]);
  if (!booted && files.folders === 0 && !scripts.there)
    return { kind: 'not-applicable', why: 'neither systemd nor System V start scripts are here' };

  const loaded: LoadedUnits = booted ? await readLoadedUnits(machine) : { kind: 'ok', units: [] };
  const told = loaded.kind === 'ok';
  const gone = await missingPrograms(machine, [...files.units, ...(told ? loaded.units : [])]);
  const loadedUnits = told ? loaded.units.filter(isHere) : [];
  const known = new Set(loadedUnits.flatMap((unit) => [unit.name, ...unit.names]));
  const rows = [
    ...loadedUnits.map((unit) => rowOf(unit, isRunning(unit) ? 'running' : restingState(unit, gone))),
    ...files.units.filter((unit) => !known.has(unit.name)).map((unit) => fileRow(unit, gone, told)),
    ...scripts.rows,
  ];
  const gaps: Gap[] = [...files.gaps, ...scripts.gaps];
  if (!told) gaps.unshift({ source: 'systemctl', kind: loaded.kind, why: loaded.why });
  const first = gaps[0];
  if (rows.length === 0 && first !== undefined)
    return { kind: first.kind, why: `${first.source}: ${first.why}` };
  return okReading(rows, gaps);
};

/** The test that systemd itself gives: sd_booted(3). */
const isBooted = async (machine: Machine): Promise<boolean> => {
  try {
    return (await lstat(pathIn(machine, '/run/systemd/system'))).isDirectory();
  } catch {
    return false;
  }
};

/** Paths of programs and unit files that are surely not there. What may not be looked at counts as there. */
const missingPrograms = async (
  machine: Machine,
  units: readonly (Pick<LoadedUnit, 'path' | 'program'> | UnitFile)[],
): Promise<ReadonlySet<string>> => {
  const paths = new Set(units.flatMap((unit) => [unit.path ?? '', ...programPath(unit.program)]));
  const missing = new Set<string>();
  await Promise.all(
    [...paths].map(async (path) => {
      if (path === '') return;
      try {
        await stat(path.startsWith(machine.root) ? path : pathIn(machine, path));
      } catch (error) {
        if (isMissing(error)) missing.add(path);
      }
    }),
  );
  return missing;
};

/** Bare names are looked up by systemd, and `%` and `$` are filled in by it: only plain paths can be checked. */
const programPath = (program: string | undefined): string[] =>
  program !== undefined && program.startsWith('/') && !/[%$]/.test(program) ? [program] : [];

const runningStates = new Set(['active', 'reloading', 'activating', 'deactivating', 'refreshing']);

const isRunning = (unit: LoadedUnit): boolean => runningStates.has(unit.active);

/** False for a name that some other unit merely mentions: nothing of it is here. */
const isHere = (unit: LoadedUnit): boolean =>
  unit.load !== 'not-found' || isRunning(unit) || unit.path !== undefined;

const restingState = (unit: LoadedUnit, gone: ReadonlySet<string>): string => {
  if (unit.load === 'masked' || unit.file.startsWith('masked')) return 'masked';
  if (unit.load === 'not-found' || (unit.path !== undefined && gone.has(unit.path))) return 'file-missing';
  if (unit.program !== undefined && gone.has(unit.program)) return 'file-missing';
  if (unit.active === 'failed') return 'failed';
  return startsAtBoot.has(unit.file) ? 'enabled' : 'stopped';
};

/** A generated unit stands for a System V script; the script's own row says whether a runlevel starts it. */
const startsAtBoot = new Set(['enabled', 'enabled-runtime']);

const fileRow = (unit: UnitFile, gone: ReadonlySet<string>, told: boolean): UnitRow => {
  if (unit.masked) return rowOf(unit, 'masked');
  if (unit.missing || (unit.program !== undefined && gone.has(unit.program)))
    return rowOf(unit, 'file-missing');
  if (!told) return rowOf(unit, undefined);
  return rowOf(unit, unit.enabled ? 'enabled' : 'stopped');
};

const rowOf = (unit: Pick<LoadedUnit, 'name' | 'path' | 'program'>, state: string | undefined): UnitRow => ({
  name: unit.name,
  ...(state === undefined ? {} : { state }),
  ...(unit.path === undefined ? {} : { path: unit.path }),
  ...(unit.program === undefined ? {} : { program: unit.program }),
});
