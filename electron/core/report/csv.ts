import type { Report } from '../model/report.ts';
import { csvLine } from './csv-line.ts';
import { columns, linesOf } from './csv-lines.ts';

/**
 * RFC 4180, with a header: a line for the report, for each piece of evidence, each place, hazard, action and leftover.
 * Codes, not sentences: it is read by programs, whatever language its person speaks.
 */
export const reportToCsv = (report: Report): string =>
  [columns, ...linesOf(report).map((line) => columns.map((name) => line[name] ?? ''))].map(csvLine).join('');
