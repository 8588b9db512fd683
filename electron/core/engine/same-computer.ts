import type { Host } from '../model/host.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { Snapshot } from '../model/snapshot.ts';

interface RunSomewhere {
  readonly id: string;
  /** Its first look. */
  readonly before: Snapshot;
}

export const isOfComputer = ({ before }: RunSomewhere, { name, os }: Host): boolean =>
  before.host.name === name && before.host.os === os;

/** Two looks at two computers prove nothing. Problem: `run-of-other-computer` {run, there, here}. */
export const sameComputer = <R extends RunSomewhere>(run: R, now: Host): Result<R> =>
  isOfComputer(run, now)
    ? ok(run)
    : fail('run-of-other-computer', {
        run: run.id,
        there: run.before.host.name ?? '?',
        here: now.name ?? '?',
      });
