import type { HazardId } from '../../model/hazard.ts';
import type { Host } from '../../model/host.ts';
import type { Row } from '../../model/tables.ts';
import { isOn } from '../../model/protection.ts';
import { isOtherAntivirus } from '../antivirus.ts';
import { anyOwn } from './groups.ts';
import { evidence, plain, rowsOf, shownBy } from './rule.ts';
import type { HazardRule, Scene, Sign } from './rule.ts';

/** The state of the computer itself, whatever the product. */

/** Room that an uninstaller and saved leftovers need on the system volume. */
const enoughBytes = 2_000_000_000;

const nothingToShow: Sign = { evidence: [] };

const whenHost = (holds: (host: Host) => boolean): HazardRule => ({
  about: anyOwn,
  sign: ({ snapshot }) => (holds(snapshot.host) ? nothingToShow : undefined),
});

const onWindows = (sign: HazardRule['sign']): HazardRule => ({
  about: anyOwn,
  sign: (scene) => (scene.snapshot.host.os === 'windows' ? sign(scene) : undefined),
});

/** Only another antivirus that is on now says that something takes over. A server has no such list to trust. */
const isCovered = ({ snapshot }: Scene): boolean =>
  snapshot.host.os === 'windows' &&
  snapshot.host.server !== true &&
  rowsOf(snapshot, 'securityCentre').some((row) => isOtherAntivirus(row) && isOn(row.state));

/** Windows Installer's own mark of an installation that has begun and not ended. */
const isInstalling = (row: Row<'registry'>): boolean =>
  /^HKLM\\SOFTWARE\\(?:WOW6432Node\\)?Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress$/i.test(
    row.path ?? '',
  );

const isRootCertificate = (row: Row<'certificates'>): boolean =>
  /(?:^|[,/=]\s*"?)Kaspersky Anti-Virus Personal Root Certificate"?\s*(?:$|[,/])/i.test(row.subject ?? '');

export const computerHazards = {
  'pending-reboot': onWindows(({ snapshot }) =>
    shownBy(evidence('restartPending', rowsOf(snapshot, 'restartPending'), 'restart-pending')),
  ),
  /** The lock of the installer shows only to who asks for it; its service, which lives while it works, shows to all. */
  'msi-busy': onWindows(({ snapshot }) =>
    shownBy([
      ...evidence(
        'processes',
        rowsOf(snapshot, 'processes').filter((row) => plain(row.name) === 'msiexec.exe'),
        'installer-running',
      ),
      ...evidence('registry', rowsOf(snapshot, 'registry').filter(isInstalling), 'installer-running'),
    ]),
  ),
  'low-disk': whenHost((host) => host.freeBytes !== undefined && host.freeBytes < enoughBytes),
  'remote-session': whenHost((host) => host.remoteSession === true),
  'on-battery': whenHost((host) => host.onBattery === true),
  'no-antivirus-after': {
    about: anyOwn,
    sign: (scene) => (isCovered(scene) ? undefined : nothingToShow),
  },
  'https-root-cert': onWindows(({ snapshot }) =>
    shownBy(
      evidence(
        'certificates',
        rowsOf(snapshot, 'certificates').filter(isRootCertificate),
        'certificate-subject',
      ),
    ),
  ),
} satisfies Partial<Record<HazardId, HazardRule>>;
