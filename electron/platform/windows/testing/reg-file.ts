import type { RegistryValue } from '../registry/registry.ts';
import { registryTypes } from '../registry/registry.ts';
import { decodeText } from '../../shared/decode-text.ts';

/** One key of an export, as it stands there: `HKEY_LOCAL_MACHINE\…`, WOW6432Node included. */
export interface ExportedKey {
  readonly path: string;
  readonly values: readonly RegistryValue[];
}

/**
 * Reads what `reg export` writes: "Windows Registry Editor Version 5.00", UTF-16LE with a byte order mark. A text that
 * a test holds may leave out the first line. Throws for anything else: a recording is a fixture, and a fault in it a bug.
 */
export const parseRegFile = (file: string | Buffer): readonly ExportedKey[] => {
  const text = typeof file === 'string' ? file : decodeText(file);
  if (text === undefined) throw new Error('the recording is not text');
  const body = text.replace(/^\uFEFF?\s*Windows Registry Editor Version 5\.00[ \t]*(?:\r?\n|$)/, '');
  if (typeof file !== 'string' && body === text)
    throw new Error('the recording is not an export of version 5');
  const keys: { path: string; values: RegistryValue[] }[] = [];
  for (const entry of entriesOf(body)) {
    const path = /^\[(.+)\]$/.exec(entry)?.[1];
    if (path !== undefined) keys.push({ path, values: [] });
    else {
      const key = keys.at(-1);
      if (key === undefined) throw new Error(`a value before any key: ${entry}`);
      key.values.push(valueOf(entry));
    }
  }
  return keys;
};

/** A line a key or value; a quoted text may hold line ends, a backslash at the end continues a list of bytes. */
const entriesOf = (body: string): readonly string[] =>
  (
    body.match(
      /\[.*\][ \t]*(?=\r?\n|$)|(?:"(?:\\[^]|[^"\\])*"|@)=(?:"(?:\\[^]|[^"\\])*"|(?:\\\r?\n|.)*)|\S.*/g,
    ) ?? []
  )
    .map((entry) => entry.trim())
    .filter((entry) => !entry.startsWith(';'));

const valueOf = (entry: string): RegistryValue => {
  const [, quotedName, stored] = /^(@|"(?:\\[^]|[^"\\])*")=([^]*)$/.exec(entry) ?? [];
  if (quotedName === undefined || stored === undefined) throw new Error(`not a value: ${entry}`);
  return { name: quotedName === '@' ? '' : unquoted(quotedName), ...dataOf(stored) };
};

const dataOf = (stored: string): Pick<RegistryValue, 'type' | 'data'> => {
  if (/^"[^]*"$/.test(stored))
    return { type: registryTypes.sz, data: Buffer.from(`${unquoted(stored)}\0`, 'utf16le') };
  const [, number] = /^dword:([0-9a-f]{1,8})$/i.exec(stored) ?? [];
  if (number !== undefined) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(parseInt(number, 16));
    return { type: registryTypes.dword, data };
  }
  const [, type, bytes] = /^hex(?:\(([0-9a-f]+)\))?:([^]*)$/i.exec(stored) ?? [];
  const plain = bytes?.replace(/[\s\\]+/g, '');
  if (plain === undefined || !/^(?:[0-9a-f]{2}(?:,|$))*$/i.test(plain))
    throw new Error(`no such data: ${stored}`);
  return {
    type: type === undefined ? registryTypes.binary : parseInt(type, 16),
    data: Buffer.from(plain.replaceAll(',', ''), 'hex'),
  };
};

/** Windows escapes quotes and backslashes only; Wine line ends and zeros too. */
const unquoted = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\([^])/g, (_, escaped: string) => wineEscapes[escaped] ?? escaped);

const wineEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };
