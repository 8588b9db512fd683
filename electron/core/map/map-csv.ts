import type { Computer, FleetMap } from '../model/map.ts';
import { csvLine } from '../report/csv-line.ts';

const columns = [
  'computer',
  'assetTag',
  'name',
  'site',
  'os',
  'system',
  'state',
  'coverage',
  'verdict',
  'lookedAt',
  'reports',
  'productId',
  'product',
  'version',
  'status',
  'marks',
] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

/**
 * One line a product of a computer, RFC 4180, with a header; a computer without one has one line. Codes, not sentences:
 * it is read by programs. In pieces, so that a very large map is never one text in memory.
 */
export function* mapToCsv(map: FleetMap): Generator<string> {
  yield csvLine(columns);
  for (const computer of map.computers)
    yield linesOf(computer)
      .map((line) => csvLine(columns.map((name) => line[name])))
      .join('');
}

const linesOf = (computer: Computer): readonly Line[] => {
  const common = {
    computer: computer.label,
    assetTag: computer.assetTag ?? '',
    name: computer.name ?? '',
    site: computer.site,
    os: computer.os ?? '',
    system: computer.system ?? '',
    state: computer.state,
    coverage: computer.coverage,
    verdict: computer.verdict ?? '',
    lookedAt: computer.lookedAt ?? '',
    reports: String(computer.reports),
    marks: computer.marks.join(' '),
  };
  if (computer.products.length === 0)
    return [{ ...common, productId: '', product: '', version: '', status: '' }];
  return computer.products.map(({ productId, name, version, status }) => ({
    ...common,
    productId,
    product: name,
    version: version ?? '',
    status,
  }));
};
