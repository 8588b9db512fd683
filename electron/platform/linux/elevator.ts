import type { Problem, Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import type { ExecResult } from '../exec.ts';
import type { OwnPlace } from '../shared/own-program.ts';
import { workerCommand } from '../shared/own-program.ts';
import type { LookAt } from '../shared/root-only.ts';
import { trustByMode } from '../shared/root-only.ts';
import type { StartedWorker } from '../shared/speak-with-worker.ts';
import { speakWithWorker } from '../shared/speak-with-worker.ts';
import { talk } from '../talk.ts';
import type { WorkerProgram } from './worker-program.ts';
import { workerProgram } from './worker-program.ts';

export interface LinuxElevatorOptions {
  readonly place: OwnPlace;
  readonly pkexec?: string;
  readonly lookAt?: LookAt;
  readonly program?: (place: OwnPlace) => Promise<WorkerProgram | undefined>;
}

/**
 * Through polkit: pkexec asks the person, starts the worker as root with the standard streams that it was given itself,
 * and leaves it nothing of this environment. Whatever is started is looked at right before, because what an ordinary
 * user can exchange would be exchanged by whatever runs as that user.
 */
export const linuxElevator = ({
  place,
  pkexec = '/usr/bin/pkexec',
  lookAt,
  program: find = workerProgram,
}: LinuxElevatorOptions): Elevator => {
  const trusted = async (): Promise<Result<WorkerProgram>> => {
    const program = await find(place);
    if (program === undefined)
      return fail('elevation-unavailable', { why: 'Node.js is not installed for the whole computer' });
    for (const file of [pkexec, ...program.files]) {
      const trust = await trustByMode(file, lookAt);
      if (trust.kind === 'missing') return fail('elevation-unavailable', { why: `${file} is not there` });
      if (trust.kind === 'refused') return fail('elevation-untrusted', { why: trust.why });
    }
    return ok(program);
  };
  return {
    ready: async () => {
      const program = await trusted();
      return program.ok ? ok(true) : program;
    },
    carryOut: async (request, watch) => {
      const program = await trusted();
      if (!program.ok) return program;
      const { command, args } = program.value;
      const start = (onOutput: (chunk: Uint8Array) => void): StartedWorker => {
        // Its own way to ask would be the terminal that this window was started from.
        const argv = ['--disable-internal-agent', command, ...args, workerCommand];
        const worker = talk({ command: pkexec, args: argv, onOutput });
        const { say, hangUp, askToEnd: callOff } = worker;
        return { say, hangUp, callOff, ended: worker.ended.then(problemOfEnd) };
      };
      return speakWithWorker({ request, watch, asker: String(process.getuid?.()), start });
    },
  };
};

/** What the end of pkexec means when no worker ever spoke: its own codes, which are also those of a shell (pkexec(1)). */
export const problemOfEnd = (result: ExecResult): Problem => {
  const said = result.kind === 'exited' ? firstLine(result.stderr.text) : '';
  if (result.kind !== 'exited')
    return { code: 'worker-not-started', values: { why: `pkexec: ${result.kind}` } };
  if (result.code === 126) return { code: 'elevation-cancelled' };
  if (result.code === 127 && said.includes('No authentication agent'))
    return { code: 'elevation-unavailable', values: { why: 'no program is running that could ask you' } };
  if (result.code === 127 && (said === '' || said.includes('Not authorized')))
    return { code: 'elevation-refused' };
  const why = said === '' ? `it ended with ${String(result.code)}` : said;
  return { code: 'worker-not-started', values: { why } };
};

const firstLine = (text: string): string =>
  text.trim().split('\n')[0]?.slice(0, 300).replace(/\.$/, '') ?? '';
