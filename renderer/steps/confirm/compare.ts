import type { Look, Surface } from '../../../electron/core/model/report.ts';

export type PlaceResult =
  | { readonly kind: 'gone' | 'nothing' | 'nothing-now' | 'could-not' | 'partly' | 'not-here' }
  | { readonly kind: 'left-over' | 'still-there'; readonly signs: number };

export interface ComparedPlace {
  readonly table: string;
  /** Signs of Kaspersky; undefined when that look could not look there. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly result: PlaceResult;
}

/** Both looks side by side, in the order of the first; a place that only one look knows is kept. */
export const comparePlaces = (before: Look, after: Look): readonly ComparedPlace[] => {
  const tables = [...new Set([...before.surfaces, ...after.surfaces].map((surface) => surface.table))];
  return tables.map((table) => {
    const first = before.surfaces.find((surface) => surface.table === table);
    const second = after.surfaces.find((surface) => surface.table === table);
    return {
      table,
      before: signsOf(first),
      after: signsOf(second),
      result: resultOf(first, second, installedSigns(after, table)),
    };
  });
};

const signsOf = (surface: Surface | undefined): number | undefined =>
  surface?.kind === 'ok' ? surface.signs : undefined;

/** Signs of products that still work are no leftovers. */
const installedSigns = (look: Look, table: string): number =>
  look.detections
    .filter((detection) => detection.status !== 'leftovers')
    .flatMap((detection) => detection.evidence)
    .filter((evidence) => evidence.table === table).length;

const resultOf = (
  before: Surface | undefined,
  after: Surface | undefined,
  stillInstalled: number,
): PlaceResult => {
  if (after === undefined) return { kind: 'could-not' };
  if (after.kind === 'not-applicable') return { kind: 'not-here' };
  if (after.kind !== 'ok') return { kind: 'could-not' };
  if (after.signs > 0)
    return stillInstalled > 0
      ? { kind: 'still-there', signs: after.signs }
      : { kind: 'left-over', signs: after.signs };
  // "Gone" is said only of what was looked at whole.
  if (after.gaps > 0) return { kind: 'partly' };
  if (before?.kind !== 'ok') return { kind: 'nothing-now' };
  return before.signs > 0 ? { kind: 'gone' } : { kind: 'nothing' };
};
