import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificatesProbe, parseCertificates, readCertificates } from './certificates.ts';
import { answering, recorded } from './fixtures/recorded.ts';

/** Made for the tests with openssl; nobody has their keys. */
const vendor = recorded('kaspersky-root.pem');
const company = recorded('company-root.pem');
const vendorSubject = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
const companySubject = 'CN=Muster Root, O=Muster\\, Lindt & Co, C=DE';

const der = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

describe('a certificate file', () => {
  it('has its subjects with the most particular part first, a comma inside a name marked', () => {
    const { certificates } = parseCertificates(Buffer.from(`Root of ours\n${company}\n${vendor}`));
    expect(certificates.map((each) => each.subject)).toEqual([companySubject, vendorSubject]);
    for (const each of certificates) expect(each.thumbprint).toMatch(/^[0-9A-F]{40}$/);
  });

  it('may be binary, with another line end, or marked as trusted', () => {
    const [{ thumbprint } = { thumbprint: '' }] = parseCertificates(Buffer.from(vendor)).certificates;
    expect(parseCertificates(der(vendor)).certificates).toMatchObject([{ thumbprint }]);
    const dos = Buffer.from(vendor.replaceAll('\n', '\r\n'));
    expect(parseCertificates(dos).certificates).toMatchObject([{ thumbprint }]);
    const trusted = Buffer.from(vendor.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'));
    expect(parseCertificates(trusted).certificates).toMatchObject([{ thumbprint }]);
  });

  it('counts what cannot be read, and keeps the rest', () => {
    const broken = vendor.replace(/\n[^\n]+\n-----END/, '\n-----END');
    expect(parseCertificates(Buffer.from(broken + company))).toMatchObject({
      certificates: [{ subject: companySubject }],
      unreadable: 1,
    });
    expect(parseCertificates(Buffer.from(vendor.slice(0, 300))).unreadable).toBe(1);
    expect(parseCertificates(Buffer.from('nothing of the kind')).unreadable).toBe(1);
  });

  it('may have nothing in it', () => {
    const none = { certificates: [], unreadable: 0 };
    expect(parseCertificates(Buffer.from(''))).toEqual(none);
    expect(
      parseCertificates(Buffer.from('-----BEGIN X509 CRL-----\nAA==\n-----END X509 CRL-----\n')),
    ).toEqual(none);
  });
});

describe('the trust store', () => {
  let root: string;
  const machine = () => ({ exec: answering(() => undefined), root });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'certificates-'));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('does not apply where no usual place is', async () => {
    expect(await readCertificates(machine())).toMatchObject({ kind: 'not-applicable' });
  });

  it('names each certificate once, by the file that somebody put there', async () => {
    put('usr/local/share/ca-certificates/vendor/root.crt', vendor);
    put('etc/ssl/certs/ca-certificates.crt', company + vendor);
    put('etc/ssl/certs/README', 'no certificate');
    symlinkSync(join(root, 'gone.crt'), join(root, 'etc/ssl/certs/gone.pem'));
    expect(await readCertificates(machine())).toMatchObject({
      kind: 'ok',
      rows: [
        { subject: vendorSubject, store: '/usr/local/share/ca-certificates/vendor/root.crt' },
        { subject: companySubject, store: '/etc/ssl/certs/ca-certificates.crt' },
      ],
    });
    expect(await readCertificates(machine())).not.toHaveProperty('gaps');
  });

  it('has a gap for a file that is no certificate, too large, or one too many', async () => {
    put('etc/pki/trust/anchors/a.pem', 'x');
    put('etc/pki/trust/anchors/b.pem', vendor);
    put('etc/pki/trust/anchors/c.pem', company);
    const gapsOf = async (bounds: Parameters<typeof readCertificates>[1]) => {
      const reading = await readCertificates(machine(), bounds);
      return reading.kind === 'ok' ? reading.gaps?.map(({ source, why }) => [source, why]) : reading;
    };
    const a = ['/etc/pki/trust/anchors/a.pem', 'it holds something that is no certificate'];
    expect(await gapsOf({ files: 9, fileBytes: 99_999 })).toEqual([a]);
    expect(await gapsOf({ files: 2, fileBytes: 99_999 })).toEqual([
      ['/etc/pki/trust/anchors/c.pem', 'more than 2 certificate files'],
      a,
    ]);
    expect(await gapsOf({ files: 9, fileBytes: 0 })).toContainEqual([
      '/etc/pki/trust/anchors/b.pem',
      'the file is too large',
    ]);
  });

  it.runIf(process.geteuid?.() === 0)('that is closed to this user has gaps', async () => {
    put('usr/local/share/ca-certificates/own/root.crt', vendor);
    put('etc/ssl/certs/a.pem', company);
    chmodSync(join(root, 'usr/local/share/ca-certificates/own'), 0o700);
    chmodSync(join(root, 'etc/ssl/certs/a.pem'), 0o600);
    process.seteuid?.(65534);
    try {
      expect(await readCertificates(machine())).toEqual({
        kind: 'ok',
        rows: [],
        gaps: [
          { source: '/usr/local/share/ca-certificates/own', kind: 'denied', why: 'permission denied' },
          { source: '/etc/ssl/certs/a.pem', kind: 'denied', why: 'permission denied' },
        ],
      });
    } finally {
      process.seteuid?.(0);
    }
  });

  it.runIf(process.platform === 'linux')('of this machine is read', async () => {
    const reading = await certificatesProbe().read({ roots: [], exactPaths: [] });
    expect(['ok', 'not-applicable']).toContain(reading.kind);
  });
});
