import type { Reading } from '../../electron/core/model/reading.ts';
import type { TableName } from '../../electron/core/model/tables.ts';
import type { Dice } from './dice.ts';
import type { LabelledHost, Readings } from './host.ts';
import { labelled } from './host.ts';
import { windowsAround } from './innocents.ts';
import { linuxAround } from './linux-around.ts';
import { macAround } from './macos.ts';
import { hosts } from './machines.ts';
import { agentInstall, kesBuilds, kesInstall } from './windows-business.ts';

/** Looks that could not see everything. */

const required: Readonly<Record<'windows' | 'macos' | 'linux', readonly TableName[]>> = {
  windows: ['programs', 'services', 'kernelModules', 'processes', 'files'],
  macos: ['processes', 'files', 'apps', 'launchItems', 'systemExtensions', 'receipts'],
  linux: ['processes', 'files', 'packages', 'units'],
};

const closed = (dice: Dice): Reading =>
  dice.pick<Reading>([
    { kind: 'denied', why: 'access is denied' },
    { kind: 'failed', why: 'the answer was garbled' },
    { kind: 'unavailable', why: 'no such tool' },
    { kind: 'ok', rows: [], gaps: [{ source: 'HKU\\S-1-5-21-1', kind: 'denied', why: 'hive not loaded' }] },
  ]);

const around = { windows: windowsAround, macos: macAround, linux: linuxAround } as const;

export const gapHosts = (dice: Dice): LabelledHost[] => {
  const systems = ['windows', 'macos', 'linux'] as const;
  const programsOnly = (
    name: string,
    readings: Readings,
    ...parts: Parameters<typeof labelled>[3]
  ): LabelledHost => {
    const host = labelled(name, hosts.windows(dice), {}, parts);
    const programs = host.snapshot.readings.programs;
    return {
      ...host,
      snapshot: {
        ...host.snapshot,
        readings: { ...(programs === undefined ? {} : { programs }), ...readings },
      },
    };
  };
  const unseen = programsOnly('windows/programs alone, nothing in them', {});
  return [
    ...systems.flatMap((os) =>
      required[os].map((table) =>
        labelled(`${os}/gap/${table}`, hosts[os](dice), around[os](dice), [], {
          verdict: 'unknown',
          readings: { [table]: closed(dice) },
        }),
      ),
    ),
    ...(['securityCentre', 'certificates', 'browserExtensions'] as const).map((table) =>
      labelled(`windows/optional gap/${table}`, hosts.windows(dice), windowsAround(dice), [], {
        verdict: 'clean',
        readings: { [table]: { kind: 'denied', why: 'access is denied' } },
      }),
    ),
    labelled(
      'windows/server without a Security Center',
      { ...hosts.windows(dice), server: true },
      windowsAround(dice),
      [],
      {
        readings: { securityCentre: { kind: 'not-applicable', why: 'servers have none' } },
      },
    ),
    ...[0, 1, 2].map((at) =>
      programsOnly(
        `windows/programs alone/${at}`,
        {},
        kesInstall(dice, kesBuilds[at]!, { entry: 'bare' }),
        agentInstall(dice, { bare: true }),
      ),
    ),
    { ...unseen, label: { ...unseen.label, verdict: 'unknown' } },
    labelled(
      'windows/found behind a gap',
      hosts.windows(dice),
      windowsAround(dice),
      [kesInstall(dice, kesBuilds[5]!)],
      {
        verdict: 'found',
        readings: { files: { kind: 'denied', why: 'access is denied' } },
      },
    ),
  ];
};
