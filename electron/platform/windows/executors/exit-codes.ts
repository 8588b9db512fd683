import type { Outcome } from '../../../core/model/run.ts';

/** What an exit code says by itself. `done`: the installer means that it did its work; a look has to confirm it. */
export type CodeVerdict =
  | 'done'
  | 'unsaid'
  | Extract<
      Outcome,
      | 'restart-needed'
      | 'already-gone'
      | 'cancelled'
      | 'busy'
      | 'blocked-by-policy'
      | 'source-missing'
      | 'wrong-password-or-rights'
      | 'failed'
    >;

export interface CodeMeaning {
  readonly verdict: CodeVerdict;
  /** In few words; undefined where the verdict says it all. */
  readonly meaning?: string;
}

/**
 * Exit codes of Windows Installer ("MsiExec.exe and InstMsi.exe error messages", learn.microsoft.com, and winerror.h for
 * the general ones). 1603 is any fatal error: why, only its log or what was known before can tell.
 */
const installerCodes: ReadonlyMap<number, CodeMeaning> = new Map<number, CodeMeaning>([
  [0, { verdict: 'done' }],
  [1641, { verdict: 'restart-needed' }],
  [3010, { verdict: 'restart-needed' }],
  [1604, { verdict: 'restart-needed', meaning: 'it was suspended and is to go on after a restart' }],
  [1605, { verdict: 'already-gone', meaning: 'Windows Installer does not know this product' }],
  [1614, { verdict: 'already-gone' }],
  [1602, { verdict: 'cancelled' }],
  [1223, { verdict: 'cancelled' }],
  [1618, { verdict: 'busy', meaning: 'another installation is at work' }],
  [1603, { verdict: 'unsaid', meaning: 'a fatal error' }],
  [5, { verdict: 'wrong-password-or-rights', meaning: 'access is denied' }],
  [740, { verdict: 'wrong-password-or-rights', meaning: 'it wants an administrator’s rights' }],
  [1625, { verdict: 'blocked-by-policy' }],
  [1260, { verdict: 'blocked-by-policy', meaning: 'a software restriction policy forbids the program' }],
  [1640, { verdict: 'blocked-by-policy', meaning: 'not allowed from a remote session' }],
  [1643, { verdict: 'blocked-by-policy', meaning: 'a policy forbids an update of it' }],
  [1644, { verdict: 'blocked-by-policy', meaning: 'a policy forbids its customisation' }],
  [1645, { verdict: 'blocked-by-policy', meaning: 'not allowed from a remote session' }],
  [1649, { verdict: 'blocked-by-policy', meaning: 'a policy forbids its removal' }],
  [1612, { verdict: 'source-missing' }],
  [1619, { verdict: 'source-missing', meaning: 'its package could not be opened' }],
  [1620, { verdict: 'source-missing', meaning: 'its package is damaged' }],
  [1624, { verdict: 'source-missing', meaning: 'a file that customises its package could not be used' }],
  [1635, { verdict: 'source-missing', meaning: 'an update of its package could not be opened' }],
  [1636, { verdict: 'source-missing', meaning: 'an update of its package is damaged' }],
  [13, { verdict: 'failed', meaning: 'invalid data' }],
  [87, { verdict: 'failed', meaning: 'an invalid parameter' }],
  [1601, { verdict: 'failed', meaning: 'Windows Installer’s service could not be reached' }],
  [1610, { verdict: 'failed', meaning: 'its configuration data is damaged' }],
  [1622, { verdict: 'failed', meaning: 'its log could not be opened' }],
  [1632, { verdict: 'failed', meaning: 'the folder for temporary files is full or cannot be written' }],
  [1633, { verdict: 'failed', meaning: 'its package is for another kind of processor' }],
  [1638, { verdict: 'failed', meaning: 'another version of it is installed' }],
  [1639, { verdict: 'failed', meaning: 'an invalid argument' }],
  [1652, { verdict: 'failed', meaning: 'Windows Installer does not work in Safe Mode' }],
  [1654, { verdict: 'failed', meaning: 'Windows has set its package aside' }],
]);

/** Codes below are every program's own to give; these above are nobody else's than Windows Installer's. */
const firstOwnCode = 1_000;
/** `HRESULT_FROM_WIN32`: bootstrappers hand codes on as 0x8007xxxx. */
const fromWin32 = 0x8007;

const plainCode = (code: number): number => {
  const unsigned = code >>> 0;
  return unsigned >>> 16 === fromWin32 ? unsigned & 0xffff : unsigned;
};

/** Of msiexec, or of Windows Installer's own function. */
export const installerCodeMeaning = (code: number): CodeMeaning =>
  installerCodes.get(plainCode(code)) ?? { verdict: 'failed' };

/**
 * Of a vendor's own uninstaller: it may hand on what Windows Installer said, otherwise its codes are documented nowhere
 * and only say that something went wrong.
 */
export const uninstallerCodeMeaning = (code: number): CodeMeaning => {
  const plain = plainCode(code);
  if (plain === 0) return { verdict: 'done' };
  if (plain < firstOwnCode) return { verdict: 'failed' };
  const said = installerCodeMeaning(plain);
  // Nobody told it a product code: that Windows Installer knows none is a fault in what it looked for.
  return said.verdict === 'already-gone' ? { ...said, verdict: 'failed' } : said;
};
