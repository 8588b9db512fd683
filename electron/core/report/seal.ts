import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Report, UnsealedReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';

/** SHA-256, as lower-case hex, over the RFC 8785 canonical JSON of a report without its digest. */
const digestOf = (report: UnsealedReport): string => {
  const plain: unknown = JSON.parse(JSON.stringify({ ...report, sha256: undefined }));
  return bytesToHex(sha256(utf8ToBytes(canonicalize(plain) ?? '')));
};

/** Adds the digest. Fields that are undefined are dropped first, as they are in a file. */
export const seal = (report: UnsealedReport): Report => {
  const plain = JSON.parse(JSON.stringify(report)) as UnsealedReport;
  return { ...plain, sha256: digestOf(plain) };
};

/** Whether a report is as it was written. It proves no author. */
export const checkSeal = (report: Report): Result<true> =>
  digestOf(report) === report.sha256 ? ok(true) : fail('report-altered');
