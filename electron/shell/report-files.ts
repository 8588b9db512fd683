import { reportToCsv } from '../core/report/csv.ts';
import { reportBaseName } from '../core/report/file-name.ts';
import { reportToHtml } from '../core/report/html.ts';
import { jsonText } from '../core/report/json-escape.ts';
import type { Report } from '../core/model/report.ts';
import type { Texts } from '../core/text/index.ts';
import type { Desktop, ReportFormat } from './services.ts';

/** What a report's file holds in each format. */
export const reportContent = async (
  report: Report,
  format: ReportFormat,
  texts: Texts,
  desktop: Pick<Desktop, 'print'>,
): Promise<string | Uint8Array> => {
  switch (format) {
    case 'json':
      return jsonText(report);
    case 'csv':
      return reportToCsv(report);
    case 'html':
      return reportToHtml(report, texts);
    case 'pdf':
      return desktop.print(reportToHtml(report, texts));
  }
};

/** What the dialog offers; it says what the file is, since it lies among a person's own documents. */
export const reportFileName = (report: Report, format: ReportFormat, texts: Texts): string =>
  `${texts.shell.saveReport.fileName}-${reportBaseName(report)}.${format}`;
