import { describe, expect, it } from 'vitest';
import { recorded } from '../linux/fixtures/recorded.ts';
import { readCertificate } from './certificate.ts';

const pem = recorded('kaspersky-root.pem');
const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

describe('a certificate', () => {
  it('is the same in both forms: the most particular part of its subject first, its thumbprint as Windows shows it', () => {
    const said = {
      subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
      thumbprint: '1A7AA8DB64940CA64EF4237FE025F2DAC7F7AF2F',
    };
    expect(readCertificate(pem)).toEqual(said);
    expect(readCertificate(der)).toEqual(said);
  });

  it('is none when it is cut off or something else', () => {
    expect(readCertificate(der.subarray(0, 200))).toBeUndefined();
    expect(readCertificate(Buffer.alloc(0))).toBeUndefined();
    expect(readCertificate('nothing of the kind')).toBeUndefined();
  });
});
