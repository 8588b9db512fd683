import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Reopener } from '../../core/ports.ts';
import type { WriteEntry } from '../shared/reopen/file-slot.ts';
import { fileSlot } from '../shared/reopen/file-slot.ts';
import type { ReopenProgram } from '../shared/reopen/own-program.ts';
import { ownCommandLine, reopenWords } from '../shared/reopen/own-program.ts';
import { reopenerOn } from '../shared/reopen/reopener.ts';
import { stageByMode } from '../shared/reopen/stage-by-mode.ts';
import type { LookAt } from '../shared/root-only.ts';
import { trustByMode } from '../shared/root-only.ts';
import { isOnRemovable } from './removable.ts';

export interface LinuxReopenOptions {
  readonly isElevated?: () => boolean;
  /** `/`, or the top of a test's tree. */
  readonly root?: string;
  readonly home?: string;
  readonly own?: () => ReopenProgram;
  readonly mayBeGone?: (file: string) => Promise<boolean>;
  readonly lookAt?: LookAt;
  readonly pkexec?: string;
}

const fileName = 'removal-assistant-restart.desktop';

/** Through autostart entries, which every desktop starts when somebody signs in (XDG Desktop Application Autostart). */
export const linuxReopener = ({
  isElevated = () => process.geteuid?.() === 0,
  root = '/',
  home = configHome(),
  own = ownCommandLine,
  mayBeGone = (file) => isOnRemovable(file),
  lookAt,
  pkexec = '/usr/bin/pkexec',
}: LinuxReopenOptions = {}): Reopener =>
  reopenerOn({
    isOnce: false,
    isElevated,
    slots: {
      machine: fileSlot(join(root, 'etc/xdg/autostart', fileName), autostartEntry),
      person: fileSlot(join(home, 'autostart', fileName), autostartEntry),
    },
    programs: async () => {
      const program = own();
      return [...(await windowBeside(program)), await withRights(program, pkexec)];
    },
    trust: (file) => trustByMode(file, lookAt),
    mayBeGone,
    stage: stageByMode({ top: join(root, 'var/lib/removal-assistant-restart'), mayBeGone }),
  });

const configHome = (environment: NodeJS.ProcessEnv = process.env): string => {
  const base = environment['XDG_CONFIG_HOME'] ?? '';
  // The XDG specification: a relative path is invalid and is ignored.
  return isAbsolute(base) ? base : join(homedir(), '.config');
};

/** In a release the command line lies in `resources/cli` below the folder of the window. */
const windowBeside = async ({ files }: ReopenProgram): Promise<readonly ReopenProgram[]> => {
  const folder = dirname(files.at(-1) ?? '');
  if (!folder.endsWith('/resources/cli')) return [];
  const command = join(folder, '../..', 'removal-assistant-window');
  const there = await access(command).then(
    () => true,
    () => false,
  );
  return there ? [{ opens: 'window', command, args: [], files: [command] }] : [];
};

/** Whoever signs in may be no administrator: polkit asks them, in the terminal that opens. */
const withRights = async (program: ReopenProgram, pkexec: string): Promise<ReopenProgram> => {
  if (program.opens === 'window') return program;
  const asks = await access(pkexec).then(
    () => true,
    () => false,
  );
  if (!asks) return program;
  const { opens, command, args, files } = program;
  return { opens, command: pkexec, args: [command, ...args], files: [pkexec, ...files] };
};

/** A desktop entry. Its name is the product's, which is one in all languages. */
export const autostartEntry: WriteEntry = (program, runId, remark) =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Kaspersky Removal Assistant',
    `Exec=${[program.command, ...program.args, ...reopenWords(program, runId)].map(quoted).join(' ')}`,
    `Terminal=${String(program.opens === 'command-line')}`,
    ...(remark === undefined ? [] : [remark]),
    '',
  ].join('\n');

/** Twice: as an argument of `Exec`, whose percent signs are codes, and as a text of the file (Desktop Entry Specification). */
const quoted = (argument: string): string => {
  const text = argument.replaceAll('%', '%%');
  if (/^[\w@+./:,=-]+$/.test(argument)) return text;
  return `"${text.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\');
};
