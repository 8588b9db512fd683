import { describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { certificatesProbe } from './certificates.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const sid = 'S-1-5-21-0-0-0-1000';
const folders = recording('fixtures/registry/wine-folders.reg', import.meta.url);
const stores = recording('fixtures/registry/wine-certificates.reg', import.meta.url);
const registry = recordedRegistry(folders, stores);
const read = (from = registry) =>
  certificatesProbe(stagedMachine('/nowhere', { registry: from })).read({ roots: [], exactPaths: [] });

const rootKey = 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT\\Certificates';
const company = {
  subject: 'CN=Muster Root, O=Muster\\, Lindt & Co, C=DE',
  thumbprint: '26D52FAB30F7DB629F6FEAA4F18773C14E4E63CD',
};
const vendor = {
  subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
  thumbprint: '1A7AA8DB64940CA64EF4237FE025F2DAC7F7AF2F',
};

describe('root certificates', () => {
  it('are told of the machine and of people, with the store that each lies in', async () => {
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: [
        { ...vendor, store: 'LocalMachine\\Root' },
        { ...company, store: 'LocalMachine\\AuthRoot' },
        { ...company, store: `${sid}\\Root` },
      ],
    });
    const { unattributed } = look({ certificates: reading.kind === 'ok' ? reading.rows : [] });
    expect(unattributed.map(({ row }) => row['subject'])).toEqual([vendor.subject]);
  });

  it.each([
    [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates',
      'LocalMachine\\Root (group policy)',
    ],
    ['HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\EnterpriseCertificates', 'LocalMachine\\Root (enterprise)'],
    [`HKEY_USERS\\${sid}\\Software\\Policies\\Microsoft\\SystemCertificates`, `${sid}\\Root (group policy)`],
  ])('are looked for below %s too', async (key, store) => {
    const blob = await registry.read(`${rootKey}\\${vendor.thumbprint}`, '64');
    const bytes = blob.kind === 'ok' ? (blob.values[0]?.data.toString('hex').match(/../g) ?? []) : [];
    const more = `[${key}\\Root\\Certificates\\X]\n"Blob"=hex:${bytes.join(',')}`;
    const reading = await read(recordedRegistry(folders, stores, more));
    expect(reading.kind === 'ok' && reading.rows).toContainEqual({ ...vendor, store });
  });

  it('that cannot be understood are a gap beside the others', async () => {
    const more = `[HKEY_LOCAL_MACHINE${rootKey.slice(4)}\\A]\n"Blob"=hex:20,00,00,00,01,00,00,00,ff,00,00,00,30
[HKEY_LOCAL_MACHINE${rootKey.slice(4)}\\B]\n"Blob"="text"
[HKEY_LOCAL_MACHINE${rootKey.slice(4)}\\C]`;
    const reading = await read(recordedRegistry(folders, stores, more));
    expect(reading.kind === 'ok' && reading.rows).toHaveLength(3);
    expect(reading).toMatchObject({
      gaps: ['A', 'B', 'C'].map((name) => ({
        source: expect.stringMatching(new RegExp(`\\\\${name}$`)),
        kind: 'failed',
      })),
    });
  });

  it('of a closed store or person are one gap each', async () => {
    expect(await read(troubled(registry, [rootKey, `HKU\\${sid}`]))).toMatchObject({
      kind: 'ok',
      rows: [{ store: 'LocalMachine\\AuthRoot' }],
      gaps: [
        { source: rootKey, kind: 'denied' },
        { source: `HKU\\${sid}\\Software`, kind: 'denied' },
      ],
    });
  });

  it('of the machine itself are never simply none', async () => {
    expect(await read(recordedRegistry(folders))).toMatchObject({ kind: 'failed' });
  });
});
