import { z } from 'zod';

/** What can be set aside, in the order in which it is: what holds a driver goes before it, a folder after what is in it. */
export const leftoverKinds = [
  'class-filter',
  'service',
  'registry-branch',
  'empty-key',
  'files',
  'empty-folder',
  'group',
] as const;
export type LeftoverKind = (typeof leftoverKinds)[number];

const common = {
  id: z.string(),
  productId: z.string().optional(),
  /** Items that have to be gone first: a driver stays as long as a device still names it. */
  after: z.array(z.string()).optional(),
};

/** One thing that is set aside whole, or stays. The engine derives it from its own catalogue and a fresh look. */
export const leftoverItemSchema = z.discriminatedUnion('kind', [
  /** `path` and all that is below it; `root` is the place of the vendor that it lies at or below. */
  z.object({ ...common, kind: z.literal('files'), path: z.string(), root: z.string() }),
  /** A folder that products share, once nothing is in it. */
  z.object({ ...common, kind: z.literal('empty-folder'), path: z.string() }),
  /** A group of the machine with nobody in it. */
  z.object({ ...common, kind: z.literal('group'), name: z.string(), gid: z.string() }),
  /** A key of the registry with everything below it. */
  z.object({ ...common, kind: z.literal('registry-branch'), key: z.string() }),
  /** A key that products share, once nothing is in it. */
  z.object({ ...common, kind: z.literal('empty-key'), key: z.string() }),
  /** One name in a list of device filters. */
  z.object({
    ...common,
    kind: z.literal('class-filter'),
    class: z.string(),
    which: z.enum(['upper', 'lower']),
    entry: z.string(),
  }),
  /** The entry of a service or driver whose program is gone. */
  z.object({ ...common, kind: z.literal('service'), name: z.string() }),
]);
export type LeftoverItem = z.infer<typeof leftoverItemSchema>;
export type LeftoverOf<Kind extends LeftoverKind> = Extract<LeftoverItem, { kind: Kind }>;

/** Why something stays where it is. */
export const leftReasons = [
  /** On the list of what is never touched. */
  'protected',
  /** A product that is still here uses it. */
  'in-use',
  /** Data of a server product, which is the administrator's. */
  'server-data',
  /** May hold files or passwords of a person, and nobody agreed to that. */
  'personal-data',
  /** The package manager looks after it. */
  'package-file',
  /** Its name alone does not prove whose it is. */
  'unproven',
  'account-in-use',
  'package-source',
  'certificate',
  /** Of a kind that is only ever told. */
  'reported',
  /** The lists of device filters could not all be read, so no driver is touched. */
  'filters-unknown',
  'filter-listed',
  'changed',
  'link-in-path',
  'others-can-write',
  'mounted',
  'special-file',
  'sparse-file',
  'shared-file',
  'no-space',
  /** A program has it open, or uses it in another way. */
  'busy',
  'not-empty',
  'no-tool',
  'could-not-look',
  'refused-by-system',
  /** It was not there, or not seen, when a person was asked. */
  'not-agreed',
  /** The person wanted it to stay. */
  'declined',
  'cancelled',
  'journal-unwritable',
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Why something was not put back. */
export const keptReasons = [
  /** Something is there now. */
  'occupied',
  'link-in-path',
  'others-can-write',
  /** What lies in the quarantine is not what was set aside. */
  'damaged',
  /** Its driver's service or file is not there: with the entry and without the driver the device would stop. */
  'driver-gone',
  /** The list was changed by somebody else meanwhile. */
  'list-changed',
  'no-space',
  'no-tool',
  'refused-by-system',
  'cancelled',
  'journal-unwritable',
] as const;
export type KeptReason = (typeof keptReasons)[number];

/** What could not be kept of something that did not simply move. */
export const copyGaps = [
  /** Nothing on this computer tells it. */
  'attributes-unknown',
  /** Who is noted down when it is used: this account is not told. */
  'audit-unknown',
] as const;
export type CopyGap = (typeof copyGaps)[number];

export const setAsideSchema = z.object({
  what: z.string(),
  kind: z.enum(leftoverKinds),
  productId: z.string().optional(),
  /** Files and folders, itself included. */
  entries: z.number().optional(),
  bytes: z.number().optional(),
  gaps: z.array(z.enum(copyGaps)).optional(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

export const leftBehindSchema = z.object({
  what: z.string(),
  productId: z.string().optional(),
  why: z.enum(leftReasons),
  /** The exact part or number, in the words of the system. */
  detail: z.string().optional(),
});
export type LeftBehind = z.infer<typeof leftBehindSchema>;

/** What became of the leftovers of a run. */
export const leftoversSchema = z.object({
  setAside: z.array(setAsideSchema),
  left: z.array(leftBehindSchema),
  /** Every one was come to: set aside, or left for a reason. */
  finished: z.boolean(),
});
export type Leftovers = z.infer<typeof leftoversSchema>;

/** What may still be set aside after a run, with its size as far as that is known, and what stays and why. */
export const remainingSchema = z.object({
  items: z.array(
    z.object({
      item: leftoverItemSchema,
      /** Files and folders, itself included. */
      entries: z.number().optional(),
      bytes: z.number().optional(),
    }),
  ),
  left: z.array(leftBehindSchema),
});
export type Remaining = z.infer<typeof remainingSchema>;

/** What a person knows an item by: its path, its key or its name. */
export const whatOf = (item: LeftoverItem): string => {
  switch (item.kind) {
    case 'files':
    case 'empty-folder':
      return item.path;
    case 'registry-branch':
    case 'empty-key':
      return item.key;
    case 'class-filter':
      return `${item.class}, ${item.which}: ${item.entry}`;
    case 'group':
    case 'service':
      return item.name;
  }
};

/** One id a thing, the same at every look. */
export const leftoverId = (kind: LeftoverKind, what: string): string => `${kind}:${what}`;
