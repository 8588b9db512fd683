import type { AnyRow, TableName } from '../model/tables.ts';

/** States that say: this is only the memory of a program. Everything else, and no state at all, counts as live. */
const deadStates = new Set([
  'config-files',
  'not-installed',
  'removed',
  'deleted',
  'file-missing',
  'not-found',
  'missing',
  'terminated',
  'terminated_waiting_to_uninstall_on_reboot',
  'terminated waiting to uninstall on reboot',
]);

/** Stopped: live only when something will start it again. */
const restingStates = new Set(['stopped', 'inactive', 'disabled', 'dead', 'masked']);
const startingTypes = new Set(['auto', 'automatic', 'auto (delayed)', 'manual', 'demand', 'boot', 'system']);

/**
 * Tables whose rows can prove that a program still works. Folders, keys, certificates, tasks, filters and settings
 * never do: they outlive their program.
 */
const liveTables: ReadonlySet<TableName> = new Set<TableName>([
  'programs',
  'packages',
  'apps',
  'services',
  'units',
  'launchItems',
  'kernelModules',
  'processes',
  'systemExtensions',
  'kernelExtensions',
  'browserExtensions',
]);

/** Whether a row shows something that runs, starts or can be uninstalled, as opposed to what was left behind. */
export const isLive = (table: TableName, row: AnyRow): boolean => {
  if (!liveTables.has(table)) return false;
  const state = typeof row['state'] === 'string' ? row['state'].trim().toLowerCase() : '';
  if (deadStates.has(state)) return false;
  // A driver that is not loaded now still loads when its product or its device asks for it.
  if (table === 'kernelModules' || !restingStates.has(state)) return true;
  const startType = typeof row['startType'] === 'string' ? row['startType'].trim().toLowerCase() : '';
  return startingTypes.has(startType);
};
