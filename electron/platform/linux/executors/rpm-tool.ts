import type { Row } from '../../../core/model/tables.ts';
import type { Machine } from '../machine.ts';
import { troubleOf } from '../machine.ts';
import { findRpmDatabase, readRpm } from '../rpm.ts';
import { dependentsIn, lockHolderIn, permissionRefused } from './messages.ts';
import type { PackageTool, Presence, Rehearsal } from './package-tool.ts';

const rehearsalTimeoutMs = 180_000;

/**
 * rpm's packages, with rpm itself: it takes exactly the named package, refuses when another one needs it, and needs no
 * repository and no network, as dnf and zypper do.
 */
export const rpmTool = (machine: Machine): PackageTool => ({
  presence: async (name) => {
    const reading = await readRpm(machine);
    if (reading.kind === 'ok')
      return presenceIn(
        reading.rows,
        name,
        reading.gaps.map((gap) => gap.why),
      );
    if (reading.kind === 'absent') return { kind: 'unknown', why: 'rpm is not installed' };
    return { kind: 'unknown', why: reading.why };
  },
  rehearse: async (targets) => {
    const database = await findRpmDatabase(machine);
    if (database.kind === 'absent') return { kind: 'stopped', result: { kind: 'tool-missing' } };
    if (database.kind !== 'found')
      return {
        kind: 'stopped',
        result: { kind: 'failed', detail: 'why' in database ? database.why : 'no rpm database' },
      };
    const root = machine.root === '/' ? [] : ['--root', machine.root];
    const erase = [...root, '--dbpath', database.folder, '--erase'];
    const tested = await machine.exec({
      command: 'rpm',
      args: [...erase, '--test', '--', ...targets],
      timeoutMs: rehearsalTimeoutMs,
    });
    const trouble = troubleOf('rpm', tested);
    const go: Rehearsal = { kind: 'go', request: { command: 'rpm', args: [...erase, '--', ...targets] } };
    if (trouble === undefined || tested.kind !== 'exited')
      return trouble === undefined ? go : failed(trouble.why);
    const output = `${tested.stdout.text}\n${tested.stderr.text}`;
    const dependents = dependentsIn(output);
    if (dependents.length > 0) return { kind: 'others', detail: dependents.join('\n') };
    // A lock or missing rights: the real call meets it again and is judged by it.
    if (lockHolderIn(output) !== undefined || permissionRefused(output)) return go;
    return failed(output.trim(), tested.code);
  },
});

const failed = (detail: string, exitCode?: number): Rehearsal => ({
  kind: 'stopped',
  result: { kind: 'failed', detail, ...(exitCode === undefined ? {} : { exitCode }) },
});

export const presenceIn = (
  rows: readonly Row<'packages'>[],
  name: string,
  doubts: readonly string[] = [],
): Presence => {
  const found = rows.filter((row) => row.name === name || row.id === name);
  if (found.length > 0) return { kind: 'there', onHold: false, targets: found.map(labelOf) };
  const doubt = doubts[0];
  return doubt === undefined ? { kind: 'gone' } : { kind: 'unknown', why: doubt };
};

/** NAME-VERSION-RELEASE.ARCH, which is one package even where several versions of a name are installed. */
const labelOf = (row: Row<'packages'>): string => {
  const version = (row.version ?? '').replace(/^\d+:/, '');
  const arch = (row.id ?? '').split(':')[1];
  return `${row.name ?? ''}-${version}${arch === undefined ? '' : `.${arch}`}`;
};
