import { readFile, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isMissing } from '../shared/why.ts';
import { parseAccounts } from './accounts.ts';
import type { Machine } from './machine.ts';
import { pathIn } from './machine.ts';

/** Ordinary people's accounts begin here (login.defs(5)); 65534 is nobody. */
const firstPerson = 1_000;
const nobody = 65_534;

/**
 * Home folders of everyone who may have worked here, as paths of the machine: root's, those that passwd(5) gives to
 * people, and what else lies in /home, where the homes of directory users (LDAP, AD) and of deleted users are.
 * Each is there once, whatever links lead to it; whether it can be read is for the reader to find out.
 */
export const homeFolders = async (machine: Machine): Promise<readonly string[]> => {
  const candidates = [...(await homesOfAccounts(machine)), ...(await foldersInHome(machine))];
  const homes = new Map<string, string>();
  for (const home of candidates) {
    try {
      const real = await realpath(pathIn(machine, home));
      if (!homes.has(real)) homes.set(real, home);
    } catch (error) {
      // Behind a closed folder: it may be there, so it counts.
      if (!isMissing(error)) homes.set(home, home);
    }
  }
  return [...homes.values()];
};

const homesOfAccounts = async (machine: Machine): Promise<readonly string[]> => {
  try {
    const { accounts } = parseAccounts(await readFile(pathIn(machine, '/etc/passwd'), 'utf8'));
    return accounts.flatMap(({ id, home }) => {
      const number = Number(id);
      const person = number === 0 || (number >= firstPerson && number !== nobody);
      return person && home !== undefined && home !== '/' ? [home] : [];
    });
  } catch {
    // The accounts table says that it could not be read; one's own home is known all the same.
    return machine.root === '/' ? [homedir()] : [];
  }
};

const foldersInHome = async (machine: Machine): Promise<readonly string[]> => {
  try {
    const entries = await readdir(pathIn(machine, '/home'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name !== 'lost+found')
      .map((entry) => join('/home', entry.name));
  } catch {
    return [];
  }
};
