import { InvalidArgumentError } from 'commander';
import { parseAssets } from '../../core/map/assets.ts';
import type { Asset } from '../../core/map/assets.ts';
import { directives, isDay, parseDirective } from '../../core/map/directives.ts';
import { createFold } from '../../core/map/fold.ts';
import { formToCsv, formToHtml } from '../../core/map/form.ts';
import { mapToCsv } from '../../core/map/map-csv.ts';
import { mapToHtml } from '../../core/map/map-html.ts';
import { mapToJson } from '../../core/map/map-json.ts';
import { mapToText } from '../../core/map/map-text.ts';
import type { Directive } from '../../core/model/directive.ts';
import { exitCodes } from '../../core/model/exit-codes.ts';
import type { FleetMap } from '../../core/model/map.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { WantedValue } from '../../core/model/usage.ts';
import { readJsonFile, readTextFile } from '../../platform/shared/files.ts';
import { readReportFolder } from '../../platform/shared/report-folder.ts';
import type { Bench, Ending } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { writeNamed } from '../report-files.ts';

const formats = ['json', 'csv', 'html'] as const;
type Format = (typeof formats)[number];

interface MapOptions {
  readonly directive?: string;
  readonly start?: string;
  readonly assets?: string;
  readonly format?: Format;
  readonly out?: string;
  readonly form?: string;
}

export const map: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('map')
    .description(help.map)
    .argument('<DIR>', help.mapFolder)
    .option('--directive <NAME|FILE>', help.directive)
    .option('--start <DATE>', help.startDate, dayOf)
    .option('--assets <FILE>', help.assets)
    .option('--format <FORMAT>', help.mapFormat, formatOf)
    .option('--out <FILE>', help.outFile)
    .option('--form <FILE>', help.form, formFileOf)
    .addHelpText(
      'after',
      examples(texts, [
        'map reports',
        'map reports --directive bod-17-01 --start 2026-10-01 --assets inventory.csv',
        'map reports --out map.html',
        'map reports --directive our-order.json --form status.html',
      ]),
    )
    .action(start(runMap));
};

const formatOf = (text: string): Format => {
  const known = formats.find((format) => format === text);
  if (known === undefined) throw new InvalidArgumentError('format' satisfies WantedValue);
  return known;
};

const dayOf = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('day' satisfies WantedValue);
  return text;
};

const formFileOf = (path: string): string => {
  if (!/\.(html|csv)$/i.test(path)) throw new InvalidArgumentError('form' satisfies WantedValue);
  return path;
};

const runMap = async (
  bench: Bench,
  options: MapOptions,
  folder: string | undefined,
): Promise<Result<Ending>> => {
  if (options.start !== undefined && options.directive === undefined)
    return fail('usage', { fault: 'goes-with', name: '--start', other: '--directive' });
  const format = options.format ?? formats.find((each) => options.out?.toLowerCase().endsWith(`.${each}`));
  if (options.out !== undefined && format === undefined) return fail('usage', badFormat(options.out));
  // Everything that was handed in is read first: a slip there must not cost the reading of ten thousand files.
  const directive = await directiveOf(options);
  if (!directive.ok) return directive;
  const assets = await assetsOf(options.assets);
  if (!assets.ok) return assets;
  const made = await makeMap(bench, folder ?? '', directive.value, assets.value);
  if (!made.ok) return made;
  return writeMap(bench, options, format, made.value);
};

/** The name of the file says no format either. */
const badFormat = (value: string): { [name: string]: string } => ({
  fault: 'bad-value',
  name: '--out',
  value,
  wanted: 'format' satisfies WantedValue,
});

const directiveOf = async ({ directive, start }: MapOptions): Promise<Result<Directive | undefined>> => {
  if (directive === undefined) return ok(undefined);
  const builtIn = directives.find(({ id }) => id === directive.toLowerCase());
  const read = builtIn === undefined ? await directiveFile(directive) : ok(builtIn);
  return read.ok ? ok({ ...read.value, ...(start === undefined ? {} : { start }) }) : read;
};

const directiveFile = async (path: string): Promise<Result<Directive>> => {
  const json = await readJsonFile(path);
  if (json.ok) return parseDirective(json.value, path);
  return json.problem.code === 'file-missing'
    ? fail('unknown-directive', { name: path, known: directives.map(({ id }) => id).join(', ') })
    : json;
};

const assetsOf = async (path: string | undefined): Promise<Result<readonly Asset[] | undefined>> => {
  if (path === undefined) return ok(undefined);
  const text = await readTextFile(path);
  return text.ok ? parseAssets(text.value, path) : text;
};

const makeMap = async (
  bench: Bench,
  folder: string,
  directive: Directive | undefined,
  assets: readonly Asset[] | undefined,
): Promise<Result<FleetMap>> => {
  const { context, desk, texts, voice } = bench;
  const fold = createFold();
  const read = await readReportFolder(folder, fold, {
    cancellation: context.stop,
    onProgress: (files) => {
      if (files % 100 === 0) voice.passing(texts.map.reading(files));
    },
  });
  voice.clear();
  if (!read.ok) return read;
  const made = fold.finish({ folder, now: context.clock.now(), tool: desk.tool, assets, directive });
  // Computers that nobody reported are still a map, when somebody says which ones there are.
  return made.source.reports === 0 && made.altered.length === 0 && assets === undefined
    ? fail('no-reports', { path: folder, files: made.source.files })
    : ok(made);
};

const writeMap = async (
  bench: Bench,
  { out, form }: MapOptions,
  format: Format | undefined,
  made: FleetMap,
): Promise<Result<Ending>> => {
  const { texts, voice } = bench;
  const content = {
    json: () => mapToJson(made),
    csv: () => mapToCsv(made),
    html: () => mapToHtml(made, texts),
  };
  if (form !== undefined) {
    const write = form.toLowerCase().endsWith('.csv') ? formToCsv : formToHtml;
    const written = await writeNamed(bench, form, write(made, texts));
    if (!written.ok) return written;
    voice.note(texts.cli.saved(form));
  }
  if (out !== undefined && format !== undefined) {
    const written = await writeNamed(bench, out, content[format]());
    if (!written.ok) return written;
    voice.note(texts.cli.saved(out));
  }
  const shown =
    out === undefined && format !== undefined ? [...content[format]()].join('') : mapToText(made, texts);
  return ok({ json: made, jsonPieces: content.json, text: shown, exit: exitCodes.done });
};
