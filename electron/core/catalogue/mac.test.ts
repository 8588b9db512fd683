import { describe, expect, test } from 'vitest';
import { detect } from '../engine/detect.ts';
import { planActions } from '../engine/plan.ts';
import { okReading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchemaName } from '../model/snapshot.ts';
import type { Row, TableName } from '../model/tables.ts';
import { catalogue } from './index.ts';

type Rows = { readonly [T in TableName]?: readonly Row<T>[] };

const mac = (rows: Rows): Snapshot => ({
  schema: snapshotSchemaName,
  takenAt: '2026-11-23T10:00:00.000Z',
  host: { os: 'macos', version: 'macOS 15.1 (24B83)', arch: 'arm64', elevated: true },
  readings: Object.fromEntries(
    Object.entries(rows).map(([table, some]) => [table, okReading<unknown>(some)]),
  ),
});

const found = (rows: Rows): string[] =>
  detect(catalogue, mac(rows)).detections.map(
    (each) => `${each.productId} ${each.status} ${each.confidence}`,
  );

const lab = '/Library/Application Support/Kaspersky Lab';
const app = (name: string, bundleId?: string, version = '26.0.0.150'): Row<'apps'> => ({
  name,
  version,
  path: `/Applications/${name}.app`,
  ...(bundleId === undefined ? {} : { bundleId }),
});
const extension = (state: string, more: Row<'systemExtensions'> = {}): Row<'systemExtensions'> => ({
  bundleId: 'com.kaspersky.kav.sysext',
  teamId: '2Y8XE5CQ94',
  version: '26.0.0.150',
  state,
  ...more,
});
/** What both products of the one code base leave alike. */
const common: Rows = {
  systemExtensions: [extension('activated enabled')],
  receipts: [{ id: 'com.kaspersky.kav.core', version: '26.0.0.150' }],
  launchItems: [
    { label: 'com.kaspersky.kav', path: '/Library/LaunchDaemons/com.kaspersky.kav.plist', domain: 'system' },
    { label: 'com.kaspersky.kav.gui', path: '/Library/LaunchAgents/com.kaspersky.kav.gui.plist' },
  ],
  processes: [{ name: 'kav', path: `${lab}/KAV/Binaries/kav`, pid: 300 }],
  files: [
    { path: lab, kind: 'folder' },
    { path: `${lab}/KAV`, kind: 'folder' },
    { path: '/Users/ann/Library/Preferences/com.kaspersky.kav_agent.plist', kind: 'file' },
  ],
  profiles: [{ id: 'com.example.mdm.kav', organisation: 'Kaspersky' }],
};

describe('products of one code base', () => {
  test('are one detection, of the home line, by the bundle id', () => {
    const rows = { ...common, apps: [app('Kaspersky Anti-Virus For Mac', 'com.kaspersky.kav')] };
    expect(found(rows)).toEqual(['mac-consumer installed proven']);
    const { detections, unattributed } = detect(catalogue, mac(rows));
    expect(detections[0]?.version).toBe('26.0.0.150');
    expect(unattributed).toEqual([]);
  });

  test('are Endpoint Security when its application says so, with the same bundle id', () => {
    expect(found({ ...common, apps: [app('Kaspersky Endpoint Security', 'com.kaspersky.kav')] })).toEqual([
      'mac-kes installed proven',
    ]);
  });

  test('are Endpoint Security when only the connector to its agent says so', () => {
    const files = [
      ...(common.files ?? []),
      { path: `${lab}/klnagent_conf/connectors.d/kav.conf`, kind: 'file' },
    ];
    expect(found({ ...common, files })).toEqual(['mac-kes installed proven']);
  });

  test('are an edition not known when neither is there', () => {
    expect(found(common)).toEqual(['mac-unknown installed proven']);
  });

  test('keep their agent apart', () => {
    const rows: Rows = {
      ...common,
      apps: [app('Kaspersky Endpoint Security', 'com.kaspersky.kav', '12.1.0.553')],
      receipts: [{ id: 'com.kaspersky.kav.core' }, { id: 'com.kaspersky.klnagent.core', version: '15.1' }],
      processes: [{ name: 'klnagent', path: `${lab}/klnagent/Binaries/klnagent`, pid: 9 }],
    };
    expect(found(rows)).toEqual(['mac-kes installed proven', 'mac-nagent installed proven']);
  });
});

describe('a browser extension', () => {
  const browserExtensions = [{ browser: 'Safari', id: 'com.kaspersky.kav.safari-extension' }];
  test('is evidence of the product beside it', () => {
    expect(found({ ...common, browserExtensions })).toEqual(['mac-unknown installed proven']);
    expect(
      found({ apps: [app('Kaspersky Safe Kids', 'com.kaspersky.safekids')], browserExtensions }),
    ).toEqual(['mac-parental installed proven']);
  });
  test('is a product of its own when nothing is beside it', () => {
    expect(found({ browserExtensions })).toEqual(['browser-extension installed proven']);
  });
});

describe('a system extension', () => {
  test('that runs alone is an installed product whose edition is not known', () => {
    expect(found({ systemExtensions: [extension('activated enabled')] })).toEqual([
      'mac-unknown installed proven',
    ]);
  });

  test('that waits for the restart is a leftover', () => {
    expect(found({ systemExtensions: [extension('terminated waiting to uninstall on reboot')] })).toEqual([
      'mac-unknown leftovers proven',
    ]);
  });

  test('of the vendor’s team counts under any bundle id, one of another team under none', () => {
    expect(
      found({ systemExtensions: [extension('activated enabled', { bundleId: 'com.new.thing' })] }),
    ).toEqual(['mac-unknown installed proven']);
    expect(found({ systemExtensions: [extension('activated enabled', { teamId: 'ABCDE12345' })] })).toEqual(
      [],
    );
  });
});

