import type { HazardId } from '../../model/hazard.ts';
import type { Row } from '../../model/tables.ts';
import { belowVendorFolder } from '../paths.ts';
import { isDriver, isDriverRow } from './drivers.ts';
import { endpointForWindows, oneOf, protectionForWindows, vpns } from './groups.ts';
import { evidence, plain, rowsOf, shownBy } from './rule.ts';
import type { HazardRule, Scene } from './rule.ts';
import { unlessOff } from './settings.ts';

/** What products put between the person and the network, the keyboard and the mouse. */

/** `klim6`, its component id `kl_klim6`, or the name that the adapter's properties show. */
const isBinding = (component: string): boolean =>
  isDriver('network', component.replace(/^kl_/i, '')) ||
  /^kaspersky (?:lab |anti-virus |endpoint security )*ndis ?6? filter(?: driver)?$/i.test(component.trim());

const driverTables = ['services', 'kernelModules'] as const;

const driversIn = (scene: Scene, holds: (row: Row<'services'>) => boolean) =>
  driverTables.map((table) => ({
    table,
    rows: rowsOf<'services' | 'kernelModules'>(scene.snapshot, table).filter(holds),
  }));

const goneStates = ['file-missing', 'missing', 'not-found'];
const isOrphan = (row: Row<'services'>): boolean =>
  goneStates.includes(plain(row.state)) &&
  (isDriverRow('any', row) || belowVendorFolder(row.path ?? '') !== undefined);

export const networkHazards = {
  'vpn-kill-switch': { about: vpns, sign: unlessOff('kill-switch', 'killswitch') },
  'network-isolation': {
    about: (detection) => endpointForWindows(detection) || oneOf('business-kea-win')(detection),
    sign: unlessOff('network-isolation', 'isolation'),
  },
  'network-filter': {
    about: (detection) => protectionForWindows(detection) || vpns(detection),
    scope: 'artefacts',
    sign: (scene) =>
      shownBy([
        ...evidence(
          'networkBindings',
          rowsOf(scene.snapshot, 'networkBindings').filter((row) => isBinding(row.component ?? '')),
          'network-filter',
        ),
        ...driversIn(scene, (row) => isDriverRow('network', row)).flatMap(({ table, rows }) =>
          evidence(table, rows, 'driver-name'),
        ),
      ]),
  },
  /** A filter that stays in the list after its driver has gone leaves no keyboard and no mouse. */
  'input-filters': {
    about: protectionForWindows,
    scope: 'artefacts',
    sign: (scene) =>
      shownBy(
        evidence(
          'classFilters',
          rowsOf(scene.snapshot, 'classFilters').filter((row) =>
            row.entries?.some((entry) => isDriver('input', entry)),
          ),
          'class-filter',
        ),
      ),
  },
  'orphan-driver-service': {
    about: protectionForWindows,
    scope: 'artefacts',
    sign: (scene) =>
      shownBy(driversIn(scene, isOrphan).flatMap(({ table, rows }) => evidence(table, rows, 'file-gone'))),
  },
} satisfies Partial<Record<HazardId, HazardRule>>;
