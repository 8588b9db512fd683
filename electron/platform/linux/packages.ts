import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import type { ManagerReading, PackageRow } from './dpkg.ts';
import { readDpkg } from './dpkg.ts';
import type { Machine } from './machine.ts';
import { thisMachine } from './machine.ts';
import { readRpm } from './rpm.ts';

export const packagesProbe = (machine: Machine = thisMachine): Probe<'packages'> => ({
  table: 'packages',
  read: async () => {
    const [dpkg, rpm] = await Promise.all([readDpkg(machine), readRpm(machine)]);
    return joinManagers({ dpkg, rpm });
  },
});

/**
 * One table out of two managers. A manager that is only half here (an rpm program on Debian, without a database)
 * says nothing; but when no manager has an answer, a machine with a package manager and no packages is impossible.
 */
export const joinManagers = (
  managers: Readonly<Record<'dpkg' | 'rpm', ManagerReading>>,
): Reading<PackageRow> => {
  const answers = Object.entries(managers);
  const rows = answers.flatMap(([, answer]) => (answer.kind === 'ok' ? answer.rows : []));
  const gaps = answers.flatMap(([source, answer]): readonly Gap[] => {
    if (answer.kind === 'ok') return answer.gaps;
    return answer.kind === 'denied' || answer.kind === 'failed'
      ? [{ source, kind: answer.kind, why: answer.why }]
      : [];
  });
  if (rows.length > 0) return okReading(rows, gaps);

  const first = gaps[0];
  if (first !== undefined) return { kind: first.kind, why: gaps.map((gap) => gap.why).join('; ') };
  if (answers.every(([, answer]) => answer.kind === 'absent'))
    return { kind: 'not-applicable', why: 'neither dpkg nor rpm is installed' };
  const unused = answers.flatMap(([, answer]) => (answer.kind === 'unused' ? [answer.why] : []));
  return { kind: 'failed', why: unused.join('; ') || 'the package database is empty' };
};
