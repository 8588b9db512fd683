import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Values of a key, name to data, both as Wine's server writes them; '' is the key's own. */
export type KeyValues = ReadonlyMap<string, string>;

/** Everything that a program can have changed, in the spelling that is there. */
export interface MachineState {
  /** `HKLM\…` and `HKU\…`, every key on the way included. */
  readonly registry: ReadonlyMap<string, KeyValues>;
  /** `C:\…` to what is there: `folder`, `link to …`, or a file's size and identity. */
  readonly files: ReadonlyMap<string, string>;
}

const keyLine = /^\[(.*)\] \d+/;
const valueLine = /^(@|"(?:[^"\\]|\\.)*")=(.*)$/;

/** `\x416` and `\\` in names of keys. */
const plainName = (text: string): string =>
  text.replaceAll(/\\(?:x([0-9a-f]{1,4})|(.))/g, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (letter ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** A value may go on over several lines, each but the last with a backslash at its end. */
const joined = (text: string): readonly string[] => text.replaceAll(/,\\\n\s*/g, ',').split('\n');

/** A key that has nothing but keys below it is written nowhere, and yet it is there. */
const addWithParents = (keys: Map<string, KeyValues>, path: string, values: KeyValues): void => {
  keys.set(path, values);
  const end = path.lastIndexOf('\\');
  if (end > 0 && !keys.has(path.slice(0, end))) addWithParents(keys, path.slice(0, end), new Map());
};

/** Wine's own text form of a registry. Without the times of keys, which say nothing about what is in them. */
export const parseRegistry = (text: string, root: string): Map<string, KeyValues> => {
  const keys = new Map<string, KeyValues>();
  let values = new Map<string, string>();
  for (const line of joined(text)) {
    const key = keyLine.exec(line)?.[1];
    if (key !== undefined) {
      values = new Map();
      addWithParents(keys, `${root}\\${plainName(key)}`, values);
      continue;
    }
    const [, name, data] = valueLine.exec(line) ?? [];
    if (name !== undefined && data !== undefined) {
      values.set(name === '@' ? '' : plainName(name.slice(1, -1)), data);
    } else if (line === '#link') {
      values.set('#link', '');
    }
  }
  return keys;
};

/**
 * A file that still is the template's (several names for one file) was not replaced, and its time says whether it was
 * written: nobody needs to read hundreds of megabytes of Windows for that.
 */
const identityOf = (path: string): string => {
  const { size, ino, mtimeNs, nlink } = statSync(path, { bigint: true });
  if (nlink > 1n) return `${String(size)} linked ${String(ino)} ${String(mtimeNs)}`;
  return `${String(size)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
};

const readFiles = (driveC: string, except: readonly string[]): Map<string, string> => {
  const files = new Map<string, string>();
  const walk = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const [file, name] = [join(folder, entry.name), `${path}\\${entry.name}`];
      if (path === 'C:' && except.includes(entry.name)) continue;
      if (entry.isDirectory()) {
        files.set(name, 'folder');
        walk(file, name);
      } else if (entry.isSymbolicLink()) {
        files.set(name, `link to ${readlinkSync(file)}`);
      } else {
        files.set(name, identityOf(file));
      }
    }
  };
  walk(driveC, 'C:');
  return files;
};

/** `saved`: both halves of the registry in Wine's text form. `except`: folders of drive C that are the rig's. */
export const readState = (
  saved: { readonly machine: string; readonly users: string },
  driveC: string,
  except: readonly string[],
): MachineState => ({
  registry: new Map([
    ...parseRegistry(readFileSync(saved.machine, 'utf8'), 'HKLM'),
    ...parseRegistry(readFileSync(saved.users, 'utf8'), 'HKU'),
  ]),
  files: readFiles(driveC, except),
});
