import type { SharedArtefacts } from '../../model/product.ts';
import { certificateTraces, packageSourceTraces } from '../vendor-traces.ts';

/**
 * What any product for Linux may leave and none signs with its name: a root certificate in the machine's trust store
 * (inferred from the one on Windows) and a package source that would bring the product back.
 */
export const linuxShared: SharedArtefacts = {
  id: 'linux-shared',
  systems: ['linux'],
  members: [
    'linux-kesl',
    'linux-kics',
    'linux-kess',
    'linux-lena',
    'linux-nagent',
    'linux-klms',
    'linux-ksc',
    'linux-scanengine',
    'linux-other',
  ],
  signatures: [...certificateTraces, ...packageSourceTraces],
};
