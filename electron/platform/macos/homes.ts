import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import type { Machine } from '../shared/machine.ts';
import { pathIn, readerTimeoutMs, troubleOf } from '../shared/machine.ts';
import { isMissing } from '../shared/why.ts';
import { gapOf } from './denial.ts';

export interface Homes {
  /** As paths of the machine that is looked at. */
  readonly paths: readonly string[];
  readonly gaps: readonly Gap[];
}

const notPeople = new Set(['Shared', 'Guest', 'Deleted Users']);

/**
 * Home folders of everyone who may have worked here: what lies in /Users, where deleted accounts leave theirs too, and
 * the homes elsewhere that the directory names. Whether each can be read is for its reader to find out.
 */
export const homesOf = async (machine: Machine): Promise<Homes> => {
  const [listed, named] = await Promise.all([foldersInUsers(machine), homesInDirectory(machine)]);
  return {
    paths: [...new Set([...listed.paths, ...named.paths])],
    gaps: [...listed.gaps, ...named.gaps],
  };
};

const foldersInUsers = async (machine: Machine): Promise<Homes> => {
  try {
    const entries = await readdir(pathIn(machine, '/Users'), { withFileTypes: true });
    const people = entries.filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notPeople.has(entry.name),
    );
    return { paths: people.map((entry) => join('/Users', entry.name)), gaps: [] };
  } catch (error) {
    return { paths: [], gaps: isMissing(error) ? [] : [gapOf('/Users', error)] };
  }
};

const homesInDirectory = async (machine: Machine): Promise<Homes> => {
  const result = await machine.exec({
    command: '/usr/bin/dscl',
    args: ['.', '-list', '/Users', 'NFSHomeDirectory'],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('dscl', result);
  if (trouble !== undefined) return { paths: [], gaps: [{ source: 'dscl', ...trouble }] };
  return { paths: result.kind === 'exited' ? parseDirectory(result.stdout.text) : [], gaps: [] };
};

/** `NAME   /its/home` a line. Accounts of the system begin with an underscore or live in /var. */
export const parseDirectory = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [, name, home] = /^(\S+)\s+(\/.*\S)\s*$/.exec(line) ?? [];
    if (name === undefined || home === undefined || name.startsWith('_')) return [];
    return /^(?:\/private)?\/(?:var|usr|Library)(?:\/|$)/.test(home) || notPeople.has(name) ? [] : [home];
  });
