import type { Signature } from '../model/product.ts';

/**
 * Subjects of the vendor's own root certificates, as `CN=…, O=…` in any order. The first name is the one that is known
 * from public logs; the company alone is inferred. A comma that belongs to a name carries a backslash, so that nobody's
 * name can pretend to be a part of its own.
 */
const vendorSubject =
  /^(?:.*(?<!\\), ?)?(?:CN=Kaspersky Anti-Virus Personal Root Certificate|O="?(?:(?:AO|ZAO|JSC) )?Kaspersky Lab"?(?: (?:AO|ZAO|JSC))?)(?:, ?.*)?$/i;

/** An address on a host of the vendor's: the domain itself or a name below it, never one that merely contains it. */
const vendorAddress =
  /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#\s]*@)?(?:[a-z0-9-]+\.)*kaspersky(?:\.com|\.ru|-labs\.com)(?::\d+)?(?:[/?#].*)?$/i;

/** Traces that name the vendor and no product: they join whichever product is here, or stand alone. */
export const certificateTraces: readonly Signature<'certificates'>[] = [
  {
    table: 'certificates',
    weight: 'trace',
    reason: 'certificate-subject',
    match: { subject: { pattern: vendorSubject } },
  },
];

export const packageSourceTraces: readonly Signature<'packageSources'>[] = [
  {
    table: 'packageSources',
    weight: 'trace',
    reason: 'package-source',
    match: { address: { pattern: vendorAddress } },
  },
];
