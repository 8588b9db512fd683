import { expect, it } from 'vitest';
import type { FileSignature, Told } from '../machine.ts';
import { checkVendorTool } from './vendor-tool.ts';

const check = (told: Told<FileSignature>) =>
  checkVendorTool({ signature: () => told }, 'C:\\Downloads\\kavremvr.exe');
const signed = (signer: string | undefined, trusted = true) =>
  check({ kind: 'ok', value: { signer, trusted } });

it.each(['Kaspersky Lab JSC', 'AO Kaspersky Lab', 'Kaspersky Lab', 'Kaspersky Labs Limited'])(
  'a file with a whole signature of %s is the vendor’s',
  (signer) => {
    expect(signed(signer)).toEqual({ kind: 'genuine', signer });
  },
);

it.each([
  'Friends of Kaspersky Lab',
  'Kaspersky Lab Removal Tools Inc. by Eve',
  'Eve <eve@kaspersky.com>',
  'CN=Eve, O=Kaspersky Lab',
  'Microsoft Corporation',
  '',
])('a signature of “%s” is somebody else’s', (signer) => {
  expect(signed(signer)).toEqual({ kind: 'other-signer', signer });
});

it('a broken or missing signature is told as that, whoever it names', () => {
  expect(signed('Kaspersky Lab', false)).toEqual({ kind: 'not-trusted', signer: 'Kaspersky Lab' });
  expect(signed(undefined, false)).toEqual({ kind: 'not-signed' });
  expect(signed(undefined, true)).toEqual({ kind: 'not-signed' });
});

it('a file that cannot be looked at is neither', () => {
  expect(check({ kind: 'missing' })).toEqual({ kind: 'missing' });
  expect(check({ kind: 'denied', why: 'access is denied' })).toEqual({
    kind: 'unknown',
    why: 'access is denied',
  });
});
