import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Windows does not tell `A` from `a`, this machine does: the name that is really there, else the one asked for. */
const realName = (folder: string, name: string): string => {
  if (existsSync(join(folder, name)) || !existsSync(folder)) return name;
  const lower = name.toLowerCase();
  return readdirSync(folder).find((entry) => entry.toLowerCase() === lower) ?? name;
};

/** Where `C:\…` of a machine lies on this one, in the spelling that is there. */
export const onThisMachine = (driveC: string, path: string): string => {
  const match = /^c:\\(.*)$/i.exec(path);
  if (match?.[1] === undefined) throw new Error(`Not a path on drive C: ${path}`);
  const names = match[1].split('\\').filter((name) => name !== '');
  return names.reduce((folder, name) => join(folder, realName(folder, name)), driveC);
};

/**
 * One argument as the C library of Windows programs reads it back.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export const quoted = (argument: string): string => {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replaceAll(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&');
  return `"${escaped}"`;
};
