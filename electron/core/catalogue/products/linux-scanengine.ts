import type { Product } from '../../model/product.ts';
import { fileTraces, folderTraces, processSignatures, unitSignatures } from '../signatures.ts';

const folders = ['/opt/kaspersky/ScanEngine'];
const files = ['/etc/kavhttpd.xml', '/etc/kavicapd.xml', '/etc/klScanEngineUI.xml'];

/** A component that developers build into their own services; it is not packaged. Reported, never removed. */
export const linuxScanengine: Product = {
  id: 'linux-scanengine',
  name: 'Kaspersky Scan Engine',
  family: 'server',
  role: 'report-only',
  systems: ['linux'],
  signatures: [
    ...unitSignatures({ names: ['kavhttpd', 'kavicapd', 'klScanEngineUI'] }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files),
  ],
  routes: [],
  residue: [...folders, ...files],
  hazards: ['server-role'],
  sources: ['the vendor’s support data collector'],
  confidence: 'observed-in-logs',
};
