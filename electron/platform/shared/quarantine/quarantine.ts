import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { whatOf } from '../../../core/model/leftover.ts';
import type { Result } from '../../../core/model/result.ts';
import { fail, ok } from '../../../core/model/result.ts';
import type { Quarantine, QuarantineRecord, Survey } from '../../../core/ports.ts';
import type { FolderTimes, Handling, Keeper, Surveyed } from './keeper.ts';
import { placeIn, readRecord, writeRecord } from './records.ts';

export interface QuarantineParts {
  readonly run: string;
  /** The folder of the run. It exists and is ours alone. */
  readonly folder: string;
  /** What can take and give back each kind of item here. */
  readonly keepers: readonly Keeper[];
  /** Gives folders their times back. */
  readonly giveTimesBack: (told: readonly FolderTimes[], remade: ReadonlySet<string>) => Promise<void>;
  /** Tells the system that these are gone or back. */
  readonly tell?: (items: readonly LeftoverItem[]) => Promise<void>;
}

/** The quarantine in the folder of one run: a numbered place an item, with its record and what was taken. */
export const quarantineIn = ({ run, folder, keepers, giveTimesBack, tell }: QuarantineParts): Quarantine => {
  const surveyed = new Map<string, object>();
  const touched: LeftoverItem[] = [];
  const keeperOf = ({ kind }: LeftoverItem): Keeper | undefined =>
    keepers.find((keeper) => keeper.kind === kind);
  const handlingOf = async (record: QuarantineRecord): Promise<Handling | string> => {
    const read = await readRecord(await placeIn(folder, run, record.number), record.sha256);
    if ('why' in read) return read.why;
    const handling = keeperOf(read.record.item)?.handle(read.record.item, read.record.saved);
    return handling ?? `record ${String(record.number)} is of a kind that is not known here`;
  };
  const doing = async <End>(
    record: QuarantineRecord,
    failed: (why: string) => End,
    work: (handling: Handling) => Promise<End>,
  ): Promise<End> => {
    const handling = await handlingOf(record);
    if (typeof handling === 'string') return failed(handling);
    touched.push(record.item);
    return work(handling);
  };
  const left = (detail: string): LeftoverEnd => ({ kind: 'left', why: 'could-not-look', detail });
  const kept = (detail: string): RestoreEnd => ({ kind: 'kept', why: 'damaged', detail });
  return {
    survey: async (items, depth = 'whole') => {
      const answers = new Map<string, Surveyed>();
      for (const kind of new Set(items.map((item) => item.kind))) {
        const own = items.filter((item) => item.kind === kind);
        const keeper = keepers.find((each) => each.kind === kind);
        const found = keeper === undefined ? own.map(nobody) : await keeper.survey(own, depth);
        for (const [at, item] of own.entries()) answers.set(item.id, found[at] ?? { kind: 'gone' });
      }
      return items.map(({ id }): Survey => {
        const answer = answers.get(id) ?? { kind: 'gone' };
        if (answer.kind !== 'ready') return answer;
        if (depth === 'whole') surveyed.set(id, answer.saved);
        const { entries, bytes } = answer;
        return { kind: 'ready', entries, ...(bytes === undefined ? {} : { bytes }) };
      });
    },
    record: async (number, item): Promise<Result<QuarantineRecord>> => {
      const saved = surveyed.get(item.id);
      if (saved === undefined) throw new Error(`${item.id} was not surveyed`);
      const written = await writeRecord(await placeIn(folder, run, number), item, saved);
      return written.ok ? ok({ number, item, sha256: written.value }) : written;
    },
    setAside: (record) =>
      doing(record, left, async (handling) => handling.setAside(await placeIn(folder, run, record.number))),
    settle: (record) =>
      doing(record, left, async (handling) => handling.settle(await placeIn(folder, run, record.number))),
    check: async (records) => {
      for (const record of records) {
        const handling = await handlingOf(record);
        if (typeof handling === 'string') return fail('quarantine-damaged', { run, why: handling });
      }
      return ok(true);
    },
    putBack: (record) =>
      doing(record, kept, async (handling) => handling.putBack(await placeIn(folder, run, record.number))),
    finish: async (records) => {
      const told: FolderTimes[] = [];
      for (const record of records.toSorted((a, b) => a.number - b.number)) {
        const handling = await handlingOf(record);
        if (typeof handling !== 'string' && handling.around !== undefined) told.push(handling.around);
      }
      const remade = records.flatMap(({ item }) => (item.kind === 'empty-folder' ? [item.path] : []));
      if (told.length > 0) await giveTimesBack(told, new Set(remade));
      if (touched.length > 0) await tell?.(touched);
    },
  };
};

const nobody = (item: LeftoverItem): Surveyed => ({
  kind: 'stays',
  parts: [{ path: whatOf(item), why: 'no-tool' }],
});
