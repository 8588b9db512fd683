import type { ExecutionResult } from '../../../core/ports.ts';
import type { ExecResult } from '../../exec.ts';
import { installerCodeMeaning, uninstallerCodeMeaning } from './exit-codes.ts';
import type { CodeMeaning } from './exit-codes.ts';
import type { EndState } from './gone.ts';
import type { LogFindings } from './msi-log.ts';

/** What was known of a password when Windows Installer was asked. */
export type PasswordPart =
  /** It was handed over. */
  | 'given'
  /** The product takes one, and nobody gave it. */
  | 'not-given'
  /** It is not known that the product takes one this way. */
  | 'not-taken';

/**
 * How the removal of a product of Windows Installer ended. The look afterwards decides, the exit code and the log only
 * explain: a product is removed when it is gone, and only then.
 */
export const judgeProduct = (
  code: number,
  after: EndState,
  part: PasswordPart,
  findings: LogFindings | undefined,
): ExecutionResult => {
  const meaning = installerCodeMeaning(code);
  const end = (
    outcome: ExecutionResult['outcome'],
    ...why: readonly (string | undefined)[]
  ): ExecutionResult => ({
    outcome,
    exitCode: code,
    ...detailOf([meaning.meaning, ...why, ...(findings?.lines ?? [])]),
  });
  const { verdict } = meaning;
  if (verdict === 'restart-needed') return good(verdict, code);
  if (verdict === 'already-gone') {
    if (after.kind === 'gone') return good(verdict, code);
    if (after.kind === 'unknown') return end('failed', after.why);
    return after.what === 'product'
      ? end('failed')
      : end(verdict, 'its entry in the list of programs is still there');
  }
  if (after.kind === 'gone') return good('removed', code);
  if (verdict === 'done') return after.kind === 'unknown' ? end('failed', after.why) : end('still-there');
  if (verdict === 'unsaid') return end(reasonOf(part, findings));
  // Without a window nobody could cancel it: what takes a password stops so when it misses the right one.
  return end(verdict === 'cancelled' && part !== 'not-taken' ? 'wrong-password-or-rights' : verdict);
};

const good = (outcome: ExecutionResult['outcome'], exitCode: number): ExecutionResult => ({
  outcome,
  exitCode,
});

/**
 * Why a fatal error happened. A product that takes a password ends so when it does not get the right one, and that is
 * the usual reason; without a password it is taken for the reason only when the log names no other.
 */
const reasonOf = (part: PasswordPart, findings: LogFindings | undefined): ExecutionResult['outcome'] => {
  const reason = findings?.reason ?? 'nothing';
  if (reason === 'rights' || part === 'given') return 'wrong-password-or-rights';
  // It wants a password that it takes in its own window only.
  if (reason === 'password') return part === 'not-taken' ? 'needs-person' : 'wrong-password-or-rights';
  return part === 'not-given' && reason === 'nothing' ? 'wrong-password-or-rights' : 'failed';
};

/**
 * How a vendor's own uninstaller ended. `held`: the person gave a password for this product; it takes one as an argument
 * at most, where everybody could read it, so it got none.
 */
export const judgeUninstaller = (result: ExecResult, after: EndState, held: boolean): ExecutionResult => {
  switch (result.kind) {
    case 'missing':
      return { outcome: 'tool-missing' };
    case 'denied':
      return { outcome: 'wrong-password-or-rights' };
    case 'unstartable':
      return { outcome: 'failed', detail: `it could not be started: ${result.why}` };
    case 'signalled':
    case 'timeout':
      return after.kind === 'gone'
        ? { outcome: 'removed' }
        : { outcome: 'failed', detail: 'it was ended by force' };
    case 'exited':
      return judgeCode(result.code, after, held);
  }
};

const judgeCode = (code: number, after: EndState, held: boolean): ExecutionResult => {
  const { verdict, meaning } = uninstallerCodeMeaning(code);
  if (verdict === 'restart-needed') return good(verdict, code);
  if (after.kind === 'gone') return good('removed', code);
  const why = after.kind === 'unknown' ? after.why : undefined;
  const outcome = outcomeOf(verdict, after);
  if (held && (outcome === 'failed' || outcome === 'still-there'))
    return {
      outcome: 'needs-person',
      exitCode: code,
      ...detailOf([meaning, why, 'a password can only be typed in its own window']),
    };
  return { outcome, exitCode: code, ...detailOf([meaning, why]) };
};

const outcomeOf = (verdict: CodeMeaning['verdict'], after: EndState): ExecutionResult['outcome'] => {
  if (verdict === 'unsaid') return 'failed';
  if (verdict === 'done') return after.kind === 'unknown' ? 'failed' : 'still-there';
  return verdict;
};

/** One thing a line; nothing when there is nothing to say. */
export const detailOf = (parts: readonly (string | undefined)[]): { readonly detail?: string } => {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? {} : { detail: said.join('\n') };
};
