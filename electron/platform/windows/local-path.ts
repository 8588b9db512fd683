import { join, relative, sep } from 'node:path';
import type { WindowsMachine } from './machine.ts';

/**
 * The path under which this process reaches a place of the machine that is looked at: the very path on Windows, one
 * below the recorded drive elsewhere. Takes whole drive paths only.
 */
export const localPath = ({ root }: Pick<WindowsMachine, 'root'>, path: string): string => {
  if (root === undefined) return path;
  const [drive = '', ...rest] = path.split(/[\\/]+/);
  return join(root, drive.replace(':', '').toUpperCase(), ...rest);
};

/** The Windows path of a place that this process reaches as `local`: the way back from `localPath`. */
export const windowsPath = ({ root }: Pick<WindowsMachine, 'root'>, local: string): string => {
  if (root === undefined) return local;
  const [drive = '', ...rest] = relative(root, local).split(sep);
  return [`${drive}:`, ...rest].join('\\');
};
