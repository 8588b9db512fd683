import { access, lstat, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Reopener } from '../../core/ports.ts';
import type { WriteEntry } from '../shared/reopen/file-slot.ts';
import { fileSlot } from '../shared/reopen/file-slot.ts';
import type { ReopenProgram } from '../shared/reopen/own-program.ts';
import { ownCommandLine, reopenWords } from '../shared/reopen/own-program.ts';
import { reopenerOn } from '../shared/reopen/reopener.ts';
import { stageByMode } from '../shared/reopen/stage-by-mode.ts';
import type { LookAt } from '../shared/root-only.ts';
import { trustByMode } from '../shared/root-only.ts';

export interface MacReopenOptions {
  readonly isElevated?: () => boolean;
  /** `/`, or the top of a test's tree. */
  readonly root?: string;
  readonly home?: string;
  readonly own?: () => ReopenProgram;
  readonly mayBeGone?: (file: string) => Promise<boolean>;
  readonly lookAt?: LookAt;
}

const label = 'org.removalassistant.restart';
const app = 'Applications/Kaspersky Removal Assistant.app';

/** Through a launch agent, which launchd starts in the session of whoever signs in (launchd.plist(5)). */
export const macosReopener = ({
  isElevated = () => process.geteuid?.() === 0,
  root = '/',
  home = homedir(),
  own = ownCommandLine,
  mayBeGone = isOnVolume,
  lookAt = lstat,
}: MacReopenOptions = {}): Reopener => {
  const applications = join(root, 'Applications');
  /** Only members of the group admin can write to /Applications, and those are the administrators. */
  const look: LookAt = async (path) => {
    const seen = await lookAt(path);
    if (path !== applications) return seen;
    const { uid, mode } = seen;
    return { uid, mode: mode & ~0o020, isFile: () => seen.isFile(), isDirectory: () => seen.isDirectory() };
  };
  return reopenerOn({
    isOnce: false,
    isElevated,
    slots: {
      machine: fileSlot(join(root, 'Library/LaunchAgents', `${label}.plist`), launchAgent),
      person: fileSlot(join(home, 'Library/LaunchAgents', `${label}.plist`), launchAgent),
    },
    programs: async () => {
      const program = own();
      if (program.opens === 'window') return [program];
      const info = join(root, app, 'Contents/Info.plist');
      const isInstalled = await access(info).then(
        () => true,
        () => false,
      );
      return [...(isInstalled ? [windowAt(join(root, app), info)] : []), inTerminal(program)];
    },
    trust: (file) => trustByMode(file, look),
    mayBeGone,
    stage: stageByMode({
      top: join(root, 'Library/Application Support/removal-assistant-restart'),
      mayBeGone,
    }),
  });
};

/** Everything that is plugged in or opened is mounted there; the start volume is there too, as a link to `/`. */
const isOnVolume = async (file: string): Promise<boolean> =>
  (await realpath(file).catch(() => file)).startsWith('/Volumes/');

const windowAt = (folder: string, info: string): ReopenProgram => ({
  opens: 'window',
  command: '/usr/bin/open',
  args: ['-a', folder, '--args'],
  files: [info],
});

/** Constant: what is to be typed comes as arguments of the script, and each is quoted by AppleScript itself. */
export const terminalScript: readonly string[] = [
  'on run argv',
  'set line to "sudo"',
  'repeat with word in argv',
  'set line to line & " " & quoted form of word',
  'end repeat',
  'tell application "Terminal" to do script line',
  'tell application "Terminal" to activate',
  'end run',
];

/** A launch agent has no terminal, and going on may ask for a password and a word. */
const inTerminal = ({ opens, command, args, files }: ReopenProgram): ReopenProgram => ({
  opens,
  command: '/usr/bin/osascript',
  args: [...terminalScript.flatMap((line) => ['-e', line]), command, ...args],
  files,
});

const launchAgent: WriteEntry = (program, runId, remark) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    ...(remark === undefined || remark.includes('--') ? [] : ['<!--', remark, '-->']),
    '<plist version="1.0">',
    '<dict>',
    `<key>Label</key><string>${label}</string>`,
    '<key>ProgramArguments</key>',
    '<array>',
    ...[program.command, ...program.args, ...reopenWords(program, runId)].map(
      (word) => `<string>${escaped(word)}</string>`,
    ),
    '</array>',
    '<key>RunAtLoad</key><true/>',
    '<key>LimitLoadToSessionType</key><string>Aqua</string>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
