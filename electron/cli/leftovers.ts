import { dirname, resolve } from 'node:path';
import type { LeftoverChoice } from '../core/engine/conclude.ts';
import type { LeftoverPorts, LeftoverProgress } from '../core/engine/set-aside.ts';
import { whatOf } from '../core/model/leftover.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { printable } from '../core/text/index.ts';
import type { Bench } from './bench.ts';
import type { Machine } from './context.ts';

/** This tool's own folders and programs: whatever the catalogue says, they stay. */
const ownPlaces = ({ runs }: Bench): readonly string[] =>
  [runs.folder, dirname(process.argv[1] ?? process.execPath), process.execPath].map((path) => resolve(path));

/** What the person chose about leftovers, where this computer's can be set aside. */
export const leftoverChoice = (
  bench: Bench,
  isWanted: boolean,
  productIds: readonly string[] | undefined,
): Result<{ readonly leftovers?: LeftoverChoice }> => {
  if (!isWanted) return ok({});
  const { machine } = bench.context;
  if (machine !== undefined && machine.quarantine === undefined) return fail('leftovers-unsupported');
  return ok({ leftovers: { productIds, own: ownPlaces(bench) } });
};

export const leftoverPorts = (bench: Bench, { quarantine }: Machine): LeftoverPorts | undefined =>
  quarantine === undefined
    ? undefined
    : {
        quarantineOf: (run) => quarantine(run, bench.runs.folderOf(run)),
        own: ownPlaces(bench),
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
