import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Machine } from '../machine';

/** Every spelling in which a password may have been written down. */
const spellings = (secret: string): readonly Buffer[] => {
  const wide = Buffer.from(secret, 'utf16le');
  const hex = wide.toString('hex');
  return [
    Buffer.from(secret),
    wide,
    ...[hex, hex.toUpperCase()].flatMap((digits) => [Buffer.from(digits), Buffer.from(digits, 'utf16le')]),
    Buffer.from(Buffer.from(secret).toString('base64')),
  ];
};

/** The rig's own folder holds what a test typed. */
const isRigs = (path: string): boolean => /\/drive_c\/rig(?:\/|$)/i.test(path);

/** Files of this machine alone: what it shares with its template was there before. */
const ownFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isRigs(path)) return [];
    if (entry.isDirectory()) return ownFiles(path);
    return entry.isFile() && statSync(path).nlink === 1 ? [path] : [];
  });

/** The places in all files and in the whole registry where one of the secrets stands. */
export const placesOf = async (machine: Machine, secrets: readonly string[]): Promise<readonly string[]> => {
  const looked = secrets.flatMap(spellings);
  const inFiles = ownFiles(machine.at('C:\\')).filter((path) => {
    const content = readFileSync(path);
    return looked.some((spelling) => content.includes(spelling));
  });
  const { registry } = await machine.state();
  const inRegistry = [...registry].flatMap(([key, values]) =>
    [...values].flatMap(([name, data]) => {
      const text = `${name} ${data}`;
      return secrets.some((secret) => text.includes(secret)) ? [`${key} : ${name}`] : [];
    }),
  );
  return [...inFiles, ...inRegistry];
};
