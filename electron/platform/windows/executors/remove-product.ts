import { goodOutcomes } from '../../../core/model/run.ts';
import type { ExecutionContext, ExecutionResult } from '../../../core/ports.ts';
import type { EndState } from './gone.ts';
import { stateOfProduct } from './gone.ts';
import type { PasswordPart } from './judge.ts';
import { detailOf, judgeProduct } from './judge.ts';
import { ownershipOf, productCodeShape } from './machine-wide.ts';
import type { Attempt, MsiJob } from './msi-by-program.ts';
import { removeByProgram } from './msi-by-program.ts';
import type { Lent } from './msi-in-process.ts';
import { removeInProcess } from './msi-in-process.ts';
import { tryWhileBusy } from './waiting.ts';

export interface ProductJob extends MsiJob {
  /** How long another installation is waited for. In milliseconds. */
  readonly limitMs: number;
  readonly part: PasswordPart;
  /** Undefined: no password is involved. */
  readonly lent: Lent | undefined;
}

type Ended = Extract<Attempt, { kind: 'ended' }>;

/**
 * Removes one product by its product code: looks whose it is, asks Windows Installer, looks again. While it is busy with
 * another, the removal is tried again until the limit.
 */
export const removeProduct = async (job: ProductJob): Promise<ExecutionResult> =>
  productCodeShape.test(job.productCode)
    ? tryWhileBusy(() => removeOnce(job), job)
    : { outcome: 'failed', detail: `not a product code: ${job.productCode}` };

const removeOnce = async (job: ProductJob): Promise<ExecutionResult> => {
  const answered = await answeredAlready(job);
  if (answered !== undefined) return answered;
  const attempt = job.lent === undefined ? await removeByProgram(job) : await removeInProcess(job, job.lent);
  if (attempt.kind === 'result') return attempt.result;
  return concluded(attempt, await stateOfProduct(job.machine, job.productCode), job.part);
};

/** Every try begins with the look: whoever was waited for may have removed it, or put another in its place. */
const answeredAlready = async ({
  machine,
  productCode,
}: ProductJob): Promise<ExecutionResult | undefined> => {
  const before = await stateOfProduct(machine, productCode);
  if (before.kind === 'gone') return { outcome: 'already-gone' };
  const owner = await ownershipOf(machine, productCode);
  switch (owner.kind) {
    case 'computer':
      return undefined;
    case 'unrecorded':
      // Only an entry is left of it, or Windows Installer does not tell: let it say so itself.
      return before.kind === 'there' && before.what === 'product' ? ofOnePerson : undefined;
    case 'person':
      return ofOnePerson;
    case 'unknown':
      return { outcome: 'failed', detail: `whose it is could not be told: ${owner.why}` };
  }
};

const ofOnePerson: ExecutionResult = {
  outcome: 'needs-person',
  detail: 'it was installed by one person, not for the computer; that person can remove it',
};

/** A good end needs no log, nor does a try that never began. After a bad one it stays, and its place is told. */
const concluded = async (attempt: Ended, after: EndState, part: PasswordPart): Promise<ExecutionResult> => {
  const result = judgeProduct(attempt.code, after, part, attempt.findings);
  if (goodOutcomes.includes(result.outcome) || result.outcome === 'busy' || attempt.log === undefined) {
    await attempt.work?.remove();
    return result;
  }
  return { ...result, ...detailOf([result.detail, attempt.log]) };
};

/** The parts of a job that come with the run itself. */
export const fromContext = ({
  onProgress,
  cancellation,
}: ExecutionContext): Pick<ProductJob, 'onProgress' | 'cancellation'> => ({ onProgress, cancellation });
