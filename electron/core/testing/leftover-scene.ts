import { catalogue } from '../catalogue/index.ts';
import { detect } from '../engine/detect.ts';
import type { LeftoverScene } from '../engine/leftover-scene.ts';
import { planLeftovers } from '../engine/leftovers.ts';
import type { LeftoverItem } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type { Row } from '../model/tables.ts';
import { debianSnapshot } from './hosts.ts';

export type Rows = NonNullable<Parameters<typeof debianSnapshot>[0]>;

export const folder = (path: string): Row<'files'> => ({ path, kind: 'folder' });
export const file = (path: string): Row<'files'> => ({ path, kind: 'file' });

/** A Debian computer with these rows, looked at after a removal. */
export const sceneOf = (rows: Rows, more: Partial<LeftoverScene> = {}): LeftoverScene => {
  const snapshot = debianSnapshot(rows);
  return {
    catalogue,
    snapshot,
    findings: detect(catalogue, snapshot),
    accepted: [],
    own: ['/var/lib/removal-assistant'],
    stays: new Map(),
    ...more,
  };
};

export const told = (item: LeftoverItem): string => `${item.kind} ${whatOf(item)}`;

/** The plan in short words: `files /opt/kaspersky/x`, and `/path: reason` for what stays. */
export const planOf = (rows: Rows, more: Partial<LeftoverScene> = {}) => {
  const { items, left } = planLeftovers(sceneOf(rows, more));
  return { items: items.map(told), left: left.map(({ what, why }) => `${what}: ${why}`) };
};

export const keslTree: readonly Row<'files'>[] = [
  folder('/var/opt/kaspersky'),
  folder('/var/opt/kaspersky/kesl'),
  folder('/var/opt/kaspersky/kesl/common'),
  file('/var/opt/kaspersky/kesl/common/kesl.ini'),
  folder('/var/opt/kaspersky/kesl/common/objects-backup'),
];
