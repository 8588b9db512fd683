import type { Detection, DetectionStatus } from '../../model/detection.ts';

/** Groups of products that hazards are about, by published id. */

type About = (detection: Detection) => boolean;

export const oneOf =
  (...ids: readonly string[]): About =>
  ({ productId }) =>
    ids.includes(productId);

export const either =
  (...groups: readonly About[]): About =>
  (detection) =>
    groups.some((group) => group(detection));

/** Successors, other vendors' products and tools are not Kaspersky's protection: little concerns them. */
const ownStatuses: readonly DetectionStatus[] = ['installed', 'report-only'];
export const anyOwn: About = ({ status }) => ownStatuses.includes(status);
export const anything: About = () => true;

/** The products that encrypt. An endpoint product without an edition can be one of them. */
export const endpointForWindows = oneOf('business-kes-win', 'business-kes-win-old', 'endpoint-unknown');

export const homeForWindows: About = ({ productId }) => productId.startsWith('consumer-');
export const homeAnywhere = either(homeForWindows, oneOf('mac-consumer', 'linux-home'));

/** Server products that run on Windows and protect the machine that they are on. */
export const serverProtection = oneOf('server-ksws', 'server-kess-win', 'server-kics-win');

/** Everything on Windows that watches files and network and guards itself. */
export const protectionForWindows = either(
  homeForWindows,
  endpointForWindows,
  serverProtection,
  oneOf('business-ksos', 'legacy-kav6', 'business-kea-win'),
);

export const agents = oneOf('mgmt-nagent-win', 'linux-nagent', 'mac-nagent');

/** What an administration server installs. */
export const managedByServer = either(
  agents,
  endpointForWindows,
  serverProtection,
  oneOf('business-kes-cloud', 'business-kea-win', 'legacy-kav6', 'mac-kes'),
  oneOf('linux-kesl', 'linux-kics', 'linux-kess', 'linux-lena'),
);

export const passwordManagers = oneOf('pwm-win', 'mac-pwm');
export const vpns = oneOf('vpn-win', 'mac-vpn');
export const macProtection = oneOf('mac-consumer', 'mac-kes', 'mac-unknown');
