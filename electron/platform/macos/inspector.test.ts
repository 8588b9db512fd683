import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../core/catalogue/index.ts';
import { conclude } from '../../core/engine/conclude.ts';
import { takeSnapshot } from '../../core/engine/scan.ts';
import { requiredTables } from '../../core/model/tables.ts';
import { appsProbe } from './apps.ts';
import { filesProbe } from './files.ts';
import { exited, macFolder, macMachine, place, recorded } from './fixtures/mac.ts';
import { macosInspector } from './index.ts';
import { launchItemsProbe } from './launch-items.ts';
import { processesProbe } from './processes.ts';
import { receiptsProbe } from './receipts.ts';
import { systemExtensionsProbe } from './system-extensions.ts';

const now = '2026-11-23T10:00:00.000Z';
const host = { os: 'macos', version: 'macOS 15.1', arch: 'arm64', elevated: true } as const;

let root: string;
beforeEach(() => (root = macFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const reportOf = async (machine: ReturnType<typeof macMachine>) => {
  const probes = [
    appsProbe(machine),
    launchItemsProbe(machine),
    systemExtensionsProbe(machine),
    receiptsProbe(machine),
    processesProbe(machine, 900),
    filesProbe(machine),
  ];
  const ports = {
    inspector: { os: host.os, host: async () => host, probes },
    clock: { now: () => now },
    cancellation: { aborted: false },
    onProgress: () => undefined,
  };
  const taken = await takeSnapshot(ports, catalogue);
  if (!taken.ok) throw new Error(taken.problem.code);
  return conclude({ catalogue, tool: { name: 'x', version: '0' } }, taken.value, {}, now);
};

const clean = {
  '/usr/bin/systemextensionsctl': exited(0, recorded('systemextensions-none.txt')),
  '/usr/sbin/pkgutil': exited(0, 'com.apple.pkg.CLTools_Executables\n'),
  '/bin/ps': exited(0, '  900 /bin/ps\n'),
};

it('every place that a clean Mac must show is looked at', () => {
  const tables = macosInspector.probes.map((probe) => probe.table);
  expect(tables).toEqual(expect.arrayContaining([...requiredTables('macos')]));
});

it('a Mac without a trace is clean when every tool answered, and unknown when one did not', async () => {
  place(root, '/Applications/Kaspersky Guide.app/Contents/Info.plist', 'info-innocent.plist');
  expect((await reportOf(macMachine(root, clean))).verdict).toBe('clean');
  for (const tool of Object.keys(clean)) {
    const answers = { ...clean, [tool]: exited(1, '', 'no\n') };
    expect((await reportOf(macMachine(root, answers))).verdict, tool).toBe('unknown');
  }
});

it('a Mac with the product shows one product, its version and its script', async () => {
  place(root, '/Applications/Kaspersky Endpoint Security.app/Contents/Info.plist', 'info-xml.plist');
  place(root, '/Library/LaunchDaemons/com.kaspersky.kav.plist', 'daemon-binary.plist');
  const report = await reportOf(
    macMachine(root, {
      '/usr/bin/systemextensionsctl': exited(0, recorded('systemextensions-heading.txt')),
      '/usr/sbin/pkgutil --pkgs': exited(0, 'com.kaspersky.kav.core\n'),
      '/usr/sbin/pkgutil --pkg-info': exited(0, recorded('pkgutil-pkg-info.txt')),
      '/bin/ps': exited(0, recorded('ps.txt').replace(/.*kav_app\n/, '')),
    }),
  );
  expect(report.detections.map((each) => each.productId)).toEqual(['mac-kes']);
  expect(report.detections[0]).toMatchObject({ version: '12.1.0.553', status: 'installed' });
  expect(report.plan.actions).toContainEqual(
    expect.objectContaining({ productId: 'mac-kes', kind: 'run-vendor-script' }),
  );
  expect(report.unattributed).toEqual([]);
});
