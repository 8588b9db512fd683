import { basename, dirname } from 'node:path';
import { parseAssets } from '../../core/map/assets.ts';
import type { Asset } from '../../core/map/assets.ts';
import { directives, parseDirective } from '../../core/map/directives.ts';
import { createFold } from '../../core/map/fold.ts';
import type { CallInput } from '../../core/contract/contract.ts';
import type { Directive } from '../../core/model/directive.ts';
import type { FleetMap } from '../../core/model/map.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { readJsonFile, readTextFile, writeTextFile } from '../../platform/shared/files.ts';
import { readReportFolder } from '../../platform/shared/report-folder.ts';
import { mapContent, mapFileName } from '../map-files.ts';
import type { KeptMap } from '../memory.ts';
import type { Desktop, Handler, Services } from '../services.ts';

/** How often the page is told how far the reading is, in files. */
const tellEvery = 100;

/** Reads the reports in the folder that a person chose in a dialog or dropped, and keeps what it needs to count anew. */
export const openMap =
  ({ desk, clock, memory, desktop, jobs, emit }: Services): Handler<'openMap'> =>
  async ({ handedOver = false }) => {
    const folder = handedOver ? desktop.takeHandedOver() : await desktop.chooseFolder();
    if (folder === undefined) return handedOver ? fail('nothing-handed-over') : ok({ cancelled: true });
    const read = await jobs.run('map', async (cancellation) => {
      const fold = createFold();
      const done = await readReportFolder(folder, fold, {
        cancellation,
        onProgress: (files) => {
          if (files % tellEvery === 0) emit('mapProgress', { files });
        },
      });
      return done.ok ? ok(fold) : done;
    });
    if (!read.ok) return read;
    const kept: KeptMap = {
      folder,
      fold: read.value,
      directive: undefined,
      assets: undefined,
      madeAt: clock.now(),
    };
    const map = made(kept, desk.tool);
    if (map.source.reports === 0 && map.altered.length === 0)
      return fail('no-reports', { path: folder, files: map.source.files });
    return ok({ mapId: memory.keepMap(kept), map });
  };

/** Counts the same reports against another directive, another day or another list of assets. */
export const changeMap =
  ({ desk, memory, desktop }: Services): Handler<'changeMap'> =>
  async (input) => {
    const kept = memory.map(input.mapId);
    if (!kept.ok) return kept;
    const directive = await directiveOf(input, kept.value, desktop);
    if (!directive.ok) return directive;
    const assets = await assetsOf(input, kept.value, desktop);
    if (!assets.ok) return assets;
    if (directive.value === 'cancelled' || assets.value === 'cancelled') return ok({ cancelled: true });
    const changed: KeptMap = { ...kept.value, directive: directive.value, assets: assets.value };
    memory.keepMap(changed, input.mapId);
    return ok({ map: made(changed, desk.tool) });
  };

export const saveMap =
  ({ desk, memory, desktop, speech }: Services): Handler<'saveMap'> =>
  async ({ mapId, content }) => {
    const kept = memory.map(mapId);
    if (!kept.ok) return kept;
    const texts = speech.texts();
    const { name, format } = mapFileName(content, texts);
    const path = await desktop.chooseFileToSave(name, format);
    if (path === undefined) return ok({ cancelled: true });
    const written = await writeTextFile(path, mapContent(made(kept.value, desk.tool), content, texts));
    if (!written.ok) return written;
    return ok({ fileName: basename(path), folder: dirname(path) });
  };

const made = (
  { fold, folder, madeAt, directive, assets }: KeptMap,
  tool: Services['desk']['tool'],
): FleetMap => fold.finish({ folder, now: madeAt, tool, directive, assets });

type Change = CallInput<'changeMap'>;
type Chosen<T> = Promise<Result<T | undefined | 'cancelled'>>;

const directiveOf = async (
  { directive, start }: Change,
  kept: KeptMap,
  desktop: Desktop,
): Chosen<Directive> => {
  const read = await chosenDirective(directive, kept, desktop);
  if (!read.ok || read.value === undefined || read.value === 'cancelled') return read;
  return ok({ ...read.value, ...(start === undefined ? {} : { start }) });
};

const chosenDirective = async (
  choice: Change['directive'],
  kept: KeptMap,
  desktop: Desktop,
): Chosen<Directive> => {
  if (choice === 'keep') return ok(kept.directive);
  if (choice === 'none') return ok(undefined);
  if (choice !== 'choose') return ok(directives.find(({ id }) => id === choice));
  const path = await desktop.chooseFileToOpen('directive');
  if (path === undefined) return ok('cancelled');
  const json = await readJsonFile(path);
  return json.ok ? parseDirective(json.value, path) : json;
};

const assetsOf = async ({ assets }: Change, kept: KeptMap, desktop: Desktop): Chosen<readonly Asset[]> => {
  if (assets !== 'choose') return ok(assets === 'keep' ? kept.assets : undefined);
  const path = await desktop.chooseFileToOpen('assets');
  if (path === undefined) return ok('cancelled');
  const text = await readTextFile(path);
  return text.ok ? parseAssets(text.value, path) : text;
};
