import { userInfo } from 'node:os';

const posixPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The environment that every program gets. PATH holds only folders that an administrator writes; messages are
 * English and bytes are UTF-8, so that output can be parsed (C.UTF-8 where the C library has it, else plain C).
 */
export const systemEnvironment = (
  platform: NodeJS.Platform = process.platform,
  own: NodeJS.ProcessEnv = process.env,
): Record<string, string> => (platform === 'win32' ? windowsEnvironment(own) : posixEnvironment());

const posixEnvironment = (): Record<string, string> => ({
  PATH: posixPath,
  LC_ALL: 'C.UTF-8',
  LANG: 'C.UTF-8',
  HOME: homeFolder(),
  TERM: 'dumb',
});

/** From the user database, not from $HOME: sudo and pkexec differ in what they leave there. */
const homeFolder = (): string => {
  try {
    return userInfo().homedir;
  } catch {
    return '/';
  }
};

/** Programs do not start without SystemRoot; the folders below are the ones they ask for. */
const windowsEnvironment = (own: NodeJS.ProcessEnv): Record<string, string> => {
  const root = own['SystemRoot'] ?? 'C:\\Windows';
  const kept = [
    'TEMP',
    'TMP',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'ProgramData',
    'ProgramFiles',
    'ProgramFiles(x86)',
    'ProgramW6432',
  ];
  return {
    SystemRoot: root,
    windir: root,
    PATH: `${root}\\System32;${root};${root}\\System32\\Wbem;${root}\\System32\\WindowsPowerShell\\v1.0`,
    ...Object.fromEntries(kept.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]))),
  };
};
