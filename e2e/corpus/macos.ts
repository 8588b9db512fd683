import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { mergeRows } from './host.ts';

/** Kaspersky's products as a Mac shows them. */

const support = '/Library/Application Support/Kaspersky Lab';
const team = '2Y8XE5CQ94';

const app = (name: string, bundleId: string | undefined, version: string): Rows => ({
  apps: [
    { name, ...(bundleId === undefined ? {} : { bundleId }), version, path: `/Applications/${name}.app` },
  ],
});
const folders = (...paths: readonly string[]): Rows => ({
  files: paths.map((path) => ({ path, kind: 'folder' })),
});
const receipts = (version: string, ...ids: readonly string[]): Rows => ({
  receipts: ids.map((id) => ({ id, version })),
});
const extension = (version: string, state: string): Rows => ({
  systemExtensions: [{ bundleId: 'com.kaspersky.kav.sysext', teamId: team, version, state }],
});
const daemon = (label: string): Rows => ({
  launchItems: [{ label, path: `/Library/LaunchDaemons/${label}.plist`, domain: 'system' }],
});
const process = (name: string, path: string): Rows => ({ processes: [{ name, path, pid: 321 }] });

export const macHome = (dice: Dice): Part => {
  const [name, version] = dice.pick([
    ['Kaspersky Anti-Virus For Mac', '26.0.0.150'],
    ['Kaspersky Internet Security', '21.2.0.155'],
    ['Kaspersky Anti-Virus For Mac', '24.1.0.88'],
    ['Kaspersky Internet Security', '16.0.0.245'],
  ] as const);
  return {
    rows: mergeRows(
      app(name, 'com.kaspersky.kav', version),
      extension(version, 'activated enabled'),
      daemon('com.kaspersky.kav'),
      {
        launchItems: [
          {
            label: 'com.kaspersky.kav.gui',
            path: '/Library/LaunchAgents/com.kaspersky.kav.gui.plist',
            domain: 'gui/501',
          },
        ],
      },
      process('kav', `${support}/KAV/Binaries/kav`),
      process('kav_agent', `${support}/KAV/Binaries/kav_agent.app/Contents/MacOS/kav_agent`),
      dice.chance(0.5)
        ? receipts(version, 'com.kaspersky.kav.core', 'com.kaspersky.kav.oas', 'com.kaspersky.kav.webtoolbar')
        : {},
      folders(
        support,
        `${support}/KAV`,
        '/Library/Logs/Kaspersky Lab',
        '/Users/anna/Library/Application Support/Kaspersky Lab',
      ),
    ),
    products: [{ productId: 'mac-consumer', version, status: 'installed' }],
  };
};

export const macEndpoint = (dice: Dice): Part => {
  const version = dice.pick(['11.3.0.96', '12.1.0.553', '12.0.0.325']);
  return {
    rows: mergeRows(
      app('Kaspersky Endpoint Security', 'com.kaspersky.kav', version),
      extension(version, 'activated enabled'),
      daemon('com.kaspersky.kav'),
      process('kav', `${support}/KAV/Binaries/kav`),
      receipts(version, 'com.kaspersky.kav.core', 'com.kaspersky.kav.wksconnector'),
      folders(support, `${support}/KAV`, `${support}/klnagent_conf/connectors.d`),
    ),
    products: [{ productId: 'mac-kes', version, status: 'installed' }],
  };
};

export const macAgent = (dice: Dice): Part => {
  const version = dice.pick(['14.0.0.4646', '15.1.0.1065']);
  return {
    rows: mergeRows(
      receipts(version, 'com.kaspersky.klnagent.core'),
      process('klnagent', `${support}/klnagent/Binaries/klnagent`),
      folders(support, `${support}/klnagent`, `${support}/klnagent_conf`),
      { files: [{ path: '/Library/Logs/klnagent_trace.log', kind: 'file' }] },
    ),
    products: [{ productId: 'mac-nagent', version, status: 'installed' }],
  };
};

const appOnly = (productId: string, rows: Rows, version: string): Part => ({
  rows,
  products: [{ productId, version, status: 'installed' }],
});

