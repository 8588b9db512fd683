import { basename, dirname } from 'node:path';
import { ok } from '../../core/model/result.ts';
import { writeTextFile } from '../../platform/shared/files.ts';
import { reportContent, reportFileName } from '../report-files.ts';
import type { Handler, Services } from '../services.ts';

export const saveReport =
  ({ memory, desktop, speech }: Services): Handler<'saveReport'> =>
  async ({ id, format }) => {
    const report = memory.report(id);
    if (!report.ok) return report;
    const texts = speech.texts();
    const path = await desktop.chooseFileToSave(reportFileName(report.value, format, texts), format);
    if (path === undefined) return ok({ cancelled: true });
    const content = await reportContent(report.value, format, texts, desktop);
    const written = await writeTextFile(path, content);
    if (!written.ok) return written;
    return ok({ fileName: basename(path), folder: dirname(path) });
  };
