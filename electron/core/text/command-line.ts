import type { OperatingSystem } from '../model/host.ts';
import type { Subject } from '../model/report.ts';

/** What a person does in the window, as far as the command line can do the same. */
export type CommandStep =
  | { readonly kind: 'scan' }
  | { readonly kind: 'plan'; readonly productIds: readonly string[]; readonly leftovers: boolean }
  | {
      readonly kind: 'remove';
      readonly productIds: readonly string[];
      readonly accepted: readonly string[];
      readonly leftovers: boolean;
      readonly asksPassword: boolean;
    }
  | { readonly kind: 'resume' | 'undo' | 'verify' | 'report'; readonly run: string };

export interface CommandSeat {
  /** The words that start the command line here: its name, or where it lies. */
  readonly program: readonly string[];
  readonly os: OperatingSystem;
  readonly subject?: Subject | undefined;
  /** Nobody sits there to be asked. */
  readonly unattended: boolean;
}

/** The command line that does the same, quoted for the shell of that system: sh, on Windows PowerShell. */
export const commandLine = (step: CommandStep, seat: CommandSeat): string => {
  const words = [...seat.program, ...partsOf(step, seat), ...subjectParts(seat.subject)];
  const line = words.map((word) => quoted(word, seat.os)).join(' ');
  // PowerShell takes a text in quotes for a value, unless it is told to call it.
  if (seat.os === 'windows') return line.startsWith("'") ? `& ${line}` : line;
  return needsRights(step) ? `sudo ${line}` : line;
};

/** On Windows the shell itself is an administrator's, or it is not. */
const needsRights = ({ kind }: CommandStep): boolean =>
  kind === 'remove' || kind === 'resume' || kind === 'undo';

const partsOf = (step: CommandStep, { unattended }: CommandSeat): readonly string[] => {
  switch (step.kind) {
    case 'scan':
      return ['scan'];
    case 'plan':
      return ['plan', ...each('--product', step.productIds)];
    case 'remove':
      return [
        'remove',
        ...each('--product', step.productIds),
        ...each('--accept', step.accepted),
        ...(step.leftovers ? ['--leftovers'] : []),
        ...(unattended ? ['--yes', ...(step.asksPassword ? ['--password-stdin'] : [])] : []),
      ];
    case 'resume':
      return ['resume', '--run', step.run];
    case 'undo':
      return ['undo', step.run];
    case 'verify':
      return ['verify', '--run', step.run];
    case 'report':
      return ['report', step.run, '--format', 'html', '--out', 'report.html'];
  }
};

const each = (option: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [option, value]);

const options = {
  assetTag: '--asset-tag',
  ticket: '--ticket',
  operator: '--operator',
  reason: '--reason',
} as const satisfies Readonly<Record<keyof Subject, string>>;

/** A value that looks like an option is tied to its own. */
const subjectParts = (subject: Subject | undefined): readonly string[] =>
  (Object.keys(options) as (keyof Subject)[]).flatMap((field) => {
    const value = subject?.[field]?.trim() ?? '';
    if (value === '') return [];
    return value.startsWith('-') ? [`${options[field]}=${value}`] : [options[field], value];
  });

const plain = /^[A-Za-z0-9_./:@%+=,-]+$/;
/** What PowerShell takes for a single quote. */
const quotes = /['‘’‚‛]/g;

/** One word for the shell. What could end the line is no part of a word here. */
const quoted = (word: string, os: OperatingSystem): string => {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  const clean = word.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  if (os === 'windows') {
    if (/^[A-Za-z0-9_./:+-]+$/.test(clean)) return clean;
    // Windows PowerShell hands a double quote on only behind a backslash.
    return `'${clean.replaceAll(quotes, '$&$&').replaceAll(/(\\*)"/g, '$1$1\\"')}'`;
  }
  return plain.test(clean) ? clean : `'${clean.replaceAll("'", "'\\''")}'`;
};
