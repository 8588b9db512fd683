import type { Machine } from '../hazard-hosts.ts';
import { here, twins } from '../hazard-hosts.ts';

/** What takes the person's word: every scenario beside a twin that differs in one thing. */

export const restart: Machine['rows'] = {
  restartPending: [{ source: 'windows-update', detail: 'RebootRequired' }],
};

export const confirms = twins('confirm', [
  ['kpm-vault', 'the password manager', here('pwm-win'), 'the VPN', here('vpn-win')],
  ['kpm-vault', 'on a Mac', here('mac-pwm'), 'the VPN', here('mac-vpn')],
  [
    'kpm-vault',
    'beside another',
    here('consumer-kis', 'pwm-win'),
    'only a folder of it',
    { ...here('consumer-kis'), gone: ['pwm-win'] },
  ],
  ['encrypted-vault', 'Total Security', here('consumer-kts'), 'Internet Security', here('consumer-kis')],
  ['encrypted-vault', 'Security Cloud', here('consumer-security-cloud'), 'Anti-Virus', here('consumer-kav')],
  [
    'encrypted-vault',
    'Plus and Premium',
    here('consumer-standard-plus-premium'),
    'unknown',
    here('consumer-unknown'),
  ],
  ['encrypted-vault', 'Small Office', here('business-ksos'), 'Endpoint Security', here('business-kes-win')],
  ['backup-restore', 'Total Security', here('consumer-kts'), 'Anti-Virus', here('consumer-kav')],
  ['backup-restore', 'Small Office', here('business-ksos'), 'Internet Security', here('consumer-kis')],
  ['quarantine', 'a home product', here('consumer-kis'), 'the VPN', here('vpn-win')],
  ['quarantine', 'an endpoint product', here('business-kes-win'), 'its agent', here('mgmt-nagent-win')],
  ['quarantine', 'a server’s protection', here('server-ksws'), 'the password manager', here('pwm-win')],
  [
    'quarantine',
    'beside the VPN',
    here('consumer-kav', 'vpn-win'),
    'only the VPN is to go',
    { ...here('consumer-kav', 'vpn-win'), chosen: ['vpn-win'] },
  ],
  [
    'pending-reboot',
    'Windows waits',
    { ...here('consumer-kis'), rows: restart },
    'it does not',
    { ...here('consumer-kis'), rows: { restartPending: [] } },
  ],
  [
    'pending-reboot',
    'with an agent',
    { ...here('mgmt-nagent-win'), rows: restart },
    'nobody could look',
    { ...here('mgmt-nagent-win'), readings: { restartPending: undefined } },
  ],
  [
    'pending-reboot',
    'with the VPN',
    { ...here('vpn-win'), rows: restart },
    'Linux',
    { ...here('linux-kesl'), rows: restart },
  ],
  [
    'low-disk',
    'one byte too few',
    { ...here('consumer-kis'), host: { freeBytes: 1_999_999_999 } },
    'enough',
    { ...here('consumer-kis'), host: { freeBytes: 2_000_000_000 } },
  ],
  [
    'low-disk',
    'a full disk',
    { ...here('linux-kesl'), host: { freeBytes: 0 } },
    'nobody knows',
    { ...here('linux-kesl'), host: { freeBytes: undefined } },
  ],
  [
    'remote-session',
    'from afar',
    { ...here('vpn-win'), host: { remoteSession: true } },
    'at the computer',
    { ...here('vpn-win'), host: { remoteSession: false } },
  ],
  [
    'remote-session',
    'on a Mac',
    { ...here('mac-kes'), host: { remoteSession: true } },
    'nobody knows',
    here('mac-kes'),
  ],
]);
