import type { JournalEntry, LeftoverEnd, RestoreEnd } from '../engine/journal.ts';
import type { LeftoverItem } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type { Row } from '../model/tables.ts';
import { fail, ok } from '../model/result.ts';
import type { Journal, Quarantine, QuarantineRecord, StayingPart, Survey } from '../ports.ts';

/** A quarantine in memory, which writes down in one list what happens and what the journal says of it. */
export class LeftoverWorld {
  readonly log: string[] = [];
  readonly entries: JournalEntry[] = [];
  readonly taken = new Set<string>();
  /** What lay at a place of the quarantine, for a computer that shows it again when it is put back. */
  readonly rows = new Map<number, readonly Row<'files'>[]>();
  /** What a closer look says of an item, by what it is called. */
  readonly surveys = new Map<string, Survey>();
  readonly ends = new Map<string, LeftoverEnd>();
  readonly restores = new Map<string, RestoreEnd>();
  /** Which append to the journal fails, counted from 0. */
  failingAppend: number | undefined;
  recordFails = false;
  damaged: string | undefined;
  cancellation = { aborted: false };
  clock = { now: () => '2026-11-26T10:00:00.000Z' };

  readonly journal: Journal = {
    append: async (entry) => {
      if (this.entries.length === this.failingAppend) {
        this.failingAppend = undefined;
        return fail('journal-unwritable', { path: 'x', why: 'the disk is full' });
      }
      this.entries.push(entry);
      this.log.push(entry.kind);
      return ok(true);
    },
    close: async () => undefined,
  };

  readonly quarantine: Quarantine = {
    survey: async (items) =>
      items.map((item) => this.surveys.get(whatOf(item)) ?? { kind: 'ready', entries: [] }),
    record: async (number, item) => {
      if (this.recordFails) return fail('file-unwritable', { path: 'x', why: 'the disk is full' });
      this.log.push(`note ${whatOf(item)}`);
      return ok({ number, item, sha256: String(number) });
    },
    setAside: async ({ item }) => this.take(item),
    settle: async ({ item }) => this.take(item),
    check: async () =>
      this.damaged === undefined ? ok(true) : fail('quarantine-damaged', { run: 'x', why: this.damaged }),
    putBack: async ({ item }) => {
      const end = this.restores.get(whatOf(item)) ?? { kind: 'restored' };
      this.log.push(`put back ${whatOf(item)}`);
      if (end.kind === 'restored') this.taken.delete(whatOf(item));
      return end;
    },
    finish: async (records: readonly QuarantineRecord[]) =>
      void this.log.push(`finish ${String(records.length)}`),
  };

  stays(what: string, ...parts: readonly StayingPart[]): void {
    this.surveys.set(what, { kind: 'stays', parts });
  }

  private take(item: LeftoverItem): LeftoverEnd {
    const end = this.ends.get(whatOf(item)) ?? {
      kind: 'set-aside',
      done: { what: whatOf(item), kind: item.kind },
    };
    this.log.push(`take ${whatOf(item)}`);
    if (end.kind === 'set-aside') this.taken.add(whatOf(item));
    return end;
  }
}
