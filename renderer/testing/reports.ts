import type { Detection } from '../../electron/core/model/detection.ts';
import type { Evidence } from '../../electron/core/model/evidence.ts';
import type { HazardFinding } from '../../electron/core/model/hazard.ts';
import type { Host } from '../../electron/core/model/host.ts';
import type { Action } from '../../electron/core/model/plan.ts';
import type { Look, Report, Surface } from '../../electron/core/model/report.ts';

/** Reports of a made-up Debian computer, for tests. */

export const host: Host = {
  os: 'linux',
  version: 'Debian GNU/Linux 12',
  arch: 'x64',
  elevated: true,
  name: 'desk-14',
};

export const packageRow = (name: string, version: string): Evidence => ({
  table: 'packages',
  row: { name, version, publisher: 'AO Kaspersky Lab', manager: 'dpkg', state: 'installed' },
  reason: 'package-name-and-vendor',
});

export const fileRow = (path: string): Evidence => ({
  table: 'files',
  row: { path, kind: 'folder' },
  reason: 'own-folder',
});

export const kesl: Detection = {
  productId: 'linux-kesl',
  name: 'Kaspersky Endpoint Security for Linux',
  version: '12.1.0',
  status: 'installed',
  confidence: 'proven',
  evidence: [packageRow('kesl', '12.1.0'), fileRow('/opt/kaspersky/kesl')],
};

export const agent: Detection = {
  productId: 'linux-nagent',
  name: 'Kaspersky Security Center Network Agent',
  version: '15.1.0',
  status: 'installed',
  confidence: 'proven',
  evidence: [packageRow('klnagent64', '15.1.0')],
};

export const leftover: Detection = {
  productId: 'linux-klms',
  name: 'Kaspersky Security for Linux Mail Server',
  status: 'leftovers',
  confidence: 'likely',
  evidence: [fileRow('/var/log/kaspersky/klms')],
};

export const action = (productId: string, name: string): Action => ({
  id: `${productId}:dpkg:${name}`,
  productId,
  kind: 'remove-package',
  phase: 'product',
  title: `Remove ${name}`,
  needsElevation: true,
  manager: 'dpkg',
  package: name,
});

export const redeploy: HazardFinding = {
  id: 'managed-redeploy',
  level: 'confirm',
  state: 'present',
  productIds: ['linux-kesl'],
  evidence: [packageRow('klnagent64', '15.1.0')],
};

export const lowDisk: HazardFinding = {
  id: 'low-disk',
  level: 'confirm',
  state: 'present',
  productIds: ['linux-kesl'],
  evidence: [],
};

export const legal: HazardFinding = {
  id: 'legal-scope',
  level: 'inform',
  state: 'present',
  productIds: ['linux-kesl'],
  evidence: [],
};

export const mailFlow: HazardFinding = {
  id: 'mail-flow',
  level: 'stop',
  state: 'present',
  productIds: ['linux-kesl'],
  evidence: [],
};

export const surface = (table: string, signs: number, part: Partial<Surface> = {}): Surface => ({
  table,
  kind: 'ok',
  looked: 100,
  signs,
  gaps: 0,
  ...part,
});

export const look = (surfaces: readonly Surface[], detections: readonly Detection[] = []): Look => ({
  takenAt: '2026-03-02T10:42:00.000Z',
  surfaces: [...surfaces],
  detections: [...detections],
  unattributed: [],
});

export const report = (part: Partial<Report> = {}): Report => ({
  schema: 'removal-assistant/report/1',
  createdAt: '2026-03-02T10:42:00.000Z',
  tool: { name: 'Removal Assistant', version: '0.1.0', catalogue: '1' },
  host,
  verdict: 'clean',
  detections: [],
  unattributed: [],
  hazards: [],
  unchecked: [],
  surfaces: [],
  plan: { actions: [], blockedBy: [] },
  sha256: '0'.repeat(64),
  ...part,
});

/** Two products and a leftover are here. */
export const foundReport = (part: Partial<Report> = {}): Report =>
  report({
    verdict: 'found',
    detections: [kesl, agent, leftover],
    surfaces: [surface('packages', 2), surface('files', 2)],
    ...part,
  });

/** The plan for both products, with something to do first and something to know. */
export const planReport = (part: Partial<Report> = {}): Report =>
  foundReport({
    hazards: [redeploy, legal],
    plan: {
      actions: [action('linux-kesl', 'kesl'), action('linux-nagent', 'klnagent64')],
      blockedBy: ['managed-redeploy'],
    },
    ...part,
  });
