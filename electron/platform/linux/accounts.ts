import { readFile } from 'node:fs/promises';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';

/**
 * Users and groups of the machine itself, from passwd(5) and group(5). Directories (LDAP, AD) are not asked: products
 * make their accounts on the machine, and a question that goes through the network could hang a whole scan.
 */
export const accountsProbe = (machine: Machine = thisMachine): Probe<'accounts'> => ({
  table: 'accounts',
  read: () => readAccounts(machine),
});

const sources = [
  { path: '/etc/passwd', kind: 'user' },
  { path: '/etc/group', kind: 'group' },
] as const;

export const readAccounts = async (machine: Machine): Promise<Reading<Row<'accounts'>>> => {
  const gaps: Gap[] = [];
  const rows: Row<'accounts'>[] = [];
  let missing = 0;
  for (const { path, kind } of sources) {
    try {
      const parsed = parseAccounts(await readFile(pathIn(machine, path), 'utf8'));
      rows.push(...parsed.accounts.map(({ name, id }) => ({ name, kind, id })));
      if (parsed.unreadable > 0)
        gaps.push({
          source: path,
          kind: 'failed',
          why: `${String(parsed.unreadable)} lines could not be read`,
        });
    } catch (error) {
      if (isMissing(error)) missing += 1;
      gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    }
  }
  if (missing === sources.length) return { kind: 'unavailable', why: 'there is neither passwd nor group' };
  const first = gaps[0];
  if (rows.length === 0 && first !== undefined)
    return { kind: first.kind, why: `${first.source}: ${first.why}` };
  // No Linux works without root: an empty pair of files has been cut off.
  return rows.length === 0 ? { kind: 'failed', why: 'passwd and group name nobody' } : okReading(rows, gaps);
};

export interface Account {
  readonly name: string;
  readonly id: string;
  /** The home folder; groups have none. */
  readonly home?: string;
}

/** `NAME:PASSWORD:ID:…` a line, the home in the sixth field; lines with `+` or `-` point to NIS and name nobody here. */
export const parseAccounts = (
  text: string,
): { readonly accounts: readonly Account[]; readonly unreadable: number } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[+#-]/.test(line));
  const accounts = lines.flatMap((line) => {
    const [name = '', , id = '', , , home] = line.split(':');
    if (name === '' || !/^\d+$/.test(id)) return [];
    return [{ name, id, ...(home?.startsWith('/') === true ? { home } : {}) }];
  });
  return { accounts, unreadable: lines.length - accounts.length };
};
