import { catalogue } from '../core/catalogue/index.ts';
import type { Desk } from '../core/engine/conclude.ts';
import type { ScanPorts, ScanProgress } from '../core/engine/scan.ts';
import { takeSnapshot } from '../core/engine/scan.ts';
import type { Subject } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { toolName } from '../core/text/index.ts';
import type { Texts } from '../core/text/index.ts';
import type { FileRunStore } from '../platform/shared/run-store.ts';
import type { CliContext, Machine } from './context.ts';
import { createVoice, progressBar } from './voice.ts';
import type { Voice } from './voice.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly assetTag?: string;
  readonly ticket?: string;
  readonly operator?: string;
  readonly reason?: string;
  readonly stateDir?: string;
  readonly portable?: boolean;
}

/** What a command ends with: the one JSON document, the same for people, and the exit code. */
export interface Ending {
  readonly json: unknown;
  /** The same in pieces, where it may be too large to be one text in memory. */
  readonly jsonPieces?: () => Iterable<string>;
  readonly text: string;
  readonly exit: number;
}

/** What every command works with. */
export interface Bench {
  readonly context: CliContext;
  readonly common: CommonOptions;
  readonly texts: Texts;
  readonly desk: Desk;
  readonly subject: Subject;
  readonly voice: Voice;
  readonly runs: FileRunStore;
  /** Runs lie where every later start looks by itself. */
  readonly isUsualFolder: boolean;
}

export const setUpBench = async (
  context: CliContext,
  common: CommonOptions,
  texts: Texts,
): Promise<Bench> => {
  const folder = await stateFolder(context, common);
  return {
    context,
    common,
    texts,
    desk: { catalogue, tool: { name: toolName, version: context.version } },
    subject: subjectOf(common),
    voice: createVoice(context.stderr, common.quiet === true),
    runs: context.openRuns(folder),
    isUsualFolder: folder === undefined,
  };
};

/**
 * A program on a stick can keep everything beside itself, if the stick can keep others out: who may write into a run
 * could have anything set aside or put back. Undefined: the usual folder of this computer.
 */
const stateFolder = async (
  { beside, canBeOurs }: CliContext,
  { stateDir, portable }: Pick<CommonOptions, 'stateDir' | 'portable'>,
): Promise<string | undefined> => {
  if (stateDir !== undefined || portable !== true) return stateDir;
  const place = beside('removal-assistant-data');
  return (await canBeOurs(place)) ? place : undefined;
};

/** Where copies of the reports go: where the person says, or beside a program that keeps everything there. */
export const reportsFolder = ({ context, common }: Bench, out: string | undefined): string | undefined =>
  out ?? (common.portable === true ? context.beside('removal-assistant-reports') : undefined);

const subjectOf = ({ assetTag, ticket, operator, reason }: CommonOptions): Subject => ({
  ...(assetTag === undefined ? {} : { assetTag }),
  ...(ticket === undefined ? {} : { ticket }),
  ...(operator === undefined ? {} : { operator }),
  ...(reason === undefined ? {} : { reason }),
});

/** Looks at this computer. A person who stops it does not wait for the slowest place. */
export const lookHere = async (bench: Bench): Promise<Result<Snapshot>> => {
  const { machine, stop } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  const taken = await Promise.race([
    takeSnapshot(scanPorts(bench, machine), bench.desk.catalogue),
    stopped(stop).then(() => fail('cancelled')),
  ]);
  bench.voice.clear();
  return taken;
};

export const scanPorts = (bench: Bench, machine: Machine): ScanPorts => {
  const open = new Set<string>();
  let done = 0;
  const onProgress = ({ table, state }: ScanProgress): void => {
    if (state === 'looking') open.add(bench.texts.places[table]);
    else if (open.delete(bench.texts.places[table])) done += 1;
    const bar = progressBar(done, machine.inspector.probes.length);
    if (open.size > 0) return bench.voice.passing(`${bar} ${bench.texts.cli.looking([...open].join(', '))}`);
    // The next look begins at nothing.
    done = 0;
    bench.voice.clear();
  };
  const { clock, stop } = bench.context;
  return { inspector: machine.inspector, clock, cancellation: stop, onProgress };
};

export const stopped = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });

/** In the person's language or in English, with or without its accent: not every keyboard has it. */
const saysYes = ({ cli }: Texts, answer: string): boolean => {
  const plain = (text: string): string =>
    text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [cli.yes, 'yes'].map(plain).includes(plain(answer));
};

/** Asks for the word; a person who stops the program meanwhile has not given it. */
export const saidWord = async ({ context, texts }: Bench, question: string): Promise<boolean> => {
  const answer = await Promise.race([context.ask?.(question) ?? '', stopped(context.stop).then(() => '')]);
  return saysYes(texts, answer);
};

export const saidYes = (bench: Bench, items: number, withLeftovers: boolean): Promise<boolean> =>
  saidWord(bench, bench.texts.cli.askRemove(items, withLeftovers));
