import { agentOnly, all, decrypted, driver, service, volume, vpnOnly } from '../encrypted-hosts.ts';
import type { Twins } from '../hazard-hosts.ts';

/** What may lose a person's data for good: every scenario beside a twin that differs in one value. */

export const stops: readonly Twins[] = [
  ...all({ id: 'fde', level: 'stop' }, [
    ['an encrypted disk', volume({}), 'decrypted', volume(decrypted)],
    ['a disk being encrypted', volume({ state: 'encrypting' }), 'decrypted', volume(decrypted)],
    ['a disk being decrypted, not yet done', volume({ state: 'decrypting' }), 'done', volume(decrypted)],
    [
      'a state that nobody gave',
      volume({ state: undefined }),
      'no method',
      volume({ method: 'none', state: undefined }),
    ],
    ['the second disk', volume({ volume: 'D:' }), 'it is decrypted', volume({ volume: 'D:', ...decrypted })],
    ['another spelling', volume({ method: ' Kaspersky ' }), 'BitLocker', volume({ method: 'BitLocker' })],
    [
      'managed by Kaspersky, method not told',
      volume({ method: undefined, managedBy: 'kaspersky' }),
      'BitLocker of the person',
      volume({ method: 'bitlocker', managedBy: 'user' }),
    ],
    [
      'managed by Kaspersky, its own method',
      volume({ managedBy: 'kaspersky' }),
      'BitLocker of the organisation',
      volume({ method: 'bitlocker', managedBy: 'organisation' }),
    ],
    [
      'a sign-in before Windows, disk decrypted',
      volume({ ...decrypted, preBoot: true }),
      'none',
      volume({ ...decrypted, preBoot: false }),
    ],
    [
      'a sign-in before Windows, no method',
      volume({ method: 'none', preBoot: true }),
      'none',
      volume({ method: 'none' }),
    ],
    [
      'a drive that is plugged in',
      volume({ volume: 'E:', removable: true }),
      'decrypted',
      volume({ volume: 'E:', removable: true, ...decrypted }),
    ],
    [
      'a filter at work',
      service({ name: 'klfdefsf', state: 'running' }),
      'klboot, which encrypts nothing',
      service({ name: 'klboot', state: 'running' }),
    ],
    [
      'a loaded module',
      driver({ name: 'klfdefsf', state: 'Running' }),
      'klif',
      driver({ name: 'klif', state: 'Running' }),
    ],
    [
      'a tagged filter',
      driver({ name: 'klfdefsf.KES-21-9', state: 'running' }),
      'klif.KES-21-9',
      driver({ name: 'klif.KES-21-9', state: 'running' }),
    ],
    [
      'a filter known by its file',
      service({ name: 'fde', path: '\\SystemRoot\\System32\\drivers\\klfdefsf.sys', state: 'running' }),
      'another file',
      service({ name: 'fde', path: '\\SystemRoot\\System32\\drivers\\fdefsf.sys', state: 'running' }),
    ],
    [
      'an attached filter',
      driver({ name: 'klfdefsf', state: 'attached' }),
      'a longer name',
      driver({ name: 'klfdefsfx', state: 'attached' }),
    ],
    [
      'a filter in a state of its own',
      driver({ name: 'klfdefsf', state: 'stop-pending' }),
      'a shorter name',
      driver({ name: 'klfde', state: 'stop-pending' }),
    ],
    [
      'the older product',
      volume({}, { products: ['business-kes-win-old'] }),
      'decrypted',
      volume(decrypted, { products: ['business-kes-win-old'] }),
    ],
    [
      'an unknown edition',
      volume({}, { products: ['endpoint-unknown'] }),
      'decrypted',
      volume(decrypted, { products: ['endpoint-unknown'] }),
    ],
    ['only the agent is to go', volume({}, agentOnly), 'decrypted', volume(decrypted, agentOnly)],
    ['only the VPN is to go', volume({}, vpnOnly), 'decrypted', volume(decrypted, vpnOnly)],
    [
      'the agent is all that is left',
      volume({}, { products: ['mgmt-nagent-win'], gone: ['business-kes-win'] }),
      'BitLocker',
      volume({ method: 'bitlocker' }, { products: ['mgmt-nagent-win'], gone: ['business-kes-win'] }),
    ],
    [
      'the module is all that is left',
      volume({}, { products: ['business-aes-module'] }),
      'decrypted',
      volume(decrypted, { products: ['business-aes-module'] }),
    ],
  ]),
  ...all({ id: 'fle', level: 'stop' }, [
    [
      'a filter at work',
      service({ name: 'klfle', state: 'running' }),
      'klflt',
      service({ name: 'klflt', state: 'running' }),
    ],
    [
      'a tagged module',
      driver({ name: 'Klfle.KES-21-9', state: 'running' }),
      'another tag form',
      driver({ name: 'Klfle-KES', state: 'running' }),
    ],
    [
      'the virtual file system',
      driver({ name: 'klvfs', state: 'running' }),
      'the bridge',
      driver({ name: 'klvssbridge64_21.3', state: 'running' }),
    ],
    [
      'only the agent is to go',
      service({ name: 'KLVFS', state: 'running' }, agentOnly),
      'klboot',
      service({ name: 'klboot', state: 'running' }, agentOnly),
    ],
  ]),
];
