import { programPath } from '../paths.ts';
import type { Row } from '../../model/tables.ts';

/**
 * Kaspersky's drivers by their whole names. Recent builds add a tag (`klif.K4W-21-25`, `KLIF.KES-21-9`) and some a
 * digit. Never `kl` and something: Windows has such names of its own.
 */
const tag = '(?:\\.[a-z][a-z0-9]*-\\d+-\\d+)?';
const named = (bases: string): RegExp => new RegExp(`^(?:${bases})${tag}$`, 'i');

const patterns = {
  diskEncryption: named('klfdefsf'),
  fileEncryption: named('klfle|klvfs'),
  network: named('klim6|klwtp|klwfp|kneps|kltdi'),
  input: named('(?:klkbdflt|klmouflt)\\d?'),
  any: named(
    [
      'klif|klflt|klhk|klgse|kldisk|klpd|klpnpflt|klbackupdisk|klbackupflt|klids|klelam|kltap|cm_km|kl1',
      'klboot|klfdefsf|klfle|klvfs|klim6|klwtp|klwfp|kneps|kltdi|(?:klkbdflt|klmouflt)\\d?',
      'klupd_(?:klif|k4w-\\d+-\\d+|kes-\\d+-\\d+)_(?:arkmon|klbg|klark|mark|kimul)',
      'klrsps|klsnsr|klifks|klifaa|klifsm|klam|klbg|kldback|kldlinf|kldtool|klcdp|klshadow|klsysrec|klvirt|klsec',
    ].join('|'),
  ),
} as const;

export type DriverGroup = keyof typeof patterns;

/** Whether a name is that of a driver of this group. `klboot` watches activity and encrypts nothing. */
export const isDriver = (group: DriverGroup, name: string): boolean =>
  patterns[group].test(name.trim().replace(/\.sys$/i, ''));

const fileName = (path: string): string => programPath(path).trim().split(/[\\/]/).at(-1) ?? '';

/** Whether a service or module is such a driver, by its own name or by that of its file. */
export const isDriverRow = (group: DriverGroup, row: Row<'services'>): boolean =>
  isDriver(group, row.name ?? '') || isDriverFile(group, row.path ?? '');

/** Whether a path is the file of such a driver. */
export const isDriverFile = (group: DriverGroup, path: string): boolean =>
  /\.sys["\s]*$/i.test(path) && isDriver(group, fileName(path));
