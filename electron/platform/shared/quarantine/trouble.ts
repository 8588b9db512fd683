import type { KeptReason, LeftReason } from '../../../core/model/leftover.ts';
import { keptReasons } from '../../../core/model/leftover.ts';
import { codeOf, isMissing, whyOf } from '../why.ts';

/** Something that must not be touched as it is now. Thrown in the depth of a tree, told at its top. */
export class Obstacle extends Error {
  readonly why: LeftReason;
  constructor(why: LeftReason, path: string) {
    super(path);
    this.why = why;
  }
}

const full: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

/** Why something could not be taken, from whatever was thrown. */
export const leftReasonOf = (error: unknown): { readonly why: LeftReason; readonly detail: string } => {
  if (error instanceof Obstacle) return { why: error.why, detail: error.message };
  // What was there a moment ago is not there any more.
  if (isMissing(error)) return { why: 'changed', detail: whyOf(error) };
  return { why: told(codeOf(error)), detail: whyOf(error) };
};

const told = (code: string | undefined): LeftReason => {
  if (code === 'EBUSY') return 'busy';
  if (code === 'ELOOP') return 'link-in-path';
  return full.has(code) ? 'no-space' : 'refused-by-system';
};

/** Why something could not be put back. */
export const keptReasonOf = (error: unknown): { readonly why: KeptReason; readonly detail: string } => {
  if (error instanceof Obstacle) {
    const why = keptReasons.find((reason) => reason === error.why) ?? 'refused-by-system';
    return { why, detail: error.message };
  }
  if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTEMPTY')
    return { why: 'occupied', detail: whyOf(error) };
  if (codeOf(error) === 'ELOOP') return { why: 'link-in-path', detail: whyOf(error) };
  return { why: full.has(codeOf(error)) ? 'no-space' : 'refused-by-system', detail: whyOf(error) };
};
