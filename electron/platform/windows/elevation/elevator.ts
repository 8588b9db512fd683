import { win32 } from 'node:path';
import type { Problem, Result } from '../../../core/model/result.ts';
import { fail, ok } from '../../../core/model/result.ts';
import type { Elevator } from '../../../core/ports.ts';
import type { OwnPlace } from '../../shared/own-program.ts';
import { workerCommand } from '../../shared/own-program.ts';
import type { StartedWorker } from '../../shared/speak-with-worker.ts';
import { speakWithWorker } from '../../shared/speak-with-worker.ts';
import { trustOfProgram } from '../executors/trusted-program.ts';
import type { WindowsMachine } from '../machine.ts';
import { readTrustedSids } from '../trusted-sids.ts';
import type { PipeServer } from './pipe-calls.ts';
import { openPipeServer } from './pipe-calls.ts';
import { newPipeName } from './pipe-name.ts';
import type { PipeStream } from './pipe-stream.ts';
import { pipeStream } from './pipe-stream.ts';
import { runsProgram } from './process-image.ts';
import type { RunAs } from './run-as.ts';
import { runAsAdministrator } from './run-as.ts';

export interface WindowsElevatorOptions {
  readonly place: OwnPlace;
  readonly machine: () => WindowsMachine;
  readonly runAs?: typeof runAsAdministrator;
}

/** The command line as a Windows program, in a release beside the app. */
export const workerProgram = ({ isPackaged, resources, app }: OwnPlace): string =>
  isPackaged
    ? win32.join(resources, 'cli', 'removal-assistant.exe')
    : win32.join(app, 'build', 'out', 'win-cli', 'removal-assistant.exe');

/** The native code that it loads. */
const library = 'node_modules\\@koromix\\koffi-win32-x64\\win32_x64\\koffi.node';

/**
 * Through User Account Control. The worker shares no streams with us, so it is told the name of a pipe that only this
 * person and administrators may open, and nobody is believed there but the very program that was asked for.
 */
export const windowsElevator = ({
  place,
  machine,
  runAs = runAsAdministrator,
}: WindowsElevatorOptions): Elevator => {
  const program = workerProgram(place);
  const ready = async (): Promise<Result<true>> => {
    const windows = machine();
    const trusted = await readTrustedSids(windows);
    for (const file of [program, win32.join(win32.dirname(program), library)]) {
      const trust = trustOfProgram(windows.api, file, trusted);
      if (trust.kind === 'missing') return fail('elevation-unavailable', { why: `${file} is not there` });
      if (trust.kind === 'refused') return fail('elevation-untrusted', { why: trust.why });
    }
    return ok(true);
  };
  return {
    ready,
    carryOut: async (request, watch) => {
      const trusted = await ready();
      if (!trusted.ok) return trusted;
      const own = machine().api.ownRights();
      if (own.kind !== 'ok') return fail('worker-not-started', { why: 'this account cannot be told' });
      const name = newPipeName();
      const server = openPipeServer(name, own.value.sid);
      if (server.kind !== 'ok')
        return fail('worker-not-started', { why: server.kind === 'missing' ? name : server.why });
      const asked = runAs(program, `${workerCommand} ${name}`, win32.dirname(program));
      const answer = await speakWithWorker({
        request,
        watch,
        asker: own.value.sid,
        start: (onOutput) => workerAt(server.value, program, asked, onOutput),
      });
      const isNo = !answer.ok && answer.problem.code === 'elevation-cancelled';
      return isNo && (await isAnsweredByPolicy(machine())) ? fail('elevation-refused') : answer;
    },
  };
};

const policies = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';

/** Windows says no in the place of an ordinary user (`ConsentPromptBehaviorUser` 0): nobody closed a question then. */
const isAnsweredByPolicy = async ({ registry }: WindowsMachine): Promise<boolean> => {
  const key = await registry.read(policies, '64');
  const value =
    key.kind === 'ok'
      ? key.values.find(({ name }) => name.toLowerCase() === 'consentpromptbehavioruser')
      : undefined;
  return value?.type === 4 && value.data.length === 4 && value.data.readUInt32LE() === 0;
};

/** How often it is looked whether the worker came. In milliseconds. */
const restMs = 50;

const workerAt = (
  server: PipeServer,
  program: string,
  asked: Promise<RunAs>,
  onOutput: (chunk: Uint8Array) => void,
): StartedWorker => {
  let stream: PipeStream | undefined;
  let isCalledOff = false;
  const meet = async (): Promise<Problem> => {
    const started = await asked;
    if (started.kind === 'not-allowed') return { code: 'elevation-cancelled' };
    if (started.kind === 'failed') return { code: 'worker-not-started', values: { why: started.why } };
    try {
      while (!isCalledOff && !isThere(server, program)) {
        if (started.hasEnded())
          return { code: 'worker-not-started', values: { why: 'it ended without a word' } };
        await new Promise((wake) => setTimeout(wake, restMs));
      }
      if (isCalledOff) return { code: 'cancelled' };
      await new Promise<void>((gone) => {
        stream = pipeStream(server.end, onOutput, gone);
      });
      return { code: 'worker-not-started', values: { why: 'it ended without a word' } };
    } finally {
      started.close();
    }
  };
  const ended = meet().finally(() => {
    // The stream closes its end itself.
    if (stream === undefined) server.end.close();
  });
  return {
    say: (bytes) => stream?.send(bytes),
    hangUp: () => void stream?.finish(),
    callOff: () => {
      isCalledOff = true;
    },
    ended,
  };
};

/** Whoever else comes is sent away, so that the worker still finds the pipe free. */
const isThere = (server: PipeServer, program: string): boolean => {
  const accepted = server.accept();
  if (accepted.kind !== 'ok' || accepted.value === 'waiting') return false;
  const client = server.clientId();
  if (client.kind === 'ok' && runsProgram(client.value, program)) return true;
  server.turnAway();
  return false;
};
