import { win32 } from 'node:path';
import type { Variables, WindowsFolders } from '../folders.ts';
import { expanded, machineVariables } from '../folders.ts';
import { parseArguments } from './arguments.ts';

/** One way to read a command without quotes: a whole path of a program, and what follows it to the letter. */
export interface Candidate {
  readonly program: string;
  readonly rest: string;
}

/** What an uninstall command of a program entry asks for. Nothing is started by the text itself. */
export type UninstallCommand =
  /** Windows Installer: the product code is all that counts of it. */
  | { readonly kind: 'msi'; readonly productCode: string }
  /** In the order in which Windows would try them. */
  | { readonly kind: 'program'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly why: string };

/** The longest command line that Windows takes, in UTF-16 units. */
const longestCommand = 32_767;
/** No path of a program has half as many blanks. */
const mostCandidates = 64;

/**
 * Reads an `UninstallString` or `QuietUninstallString` as CreateProcess would, without a shell and without a disk.
 * Variables stand for the machine's own folders and nothing else. Refused: relative, network and device paths, and
 * every program that would only run something else (script hosts, shells, Windows' own tools).
 */
export const parseUninstallCommand = (text: string, folders: WindowsFolders): UninstallCommand => {
  const command = expandedCommand(text, machineVariables(folders));
  if (command === '') return refused('it is empty');
  if (command.length > longestCommand) return refused('it is longer than Windows allows');
  if (/[\0-\u{8}\u{a}-\u{1f}]/u.test(command)) return refused('it holds control characters');
  const open = /%[^%\s\\/:]+%/.exec(command)?.[0];
  if (open !== undefined) return refused(`nobody but its user can say what ${open} stands for`);

  const installer = installerCommand(command, folders);
  if (installer !== undefined) return installer;
  const candidates = command.startsWith('"') ? quotedCandidates(command) : unquotedCandidates(command);
  if (candidates.length > mostCandidates) return refused('it has more blanks than any path of a program');
  const plain = candidates.filter(({ program }) => isPlainPath(program));
  if (plain.length === 0) return refused('it does not begin with the whole path of a program on a drive');
  const usable = plain.filter(({ program }) => whyNotThisProgram(program, folders) === undefined);
  const [first] = plain;
  if (usable.length === 0 && first !== undefined)
    return refused(whyNotThisProgram(first.program, folders) ?? 'it is no program');
  return { kind: 'program', candidates: plain };
};

const refused = (why: string): UninstallCommand => ({ kind: 'refused', why });

const expandedCommand = (text: string, variables: Variables): string => expanded(text, variables).trim();

/** `"C:\a b\c.exe"/x`: Windows ends the program's name at the second quote, whatever follows. */
const quotedCandidates = (command: string): readonly Candidate[] => {
  const [, program = '', rest] = /^"([^"]*)"(.*)$/s.exec(command) ?? [];
  return rest === undefined ? [] : [{ program: withExtension(program), rest: rest.trim() }];
};

