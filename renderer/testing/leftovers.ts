import type { Action } from '../../electron/core/model/plan.ts';
import type { HazardFinding } from '../../electron/core/model/hazard.ts';
import type { LeftoverItem } from '../../electron/core/model/leftover.ts';
import type { Report } from '../../electron/core/model/report.ts';
import { fileRow, kesl, leftover, planReport, report } from './reports.ts';

const files = (productId: string, path: string): LeftoverItem => ({
  id: `files:${path}`,
  kind: 'files',
  path,
  root: path,
  productId,
});

export const data = files('linux-kesl', '/var/opt/kaspersky/kesl');
export const logs = files('linux-klms', '/var/log/kaspersky/klms');

/** Both products are gone; data of one that is proven and logs of one that is only likely are left, and one thing stays. */
export const cleanableReport = (part: Partial<Report> = {}): Report =>
  report({
    verdict: 'removed',
    detections: [{ ...kesl, status: 'leftovers', evidence: [fileRow('/var/opt/kaspersky/kesl')] }, leftover],
    run: { id: 'run-1', startedAt: '2026-03-02T10:43:00.000Z', actions: [], accepted: [] },
    remaining: {
      items: [
        { item: data, entries: 12, bytes: 38_000_000 },
        { item: logs, entries: 2, bytes: 2_000 },
      ],
      left: [
        { what: '/etc/apt/sources.list.d/kaspersky.list', why: 'package-source' },
        { what: '/var/opt/kaspersky/kesl/objects-backup', why: 'personal-data', detail: 'quarantine' },
      ],
    },
    ...part,
  });

/** The same once its data lies in the quarantine. */
export const cleanedReport = (): Report =>
  cleanableReport({
    detections: [leftover],
    run: {
      id: 'run-1',
      startedAt: '2026-03-02T10:43:00.000Z',
      actions: [],
      accepted: [],
      leftovers: {
        setAside: [{ what: '/var/opt/kaspersky/kesl', kind: 'files', entries: 12, bytes: 38_000_000 }],
        left: [],
        finished: true,
      },
    },
    remaining: { items: [{ item: logs }], left: [] },
  });

export const protectedProduct: HazardFinding = {
  id: 'password-protection',
  level: 'inform',
  state: 'present',
  productIds: ['linux-kesl'],
  evidence: [],
};

/** A plan whose product asks for a password. */
export const askingReport = (part: Partial<Report> = {}): Report => {
  const action: Action = {
    id: 'linux-kesl:msi',
    productId: 'linux-kesl',
    kind: 'run-msi',
    phase: 'product',
    title: 'Remove',
    needsElevation: true,
    productCode: '{00000000-0000-0000-0000-000000000000}',
    password: 'KLLOGIN+KLPASSWD',
  };
  return planReport({
    hazards: [protectedProduct],
    plan: { actions: [action], blockedBy: [] },
    ...part,
  });
};
