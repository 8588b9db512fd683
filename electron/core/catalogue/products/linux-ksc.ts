import type { Product } from '../../model/product.ts';
import {
  accountTraces,
  fileTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = [
  '/opt/kaspersky/ksc64',
  '/opt/kaspersky/ksc',
  '/var/opt/kaspersky/klnagent_srv',
  '/var/opt/kaspersky/ksc-web-console',
  '/var/lib/ksc-web-console',
];
const files = ['/etc/ksc-web-console-setup.json', '/etc/systemd/system/kladminserver_srv.service.d'];

/** Serves other computers; its accounts and databases are the administrator's. Reported, never removed. */
export const linuxKsc: Product = {
  id: 'linux-ksc',
  name: 'Kaspersky Security Center Linux',
  family: 'management',
  role: 'report-only',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['ksc64', 'ksc-web-console'] }),
    ...unitSignatures(
      {
        names: [
          'kladminserver_srv',
          'klnagent_srv',
          'klwebsrv_srv',
          'kliam_srv',
          'klactprx_srv',
          'klcssnmp_srv',
          'KSCWebConsole',
          'KSCSvcWebConsole',
          'KSCWebConsolePlugin',
          'KSCWebConsoleManagement',
          'KSCWebConsoleNATS',
        ],
      },
      folders,
    ),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files),
    ...accountTraces('group', { names: ['kladmins'] }),
    ...accountTraces('user', { names: ['ksc'], common: true }),
  ],
  routes: [],
  residue: [...folders, ...files],
  hazards: ['server-role'],
  sources: ['Kaspersky Security Center Linux online help', 'public inventories'],
  confidence: 'observed-in-logs',
};
