import { hostname, arch, release, type } from 'node:os';
import type { CallOutput } from '../../core/contract/contract.ts';
import type { Host, OperatingSystem } from '../../core/model/host.ts';
import { ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import { commandName } from '../../platform/shared/own-program.ts';
import { runsAsRoot } from '../rights.ts';
import type { Handler, Machine, Services } from '../services.ts';

export const describe =
  ({ machine, desk, runtimeWarnings, examples }: Services): Handler<'describe'> =>
  async () => {
    const host = machine === undefined ? plainHost() : await machine.inspector.host();
    return ok({
      host,
      version: desk.tool.version,
      places: machine?.inspector.probes.map((probe) => probe.table) ?? [],
      program: [...(machine?.program ?? [commandName])],
      runtimeWarnings: [...runtimeWarnings],
      mayCleanUp: machine?.quarantine !== undefined,
      examples: [...examples.list],
      openRun: machine === undefined ? undefined : await openRunOf(machine, host),
      ...(host.elevated ? ({ elevation: 'not-needed' } as const) : await elevationOf(machine?.elevator)),
    });
  };

const openRunOf = async (
  { afterRestart, unfinishedRun }: Machine,
  host: Host,
): Promise<CallOutput<'describe'>['openRun']> => {
  if (afterRestart !== undefined) return { runId: afterRestart, asked: true };
  const runId = await unfinishedRun?.(host);
  return runId === undefined ? undefined : { runId, asked: false };
};

type Elevation = Pick<CallOutput<'describe'>, 'elevation' | 'elevationProblem'>;

const elevationOf = async (elevator: Elevator | undefined): Promise<Elevation> => {
  const ready = await elevator?.ready();
  if (ready === undefined) return { elevation: 'unavailable' };
  return ready.ok
    ? { elevation: 'available' }
    : { elevation: 'unavailable', elevationProblem: ready.problem };
};

const systems: Readonly<Record<string, OperatingSystem>> = { win32: 'windows', darwin: 'macos' };

/** What Node knows of any computer. It is shown, and no conclusion rests on it. */
const plainHost = (): Host => ({
  os: systems[process.platform] ?? 'linux',
  version: `${type()} ${release()}`,
  arch: arch(),
  elevated: runsAsRoot(),
  name: hostname(),
});
