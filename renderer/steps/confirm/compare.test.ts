import { describe, expect, it } from 'vitest';
import { agent, leftover, look, surface } from '../../testing/reports.ts';
import { comparePlaces } from './compare.ts';

const resultFor = (before: ReturnType<typeof look>, after: ReturnType<typeof look>) =>
  comparePlaces(before, after)[0]?.result;

describe('before and after', () => {
  it('says "gone" where signs were and none are', () => {
    expect(resultFor(look([surface('files', 4)]), look([surface('files', 0)]))).toEqual({ kind: 'gone' });
  });

  it('never says "gone" of a place that the second look could not look at', () => {
    const after = look([surface('files', 0, { kind: 'denied' })]);
    expect(resultFor(look([surface('files', 4)]), after)).toEqual({ kind: 'could-not' });
    expect(comparePlaces(look([surface('files', 4)]), after)[0]?.after).toBeUndefined();
  });

  it('never says "gone" of a place that the second look saw only a part of', () => {
    const after = look([surface('files', 0, { gaps: 1 })]);
    expect(resultFor(look([surface('files', 4)]), after)).toEqual({ kind: 'partly' });
  });

  it('never says "gone" of a place that the second look did not report', () => {
    expect(resultFor(look([surface('files', 4)]), look([]))).toEqual({ kind: 'could-not' });
  });

  it('does not claim "as before" where the first look could not look', () => {
    const before = look([surface('files', 0, { kind: 'failed' })]);
    expect(resultFor(before, look([surface('files', 0)]))).toEqual({ kind: 'nothing-now' });
  });

  it('tells leftovers from a product that still works', () => {
    const before = look([surface('files', 4), surface('packages', 1)]);
    const after = look([surface('files', 1), surface('packages', 1)], [leftover, agent]);
    expect(comparePlaces(before, after).map((place) => place.result)).toEqual([
      { kind: 'left-over', signs: 1 },
      { kind: 'still-there', signs: 1 },
    ]);
  });

  it('says that a place is not on this computer', () => {
    const none = look([surface('units', 0, { kind: 'not-applicable' })]);
    expect(resultFor(none, none)).toEqual({ kind: 'not-here' });
  });
});
