import type { Host } from '../../electron/core/model/host.ts';
import type { Dice } from './dice.ts';
import { diceOf } from './dice.ts';
import { gapHosts } from './gaps.ts';
import type { LabelledHost, Part } from './host.ts';
import { labelled } from './host.ts';
import { innocentHosts } from './innocent-hosts.ts';
import { brokenParts, leftoverParts } from './leftovers.ts';
import { linuxAround } from './linux-around.ts';
import { linuxLeftovers } from './linux-leftovers.ts';
import { linuxInstall, linuxLines } from './linux.ts';
import { macAgent, macApps, macAround, macEndpoint, macHome, macLeftovers } from './macos.ts';
import { windowsAround } from './innocents.ts';
import { variantHosts } from './variants.ts';
import { hosts as hostsOf } from './machines.ts';
import {
  aesInstall,
  agentInstall,
  endpointAgentInstall,
  kesBuilds,
  kesInstall,
  legacyInstall,
  oldKesInstall,
} from './windows-business.ts';
import type { HomeLine } from './windows-builds.ts';
import { early, homeLines, middle, modern } from './windows-builds.ts';
import { homeInstall, parentalInstall, passwordsInstall, vpnInstall } from './windows-home.ts';
import {
  centreInstall,
  engineElsewhere,
  kessInstall,
  kicsInstall,
  kswsInstall,
  mailInstall,
  portableTool,
  removerTool,
  successorInstall,
  toolInstall,
  virtualInstall,
} from './windows-servers.ts';
import { userEntry } from './windows-shape.ts';

/**
 * Labelled computers, the same for the same seed. They are written from what is published about the products and from
 * how machines look, and know nothing of how the products are recognised.
 */
export const generate = (seed: number): readonly LabelledHost[] => {
  const dice = diceOf(seed);
  return [
    ...homeHosts(dice),
    ...besideHosts(dice),
    ...businessHosts(dice),
    ...serverHosts(dice),
    ...leftoverHosts(dice),
    ...linuxHosts(dice),
    ...macHosts(dice),
    ...innocentHosts(dice),
    ...gapHosts(dice),
    ...variantHosts(dice),
  ];
};

const windows = (dice: Dice, name: string, parts: readonly Part[], host: Partial<Host> = {}): LabelledHost =>
  labelled(`windows/${name}`, { ...hostsOf.windows(dice), ...host }, windowsAround(dice), parts);

const times = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at));

const homeHosts = (dice: Dice): LabelledHost[] =>
  homeLines.flatMap((line) =>
    line.builds.flatMap((made) => {
      const name = `${line.id}/${made.short}`;
      return [
        windows(dice, name, [homeInstall(dice, line, made)]),
        windows(dice, `${name}/translated`, [homeInstall(dice, line, made, { translate: true })]),
        ...(dice.chance(0.4)
          ? [windows(dice, `${name}/entry alone`, [homeInstall(dice, line, made, { entry: 'bare' })])]
          : []),
        ...(dice.chance(0.3)
          ? [
              windows(dice, `${name}/entry alone, 64-bit view`, [
                homeInstall(dice, line, made, { entry: 'bare', view: '64', translate: true }),
              ]),
            ]
          : []),
        ...(dice.chance(0.3)
          ? [windows(dice, `${name}/no entry`, [homeInstall(dice, line, made, { entry: 'none' })])]
          : []),
      ];
    }),
  );

const line = (id: string): HomeLine => homeLines.find((each) => each.id === id) as HomeLine;

const besideHosts = (dice: Dice): LabelledHost[] => [
  ...times(8, (at) =>
    windows(dice, `whole set/${at}`, [
      homeInstall(dice, line('consumer-standard-plus-premium'), dice.pick(modern)),
      vpnInstall(dice),
      passwordsInstall(dice),
      ...(at % 2 === 0 ? [parentalInstall(dice)] : []),
    ]),
  ),
  ...times(4, (at) =>
    windows(dice, `old set/${at}`, [
      homeInstall(dice, line('consumer-kis'), dice.pick(middle.slice(3))),
      vpnInstall(dice),
    ]),
  ),
  ...times(5, (at) =>
    windows(dice, `two versions/${at}`, [
      homeInstall(dice, line('consumer-kis'), early[4 - (at % 2)]!),
      homeInstall(dice, line('consumer-kis'), middle[3 + at]!),
    ]),
  ),
  ...times(4, (at) =>
    windows(dice, `two endpoint versions/${at}`, [
      kesInstall(dice, kesBuilds[at]!),
      kesInstall(dice, kesBuilds[at + 4]!),
    ]),
  ),
  ...times(8, (at) => windows(dice, `vpn/${at}`, [vpnInstall(dice, at % 4 === 3)])),
  ...times(5, (at) => windows(dice, `passwords/${at}`, [passwordsInstall(dice)])),
  ...times(5, (at) => windows(dice, `parental/${at}`, [parentalInstall(dice)])),
  ...times(4, (at) => {
    const name = dice.pick(['Kaspersky Password Manager', 'Kaspersky Secure Connection']);
    const version = dice.pick(['9.0.2.767', '10.1.0.138']);
    return windows(dice, `per user/${at}`, [
      {
        rows: { programs: userEntry(dice, { name, version }) },
        products: [
          { productId: name.includes('Password') ? 'pwm-win' : 'vpn-win', version, status: 'installed' },
        ],
      },
    ]);
  }),
  ...times(4, (at) =>
    windows(dice, `successor/${at}`, [
      successorInstall(dice, 'UltraAV'),
      // Its VPN comes beside it and is no product of its own.
      ...(at % 2 === 0 ? [{ ...successorInstall(dice, 'UltraVPN'), products: [] }] : []),
    ]),
  ),
  ...times(3, (at) =>
    windows(dice, `successor with leftovers/${at}`, [
      successorInstall(dice, 'UltraAV'),
      { ...leftoverParts(dice)[at]![1] },
    ]),
  ),
];

