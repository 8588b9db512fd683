import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Report, UnsealedReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { canonical } from './canonical.ts';

/** SHA-256 of text in UTF-8, as lower-case hex. */
export type Sha256 = (text: string) => string;

const pureSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 over the RFC 8785 canonical JSON of a report without its digest. */
const digestOf = (report: object, hash: Sha256 = pureSha256): string =>
  hash(canonical({ ...report, sha256: undefined }));

/** Adds the digest. Fields that are undefined are dropped first, as they are in a file. */
export const seal = (report: UnsealedReport): Report => {
  const plain = JSON.parse(JSON.stringify(report)) as UnsealedReport;
  return { ...plain, sha256: digestOf(plain) };
};

/** Whether what was read from a file carries the digest of all the rest. `hash`: a faster one, where there is one. */
export const isIntact = (report: object, hash?: Sha256): boolean =>
  'sha256' in report && digestOf(report, hash) === report.sha256;

/** Whether a report is as it was written. It proves no author. */
export const checkSeal = (report: Report): Result<true> =>
  isIntact(report) ? ok(true) : fail('report-altered');
