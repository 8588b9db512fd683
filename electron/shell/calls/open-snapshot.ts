import { conclude } from '../../core/engine/conclude.ts';
import { ok } from '../../core/model/result.ts';
import { parseSnapshot } from '../../core/model/snapshot.ts';
import { readJsonFile } from '../../platform/shared/files.ts';
import type { Handler, Services } from '../services.ts';

/** Identification only: what is kept is marked as not of this computer, so no plan and no removal can rest on it. */
export const openSnapshot =
  ({ desk, clock, memory, desktop }: Services): Handler<'openSnapshot'> =>
  async ({ subject }) => {
    const path = await desktop.chooseFileToOpen('snapshot');
    if (path === undefined) return ok({ cancelled: true });
    const content = await readJsonFile(path);
    if (!content.ok) return content;
    const parsed = parseSnapshot(content.value);
    if (!parsed.ok) return parsed;
    const { snapshot, ignored } = parsed.value;
    const report = conclude(desk, snapshot, { subject }, clock.now());
    const scanId = memory.keepScan({ snapshot, subject, ofThisComputer: false }, report);
    return ok({ scanId, report, ignored: [...ignored] });
  };
