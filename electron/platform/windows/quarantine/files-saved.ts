import { z } from 'zod';
import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import type { CopyGap, LeftoverOf } from '../../../core/model/leftover.ts';
import { entrySchema } from './entry-record.ts';
import type { Drives, HeldEntry } from './held-entry.ts';
import { ancestorsSchema } from './open-place.ts';

export type FilesItem = LeftoverOf<'files'>;

/** What has to come back of files and folders. */
export const savedFilesSchema = z.object({
  entries: z.array(entrySchema).min(1),
  ancestors: ancestorsSchema,
  /** The vendor's folder around it, whose times change when something is taken out of it. */
  around: entrySchema.optional(),
  /** `move`: in one step, with everything. `copy`: it lies on another volume than the quarantine. */
  way: z.enum(['move', 'copy']),
});
export type SavedFiles = z.infer<typeof savedFilesSchema>;

export interface FilesKeeperParts {
  readonly drives: Drives;
  /** The path of the folder of the run on its drive, from the one under which this process reaches it. */
  readonly onDrive: (local: string) => string;
  /** Where runs are kept, to tell what lies on its volume. */
  readonly quarantineFolder: string;
}

export const keptName = 'kept';

/** Where an item is and where it goes, both held. */
export interface Spot {
  readonly parent: HeldEntry;
  readonly name: string;
  readonly quarantine: HeldEntry;
}

/** How it stands in the journal and the report. */
export const setAside = (item: FilesItem, saved: SavedFiles): LeftoverEnd => {
  const gaps = gapsOf(saved);
  return {
    kind: 'set-aside',
    done: {
      what: item.path,
      kind: 'files',
      ...(item.productId === undefined ? {} : { productId: item.productId }),
      entries: saved.entries.length,
      bytes: saved.entries.reduce((sum, { size, streams }) => sum + size + bytesIn(streams), 0),
      ...(gaps.length === 0 ? {} : { gaps }),
    },
  };
};

const bytesIn = (streams: SavedFiles['entries'][number]['streams']): number =>
  (streams ?? []).reduce((sum, { size }) => sum + size, 0);

/** What moves keeps everything; of a copy only what could be told is the same. */
const gapsOf = ({ entries, way }: SavedFiles): CopyGap[] => {
  if (way === 'move') return [];
  const isUntold = entries.some(({ type, streams }) => type === 'file' && streams === undefined);
  const isUnseen = entries.some(({ security }) => !security.isAudited);
  return [
    ...(isUntold ? (['attributes-unknown'] as const) : []),
    ...(isUnseen ? (['audit-unknown'] as const) : []),
  ];
};
