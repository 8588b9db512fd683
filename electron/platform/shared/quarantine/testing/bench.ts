import { join } from 'node:path';
import type { LeftoverItem } from '../../../../core/model/leftover.ts';
import { leftoverId } from '../../../../core/model/leftover.ts';
import type { Quarantine, QuarantineRecord } from '../../../../core/ports.ts';
import type { Exec } from '../../../exec.ts';
import { linuxQuarantine } from '../../../linux/quarantine/index.ts';
import { noPackages } from './folder-computer.ts';
import type { Stage } from './stage.ts';
import { setOddTime } from './stage.ts';

export const run = '20261126-100000-000001';
export const kesl = '/opt/kaspersky/kesl';

export const files = (path: string = kesl): LeftoverItem => ({
  id: leftoverId('files', path),
  kind: 'files',
  path,
  root: '/opt/kaspersky',
});
export const folder = (path: string): LeftoverItem => ({
  id: leftoverId('empty-folder', path),
  kind: 'empty-folder',
  path,
});

/** A Linux quarantine over a stage; each one that is opened stands for another start of the program. */
export const benchOn = (stage: Stage) => {
  const open = (own: Exec = noPackages): Quarantine =>
    linuxQuarantine(run, stage.run, { exec: own, root: stage.root });
  const record = async (
    quarantine: Quarantine,
    item: LeftoverItem,
    number = 1,
  ): Promise<QuarantineRecord> => {
    const [survey] = await quarantine.survey([item]);
    if (survey?.kind !== 'ready') throw new Error(JSON.stringify(survey));
    const recorded = await quarantine.record(number, item);
    if (!recorded.ok) throw new Error(recorded.problem.code);
    return recorded.value;
  };
  return {
    open,
    record,
    real: (path: string): string => join(stage.root, path),
    kept: (): string => join(stage.run, 'quarantine/0001/kept'),
    take: async (item: LeftoverItem = files(), number = 1): Promise<QuarantineRecord> => {
      const quarantine = open();
      const written = await record(quarantine, item, number);
      const end = await quarantine.setAside(written);
      if (end.kind !== 'set-aside') throw new Error(JSON.stringify(end));
      return written;
    },
  };
};

/** What a product left: nine entries, with a special mode, odd times, an odd name and links that lead out of it. */
export const leaveProduct = (stage: Stage): void => {
  stage.file(`${kesl}/bin/tool`, 'a program', 0o4755);
  stage.file(`${kesl}/etc/settings`, 'x=1\n', 0o640);
  stage.file(`${kesl}/\\odd name\n`, '');
  stage.folder(`${kesl}/empty`, 0o2770);
  stage.link(`${kesl}/current`, '/home/anna/Documents');
  stage.link(`${kesl}/dangling`, 'nowhere');
  setOddTime(join(stage.root, `${kesl}/bin/tool`), 1_700_000_001);
  setOddTime(join(stage.root, `${kesl}/current`), 1_600_000_002);
  stage.file('/home/anna/Documents/kaspersky.txt', 'mine');
};
