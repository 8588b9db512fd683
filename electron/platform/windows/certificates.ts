import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { readCertificate } from '../shared/certificate.ts';
import { certificateIn } from './certificate-blob.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import { readPeoplesSoftware } from './people-keys.ts';
import type { FoundKey, KeyReader } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import { registryTypes } from './registry/registry.ts';
import { valueNamed } from './registry/values.ts';

interface Store {
  readonly store: string;
  readonly path: string;
  readonly required?: boolean;
}

const microsoft = 'HKLM\\SOFTWARE\\Microsoft';

/**
 * Where root certificates lie ("System Store Locations", learn.microsoft.com): the machine's own, those that Windows Update
 * brings, those of group policy and of the directory.
 */
const machineStores: readonly Store[] = [
  { store: 'LocalMachine\\Root', path: `${microsoft}\\SystemCertificates\\ROOT`, required: true },
  { store: 'LocalMachine\\AuthRoot', path: `${microsoft}\\SystemCertificates\\AuthRoot` },
  {
    store: 'LocalMachine\\Root (group policy)',
    path: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\Root',
  },
  { store: 'LocalMachine\\Root (enterprise)', path: `${microsoft}\\EnterpriseCertificates\\Root` },
];

const storesOf = (software: string, sid: string): readonly Store[] => [
  { store: `${sid}\\Root`, path: `${software}\\Microsoft\\SystemCertificates\\Root` },
  {
    store: `${sid}\\Root (group policy)`,
    path: `${software}\\Policies\\Microsoft\\SystemCertificates\\Root`,
  },
];

/** Root certificates that this computer, or somebody who uses it, trusts. */
export const certificatesProbe = (machine: WindowsMachine): Probe<'certificates'> => ({
  table: 'certificates',
  read: async () => {
    const reader = keyReader(machine.registry);
    const [own, people] = await Promise.all([
      readStores(reader, machineStores),
      readPeoplesSoftware(machine, (persons, software, sid) => readStores(persons, storesOf(software, sid))),
    ]);
    const { rows, gaps } = joined([{ rows: [], gaps: reader.gaps }, own, people]);
    return readingOf(rows, gaps);
  },
});

type CertificatePart = Part<Row<'certificates'>>;

const readStores = async (reader: KeyReader, stores: readonly Store[]): Promise<CertificatePart> => {
  const found = await Promise.all(
    stores.map(async ({ store, path, required = false }) => {
      const keys = await reader.below(`${path}\\Certificates`, { required });
      return keys.map((key) => parseStored(store, key));
    }),
  );
  return joined(found.flat());
};

export const parseStored = (store: string, { path, key }: FoundKey): CertificatePart => {
  const blob = valueNamed(key, 'Blob');
  const der = blob?.type === registryTypes.binary ? certificateIn(blob.data) : undefined;
  const certificate = der === undefined ? undefined : readCertificate(der);
  return certificate === undefined
    ? { rows: [], gaps: [{ source: path, kind: 'failed', why: `${path}: it holds no certificate` }] }
    : { rows: [{ subject: certificate.subject, store, thumbprint: certificate.thumbprint }], gaps: [] };
};
