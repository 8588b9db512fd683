import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import type { Exec, ExecResult } from '../exec.ts';
import { exec } from '../exec.ts';

/** What a reader looks at. Production knows one machine only; tests hand in another folder or recorded answers. */
export interface Machine {
  readonly exec: Exec;
  /** The top of the system that is looked at, `/` for the running one. */
  readonly root: string;
}

export const thisMachine: Machine = { exec, root: '/' };

export const pathIn = (machine: Machine, path: string): string =>
  machine.root === '/' ? path : join(machine.root, path);

/** Readers only. Long enough for a slow disk, short enough for a person who waits. In milliseconds. */
export const readerTimeoutMs = 60_000;
/** More than any machine lists: 20,000 packages are about 2 MB. In bytes. */
export const readerBytes = 64 * 1024 * 1024;

/** Why a reader's tool gave no answer, or undefined when it gave the whole of one. */
export const troubleOf = (tool: string, result: ExecResult): Pick<Gap, 'kind' | 'why'> | undefined => {
  switch (result.kind) {
    case 'missing':
      return { kind: 'failed', why: `${tool} is not installed` };
    case 'denied':
      return { kind: 'denied', why: `${tool} may not be run by this user` };
    case 'unstartable':
      return { kind: 'failed', why: `${tool} could not be started: ${result.why}` };
    case 'timeout':
      return { kind: 'failed', why: `${tool} did not answer within ${String(result.afterMs / 1000)} s` };
    case 'signalled':
      return { kind: 'failed', why: `${tool} was ended by ${result.signal}` };
    case 'exited': {
      if (result.stdout.truncated) return { kind: 'failed', why: `${tool} wrote more than can be read` };
      if (result.asExpected) return undefined;
      const said = firstLine(result.stderr.text) || firstLine(result.stdout.text) || 'no message';
      const denied = /permission denied|operation not permitted/i.test(result.stderr.text);
      return {
        kind: denied ? 'denied' : 'failed',
        why: `${tool} ended with ${String(result.code)}: ${said}`,
      };
    }
  }
};

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';
