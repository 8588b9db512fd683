import type { z } from 'zod';
import type { LeftoverItem, LeftoverKind } from '../../../core/model/leftover.ts';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { Survey, SurveyDepth } from '../../../core/ports.ts';

/** The place of one item in the quarantine of its run. */
export interface Place {
  readonly run: string;
  readonly number: number;
  /** A folder that exists and is ours alone. */
  readonly folder: string;
}

/** What a closer look saw, with what has to be written down before the item is touched. */
export type SurveyedAs<Saved extends object> =
  (Extract<Survey, { kind: 'ready' }> & { readonly saved: Saved }) | Exclude<Survey, { kind: 'ready' }>;
export type Surveyed = SurveyedAs<object>;

/** When a folder of the vendor's was changed and read, before anything was taken out of it. Nanoseconds, as text. */
export interface FolderTimes {
  readonly path: string;
  readonly modified: string;
  readonly read: string;
  /** The folder that this is told of; another one in its place has times of its own. */
  readonly device: string;
  readonly number: string;
}

/** What can be done with an item of which something was written down. */
export interface Handling {
  setAside(place: Place): Promise<LeftoverEnd>;
  settle(place: Place): Promise<LeftoverEnd>;
  putBack(place: Place): Promise<RestoreEnd>;
  /** The folder whose times changed when this was taken, as it was before. */
  readonly around?: FolderTimes | undefined;
}

/** Takes and gives back one kind of item. */
export interface Keeper {
  readonly kind: LeftoverKind;
  survey(items: readonly LeftoverItem[], depth: SurveyDepth): Promise<readonly Surveyed[]>;
  /** Undefined: what was written down is not of this kind. */
  handle(item: LeftoverItem, saved: unknown): Handling | undefined;
}

/** A keeper over the shape of what it writes down, which is checked when it is read back. */
export const keeperOf = <Item extends LeftoverItem, Saved extends object>(parts: {
  readonly kind: Item['kind'];
  readonly isOf: (item: LeftoverItem) => item is Item;
  readonly saved: z.ZodType<Saved>;
  readonly survey: (items: readonly Item[], depth: SurveyDepth) => Promise<readonly SurveyedAs<Saved>[]>;
  readonly handle: (item: Item, saved: Saved) => Handling;
}): Keeper => ({
  kind: parts.kind,
  survey: async (items, depth) => {
    const own = items.filter(parts.isOf);
    if (own.length !== items.length) throw new Error(`a keeper of ${parts.kind} was given something else`);
    return parts.survey(own, depth);
  },
  handle: (item, saved) => {
    const parsed = parts.saved.safeParse(saved);
    return parsed.success && parts.isOf(item) ? parts.handle(item, parsed.data) : undefined;
  },
});
