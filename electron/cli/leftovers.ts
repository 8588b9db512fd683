import { resolve } from 'node:path';
import type { LeftoverChoice } from '../core/engine/conclude.ts';
import type { LeftoverPorts, LeftoverProgress } from '../core/engine/set-aside.ts';
import { whatOf } from '../core/model/leftover.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { printable } from '../core/text/index.ts';
import type { FileRunStore } from '../platform/shared/run-store.ts';
import type { Bench } from './bench.ts';
import type { Machine } from './context.ts';

/** This tool's own folder and programs, with the folders above them: whatever the catalogue says, they stay. */
export const ownPlaces = (runs: Pick<FileRunStore, 'folder'>): readonly string[] =>
  [runs.folder, process.argv[1] ?? process.execPath, process.execPath].map((path) => resolve(path));

export interface LeftoverOptions {
  readonly leftovers?: boolean;
  readonly dryRun?: boolean;
  readonly product?: readonly string[];
}

/** What the person chose about leftovers, where this computer's can be set aside. */
export const leftoverChoice = (
  bench: Bench,
  { leftovers, dryRun, product: productIds }: LeftoverOptions,
): Result<{ readonly leftovers?: LeftoverChoice }> => {
  if (leftovers !== true) return ok({});
  const { machine } = bench.context;
  // Where they are can be told everywhere.
  if (dryRun !== true && machine !== undefined && machine.quarantine === undefined)
    return fail('leftovers-unsupported');
  return ok({ leftovers: { productIds, own: ownPlaces(bench.runs) } });
};

export const leftoverPorts = (bench: Bench, { quarantine }: Machine): LeftoverPorts | undefined =>
  quarantine === undefined
    ? undefined
    : {
        quarantineOf: (run) => quarantine(run, bench.runs.folderOf(run)),
        own: ownPlaces(bench.runs),
        onLeftover: (progress) => say(bench, progress),
      };

const say = ({ voice, texts }: Bench, progress: LeftoverProgress): void => {
  const t = texts.cli;
  if (progress.kind === 'looking-closer') return voice.passing(t.lookingCloser);
  const what = printable(whatOf(progress.item));
  voice.progress(
    progress.end.kind === 'set-aside'
      ? t.setAsideOne(what)
      : t.leftOne(what, texts.leftReasons[progress.end.why]),
  );
};
