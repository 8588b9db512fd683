import { basename, dirname } from 'node:path';
import { ok } from '../../core/model/result.ts';
import { handOut } from '../../core/report/redact.ts';
import { writeTextFile } from '../../platform/shared/files.ts';
import { reportContent, reportFileName } from '../report-files.ts';
import type { Handler, Services } from '../services.ts';

export const saveReport =
  ({ memory, desktop, speech }: Services): Handler<'saveReport'> =>
  async ({ id, format, raw }) => {
    const kept = memory.report(id);
    if (!kept.ok) return kept;
    const report = handOut(kept.value, raw);
    const texts = speech.texts();
    const path = await desktop.chooseFileToSave(reportFileName(report, format, texts), format);
    if (path === undefined) return ok({ cancelled: true });
    const content = await reportContent(report, format, texts, desktop);
    const written = await writeTextFile(path, content);
    if (!written.ok) return written;
    return ok({ fileName: basename(path), folder: dirname(path) });
  };
