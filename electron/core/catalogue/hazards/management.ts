import type { Evidence } from '../../model/evidence.ts';
import type { HazardId } from '../../model/hazard.ts';
import {
  agents,
  either,
  endpointForWindows,
  homeForWindows,
  managedByServer,
  oneOf,
  protectionForWindows,
  serverProtection,
} from './groups.ts';
import { evidence, productRows, rowsOf, shownBy, withProduct } from './rule.ts';
import type { HazardRule, Scene, Sign } from './rule.ts';
import { isSwitchedOff, settingsOn, unlessOff } from './settings.ts';

/** Who else has a say: other computers, an administration server, a parent, a password, the product itself. */

const registryOf = (scene: Scene, value: string) =>
  rowsOf(scene.snapshot, 'registry').filter((row) => row.value?.toLowerCase() === value);
const textOf = (data: string | readonly string[] | undefined): string => [data ?? []].flat().join('').trim();

/** The server's name, in the product's setting or in the state that the agent writes down. */
const managingServer = (scene: Scene): readonly Evidence[] => [
  ...settingsOn(scene, 'management-server'),
  ...evidence(
    'registry',
    registryOf(scene, 'protection_admserver').filter((row) => textOf(row.data) !== ''),
    'setting',
  ),
];

const redeploySign = (scene: Scene): Sign | undefined =>
  shownBy([
    ...productRows(scene.live.filter(either(agents, oneOf('business-kes-cloud')))),
    ...managingServer(scene),
  ]);

/** A home product keeps its password as a value that is empty when there is none. Others tell nobody. */
const homePasswordOff = (scene: Scene): boolean => {
  const stored = registryOf(scene, 'opep');
  const empty = stored.length > 0 && stored.every((row) => textOf(row.data) === '');
  return isSwitchedOff(scene, 'password-protection') || empty;
};

const passwordSign = (scene: Scene): Sign | undefined => {
  const asking = homePasswordOff(scene)
    ? scene.concerned.filter((detection) => !homeForWindows(detection))
    : scene.concerned;
  return asking.length === 0 ? undefined : { evidence: productRows(asking), touches: asking };
};

const selfDefenceOff = (scene: Scene): boolean => {
  const stored = registryOf(scene, 'enableselfprotection');
  const off = stored.length > 0 && stored.every((row) => /^(?:0x)?0+$/.test(textOf(row.data)));
  return isSwitchedOff(scene, 'self-protection', 'self-defence') || off;
};

export const managementHazards = {
  'server-role': {
    about: ({ status }) => status === 'report-only',
    sign: withProduct,
  },
  'mail-flow': { about: oneOf('linux-klms', 'mail-exchange'), sign: withProduct },
  'managed-redeploy': { about: managedByServer, sign: redeploySign },
  parental: { about: oneOf('parental-win', 'mac-parental'), sign: withProduct },
  'app-control-default-deny': {
    about: serverProtection,
    sign: unlessOff('app-control-default-deny', 'application-control', 'app-control'),
  },
  'self-defence': {
    about: protectionForWindows,
    sign: (scene) => (selfDefenceOff(scene) ? undefined : withProduct(scene)),
  },
  'password-protection': {
    about: either(
      homeForWindows,
      endpointForWindows,
      serverProtection,
      oneOf('business-ksos', 'mgmt-nagent-win', 'business-kea-win', 'legacy-kav6'),
    ),
    sign: passwordSign,
  },
} satisfies Partial<Record<HazardId, HazardRule>>;