export const macApps = (): readonly (readonly [string, Part])[] => [
  ['vpn', appOnly('mac-vpn', app('Kaspersky VPN Secure Connection', undefined, '5.1.0.21'), '5.1.0.21')],
  ['vpn renamed', appOnly('mac-vpn', app('Kaspersky VPN', 'com.kaspersky.vpn.mac', '6.0.0.4'), '6.0.0.4')],
  [
    'passwords',
    appOnly(
      'mac-pwm',
      app('Kaspersky Password Manager', 'com.kaspersky.passwordmanager', '24.2.0.51'),
      '24.2.0.51',
    ),
  ],
  [
    'parental',
    appOnly('mac-parental', app('Kaspersky Safe Kids', 'com.kaspersky.safekids.mac', '1.0.9.8'), '1.0.9.8'),
  ],
  [
    'small office',
    appOnly(
      'business-ksos',
      app('Kaspersky Small Office Security', 'com.kaspersky.kav', '21.2.0.155'),
      '21.2.0.155',
    ),
  ],
  ['app of no known name', appOnly('mac-unknown', app('Щит', 'com.kaspersky.shield', '1.0'), '1.0')],
  ['weak name', appOnly('mac-consumer', app('Kaspersky', 'com.kaspersky.kav', '23.0.0.1'), '23.0.0.1')],
  [
    'extension alone',
    {
      rows: extension('11.3.0.1', 'activated enabled'),
      products: [{ productId: 'mac-unknown', version: '11.3.0.1', status: 'installed' }],
    },
  ],
  [
    'unknown extension of the team',
    {
      rows: {
        systemExtensions: [
          {
            bundleId: 'net.example.filter',
            teamId: team,
            version: '2.0',
            state: 'activated waiting for user',
          },
        ],
      },
      products: [{ productId: 'mac-unknown', version: '2.0', status: 'installed' }],
    },
  ],
];

export const macLeftovers = (): readonly (readonly [string, Part])[] => {
  const of = (productId: string, rows: Rows, ...orId: string[]): Part => ({
    rows,
    products: [{ productId, status: 'leftovers', orId }],
  });
  const loose = (rows: Rows): Part => ({
    rows,
    products: [],
    loose: true,
    may: ['mac-unknown', 'mac-consumer', 'mac-kes'],
  });
  return [
    [
      'terminated extension',
      of('mac-unknown', extension('21.2.0.155', 'terminated waiting to uninstall on reboot')),
    ],
    [
      'receipt alone',
      of('mac-unknown', receipts('21.0.0.1', 'com.kaspersky.kav.core'), 'mac-kes', 'mac-consumer'),
    ],
    ['agent folder', of('mac-nagent', folders(`${support}/klnagent`))],
    ['agent log', of('mac-nagent', { files: [{ path: '/Library/Logs/klnagent_trace.log', kind: 'file' }] })],
    ['shared folder alone', loose(folders(support))],
    ['user folder alone', loose(folders('/Users/anna/Library/Application Support/Kaspersky Lab'))],
    ['KAV folder', loose(folders(`${support}/KAV`))],
    ['caches', loose(folders('/Library/Caches/com.kaspersky.kav'))],
    [
      'profile of the organisation',
      loose({ profiles: [{ id: 'com.kaspersky.kav.sysext.approval', organisation: 'Kaspersky Lab' }] }),
    ],
  ];
};

export const macAround = (dice: Dice): Rows => ({
  apps: dice
    .some(
      [
        ['Safari', 'com.apple.Safari'],
        ['Microsoft Word', 'com.microsoft.Word'],
        ['KisMAC', 'de.binaervarianz.kismac'],
        ['Kavita', 'org.kavita.reader'],
        ['Kasper Notes', 'dk.kasper.notes'],
        ['Safe Kids Timer', 'eu.familie.safekids'],
        ['VPN Secure Connection', 'com.acme.vpn'],
        ['Password Manager', 'com.apple.Passwords'],
        ['Keka', 'com.aone.keka'],
        ['Kaspersky Uninstall Helper', 'com.nektony.uninstaller'],
      ] as const,
      7,
    )
    .map(([name, bundleId]) => ({
      name,
      bundleId,
      version: `${dice.int(20)}.1`,
      path: `/Applications/${name}.app`,
    })),
  launchItems: [
    {
      label: 'com.google.keystone.daemon',
      path: '/Library/LaunchDaemons/com.google.keystone.daemon.plist',
      domain: 'system',
    },
  ],
  systemExtensions: [
    { bundleId: 'com.eset.endpoint', teamId: 'P8DQRXPVLP', version: '7.4', state: 'activated enabled' },
  ],
  receipts: [
    { id: 'com.microsoft.package.Microsoft_Word.app', version: '16.89' },
    { id: 'com.kasper.notes.pkg', version: '1.0' },
  ],
  processes: [
    { name: 'Finder', path: '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder', pid: 20 },
    { name: 'kav', path: '/Users/anna/bin/kav', pid: 21 },
    { name: 'klist', path: '/usr/bin/klist', pid: 22 },
  ],
  files: [
    { path: '/Library/Application Support/Kasper', kind: 'folder' },
    { path: '/Users/anna/Downloads/Kaspersky.dmg', kind: 'file' },
  ],
  profiles: [{ id: 'com.example.mdm.wifi', organisation: 'Example Ltd' }],
});
