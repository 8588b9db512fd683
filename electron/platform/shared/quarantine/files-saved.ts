import { z } from 'zod';
import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import { ancestorsSchema } from './ancestors.ts';
import type { CopyTools } from './copy-tools.ts';
import type { Entry } from './entries.ts';
import { entrySchema } from './entries.ts';
import type { Folders, HeldFolder } from './held-folders.ts';

export type FilesItem = LeftoverOf<'files'>;

/** What has to come back of files and folders. */
export const savedFilesSchema = z.object({
  entries: z.array(entrySchema).min(1),
  ancestors: ancestorsSchema,
  /** The vendor's folder around it, whose times change when something is taken out of it. */
  around: z
    .object({ device: z.string(), number: z.string(), modified: z.string(), read: z.string() })
    .optional(),
  /** `move`: in one step, with everything. `copy`: it lies on another file system than the quarantine. */
  way: z.enum(['move', 'copy']),
  /** Extended attributes and access lists: they go with the file, are copied, or cannot be told on this computer. */
  attributes: z.enum(['moved', 'copied', 'unknown']),
});
export type SavedFiles = z.infer<typeof savedFilesSchema>;

/** What the package managers look after among these paths; undefined answers that nothing does. */
export type Owners = (
  paths: readonly string[],
) => Promise<
  | { readonly kind: 'ok'; readonly owned: ReadonlyMap<string, string> }
  | { readonly kind: 'failed'; readonly why: string }
>;

export interface FilesKeeperParts {
  readonly folders: Folders;
  /** Opens the quarantine's own folders. */
  readonly ours: Folders;
  /** Undefined: nothing is copied from one file system to another. */
  readonly tools: CopyTools | undefined;
  readonly owners?: Owners;
  /** Where other file systems begin. Throws where that cannot be known. */
  readonly mounts?: () => Promise<(path: string) => boolean>;
  /** Where runs are kept, to tell what lies on its file system. */
  readonly quarantineFolder: string;
}

export const keptName = Buffer.from('kept');

/** Where an item is and where it goes, both held. */
export interface Spot {
  readonly parent: HeldFolder;
  readonly name: Buffer;
  readonly quarantine: HeldFolder;
}

/** How it stands in the journal and the report. */
export const setAside = (item: FilesItem, { entries, attributes }: SavedFiles): LeftoverEnd => ({
  kind: 'set-aside',
  done: {
    what: item.path,
    kind: 'files',
    ...(item.productId === undefined ? {} : { productId: item.productId }),
    entries: entries.length,
    bytes: entries.reduce((sum, { size = 0 }: Entry) => sum + size, 0),
    ...(attributes === 'unknown' ? { gaps: ['attributes-unknown' as const] } : {}),
  },
});
