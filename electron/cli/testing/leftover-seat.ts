import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../core/model/report.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import { managedRows } from '../../core/testing/hosts.ts';
import { linuxQuarantine } from '../../platform/linux/quarantine/index.ts';
import { noPackages } from '../../platform/shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../platform/shared/quarantine/testing/stage.ts';
import { makeStage } from '../../platform/shared/quarantine/testing/stage.ts';
import type { FakeComputer, Seat, Spoken } from './cli.ts';
import { cli, temporaryFolder } from './cli.ts';

export const go: readonly string[] = ['remove', '--yes', '--accept', 'managed-redeploy', '--leftovers'];
export const reportIn = ({ out }: Spoken): Report => JSON.parse(out) as Report;

/** A managed computer in memory whose leftovers are real files in a folder. */
export const leftoverSeat = () => {
  const state = temporaryFolder();
  const stage = makeStage();
  stage.file('/var/opt/kaspersky/kesl/common/kesl.ini', 'x=1\n', 0o600);
  stage.file('/var/opt/kaspersky/kesl/install/bases.dat', 'bases');
  stage.file('/home/anna/kaspersky.txt', 'mine');
  const quarantine: Seat['quarantine'] = (id, path) =>
    linuxQuarantine(id, path, { exec: noPackages, root: stage.root });
  const managed = (more: Partial<FakeComputer> = {}): FakeComputer => ({
    packages: [...(managedRows.packages ?? [])],
    readings: {
      get files() {
        return okReading(realFiles(stage));
      },
    },
    ...more,
  });
  const runs = join(state.path, 'runs');
  return {
    state,
    stage,
    managed,
    /** The packages are gone. */
    clean: (more: Partial<FakeComputer> = {}): FakeComputer => managed({ packages: [], ...more }),
    run: (seat: Seat, ...argv: readonly string[]) => cli(state.path, { quarantine, ...seat }, ...argv),
    /** Whether anything of the vendor is still in its place. */
    vendor: (): boolean => stage.exists('/var/opt/kaspersky'),
    runs: (): string[] => (existsSync(runs) ? readdirSync(runs) : []),
    remove: (): void => {
      state.remove();
      stage.remove();
    },
  };
};

/** What really lies below the vendor's folder. */
const realFiles = (stage: Stage, path = '/var/opt/kaspersky'): Row<'files'>[] => {
  if (!stage.exists(path)) return [];
  const real = join(stage.root, path);
  if (!lstatSync(real).isDirectory()) return [{ path, kind: 'file' }];
  return [
    { path, kind: 'folder' },
    ...readdirSync(real).flatMap((name) => realFiles(stage, `${path}/${name}`)),
  ];
};
