import { hostname, arch, release, type } from 'node:os';
import type { Host, OperatingSystem } from '../../core/model/host.ts';
import { ok } from '../../core/model/result.ts';
import { runsAsRoot } from '../rights.ts';
import type { Handler, Services } from '../services.ts';

export const describe =
  ({ machine, desk, runtimeWarnings }: Services): Handler<'describe'> =>
  async () =>
    ok({
      host: machine === undefined ? plainHost() : await machine.inspector.host(),
      version: desk.tool.version,
      places: machine?.inspector.probes.map((probe) => probe.table) ?? [],
      runtimeWarnings: [...runtimeWarnings],
    });

const systems: Readonly<Record<string, OperatingSystem>> = { win32: 'windows', darwin: 'macos' };

/** What Node knows of any computer. It is shown, and no conclusion rests on it. */
const plainHost = (): Host => ({
  os: systems[process.platform] ?? 'linux',
  version: `${type()} ${release()}`,
  arch: arch(),
  elevated: runsAsRoot(),
  name: hostname(),
});
