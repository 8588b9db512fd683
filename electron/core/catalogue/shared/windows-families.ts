import type { SharedArtefacts, Signature } from '../../model/product.ts';
import { extensionPolicies, extensionSignatures } from '../browser-extensions.ts';
import { certificateTraces } from '../vendor-traces.ts';
import { driverFile, endpointDrivers, filterEntry, homeDrivers, plainDrivers } from '../windows-drivers.ts';
import {
  commonProcessSignatures,
  driverSignatures,
  folderTraces,
  keyTrace,
  processSignatures,
  serviceSignatures,
} from '../windows-signatures.ts';

/** What Windows products share: services, drivers and keys that carry a version of the platform and no edition. */

const home = [
  'consumer-free',
  'consumer-standard-plus-premium',
  'consumer-kis',
  'consumer-kts',
  'consumer-kav',
  'consumer-security-cloud',
  'consumer-pure',
  'business-ksos',
];
const endpoint = ['business-kes-win', 'business-kes-win-old', 'business-ksv', 'legacy-kav6'];
const server = ['server-ksws', 'server-kess-win', 'server-kics-win'];

/** A filter in a device class or a driver's file: neither works by itself. */
const driverTraces = (
  kind: 'home' | 'endpoint' | 'plain',
  weight: 'trace' | 'hint',
): readonly Signature[] => [
  { table: 'files', weight, reason: 'own-file', match: { path: { pattern: driverFile(kind) } } },
  {
    table: 'classFilters',
    weight,
    reason: 'class-filter',
    match: { entries: { pattern: filterEntry(kind) } },
  },
];

const namesOf = (pattern: RegExp): Signature<'securityCentre'> => ({
  table: 'securityCentre',
  weight: 'hint',
  reason: 'security-centre-name',
  match: { name: { pattern } },
});

export const windowsHome: SharedArtefacts = {
  id: 'windows-home',
  systems: ['windows'],
  members: [...home, 'legacy-kav6', 'consumer-unknown'],
  unknown: 'consumer-unknown',
  signatures: [
    ...serviceSignatures(/^AVP\d+(?:\.\d+)*$/i),
    ...serviceSignatures(/^klvssbri(?:dge|gde)64(?:_\d+(?:\.\d+)*)?$/i),
    ...driverSignatures(homeDrivers, 'sign'),
    ...driverTraces('home', 'trace'),
    ...folderTraces(/^(?:avp\d+(?:\.\d+)*|k4w-\d+-\d+)(?:\/|$)/),
    keyTrace('AVP\\d+(?:\\.\\d+)*'),
    namesOf(/^\s*(?:Kaspersky(?!\s+(?:Endpoint|Security (?:Center|for|\d))).*|Антив[иі]рус Каспер.*)$/i),
    namesOf(/^\s*(?:カスペルスキー|卡巴斯基|카스퍼스키).*$/i),
  ],
};

export const windowsEndpoint: SharedArtefacts = {
  id: 'windows-endpoint',
  systems: ['windows'],
  members: [...endpoint, ...server, 'endpoint-unknown'],
  unknown: 'endpoint-unknown',
  signatures: [
    ...serviceSignatures(/^AVP\.KES(?:\.\d+)+$/i),
    ...serviceSignatures(/^avpsus(?:\.KES)?(?:\.\d+)*$/i),
    ...driverSignatures(endpointDrivers, 'sign'),
    ...driverTraces('endpoint', 'trace'),
    ...processSignatures(/^(?:avpsus|kescli)\.exe$/i),
    ...folderTraces(/^kes-\d+-\d+(?:\/|$)/),
    keyTrace('KES(?![^\\\\])'),
    namesOf(/^\s*Kaspersky Endpoint.*$/i),
    // Only a company's product encrypts volumes, or looks after Windows' own encryption.
    ...(['method', 'managedBy'] as const).map((column): Signature => ({
      table: 'encryption',
      weight: 'trace',
      reason: 'encrypted-volume',
      match: { [column]: { is: ['kaspersky'] } },
    })),
  ],
};

export const windowsServer: SharedArtefacts = {
  id: 'windows-server',
  systems: ['windows'],
  members: [...server, 'endpoint-unknown'],
  unknown: 'endpoint-unknown',
  signatures: [
    ...serviceSignatures(/^(?:KAVFS|KAVFSGT|kavfsslp|kavfsscs|kavfsrcn)$/i),
    ...processSignatures(
      /^(?:kavfs|kavfswp|kavfswh|kavfsgt|kavfsscs|kavfsmui|kavfsrcn|kavshell|kavtray)\.exe$/i,
    ),
    keyTrace('WSEE'),
    namesOf(/^\s*Kaspersky Security (?:for|\d).*$/i),
  ],
};

/** An administration server is its own agent: the same service, data and keys. */
export const windowsManagement: SharedArtefacts = {
  id: 'windows-management',
  systems: ['windows'],
  members: ['mgmt-nagent-win', 'mgmt-ksc-win'],
  unknown: 'mgmt-nagent-win',
  signatures: [
    ...serviceSignatures(/^klnagent(?:_srv)?$/i),
    ...processSignatures(/^(?:klnagent|klnagchk|klmover|klpsm|klcsldcl)\.exe$/i),
    ...commonProcessSignatures(/^vapm\.exe$/i),
    ...folderTraces(/^adminkit(?:\/|$)/),
    keyTrace('Components\\\\(?:27|28|34)\\\\1103'),
  ],
};

const ofEither: readonly Signature[] = [
  // An alias of another entry that lost its name.
  {
    table: 'programs',
    weight: 'hint',
    reason: 'program-vendor',
    match: { name: { absent: true }, publisher: { vendor: 'kaspersky' } },
  },
  ...serviceSignatures(/^AVP$/i),
  ...driverSignatures(plainDrivers, 'hint'),
  ...driverTraces('plain', 'hint'),
  ...processSignatures(/^(?:avpui|klwtblfs|vssbridge64)\.exe$/i),
  ...commonProcessSignatures(/^(?:avp\.exe|avp\.com|klwtpwrs\.srv)$/i),
  ...extensionSignatures('hint', 'hint'),
  ...extensionPolicies('hint'),
  ...certificateTraces,
  {
    table: 'networkBindings',
    weight: 'hint',
    reason: 'network-filter',
    match: { component: { pattern: /^(?:kl_)?klim[56]?$/i } },
  },
  ...(['name', 'id'] as const).map((column): Signature => ({
    table: 'packages',
    weight: 'hint',
    reason: 'store-package',
    match: { [column]: { pattern: /^Kaspersky(?:Lab)?\.ShellEx\d*(?:_[\w.~-]*)?$/i } },
  })),
  keyTrace('WmiHlp|LicStorage|LicStrg'),
];

/** Of a home or a business product, nobody can tell which: evidence beside one, unattributed without. */
export const windowsEither: SharedArtefacts = {
  id: 'windows-either',
  systems: ['windows'],
  members: [
    ...home,
    ...endpoint,
    ...server,
    'consumer-unknown',
    'endpoint-unknown',
    'mgmt-ksc-win',
    'mgmt-nagent-win',
    'vpn-win',
    'pwm-win',
    'parental-win',
    'business-kea-win',
  ],
  signatures: ofEither.map((signature) => ({ ...signature, weight: 'hint' })),
};
