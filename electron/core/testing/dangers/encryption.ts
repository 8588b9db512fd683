import { okReading } from '../../model/reading.ts';
import {
  all,
  blind,
  closed,
  component,
  decrypted,
  driver,
  file,
  kes,
  key,
  service,
  volume,
} from '../encrypted-hosts.ts';
import type { Twins } from '../hazard-hosts.ts';

/** Encryption of which only a name is seen, or that could not be looked at: it takes the person's word. */

export const words: readonly Twins[] = [
  ...all({ id: 'fde', level: 'confirm' }, [
    [
      'a stopped filter',
      service({ name: 'klfdefsf', state: 'stopped' }),
      'klboot',
      service({ name: 'klboot', state: 'stopped' }),
    ],
    ['a name without a state', service({ name: 'klfdefsf' }), 'klif', service({ name: 'klif' })],
    [
      'a filter whose file is gone',
      driver({ name: 'klfdefsf', state: 'file-missing' }),
      'klids',
      driver({ name: 'klids', state: 'file-missing' }),
    ],
    [
      'its file',
      file('C:\\Windows\\System32\\drivers\\klfdefsf.sys'),
      'a copy',
      file('C:\\Users\\me\\Downloads\\klfdefsf.sys'),
    ],
    ['its key', key('klfdefsf'), 'another key', key('klif')],
    ['the encryption component', component('on'), 'off', component('off')],
  ]),
  ...all({ id: 'fle', level: 'confirm' }, [
    [
      'a stopped filter',
      service({ name: 'klfle', state: 'stopped' }),
      'klflt',
      service({ name: 'klflt', state: 'stopped' }),
    ],
    [
      'a disabled filter',
      driver({ name: 'klvfs.KES-21-9', state: 'disabled' }),
      'klif',
      driver({ name: 'klif.KES-21-9', state: 'disabled' }),
    ],
    [
      'its file',
      file('C:\\Windows\\System32\\drivers\\KES-21-9\\klfle.sys'),
      'not a driver',
      file('C:\\Windows\\System32\\drivers\\KES-21-9\\klfle.inf'),
    ],
    ['the encryption component', component('installed'), 'not installed', component('not installed')],
  ]),
  ...all({ id: 'fde', level: 'confirm', state: 'could-not-check' }, [
    [
      'no list of volumes',
      closed({ encryption: undefined }),
      'an empty one',
      closed({ encryption: okReading([]) }),
    ],
    ['a closed list', closed({ encryption: blind }), 'an open one', kes],
    ['a list that failed', closed({ encryption: { kind: 'failed', why: 'x' } }), 'a good one', kes],
    ['no tool for it', closed({ encryption: { kind: 'unavailable', why: 'x' } }), 'a tool', kes],
    [
      'a list with a gap',
      closed({ encryption: okReading([], [{ source: 'D:', kind: 'denied', why: 'no' }]) }),
      'without',
      kes,
    ],
    ['drivers that stayed closed', closed({ kernelModules: blind }), 'open', kes],
    [
      'an unknown edition',
      closed({ encryption: blind }, { products: ['endpoint-unknown'] }),
      'a home product',
      closed({ encryption: blind }, { products: ['consumer-kis'] }),
    ],
    [
      'the older product',
      closed({ encryption: blind }, { products: ['business-kes-win-old'] }),
      'the agent alone',
      closed({ encryption: blind }, { products: ['mgmt-nagent-win'] }),
    ],
    [
      'encrypted by nobody knows whom',
      volume({ method: 'unknown' }),
      'by BitLocker',
      volume({ method: 'bitlocker' }),
    ],
  ]),
  ...all({ id: 'fle', level: 'confirm', state: 'could-not-check' }, [
    ['a closed list', closed({ encryption: blind }), 'an open one', kes],
    ['services that failed', closed({ services: { kind: 'failed', why: 'x' } }), 'read', kes],
  ]),
  ...all({ id: 'bitlocker-managed', level: 'confirm' }, [
    [
      'key kept by Kaspersky',
      volume({ method: 'bitlocker', managedBy: 'kaspersky' }),
      'kept by the person',
      volume({ method: 'bitlocker', managedBy: 'user' }),
    ],
    [
      'not yet decrypted',
      volume({ method: 'bitlocker', managedBy: 'kaspersky', state: 'decrypting' }),
      'decrypted',
      volume({ method: 'bitlocker', managedBy: 'kaspersky', ...decrypted }),
    ],
  ]),
  ...all({ id: 'removable-encryption', level: 'confirm' }, [
    ['drives that nobody sees', kes, 'a home product', { products: ['consumer-kis'] }],
    [
      'an unknown edition',
      { products: ['endpoint-unknown'] },
      'the agent alone',
      { products: ['mgmt-nagent-win'] },
    ],
  ]),
];
