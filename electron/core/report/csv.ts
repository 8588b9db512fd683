import type { Report } from '../model/report.ts';
import { rowLabel } from '../text/sentences.ts';

const columns = [
  'computer',
  'assetTag',
  'ticket',
  'createdAt',
  'verdict',
  'look',
  'productId',
  'product',
  'version',
  'status',
  'confidence',
  'table',
  'evidence',
  'reason',
  'example',
] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

/**
 * One line a piece of evidence, RFC 4180, with a header; a report without findings is one line that carries its
 * verdict. Codes, not sentences: it is read by programs.
 */
export const reportToCsv = (report: Report): string => {
  const common = {
    computer: report.host.name ?? '',
    assetTag: report.subject?.assetTag ?? '',
    ticket: report.subject?.ticket ?? '',
    createdAt: report.createdAt,
    verdict: report.verdict,
    example: report.host.example ?? '',
  };
  const product = { productId: '', product: '', version: '', status: '', confidence: '' };
  const looks = [
    ...(report.before?.detections ?? []).map((detection) => ({ look: 'before', detection })),
    ...report.detections.map((detection) => ({ look: 'now', detection })),
  ];
  const found: Line[] = looks.flatMap(({ look, detection }) =>
    detection.evidence.map((evidence) => ({
      ...common,
      look,
      productId: detection.productId,
      product: detection.name,
      version: detection.version ?? '',
      status: detection.status,
      confidence: detection.confidence,
      table: evidence.table,
      evidence: rowLabel(evidence.row),
      reason: evidence.reason,
    })),
  );
  const loose: Line[] = report.unattributed.map((evidence) => ({
    ...common,
    ...product,
    look: 'now',
    status: 'unattributed',
    table: evidence.table,
    evidence: rowLabel(evidence.row),
    reason: evidence.reason,
  }));
  const lines = [...found, ...loose];
  const rows =
    lines.length > 0 ? lines : [{ ...common, ...product, look: 'now', table: '', evidence: '', reason: '' }];
  return [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
};

/** A cell that a spreadsheet would take for a formula gets an apostrophe; quotes are doubled. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
