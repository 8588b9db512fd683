import { lstatSync, realpathSync } from 'node:fs';
import type { ExecutionResult } from '../../../core/ports.ts';
import { isMissing, whyOf } from '../../shared/why.ts';
import { localPath } from '../local-path.ts';
import type { WindowsMachine } from '../machine.ts';
import type { RegistryView } from '../registry/registry.ts';
import { textValue } from '../registry/values.ts';
import { parseArguments, quoteArguments } from './arguments.ts';
import { programEntries } from './gone.ts';
import type { Standing } from './standing.ts';
import { trustOfProgram } from './trusted-program.ts';
import type { Found } from './uninstall-command.ts';
import { intendedProgram, parseUninstallCommand } from './uninstall-command.ts';

/** What may be started for a program entry. */
export type Startable =
  | { readonly kind: 'product'; readonly productCode: string }
  | {
      readonly kind: 'program';
      readonly program: string;
      readonly args: readonly string[];
      /** The same as it is written, where that is another text than the arguments give. */
      readonly verbatim?: string;
      /** It works without a window. */
      readonly quiet: boolean;
    };

type Chosen = Startable | { readonly kind: 'result'; readonly result: ExecutionResult };

/**
 * Reads a machine-wide program entry anew and finds the command that may be run with rights: the quiet one, else the one
 * with the vendor's window. Nothing of it is taken from a plan. The trust in its program holds for the moment: it is to
 * be started right away.
 */
export const startableOf = async (
  machine: WindowsMachine,
  standing: Standing,
  entry: string,
  view: RegistryView,
): Promise<Chosen> => {
  if (!/^[^\\\0]{1,255}$/.test(entry)) return ended('failed', `not the name of an entry: ${entry}`);
  const key = await machine.registry.read(`${programEntries}\\${entry}`, view);
  if (key.kind === 'missing') return ended('already-gone');
  if (key.kind !== 'ok') return ended('failed', `its entry could not be read: ${key.why}`);
  const commands = [
    { text: textValue(key, 'QuietUninstallString'), quiet: true },
    { text: textValue(key, 'UninstallString'), quiet: false },
  ];
  let first: Chosen | undefined;
  for (const { text = '', quiet } of commands) {
    if (text.trim() === '') continue;
    const chosen = startable(machine, standing, text, quiet);
    if (chosen.kind !== 'result') return chosen;
    first ??= chosen;
  }
  return first ?? ended('tool-missing', 'its entry names no uninstaller');
};

const startable = (machine: WindowsMachine, standing: Standing, text: string, quiet: boolean): Chosen => {
  const command = parseUninstallCommand(text, standing.folders);
  if (command.kind === 'refused') return ended('needs-person', `${text}: ${command.why}`);
  if (command.kind === 'msi') return { kind: 'product', productCode: command.productCode };
  const intended = intendedProgram(command.candidates, lookAt(machine), standing.folders);
  if (intended.kind === 'missing') return ended('tool-missing', text);
  if (intended.kind === 'refused') return ended('untrusted-program', `${text}: ${intended.why}`);
  const { program, rest } = intended.candidate;
  const trust = trustOfProgram(machine.api, program, standing.trusted);
  if (trust.kind === 'missing') return ended('tool-missing', text);
  if (trust.kind === 'refused') return ended('untrusted-program', trust.why);
  if (!isOnThisDrive(machine, program))
    return ended('untrusted-program', `${program}: its drive stands for another place`);
  const args = parseArguments(rest);
  return {
    kind: 'program',
    program,
    args,
    quiet,
    ...(quoteArguments(args) === rest ? {} : { verbatim: rest }),
  };
};

const ended = (outcome: ExecutionResult['outcome'], detail?: string): Chosen => ({
  kind: 'result',
  result: { outcome, ...(detail === undefined ? {} : { detail }) },
});

const lookAt =
  (machine: WindowsMachine) =>
  (path: string): Found => {
    try {
      return lstatSync(localPath(machine, path)).isFile() ? 'file' : 'other';
    } catch (error) {
      return isMissing(error) ? 'missing' : { why: whyOf(error) };
    }
  };

/**
 * A drive letter may stand for a folder on another computer, whose access lists name that computer's administrators, or
 * for a folder of this one.
 */
const isOnThisDrive = (machine: WindowsMachine, path: string): boolean => {
  if (machine.root !== undefined) return true;
  try {
    return realpathSync.native(path).slice(0, 3).toLowerCase() === path.slice(0, 3).toLowerCase();
  } catch {
    return false;
  }
};
