/**
 * The program of the first effective `ExecStart=` in a unit file (systemd.service(5)): comments and continued lines
 * are understood, an empty assignment resets, the prefixes `-@:+!|` are not part of the path, the path may be quoted.
 * Drop-ins are not read; where systemd runs, its own answer includes them.
 */
export const programOfUnitFile = (text: string): string | undefined => {
  let section = '';
  let commands: string[] = [];
  for (const line of logicalLines(text)) {
    const header = /^\[(.+)\]$/.exec(line);
    if (header !== null) section = header[1] ?? '';
    const command = /^ExecStart\s*=\s*(.*)$/.exec(line)?.[1];
    if (section !== 'Service' || command === undefined) continue;
    commands = command === '' ? [] : [...commands, command];
  }
  return commands.map(programOfCommand).find((program) => program !== '');
};

/** Trimmed lines without comments, a backslash at the end joining the next one. */
const logicalLines = (text: string): string[] => {
  const lines: string[] = [];
  let open: string | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line.startsWith('#') || line.startsWith(';')) continue;
    const whole: string = open === undefined ? line : `${open} ${line}`;
    if (whole.endsWith('\\')) {
      open = whole.slice(0, -1).trimEnd();
      continue;
    }
    open = undefined;
    if (whole !== '') lines.push(whole);
  }
  return open === undefined ? lines : [...lines, open];
};

const programOfCommand = (command: string): string => {
  const bare = command.replace(/^[-@:+!|]+/, '');
  const quoted = /^(["'])(.*?)\1/.exec(bare);
  return quoted?.[2] ?? bare.split(/\s/)[0] ?? '';
};
