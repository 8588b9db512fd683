import type { ReopenProgram } from '../../shared/reopen/own-program.ts';
import { reopenWords, runInWords } from '../../shared/reopen/own-program.ts';
import type { ReopenSlot } from '../../shared/reopen/reopener.ts';
import { quoteArguments } from '../executors/arguments.ts';
import type { Told, WindowsMachine } from '../machine.ts';
import { textOf, valueNamed } from '../registry/values.ts';

/** Windows' functions that change values; a test hands in its own. */
export interface ValueCalls {
  readonly writeText: (path: string, name: string, text: string) => Told<true>;
  readonly deleteValue: (path: string, name: string) => Told<true>;
}

const runOnce = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const valueName = 'RemovalAssistantRestart';
/** "Run and RunOnce Registry Keys", learn.microsoft.com: a command line can be no longer than this, in characters. */
const longest = 260;

/**
 * Windows starts what stands there when somebody signs in, and takes it away right before, once only. `top`: `HKLM`, or
 * `HKU\` with a person's SID.
 */
export const runOnceSlot = (
  { registry }: Pick<WindowsMachine, 'registry'>,
  { writeText, deleteValue }: ValueCalls,
  top: string,
): ReopenSlot => {
  const path = `${top}\\${runOnce}`;
  return {
    place: `${path}\\${valueName}`,
    read: async () => {
      const key = await registry.read(path, '64');
      if (key.kind === 'missing') return undefined;
      if (key.kind !== 'ok') throw new Error(key.why);
      const value = valueNamed(key, valueName);
      const text = value === undefined ? undefined : textOf(value);
      return text === undefined ? undefined : runInWords(text);
    },
    write: (program, runId) => {
      const line = commandLine(program, runId);
      if (line.length > longest)
        throw new Error(`its command line is longer than ${String(longest)} characters`);
      told(writeText(path, valueName, line));
      return Promise.resolve();
    },
    clear: () => {
      const gone = deleteValue(path, valueName);
      if (gone.kind !== 'missing') told(gone);
      return Promise.resolve();
    },
  };
};

/** The program's own name is read by another rule than what follows it: quoted as it stands. */
const commandLine = (program: ReopenProgram, runId: string): string =>
  `"${program.command}" ${quoteArguments([...program.args, ...reopenWords(program, runId)])}`;

const told = (answer: Told<true>): void => {
  if (answer.kind !== 'ok') throw new Error(answer.kind === 'missing' ? 'it is not there' : answer.why);
};
