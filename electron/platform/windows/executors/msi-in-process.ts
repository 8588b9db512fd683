import type { PasswordProperty } from '../../../core/model/plan.ts';
import type { Secret } from '../../../core/model/secret.ts';
import { whyOf } from '../../shared/why.ts';
import { keepOutOfCrashDumps } from '../api/crash-dumps.ts';
import { installerIsLogged } from '../installer-log-policy.ts';
import type { WindowsMachine } from '../machine.ts';
import type { Attempt, MsiJob } from './msi-by-program.ts';
import { passwordProperties, secretProperty } from './msi-password.ts';
import { waitFor } from '../../shared/waiting.ts';

/** A password and the property that takes it. */
export interface Lent {
  readonly property: PasswordProperty;
  readonly secret: Secret;
}

/**
 * Windows Installer within this process, for a password: no argument list, no environment and no log holds it, and it
 * is wiped when the call is over. Nobody can leave such a removal to itself: it would be cut off with this process.
 */
export const removeInProcess = async (job: MsiJob, lent: Lent): Promise<Attempt> => {
  const { machine, productCode, timings } = job;
  const written = await whyWritten(machine, productCode, secretProperty[lent.property]);
  if (written !== undefined) return { kind: 'result', result: { outcome: 'needs-person', detail: written } };
  const restoreDumps = keepOutOfCrashDumps();
  const properties = passwordProperties(lent.property, lent.secret);
  try {
    if (properties.kind !== 'ok') {
      const detail = properties.kind === 'none' ? 'the password is empty' : properties.why;
      return { kind: 'result', result: { outcome: 'wrong-password-or-rights', detail } };
    }
    const removal = machine.api.installer.remove(productCode, properties.bytes);
    return { kind: 'ended', code: await waitFor(removal, { timings, say: job.onProgress, sign: () => '' }) };
  } catch (error) {
    return { kind: 'result', result: { outcome: 'failed', detail: `Windows Installer: ${whyOf(error)}` } };
  } finally {
    if (properties.kind === 'ok') properties.bytes.fill(0);
    restoreDumps();
  }
};

/**
 * Why a password would come into a log all the same: an administrator's policy or the package itself asks for one, and
 * the package does not name the property among those that stay hidden. What cannot be told counts as written.
 * (`MsiLogging` and `MsiHiddenProperties`, learn.microsoft.com.)
 */
const whyWritten = async (
  { registry, api }: Pick<WindowsMachine, 'registry' | 'api'>,
  productCode: string,
  property: string,
): Promise<string | undefined> => {
  const hidden = api.installer.packageProperty(productCode, 'MsiHiddenProperties');
  if (hidden.kind === 'ok' && hidden.value.split(';').some((name) => name.trim() === property))
    return undefined;
  const policy = await installerIsLogged(registry);
  if (policy.kind !== 'ok')
    return `whether Windows Installer would write the password down is not known: ${whyUntold(policy)}`;
  if (policy.value)
    return 'a policy of this computer makes Windows Installer write every property into a log';
  const own = api.installer.packageProperty(productCode, 'MsiLogging');
  if (own.kind === 'missing' || (own.kind === 'ok' && own.value.trim() === '')) return undefined;
  return own.kind === 'ok'
    ? 'its package makes Windows Installer write every property into a log'
    : `whether its package writes a log is not known: ${own.why}`;
};

const whyUntold = (told: { readonly kind: string; readonly why?: string }): string => told.why ?? told.kind;
