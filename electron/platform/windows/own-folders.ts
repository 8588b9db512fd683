import { homedir } from 'node:os';
import { win32 } from 'node:path';
import type { OwnFolders } from '../shared/state-folder.ts';
import { notOurs } from '../shared/state-folder.ts';
import type { MadeFolder, NotMade } from './api/own-folder.ts';
import { makeFolder, programDataFolder } from './api/own-folder.ts';
import type { OwnRights, Told, WindowsMachine } from './machine.ts';
import { othersWith, readTrustedSids } from './trusted-sids.ts';

const name = 'removal-assistant';

/** Windows' functions for it; a test hands in its own. */
export interface FolderCalls {
  readonly makeFolder: (path: string, access: string) => MadeFolder;
  readonly programDataFolder: () => Told<string>;
}

type Machine = Pick<WindowsMachine, 'registry' | 'api'>;

/**
 * Folders of our own on Windows. Anybody may make folders in `%ProgramData%`, and owns what he makes: so a folder there
 * is ours only if administrators own it and nobody else may change it, and ours is made that way from its first moment.
 * Without administrator rights the person's own account counts as well.
 */
export const windowsOwnFolders = (
  open: () => Machine,
  calls: FolderCalls = { makeFolder, programDataFolder },
  environment: NodeJS.ProcessEnv = process.env,
): OwnFolders => ({
  usual: () => {
    const rights = rightsOf(open());
    return rights?.isAdministrator === true ? administratorsFolder(calls) : personsFolder(environment);
  },
  make: async (path) => {
    const made = calls.makeFolder(win32.resolve(path), accessFor(rightsOf(open())));
    if (made.kind !== 'made') throw failure(made);
  },
  above: (path) => win32.dirname(path),
  whyNotOurs: async (path) => whyNotOurs(open(), win32.resolve(path)),
});

const rightsOf = ({ api }: Machine): OwnRights | undefined => {
  const rights = api.ownRights();
  return rights.kind === 'ok' ? rights.value : undefined;
};

/** Where the registry names none, a place that is checked like any other. */
const administratorsFolder = (calls: FolderCalls): string => {
  const data = calls.programDataFolder();
  return win32.join(data.kind === 'ok' ? data.value : 'C:\\ProgramData', name);
};

const personsFolder = (environment: NodeJS.ProcessEnv): string => {
  const local = environment['LOCALAPPDATA'] ?? '';
  return win32.join(/^[a-z]:\\/i.test(local) ? local : win32.join(homedir(), 'AppData', 'Local'), name);
};

/** In Windows' text form: nothing comes from the folder above (`P`), all below has the same list (`OICI`). */
const accessFor = (rights: OwnRights | undefined): string => {
  const administrators = '(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
  if (rights?.isAdministrator === true) return `O:BAD:PAI${administrators}`;
  return `D:PAI${administrators}${rights === undefined ? '' : `(A;OICI;FA;;;${rights.sid})`}`;
};

/** As Node's own file functions throw, so that nobody has to tell the two apart. */
const failure = (trouble: NotMade): Error => {
  switch (trouble.kind) {
    case 'exists':
      return withCode('EEXIST');
    case 'missing':
      return withCode('ENOENT');
    case 'denied':
      return withCode('EACCES');
    case 'failed':
      return new Error(trouble.why);
  }
};

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

const whyNotOurs = async (machine: Machine, path: string): Promise<string | undefined> => {
  const told = machine.api.access(path);
  if (told.kind !== 'ok') throw failure(told);
  const access = told.value;
  if (access.reparsePoint) return notOurs.link;
  if (access.kind === 'file') return notOurs.file;
  const rights = rightsOf(machine);
  const trusted = new Set(await readTrustedSids(machine));
  if (rights?.isAdministrator === false) trusted.add(rights.sid);
  if (!trusted.has(access.owner)) return notOurs.owner;
  return othersWith(access, trusted, { inherited: true }).length === 0 ? undefined : notOurs.writable;
};