describe('what was left behind', () => {
  test.each<[string, Rows, string]>([
    ['a receipt', { receipts: [{ id: 'com.kaspersky.kav.core' }] }, 'mac-unknown'],
    ['a receipt of a part that no entry knows', { receipts: [{ id: 'com.kaspersky.new' }] }, 'mac-unknown'],
    ['the agent’s receipt', { receipts: [{ id: 'com.kaspersky.klnagent.core' }] }, 'mac-nagent'],
    ['the agent’s folder', { files: [{ path: `${lab}/klnagent/x` }] }, 'mac-nagent'],
    ['the agent’s log', { files: [{ path: '/Library/Logs/klnagent_trace.log' }] }, 'mac-nagent'],
    ['the product’s folder', { files: [{ path: `${lab}/KAV` }] }, 'mac-unknown'],
    ['a log', { files: [{ path: '/var/log/kav_daemon_1.log' }] }, 'mac-unknown'],
    ['a profile', { profiles: [{ id: 'x', organisation: 'AO Kaspersky Lab' }] }, 'mac-unknown'],
    [
      'a launch item without its program',
      { launchItems: [{ label: 'com.kaspersky.kav', state: 'file-missing' }] },
      'mac-unknown',
    ],
  ])('%s', (_, rows, id) => {
    expect(detect(catalogue, mac(rows)).detections).toMatchObject([{ productId: id, status: 'leftovers' }]);
  });

  test.each([lab, `/Users/ann${lab}`, '/Users/ann/Library/Logs/Kaspersky Lab/x.log'])(
    'in a folder that all share, %s, and claimed by nobody, is still told',
    (path) => {
      const { detections, unattributed } = detect(catalogue, mac({ files: [{ path }] }));
      expect(detections).toEqual([]);
      expect(unattributed).toHaveLength(1);
    },
  );
});

test.each([
  ['Kaspersky VPN', 'com.kaspersky.vpn', 'mac-vpn'],
  ['Kaspersky', 'com.kaspersky.mac.vpn-client', 'mac-vpn'],
  ['Kaspersky Password Manager', 'com.kaspersky.passwordmanager', 'mac-pwm'],
  ['Kaspersky Safe Kids', 'com.kaspersky.anything', 'mac-parental'],
  ['Kaspersky Internet Security', 'com.kaspersky.kav', 'mac-consumer'],
  ['Антивирус Касперского', 'com.kaspersky.kav', 'mac-consumer'],
  ['Kaspersky Tomorrow', 'com.kaspersky.tomorrow', 'mac-unknown'],
])('the application %s with the id %s is %s', (name, bundleId, id) => {
  expect(found({ apps: [app(name, bundleId)] })).toEqual([`${id} installed proven`]);
});

test('an application without a bundle id is likely by its name', () => {
  expect(found({ apps: [app('Kaspersky Safe Kids')] })).toEqual(['mac-parental installed likely']);
});

describe('what only looks like it', () => {
  test.each<[string, Rows]>([
    ['another vendor’s id', { apps: [app('Fan', 'com.kasperskyfan.x')] }],
    ['the vendor’s name with another id', { apps: [app('Kaspersky Guide', 'com.example.guide')] }],
    ['a product’s own name with another id', { apps: [app('Kaspersky Safe Kids', 'org.example.kids')] }],
    ['the downloaded installer', { apps: [app('Kaspersky Downloader', 'com.kaspersky.kav.downloader')] }],
    ['a label that begins alike', { launchItems: [{ label: 'com.kasperskyfan.kav' }] }],
    ['a receipt that begins alike', { receipts: [{ id: 'com.kaspersky-fan.kav' }] }],
    ['a program with a short name', { processes: [{ name: 'kav', path: '/Users/ann/bin/kav' }] }],
    ['a short name alone', { processes: [{ name: 'kav' }], files: [{ path: '/usr/bin/kav' }] }],
    ['a user’s folder', { files: [{ path: '/Users/ann/Kaspersky Lab/notes' }] }],
    ['an organisation alike', { profiles: [{ id: 'x', organisation: 'Friends of Kaspersky' }] }],
  ])('%s', (_, rows) => {
    expect(detect(catalogue, mac(rows))).toEqual({ detections: [], unattributed: [] });
  });
});

describe('the way out', () => {
  const plan = (rows: Rows) =>
    planActions(catalogue, detect(catalogue, mac(rows)).detections, undefined).map((action) =>
      action.kind === 'run-vendor-script' ? action.path : `${action.kind} ${action.productId}`,
    );

  test('is the script in the product’s own folder, the agent’s last', () => {
    const rows = {
      apps: [app('Kaspersky Endpoint Security', 'com.kaspersky.kav')],
      launchItems: [{ label: 'com.kaspersky.klnagent' }],
    };
    expect(plan(rows)).toEqual([
      `${lab}/KAV/Binaries/UninstallScript`,
      `${lab}/klnagent/Binaries/UninstallScript`,
    ]);
  });

  test('is a person where the vendor has no script', () => {
    expect(plan({ apps: [app('Kaspersky Safe Kids', 'com.kaspersky.safekids')] })).toEqual([
      'guided mac-parental',
    ]);
    expect(plan({ systemExtensions: [extension('activated enabled')] })).toEqual(['guided mac-unknown']);
  });
});