const businessHosts = (dice: Dice): LabelledHost[] => [
  ...kesBuilds.flatMap((made) => [
    windows(dice, `kes/${made.version}`, [kesInstall(dice, made)]),
    windows(dice, `kes/${made.version}/translated`, [kesInstall(dice, made, { translate: true })]),
    windows(dice, `kes/${made.version}/managed`, [kesInstall(dice, made), agentInstall(dice)]),
    windows(dice, `kes/${made.version}/entry alone`, [
      kesInstall(dice, made, { entry: 'bare', translate: true }),
    ]),
    windows(dice, `kes/${made.version}/no entry`, [
      kesInstall(dice, made, { entry: 'none', encrypted: true }),
    ]),
  ]),
  ...times(6, (at) =>
    windows(dice, `old kes/${at}`, [oldKesInstall(dice), ...(at % 2 === 0 ? [agentInstall(dice)] : [])]),
  ),
  ...times(4, (at) => windows(dice, `old kes with aes/${at}`, [oldKesInstall(dice), aesInstall(dice)])),
  ...times(3, (at) => windows(dice, `aes/${at}`, [aesInstall(dice)])),
  ...times(10, (at) => windows(dice, `agent/${at}`, [agentInstall(dice, { translate: at % 2 === 0 })])),
  ...times(14, (at) =>
    windows(dice, `agent entry alone/${at}`, [agentInstall(dice, { translate: at > 3, bare: true })]),
  ),
  ...times(5, (at) =>
    windows(dice, `endpoint agent/${at}`, [
      endpointAgentInstall(dice),
      ...(at > 2 ? [agentInstall(dice)] : []),
    ]),
  ),
  ...times(6, (at) => windows(dice, `legacy/${at}`, [legacyInstall(dice)])),
];

const serverHosts = (dice: Dice): LabelledHost[] => {
  const server = (name: string, parts: readonly Part[]): LabelledHost =>
    windows(dice, name, parts, { server: true, version: 'Windows Server 2019 Standard 1809' });
  return [
    ...times(9, (at) =>
      server(`ksws/${at}`, [kswsInstall(dice), ...(at % 3 === 0 ? [agentInstall(dice)] : [])]),
    ),
    ...times(4, (at) => windows(dice, `kess/${at}`, [kessInstall(dice)])),
    ...times(4, (at) => windows(dice, `kics/${at}`, [kicsInstall(dice)])),
    ...times(4, (at) =>
      server(`centre/${at}`, [centreInstall(dice, at % 2 === 0 ? 'server' : 'both'), agentInstall(dice)]),
    ),
    ...times(4, (at) => windows(dice, `console/${at}`, [centreInstall(dice, 'console')])),
    server('administration kit', [centreInstall(dice, 'old')]),
    ...times(4, (at) => server(`mail/${at}`, [mailInstall(dice)])),
    ...times(4, (at) => server(`virtual/${at}`, [virtualInstall(dice)])),
    ...times(4, (at) => windows(dice, `tool/${at}`, [toolInstall(dice)])),
    ...times(4, (at) => windows(dice, `portable tool/${at}`, [portableTool(dice)])),
    ...times(3, (at) => windows(dice, `remover/${at}`, [removerTool(dice)])),
    ...times(4, (at) => windows(dice, `engine/${at}`, [engineElsewhere(dice)])),
  ];
};

const leftoverHosts = (dice: Dice): LabelledHost[] => [
  ...times(2, (round) =>
    leftoverParts(dice).map(([name, part]) => windows(dice, `leftovers/${name}/${round}`, [part])),
  ).flat(),
  ...brokenParts(dice).map(([name, part]) => windows(dice, `broken/${name}`, [part])),
];

const linuxHosts = (dice: Dice): LabelledHost[] => {
  const host = (name: string, parts: readonly Part[]): LabelledHost =>
    labelled(`linux/${name}`, hostsOf.linux(dice), linuxAround(dice), parts);
  return [
    ...linuxLines.flatMap((each, at) =>
      (['dpkg', 'rpm'] as const).flatMap((manager) =>
        times(2, (round) =>
          host(`${each.id}/${manager}/${at}.${round}`, [linuxInstall(dice, each, manager)]),
        ),
      ),
    ),
    ...times(4, (at) =>
      host(`managed/${at}`, [
        linuxInstall(dice, linuxLines[at % 2]!, 'dpkg'),
        linuxInstall(dice, linuxLines[3]!, 'dpkg'),
      ]),
    ),
    ...linuxLeftovers(dice).map(([name, part]) => host(`leftovers/${name}`, [part])),
  ];
};

const macHosts = (dice: Dice): LabelledHost[] => {
  const host = (name: string, parts: readonly Part[]): LabelledHost =>
    labelled(`macos/${name}`, hostsOf.macos(dice), macAround(dice), parts);
  return [
    ...times(6, (at) => host(`home/${at}`, [macHome(dice)])),
    ...times(4, (at) =>
      host(`endpoint/${at}`, [macEndpoint(dice), ...(at % 2 === 0 ? [macAgent(dice)] : [])]),
    ),
    ...times(3, (at) => host(`agent/${at}`, [macAgent(dice)])),
    ...macApps().map(([name, part]) => host(`apps/${name}`, [part])),
    ...macLeftovers().map(([name, part]) => host(`leftovers/${name}`, [part])),
  ];
};
