import type { Problem, Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import type { ExecResult } from '../exec.ts';
import { channelFolder, openWindowEnd } from '../shared/fifo-channel.ts';
import type { Machine } from '../shared/machine.ts';
import { thisMachine } from '../shared/machine.ts';
import type { LookAt } from '../shared/root-only.ts';
import { speakWithWorker } from '../shared/speak-with-worker.ts';
import { talk } from '../talk.ts';
import { trustOf } from './executors/trusted-path.ts';

/** Where macOS keeps helpers that run as root: unlike in /Applications, no administrator's programs can write there. */
const home = '/Library/PrivilegedHelperTools/org.removalassistant.worker';

/** Every file that decides what the worker does. */
export const workerFiles: readonly string[] = ['removal-assistant', 'node', 'removal-assistant.cjs'].map(
  (name) => `${home}/${name}`,
);

/**
 * The one command that is ever started with rights, to the letter. Nothing is put into it: not a path, not a user, not
 * what is to be removed. AppleScript asks for the password and runs it as root (Technical Note TN2065).
 */
export const elevationScript =
  'do shell script "/Library/PrivilegedHelperTools/org.removalassistant.worker/removal-assistant elevated-worker" with administrator privileges';

/** Everybody's, with the sticky bit: nobody can take another one's folder away there. */
export const sharedFolder = '/private/tmp';

export interface MacosElevatorOptions {
  readonly machine?: Machine;
  readonly osascript?: string;
  readonly lookAt?: LookAt;
  readonly shared?: string;
}

/**
 * Through AppleScript, which hands the worker none of our streams: the two speak over named pipes instead, in a folder
 * that is this user's alone. The worker finds it by who sits at the Mac.
 */
export const macosElevator = ({
  machine = thisMachine,
  osascript = '/usr/bin/osascript',
  lookAt,
  shared = sharedFolder,
}: MacosElevatorOptions = {}): Elevator => {
  const ready = async (): Promise<Result<true>> => {
    for (const file of workerFiles) {
      const trust = await trustOf(file, machine, lookAt);
      if (trust.kind === 'missing') return fail('elevation-unavailable', { why: `${file} is not installed` });
      if (trust.kind === 'refused') return fail('elevation-untrusted', { why: trust.why });
    }
    return ok(true);
  };
  return {
    ready,
    carryOut: async (request, watch) => {
      const trusted = await ready();
      if (!trusted.ok) return trusted;
      const userId = process.getuid?.() ?? -1;
      let hear = (_chunk: Uint8Array): void => undefined;
      const opened = await openWindowEnd(channelFolder(shared, userId), machine.exec, (chunk) => hear(chunk));
      if (!opened.ok) return opened;
      const { say, hangUp, drop } = opened.value;
      const answer = await speakWithWorker({
        request,
        watch,
        asker: String(userId),
        start: (onOutput) => {
          hear = onOutput;
          const script = talk({
            command: osascript,
            args: ['-e', elevationScript],
            onOutput: () => undefined,
          });
          return { say, hangUp, callOff: script.askToEnd, ended: script.ended.then(problemOfEnd) };
        },
      });
      await drop();
      return answer;
    },
  };
};

/** Numbers of AppleScript and of Authorization Services, as osascript writes them at the end of its sentence. */
export const problemOfEnd = (result: ExecResult): Problem => {
  const said = result.kind === 'exited' ? result.stderr.text.trim() : result.kind;
  const number = /\((-\d+)\)\s*$/.exec(said)?.[1];
  if (number === '-128') return { code: 'elevation-cancelled' };
  if (number === '-60005' || number === '-60007') return { code: 'elevation-refused' };
  const why = said === '' ? 'it ended without a word' : (said.split('\n')[0] ?? '').slice(0, 300);
  return { code: 'worker-not-started', values: { why } };
};
