import { ok } from '../../core/model/result.ts';
import { handOut } from '../../core/report/redact.ts';
import { reportToText } from '../../core/report/summary.ts';
import type { Handler, Services } from '../services.ts';

export const copySummary =
  ({ memory, desktop, speech }: Services): Handler<'copySummary'> =>
  async ({ id, raw }) => {
    const report = memory.report(id);
    if (!report.ok) return report;
    await desktop.copy(reportToText(handOut(report.value, raw), speech.texts()));
    return ok({});
  };
