import { userInfo } from 'node:os';

/**
 * The account for which this process works. With sudo that is who asked for it, not root. Undefined where the system
 * knows no name for it.
 */
export const accountHere = (environment: NodeJS.ProcessEnv = process.env): string | undefined => {
  const asked = environment['SUDO_USER'] ?? '';
  if (process.platform !== 'win32' && asked !== '') return asked;
  try {
    const { username } = userInfo();
    const domain = process.platform === 'win32' ? (environment['USERDOMAIN'] ?? '') : '';
    return domain === '' ? username : `${domain}\\${username}`;
  } catch {
    return undefined;
  }
};
