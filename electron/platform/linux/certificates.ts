import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Certificate } from '../shared/certificate.ts';
import { readCertificate } from '../shared/certificate.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';

/**
 * Certificates that this machine trusts, each once, with the first file that holds it: what an administrator or a
 * program added, then what the tools made of it (update-ca-certificates(8), update-ca-trust(8)), since a certificate
 * stays in a bundle until that is built again. Stores of single programs (Firefox, Java) are not read.
 */
export const certificatesProbe = (machine: Machine = thisMachine): Probe<'certificates'> => ({
  table: 'certificates',
  read: () => readCertificates(machine),
});

/** Debian, Red Hat, Arch, SUSE: sources first, so that a row names the file that a person would take away. */
const folders: readonly { readonly path: string; readonly deep: boolean }[] = [
  { path: '/usr/local/share/ca-certificates', deep: true },
  { path: '/etc/pki/ca-trust/source/anchors', deep: false },
  { path: '/usr/share/pki/ca-trust-source/anchors', deep: false },
  { path: '/etc/ca-certificates/trust-source/anchors', deep: false },
  { path: '/etc/pki/trust/anchors', deep: false },
  { path: '/usr/share/pki/trust/anchors', deep: false },
  { path: '/etc/ssl/certs', deep: false },
  { path: '/etc/pki/ca-trust/extracted/pem', deep: false },
];

export interface CertificateBounds {
  readonly files: number;
  /** In bytes; the bundle of a distribution has about 250,000. */
  readonly fileBytes: number;
}

const usualBounds: CertificateBounds = { files: 5_000, fileBytes: 8_000_000 };

export const readCertificates = async (
  machine: Machine,
  bounds: CertificateBounds = usualBounds,
): Promise<Reading<Row<'certificates'>>> => {
  const gaps: Gap[] = [];
  const rows = new Map<string, Row<'certificates'>>();
  const files: string[] = [];
  let there = 0;
  for (const { path, deep } of folders) {
    const found = await filesIn(machine, path, deep, gaps);
    if (found === undefined) continue;
    there += 1;
    files.push(...found);
  }
  if (there === 0 && gaps.length === 0)
    return { kind: 'not-applicable', why: 'there is no trust store in any usual place' };
  if (files.length > bounds.files) {
    const why = `more than ${String(bounds.files)} certificate files`;
    gaps.push({ source: files[bounds.files] ?? '', kind: 'failed', why });
  }
  const seen = new Set<string>();
  for (const path of files.slice(0, bounds.files)) {
    try {
      const { certificates, unreadable } = parseCertificates(await bytesOf(machine, path, bounds), seen);
      for (const { subject, thumbprint } of certificates)
        if (!rows.has(thumbprint)) rows.set(thumbprint, { subject, store: path, thumbprint });
      if (unreadable > 0)
        gaps.push({ source: path, kind: 'failed', why: 'it holds something that is no certificate' });
    } catch (error) {
      // A link whose target was taken away is the usual rest of a removed certificate: there is none.
      if (!isMissing(error)) gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    }
  }
  return okReading([...rows.values()], gaps);
};

const fileName = /\.(crt|cer|pem|der|p11-kit)$/i;
const deepest = 8;

/** Certificate files of a folder by their endings; undefined when there is no such folder. */
const filesIn = async (
  machine: Machine,
  path: string,
  deep: boolean,
  gaps: Gap[],
  depth = 0,
): Promise<string[] | undefined> => {
  try {
    const entries = await readdir(pathIn(machine, path), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && fileName.test(entry.name));
    const inner = deep ? entries.filter((entry) => entry.isDirectory()) : [];
    if (inner.length > 0 && depth >= deepest) {
      gaps.push({ source: path, kind: 'failed', why: `more than ${String(deepest)} folders deep` });
      return files.map((entry) => join(path, entry.name));
    }
    const below: string[] = [];
    for (const entry of inner)
      below.push(...((await filesIn(machine, join(path, entry.name), deep, gaps, depth + 1)) ?? []));
    return [...files.map((entry) => join(path, entry.name)).toSorted(), ...below];
  } catch (error) {
    if (isMissing(error)) return undefined;
    gaps.push({ source: path, kind: gapKindOf(error), why: whyOf(error) });
    return [];
  }
};

const bytesOf = async (machine: Machine, path: string, bounds: CertificateBounds): Promise<Buffer> => {
  const info = await stat(pathIn(machine, path));
  // Opening a pipe would wait for ever.
  if (!info.isFile()) throw new Error('it is not a file');
  if (info.size > bounds.fileBytes) throw new Error('the file is too large');
  return readFile(pathIn(machine, path));
};

const begin = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const block = /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----[^-]+-----END \1-----/g;

/**
 * One certificate in DER, or any number in PEM. `seen` remembers the blocks of other files: a bundle repeats what its
 * sources hold, and taking a certificate apart is what costs the time (0.3 ms each).
 */
export const parseCertificates = (
  bytes: Buffer,
  seen = new Set<string>(),
): { readonly certificates: readonly Certificate[]; readonly unreadable: number } => {
  const text = bytes.toString('latin1');
  const blocks = text.match(block) ?? [];
  const certificates: Certificate[] = [];
  let unreadable = (text.match(begin)?.length ?? 0) - blocks.length;
  const take = (one: string | Buffer): void => {
    const certificate = readCertificate(one);
    if (certificate === undefined) unreadable += 1;
    else certificates.push(certificate);
  };
  // A bundle of another purpose (revocations, one without an entry) is not a broken one.
  if (!text.includes('-----BEGIN ') && text.trim() !== '') take(bytes);
  for (const one of blocks) {
    const body = one.replaceAll(/\s/g, '');
    if (seen.has(body)) continue;
    seen.add(body);
    take(one);
  }
  return { certificates, unreadable };
};
