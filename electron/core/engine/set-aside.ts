import { comparablePath } from '../catalogue/paths.ts';
import { personalHazardOf } from '../catalogue/personal-data.ts';
import { protectionOf } from '../catalogue/protected.ts';
import type { LeftBehind, LeftoverItem, Leftovers, Remaining, SetAside } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type {
  Cancellation,
  Clock,
  Journal,
  LeftoverNews,
  Quarantine,
  Survey,
  SurveyDepth,
} from '../ports.ts';
import { whyNotAgreed } from './agreed-leftovers.ts';
import type { JournalEntry, LeftoverEnd } from './journal.ts';
import type { LeftoverPlan } from './leftovers.ts';
import { planLeftovers } from './leftovers.ts';
import type { LeftoverScene, Stay } from './leftover-scene.ts';

export type LeftoverProgress =
  | { readonly kind: 'looking-closer' }
  | { readonly kind: 'ended'; readonly item: LeftoverItem; readonly end: LeftoverEnd };

/** The same for whoever only hears of it. */
export const leftoverNews = (progress: LeftoverProgress): LeftoverNews =>
  progress.kind === 'looking-closer'
    ? progress
    : {
        kind: 'set-aside',
        what: whatOf(progress.item),
        ...(progress.end.kind === 'left' ? { why: progress.end.why } : {}),
      };

/** What leftovers are set aside with. */
export interface LeftoverPorts {
  readonly quarantineOf: (runId: string) => Quarantine;
  /** This tool's own folders and files. */
  readonly own: readonly string[];
  readonly onLeftover: (progress: LeftoverProgress) => void;
  /** Somebody can be asked about what is left after a run, so its report tells it. */
  readonly tellsRemaining?: boolean;
}

export interface SetAsidePorts {
  readonly quarantine: Quarantine;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly onLeftover: (progress: LeftoverProgress) => void;
}

/** Splits of an item around what has to stay. More would mean that somebody changes it all the time. */
const mostRounds = 20;

/**
 * Sets the leftovers of one look aside, one after the other, with a journal line before and after each. Nothing more
 * is begun once a line, or the note of what has to come back, could not be written. `numbers`: places of the quarantine
 * that are taken already.
 */
export const setLeftoversAside = async (
  ports: SetAsidePorts,
  journal: Journal,
  scene: LeftoverScene,
  numbers: number,
): Promise<Leftovers> => {
  ports.onLeftover({ kind: 'looking-closer' });
  const plan = await surveyed(ports.quarantine, scene, 'whole');
  const tally: Tally = { setAside: [], left: [...plan.left], missed: new Set() };
  const whyNot = whyNotAgreed(scene.snapshot.host.os, scene.consent);
  let number = numbers;
  let halt: LeftBehind['why'] | undefined;
  for (const item of plan.items) {
    halt ??= ports.cancellation.aborted ? 'cancelled' : undefined;
    const blocked =
      halt ??
      whyNot(item) ??
      (item.after?.some((id) => tally.missed.has(id)) === true ? 'filter-listed' : undefined);
    if (blocked !== undefined) {
      note(tally, item, { kind: 'left', why: blocked });
      continue;
    }
    number += 1;
    const { end, isWritten } = await setOneAside(ports, journal, item, number);
    if (!isWritten) halt = 'journal-unwritable';
    note(tally, item, end);
    ports.onLeftover({ kind: 'ended', item, end });
  }
  await ports.quarantine.finish([]);
  const { setAside, left } = tally;
  const at = ports.clock.now();
  const isClosed = halt === undefined && (await journal.append({ kind: 'leftovers-ended', at, left })).ok;
  return { setAside, left, finished: isClosed };
};

type SurveyedSize = Pick<Remaining['items'][number], 'entries' | 'bytes'>;

interface Tally {
  readonly setAside: SetAside[];
  readonly left: LeftBehind[];
  /** Ids of items that are still where they were. */
  readonly missed: Set<string>;
}

const note = (tally: Tally, item: LeftoverItem, end: LeftoverEnd): void => {
  if (end.kind === 'set-aside') {
    tally.setAside.push(end.done);
    return;
  }
  tally.missed.add(item.id);
  const { why, detail } = end;
  tally.left.push({
    what: whatOf(item),
    ...(item.productId === undefined ? {} : { productId: item.productId }),
    why,
    ...(detail === undefined ? {} : { detail }),
  });
};

