import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../shared/certificate.ts';
import { certificateIn } from './certificate-blob.ts';
import { parseRegFile } from './testing/reg-file.ts';
import { recording } from './testing/recorded-registry.ts';

/** As Windows' functions wrote them, with a friendly name and thumbprints beside the certificate. */
const blobs = parseRegFile(recording('fixtures/registry/wine-certificates.reg', import.meta.url)).flatMap(
  ({ values }) => values.map(({ data }) => data),
);

const property = (id: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(data.length, 8);
  return Buffer.concat([head, data]);
};

describe('a stored certificate', () => {
  it('stands among its properties', () => {
    const subjects = blobs.map((blob) => readCertificate(certificateIn(blob) ?? '')?.subject);
    expect(subjects).toEqual([
      'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
      'CN=Muster Root, O=Muster\\, Lindt & Co, C=DE',
      'CN=Muster Root, O=Muster\\, Lindt & Co, C=DE',
    ]);
  });

  it('may come before or after others, and be the only one', () => {
    const der = Buffer.from('der');
    const other = property(11, Buffer.from('name'));
    expect(certificateIn(property(32, der))).toEqual(der);
    expect(certificateIn(Buffer.concat([property(32, der), other]))).toEqual(der);
    expect(certificateIn(Buffer.concat([other, property(32, der), other]))).toEqual(der);
  });

  it('is not found where it is missing or cut off', () => {
    const whole = Buffer.concat([property(11, Buffer.from('name')), property(32, Buffer.from('der'))]);
    for (let length = 0; length < whole.length; length += 1)
      expect(certificateIn(whole.subarray(0, length))).toBeUndefined();
    expect(certificateIn(property(11, Buffer.from('name')))).toBeUndefined();
  });

  it('never throws, whatever has become of it', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...blobs), changes, fc.nat(4000), (blob, changed, length) => {
        const bytes = Buffer.from(blob.subarray(0, length));
        for (const [at, byte] of changed) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const der = certificateIn(bytes);
        if (der !== undefined) readCertificate(der);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void certificateIn(Buffer.from(bytes))),
    );
  });
});
