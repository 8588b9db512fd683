import type { Handlers, Services } from '../services.ts';
import { cancel } from './cancel.ts';
import { cleanUp } from './clean-up.ts';
import { copySummary } from './copy-summary.ts';
import { describe } from './describe.ts';
import { leaveExample, openExample } from './examples.ts';
import { forget } from './forget.ts';
import { language } from './language.ts';
import { changeMap, openMap, saveMap } from './map.ts';
import { openSnapshot } from './open-snapshot.ts';
import { plan } from './plan.ts';
import { remove } from './remove.ts';
import { restart } from './restart.ts';
import { resume } from './resume.ts';
import { saveReport } from './save-report.ts';
import { scan } from './scan.ts';
import { stopWaiting } from './stop-waiting.ts';
import { undo } from './undo.ts';

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
  stopWaiting: stopWaiting(services),
  cleanUp: cleanUp(services),
  undo: undo(services),
  resume: resume(services),
  restart: restart(services),
  forget: forget(services),
  saveReport: saveReport(services),
  copySummary: copySummary(services),
  openMap: openMap(services),
  changeMap: changeMap(services),
  saveMap: saveMap(services),
});
