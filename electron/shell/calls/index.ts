import type { Handlers, Services } from '../services.ts';
import { cancel } from './cancel.ts';
import { copySummary } from './copy-summary.ts';
import { describe } from './describe.ts';
import { leaveExample, openExample } from './examples.ts';
import { language } from './language.ts';
import { openSnapshot } from './open-snapshot.ts';
import { plan } from './plan.ts';
import { remove } from './remove.ts';
import { saveReport } from './save-report.ts';
import { scan } from './scan.ts';

/** One line a call. */
export const handlersFor = (services: Services): Handlers => ({
  describe: describe(services),
  openExample: openExample(services),
  leaveExample: leaveExample(services),
  language: language(services),
  scan: scan(services),
  openSnapshot: openSnapshot(services),
  cancel: cancel(services),
  plan: plan(services),
  remove: remove(services),
  saveReport: saveReport(services),
  copySummary: copySummary(services),
});
