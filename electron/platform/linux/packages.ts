import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import type { ManagerReading, PackageRow } from './dpkg.ts';
import { readDpkg } from './dpkg.ts';
import { readFlatpak } from './flatpak.ts';
import type { Machine } from './machine.ts';
import { thisMachine } from './machine.ts';
import { readRpm } from './rpm.ts';
import { readSnap } from './snap.ts';

export const packagesProbe = (machine: Machine = thisMachine): Probe<'packages'> => ({
  table: 'packages',
  read: async () => {
    const [dpkg, rpm, snap, flatpak] = await Promise.all([
      readDpkg(machine),
      readRpm(machine),
      readSnap(machine),
      readFlatpak(machine),
    ]);
    return withShops(joinManagers({ dpkg, rpm }), { snap, flatpak });
  },
});

/** The managers that a system is built with. One of them has to have an answer. */
type SystemManager = 'dpkg' | 'rpm';
/** The ones that bring applications beside those; a machine without any of their packages is an ordinary one. */
type Shop = 'snap' | 'flatpak';

/**
 * One table out of two managers. A manager that is only half here (an rpm program on Debian, without a database)
 * says nothing; but when no manager has an answer, a machine with a package manager and no packages is impossible.
 */
export const joinManagers = (
  managers: Readonly<Record<SystemManager, ManagerReading>>,
): Reading<PackageRow> => {
  const answers = Object.entries(managers);
  const { rows, gaps } = partsOf(answers);
  if (rows.length > 0) return okReading(rows, gaps);

  const first = gaps[0];
  if (first !== undefined) return { kind: first.kind, why: gaps.map((gap) => gap.why).join('; ') };
  if (answers.every(([, answer]) => answer.kind === 'absent'))
    return { kind: 'not-applicable', why: 'neither dpkg nor rpm is installed' };
  const unused = answers.flatMap(([, answer]) => (answer.kind === 'unused' ? [answer.why] : []));
  return { kind: 'failed', why: unused.join('; ') || 'the package database is empty' };
};

/** Adds what the shops say. Their rows never hide that the system's own manager had no answer. */
export const withShops = (
  system: Reading<PackageRow>,
  shops: Readonly<Record<Shop, ManagerReading>>,
): Reading<PackageRow> => {
  const { rows, gaps } = partsOf(Object.entries(shops));
  if (system.kind === 'ok') return okReading([...system.rows, ...rows], [...(system.gaps ?? []), ...gaps]);
  if (rows.length === 0 && gaps.length === 0) return system;
  if (system.kind === 'not-applicable') return okReading(rows, gaps);
  const kind = system.kind === 'denied' ? 'denied' : 'failed';
  return rows.length === 0
    ? { kind, why: [system.why, ...gaps.map((gap) => gap.why)].join('; ') }
    : okReading(rows, [{ source: 'dpkg and rpm', kind, why: system.why }, ...gaps]);
};

interface Parts {
  readonly rows: readonly PackageRow[];
  readonly gaps: readonly Gap[];
}

const partsOf = (answers: readonly (readonly [string, ManagerReading])[]): Parts => ({
  rows: answers.flatMap(([, answer]) => (answer.kind === 'ok' ? answer.rows : [])),
  gaps: answers.flatMap(([source, answer]): readonly Gap[] => {
    if (answer.kind === 'ok') return answer.gaps;
    return answer.kind === 'denied' || answer.kind === 'failed'
      ? [{ source, kind: answer.kind, why: answer.why }]
      : [];
  }),
});
