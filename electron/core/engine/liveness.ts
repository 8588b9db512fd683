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

/** Tables whose rows never prove that a program still works: folders, keys, certificates, settings. */
const traceTables: ReadonlySet<TableName> = new Set<TableName>([
  'files',
  'registry',
  'certificates',
  'securityCentre',
  'receipts',
  'settings',
  'browserPolicies',
  'profiles',
  'restartPending',
]);

/** Whether a row shows something that runs, starts or can be uninstalled, as opposed to what was left behind. */
export const isLive = (table: TableName, row: AnyRow): boolean => {
  if (traceTables.has(table)) return false;
  const state = typeof row['state'] === 'string' ? row['state'].trim().toLowerCase() : '';
  if (deadStates.has(state)) return false;
  if (!restingStates.has(state)) return true;
  const startType = typeof row['startType'] === 'string' ? row['startType'].trim().toLowerCase() : '';
  return startingTypes.has(startType);
};
