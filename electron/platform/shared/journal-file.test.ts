import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/engine/journal.ts';
import { journalName, openJournal, parseJournal, readJournal } from './journal-file.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'journal-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const started = (id: string): JournalEntry => ({
  kind: 'action-started',
  at: '2026-11-23T21:05:12.000Z',
  id,
});
const entries = fc.array(fc.string({ unit: 'binary', maxLength: 12 }).map(started), { maxLength: 8 });
const written = (list: readonly JournalEntry[]): Buffer =>
  Buffer.from(list.map((entry) => `${JSON.stringify(entry)}\n`).join(''));

describe('a journal', () => {
  it('gives back what was appended, in order, also when nobody waited between', async () => {
    const journal = await openJournal(folder);
    const results = await Promise.all(['a', 'b', 'ä\n'].map((id) => journal.append(started(id))));
    await journal.close();
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await readJournal(folder)).toMatchObject({
      ok: true,
      value: { entries: ['a', 'b', 'ä\n'].map(started), torn: false },
    });
  });

  it('cut off at any byte gives every whole entry, and says whether one was lost', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, cut) => {
        const whole = written(list);
        const length = cut % (whole.length + 1);
        const stored = parseJournal(whole.subarray(0, length));
        if (typeof stored === 'number') throw new Error(`damaged line ${String(stored)}`);
        const ends = [...whole.subarray(0, length)].filter((byte) => byte === 0x0a).length;
        expect(stored.entries).toEqual(list.slice(0, ends));
        expect(stored.wholeBytes).toBe(written(list.slice(0, ends)).length);
        expect(stored.torn).toBe(stored.wholeBytes !== length);
      }),
      { numRuns: 500 },
    );
  });

  it('whose last block never reached the disk ends in zeros, which is torn too', () => {
    const stored = parseJournal(Buffer.concat([written([started('a')]), Buffer.alloc(40)]));
    expect(stored).toMatchObject({ entries: [started('a')], torn: true });
  });

  it('goes on after a torn line without growing onto it', async () => {
    const first = await openJournal(folder);
    await first.append(started('a'));
    await first.close();
    appendFileSync(join(folder, journalName), '{"kind":"action-st');
    const stored = await readJournal(folder);
    if (!stored.ok) throw new Error(stored.problem.code);
    expect(stored.value.torn).toBe(true);
    const second = await openJournal(folder, stored.value.wholeBytes);
    await second.append(started('b'));
    await second.close();
    expect(await readJournal(folder)).toMatchObject({
      value: { entries: [started('a'), started('b')], torn: false },
    });
  });

  it('that is damaged in the middle is a problem that names the line', async () => {
    writeFileSync(
      join(folder, journalName),
      `${JSON.stringify(started('a'))}\n{"kind":\n${JSON.stringify(started('b'))}\n`,
    );
    expect(await readJournal(folder)).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable', values: { why: 'line 2 is damaged' } },
    });
  });

  it('is never begun over an existing one, nor through a link', async () => {
    await (await openJournal(folder)).close();
    await expect(openJournal(folder)).rejects.toMatchObject({ code: 'EEXIST' });
    rmSync(join(folder, journalName));
    writeFileSync(join(folder, 'precious'), 'x');
    symlinkSync(join(folder, 'precious'), join(folder, journalName));
    await expect(openJournal(folder, 0)).rejects.toMatchObject({ code: 'ELOOP' });
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('x');
  });

  it.runIf(process.platform === 'linux')('on a full disk says so at the append', async () => {
    symlinkSync('/dev/full', join(folder, 'full'));
    const journal = await openJournal(folder);
    await journal.close();
    // Closed under its feet: the nearest to a dying disk that a test can have.
    expect(await journal.append(started('a'))).toMatchObject({
      ok: false,
      problem: { code: 'journal-unwritable' },
    });
  });
});
