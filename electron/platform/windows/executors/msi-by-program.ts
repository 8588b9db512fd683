import { stat } from 'node:fs/promises';
import type { Cancellation, ExecutionProgress, ExecutionResult } from '../../../core/ports.ts';
import type { ExecResult } from '../../exec.ts';
import { localPath } from '../local-path.ts';
import type { WindowsMachine } from '../machine.ts';
import { detailOf } from './judge.ts';
import type { LogFindings } from './msi-log.ts';
import { findingsIn, readLog } from './msi-log.ts';
import type { Standing } from './standing.ts';
import type { Timings } from './waiting.ts';
import { waitFor } from '../../shared/waiting.ts';
import type { WorkFolder } from './work-folder.ts';
import { makeWorkFolder, vendorEnvironment } from './work-folder.ts';

/** One try at a removal by Windows Installer. */
export type Attempt =
  | {
      readonly kind: 'ended';
      readonly code: number;
      readonly findings?: LogFindings;
      /** What the try has left on disk, and the log in it. */
      readonly work?: WorkFolder;
      readonly log?: string;
    }
  | { readonly kind: 'result'; readonly result: ExecutionResult };

export interface MsiJob {
  readonly machine: WindowsMachine;
  readonly standing: Standing;
  readonly timings: Timings;
  readonly productCode: string;
  readonly onProgress: (progress: ExecutionProgress) => void;
  readonly cancellation: Cancellation;
}

/**
 * msiexec without a window and without a restart, with a log that explains a failure. It goes on when this program ends.
 * No password comes near it: a command line can be read by everybody, and the log holds every property.
 */
export const removeByProgram = async (job: MsiJob): Promise<Attempt> => {
  const { machine, standing, timings } = job;
  const work = await makeWorkFolder(machine, standing);
  // A log only explains; it is no reason to leave a product where it is.
  const log = 'why' in work ? undefined : `${work.path}\\uninstall.log`;
  const temporary = 'why' in work ? `${standing.folders.systemRoot}\\Temp` : work.path;
  const running = machine.exec({
    command: `${standing.folders.systemRoot}\\System32\\msiexec.exe`,
    args: [
      '/x',
      job.productCode,
      '/qn',
      '/norestart',
      'REBOOT=ReallySuppress',
      ...(log === undefined ? [] : ['/l*v', log]),
    ],
    environment: vendorEnvironment(standing.folders, temporary),
    outlivesUs: true,
    unheard: true,
  });
  const size = sizeOf(log === undefined ? undefined : localPath(machine, log));
  const left = () => (job.cancellation.leave === true ? 'left' : undefined);
  const result = await waitFor(running, { timings, say: job.onProgress, sign: size, left });
  if (result === 'left') return { kind: 'result', result: { outcome: 'left-running', ...detailOf([log]) } };
  return ended(result, machine, 'why' in work ? undefined : work, log);
};

/** How long the log is by now: a log that grows is heard. */
const sizeOf =
  (path: string | undefined): (() => Promise<string>) =>
  async () => {
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    return String(found?.size ?? 0);
  };

const ended = async (
  result: ExecResult,
  machine: WindowsMachine,
  work: WorkFolder | undefined,
  log: string | undefined,
): Promise<Attempt> => {
  if (result.kind === 'exited') {
    const text = log === undefined ? undefined : await readLog(localPath(machine, log));
    return {
      kind: 'ended',
      code: result.code,
      ...(work === undefined ? {} : { work }),
      ...(text === undefined || log === undefined ? {} : { findings: findingsIn(text), log }),
    };
  }
  await work?.remove();
  if (result.kind === 'missing') return { kind: 'result', result: { outcome: 'tool-missing' } };
  if (result.kind === 'denied') return { kind: 'result', result: { outcome: 'wrong-password-or-rights' } };
  const why = result.kind === 'unstartable' ? result.why : result.kind;
  return { kind: 'result', result: { outcome: 'failed', detail: `msiexec: ${why}` } };
};
