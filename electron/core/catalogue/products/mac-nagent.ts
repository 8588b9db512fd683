import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

const logs = ['/Library/Logs/klnagent_trace.log'];

/** The administration agent. It can install the product again, so it goes last. */
export const macNagent: Product = {
  id: 'mac-nagent',
  name: 'Kaspersky Security Center Network Agent for Mac',
  family: 'management',
  role: 'removable',
  systems: ['macos'],
  signatures: [
    ...appSignatures({
      names: /^(?:Kaspersky (?:Security Center )?Network Agent|klnagent)(?: for Mac)?(?:\.app)?$/i,
      bundles: /^com\.kaspersky\.klnagent(?:[._-][a-z0-9._-]+)?$/i,
      paths: ['/Applications/Kaspersky Network Agent.app'],
    }),
    {
      table: 'processes',
      weight: 'proof',
      reason: 'process-path',
      match: { path: { vendorPath: /^klnagent\// } },
    },
    {
      table: 'launchItems',
      weight: 'proof',
      reason: 'launch-item',
      match: { program: { vendorPath: /^klnagent\// } },
    },
    {
      table: 'processes',
      weight: 'hint',
      reason: 'short-name',
      match: { name: { is: ['klnagent', 'klnagchk'] }, path: { absent: true } },
    },
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-folder',
      match: { path: { vendorPath: /^klnagent(?:_conf)?(?:\/|$)/ } },
    },
    { table: 'files', weight: 'trace', reason: 'own-file', match: { path: { under: logs } } },
  ],
  routes: [
    {
      system: 'macos',
      kind: 'vendor-script',
      path: '/Library/Application Support/Kaspersky Lab/klnagent/Binaries/UninstallScript',
      phase: 'agent',
    },
    { system: 'macos', kind: 'guided', phase: 'agent' },
  ],
  residue: [
    '/Library/Application Support/Kaspersky Lab/klnagent',
    '/Library/Application Support/Kaspersky Lab/klnagent_conf',
    ...logs,
  ],
  hazards: ['macos-shared-folder'],
  sources: [
    'a public deployment script that tests for the agent’s receipt',
    'the vendor’s support data collector',
  ],
  confidence: 'observed-in-logs',
};