export interface SurveyedPlan extends LeftoverPlan {
  readonly sizes: ReadonlyMap<string, SurveyedSize>;
}

/** The plan, looked at closer and split until every item of it can go whole. */
export const surveyed = async (
  quarantine: Pick<Quarantine, 'survey'>,
  scene: LeftoverScene,
  depth: SurveyDepth,
): Promise<SurveyedPlan> => {
  const stays = new Map<string, Stay>(scene.stays);
  const ready = new Map<string, SurveyedSize>();
  const gone = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const plan = planLeftovers({ ...scene, stays });
    const open = plan.items.filter(({ id }) => !ready.has(id) && !gone.has(id));
    if (open.length === 0)
      return { ...plan, items: plan.items.filter(({ id }) => ready.has(id)), sizes: ready };
    const surveys = await quarantine.survey(open, depth);
    for (const [at, item] of open.entries()) {
      const survey = surveys[at] ?? { kind: 'gone' };
      const found = staysFrom(scene, item, survey);
      for (const [path, stay] of found) stays.set(path, stay);
      if (found.size > 0) continue;
      if (survey.kind === 'ready') ready.set(item.id, sizeOf(survey));
      else gone.add(item.id);
    }
  }
  const plan = planLeftovers({ ...scene, stays });
  const restless = plan.items.filter(({ id }) => !ready.has(id) && !gone.has(id));
  return {
    items: plan.items.filter(({ id }) => ready.has(id)),
    left: [...plan.left, ...restless.map((item) => ({ what: whatOf(item), why: 'changed' as const }))],
    sizes: ready,
  };
};

/** Only what is a file or a folder has one. */
const sizeOf = ({ entries, bytes }: Extract<Survey, { kind: 'ready' }>): SurveyedSize => ({
  ...(entries.length === 0 ? {} : { entries: entries.length }),
  ...(bytes === undefined ? {} : { bytes }),
});

/** Parts of an item that have to stay: by the closer look, or because nobody saw them before. */
const staysFrom = (
  { snapshot, own, accepted }: LeftoverScene,
  item: LeftoverItem,
  survey: Survey,
): ReadonlyMap<string, Stay> => {
  const stays = new Map<string, Stay>();
  if (survey.kind === 'stays')
    for (const { path, why, detail } of survey.parts)
      stays.set(path, { why, ...(detail === undefined ? {} : { detail }) });
  if (survey.kind !== 'ready' || item.kind !== 'files') return stays;
  const reading = snapshot.readings.files;
  const seen = new Set(reading?.kind === 'ok' ? reading.rows.map(({ path }) => path) : []);
  // An exact name outside the vendor's folders is looked at and not walked: what is in it could not be seen before.
  const { os } = snapshot.host;
  const wasWalked =
    os === 'windows' ? comparablePath(item.path) !== comparablePath(item.root) : item.path !== item.root;
  for (const path of survey.entries) {
    const hazard = personalHazardOf(os, path);
    if (wasWalked && !seen.has(path)) stays.set(path, { why: 'changed' });
    else if (protectionOf(os, path, own) !== undefined) stays.set(path, { why: 'protected' });
    else if (hazard !== undefined && !accepted.includes(hazard))
      stays.set(path, { why: 'personal-data', detail: hazard });
  }
  return stays;
};

interface OneEnd {
  readonly end: LeftoverEnd;
  /** What comes before and after the change could be written down. */
  readonly isWritten: boolean;
}

const unwritten: OneEnd = { end: { kind: 'left', why: 'journal-unwritable' }, isWritten: false };

const setOneAside = async (
  { quarantine, clock }: SetAsidePorts,
  journal: Journal,
  item: LeftoverItem,
  number: number,
): Promise<OneEnd> => {
  const recorded = await quarantine.record(number, item);
  if (!recorded.ok) return unwritten;
  const { sha256 } = recorded.value;
  const begun = await journal.append({ kind: 'leftover-started', at: clock.now(), item, number, sha256 });
  if (!begun.ok) return unwritten;
  const end = await quarantine.setAside(recorded.value);
  return { end, isWritten: await writeEnd(clock, journal, number, end) };
};

const writeEnd = async (
  clock: Clock,
  journal: Journal,
  number: number,
  end: LeftoverEnd,
): Promise<boolean> => {
  const entry: JournalEntry = { kind: 'leftover-ended', at: clock.now(), number, end };
  return (await journal.append(entry)).ok;
};
