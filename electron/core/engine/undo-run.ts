import type { ReopenEnd } from '../model/reopen.ts';
import type { Report } from '../model/report.ts';
import type { Problem, Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { RemovePorts } from './remove.ts';
import { dropWhenOver } from './reopen.ts';
import type { LeftRun } from './resume.ts';
import type { Desk } from './conclude.ts';
import { runSoFar } from './run-so-far.ts';
import { sameComputer } from './same-computer.ts';
import { withRemaining } from './remaining.ts';
import type { ScanPorts } from './scan.ts';
import { takeSnapshot } from './scan.ts';
import type { LeftoverPorts } from './set-aside.ts';
import type { Undone, UndoPorts } from './undo.ts';
import { undo } from './undo.ts';
import { verifyAgain } from './verify-again.ts';

export interface RunUndone extends Undone {
  /** What a look says afterwards; undefined when nobody could look. */
  readonly report?: Report;
  /** Why that report is not on the disk. */
  readonly unsaved?: Problem;
  /** What became of what a restart had been waited for with, where there was something of it still. */
  readonly reopening?: ReopenEnd;
}

export interface UndoRunPorts
  extends
    ScanPorts,
    Pick<UndoPorts, 'onRestore'>,
    Pick<RemovePorts, 'store' | 'starts' | 'onRemove' | 'reopener'> {
  readonly leftovers: Pick<LeftoverPorts, 'quarantineOf' | 'own' | 'tellsRemaining'>;
}

/**
 * Puts back what a run set aside, then looks again, so that its report tells of the computer as it is now. Problems:
 * `run-of-other-computer`, `needs-administrator`, and those of `undo`, all of them before the first change.
 */
export const undoRun = async (desk: Desk, ports: UndoRunPorts, left: LeftRun): Promise<Result<RunUndone>> => {
  const { store, clock, cancellation, leftovers, onRestore } = ports;
  const host = await ports.inspector.host();
  const own = sameComputer(left, host);
  if (!own.ok) return own;
  if (!host.elevated) return fail('needs-administrator', { for: 'undo' });
  const entries = [...left.entries];
  const undone = await undo(
    {
      quarantine: leftovers.quarantineOf(left.id),
      clock,
      cancellation,
      onRestore,
      reopen: async () => {
        const opened = await store.reopen(left.id);
        if (!opened.ok) return opened;
        const journal = opened.value;
        return ok({
          append: async (entry) => {
            const written = await journal.append(entry);
            if (written.ok) entries.push(entry);
            return written;
          },
          close: () => journal.close(),
        });
      },
    },
    left,
  );
  if (!undone.ok) return undone;
  ports.onRemove({ kind: 'looking-again' });
  const report = await reportAfter(desk, ports, { ...left, entries });
  if (report === undefined) return undone;
  const saved = await store.saveReport(left.id, report);
  const reopening = await dropWhenOver(ports, { ...left, entries }, report);
  return ok({
    ...undone.value,
    report,
    ...(saved.ok ? {} : { unsaved: saved.problem }),
    ...(reopening === undefined ? {} : { reopening }),
  });
};

const reportAfter = async (desk: Desk, ports: UndoRunPorts, left: LeftRun): Promise<Report | undefined> => {
  const taken = await takeSnapshot({ ...ports, cancellation: { aborted: false } }, desk.catalogue);
  const sofar = runSoFar(left, await ports.starts.read());
  if (sofar === undefined || !taken.ok) return undefined;
  const report = verifyAgain(desk, sofar, taken.value, ports.clock.now());
  return withRemaining(desk, ports.leftovers, { snapshot: taken.value, report });
};
