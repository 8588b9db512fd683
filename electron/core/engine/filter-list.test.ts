import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEntryBack, withoutEntry } from './filter-list.ts';

const keyboard = ['kbdclass', 'klkbdflt.KES-21-9', 'SynTP'];
const saved = { before: keyboard, entry: 'klkbdflt.KES-21-9' };
const whole = { hasService: true, hasFile: true };

describe('a list of device filters', () => {
  test('loses one entry, whatever its case, and keeps the order of the others', () => {
    expect(withoutEntry(keyboard, 'KLKBDFLT.kes-21-9')).toEqual(['kbdclass', 'SynTP']);
    expect(withoutEntry(keyboard, 'klkbdflt')).toEqual(keyboard);
  });

  test('gets it back at its own place', () => {
    expect(withEntryBack(saved, ['kbdclass', 'SynTP'], [], whole)).toEqual({ kind: 'write', list: keyboard });
  });

  test.each([
    [{ hasService: false, hasFile: true }],
    [{ hasService: true, hasFile: false }],
    [{ hasService: false, hasFile: false }],
  ])('never gets an entry back whose driver could not load: %j', (driver) => {
    expect(withEntryBack(saved, ['kbdclass', 'SynTP'], [], driver)).toEqual({
      kind: 'stays-out',
      why: 'driver-gone',
    });
  });

  test.each([[['kbdclass']], [['SynTP', 'kbdclass']], [['kbdclass', 'other', 'SynTP']], [[]]])(
    'is left as it is when somebody changed it meanwhile: %j',
    (now) => {
      expect(withEntryBack(saved, now, [], whole)).toEqual({ kind: 'stays-out', why: 'list-changed' });
    },
  );

  test('is not written twice', () => {
    expect(withEntryBack(saved, keyboard, [], whole)).toEqual({ kind: 'nothing-to-do' });
  });

  test('loses any number of ours and gets them back in the reverse order as it was', () => {
    const name = fc.constantFrom('kbdclass', 'SynTP', 'klkbdflt', 'klkbdflt2', 'klmouflt', 'klif.KES-21-9');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (before) => {
        const ours = before.filter((entry) => entry.startsWith('kl'));
        const notes = ours.map((entry, at) => ({
          entry,
          before: before.filter((each) => !ours.slice(0, at).includes(each)),
        }));
        let now: readonly string[] = before;
        for (const { entry } of notes) now = withoutEntry(now, entry);
        expect(now).toEqual(before.filter((entry) => !ours.includes(entry)));
        for (const [at, note] of [...notes.entries()].toReversed()) {
          const back = withEntryBack(note, now, ours.slice(0, at), whole);
          if (back.kind !== 'write') throw new Error(back.kind);
          now = back.list;
        }
        expect(now).toEqual(before);
      }),
    );
  });
});
