import { ownPlaceOf } from '../catalogue/own-places.ts';
import type { Row } from '../model/tables.ts';
import type { LeftoverScene, Owned } from './leftover-scene.ts';

type Unit = Row<'units'>;

/**
 * Whether a file outside the vendor's folders could be somebody else's in spite of its name. A name that others use too
 * counts only where the service that lies there starts a program in the vendor's folder; any name loses to a service
 * that starts another program.
 */
export const isUnproven = (scene: LeftoverScene, { evidence, detection }: Owned, path: string): boolean => {
  const reading = scene.snapshot.readings.units;
  const units: readonly Unit[] = reading?.kind === 'ok' ? reading.rows : [];
  const startsOther = (unit: Unit): boolean =>
    unit.program !== undefined && !isOfVendor(scene, unit.program) && isAbout(unit, path);
  if (units.some(startsOther)) return true;
  if (evidence.reason !== 'short-name') return false;
  const rows: readonly Unit[] = (detection?.evidence ?? [])
    .filter(({ table }) => table === 'units')
    .map(({ row }) => row);
  return !rows.some((unit) => unit.path === path && isOfVendor(scene, unit.program ?? ''));
};

const isOfVendor = ({ catalogue, snapshot }: LeftoverScene, program: string): boolean =>
  ownPlaceOf(catalogue, snapshot.host.os, program) !== undefined;

/** A unit's own file, a link that starts it, a folder of changes to it (`x.service.d`), or a start script of its name. */
const isAbout = (unit: Unit, path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.d$/, '');
  return unit.path === path || unit.name === name || unit.name === `${name}.service`;
};