/** Without quotes every blank may be the end of the program's name, up to the first sign that no name holds. */
const unquotedCandidates = (command: string): readonly Candidate[] => {
  const longest = /^[a-z]:[^<>:"/|?*]*/i.exec(command)?.[0] ?? '';
  const ends = [...longest.matchAll(/[ \t]+/g)].map(({ index }) => index);
  const last = longest === command ? [command.length] : [];
  return [...ends, ...last].flatMap((end) => {
    const program = command.slice(0, end);
    const rest = command.slice(end).trim();
    const full = withExtension(program);
    return full === program
      ? [{ program, rest }]
      : [
          { program: full, rest },
          { program, rest },
        ];
  });
};

const withExtension = (program: string): string =>
  win32.extname(program) === '' ? `${program}.exe` : program;

/**
 * A whole path on a drive that means itself: no `.` or `..`, no stream of a file, none of the names that Windows reads
 * as others (a dot or blank at the end of a part).
 */
export const isPlainPath = (path: string): boolean =>
  /^[a-z]:(?:\\[^<>:"/\\|?*\0-\u{1f}]*[^<>:"/\\|?*\0-\u{1f} .])+$/iu.test(path);

/** Interpreters that are found outside Windows' own folder: what they would run stands in their arguments. */
const interpreters: ReadonlySet<string> = new Set(
  (
    'cmd powershell pwsh wscript cscript mshta rundll32 regsvr32 msiexec explorer bash sh wsl java javaw ' +
    'python python3 pythonw py node perl ruby php tclsh autoit3 autohotkey electron dotnet'
  ).split(' '),
);

/** Why a program is not to be started at all, wherever it came from; undefined: its place has to be looked at. */
const whyNotThisProgram = (program: string, folders: WindowsFolders): string | undefined => {
  const { name, ext } = win32.parse(program);
  if (ext.toLowerCase() !== '.exe') return `${program} is not a program`;
  if (interpreters.has(name.toLowerCase())) return `${name}${ext} only runs what its arguments say`;
  const below = `${program.toLowerCase()}\\`.startsWith(`${folders.systemRoot.toLowerCase()}\\`);
  return below ? `${program} is a part of Windows, not an uninstaller of its own` : undefined;
};

/**
 * `MsiExec.exe /I{…}` (what most entries say, although it means "change") or `/X{…}`, by name alone or in Windows' own
 * folder. Its other arguments are nobody's business: they are ours to choose. Undefined: it is no such command.
 */
const installerCommand = (command: string, folders: WindowsFolders): UninstallCommand | undefined => {
  const [, quotedName, plainName, rest = ''] = /^(?:"([^"]*)"|([^\s"]+))(.*)$/s.exec(command) ?? [];
  const { dir, base } = win32.parse(quotedName ?? plainName ?? '');
  if (!/^msiexec(?:\.exe)?$/i.test(base)) return undefined;
  const homes = [
    '',
    ...['System32', 'SysWOW64', 'Sysnative'].map((name) => `${folders.systemRoot}\\${name}`),
  ];
  if (!homes.some((home) => home.toLowerCase() === dir.toLowerCase())) return undefined;
  const codes = parseArguments(rest)
    .join(' ')
    .matchAll(/(?:^| )[/-](?:x|i|uninstall) ?(\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\})(?= |$)/gi);
  const [code, ...others] = new Set([...codes].map((match) => (match[1] ?? '').toUpperCase()));
  return code === undefined || others.length > 0
    ? refused('it names no single product to Windows Installer')
    : { kind: 'msi', productCode: code };
};

/** What lies at a path: `other` is a folder or something else that cannot be started. */
export type Found = 'file' | 'other' | 'missing' | { readonly why: string };

export type Intended =
  | { readonly kind: 'one'; readonly candidate: Candidate }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The one program that a command means. Windows takes the first reading that is there, so whoever can create
 * `C:\Program.exe` takes the place of every command without quotes below `C:\Program Files`. Which of two files is meant
 * cannot be told from the text; so when a second reading is there too, none is started.
 */
export const intendedProgram = (
  candidates: readonly Candidate[],
  look: (path: string) => Found,
  folders: WindowsFolders,
): Intended => {
  const there: Candidate[] = [];
  for (const candidate of candidates) {
    const found = look(candidate.program);
    if (typeof found === 'object') return { kind: 'refused', why: `${candidate.program}: ${found.why}` };
    if (found === 'file') there.push(candidate);
  }
  const [candidate, second] = there;
  if (candidate === undefined) return { kind: 'missing' };
  if (second !== undefined)
    return { kind: 'refused', why: `it may mean ${candidate.program} as well as ${second.program}` };
  const why = whyNotThisProgram(candidate.program, folders);
  return why === undefined ? { kind: 'one', candidate } : { kind: 'refused', why };
};
