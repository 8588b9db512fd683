import { describe, expect, test } from 'vitest';
import { matches } from './match.ts';
import { certificateTraces, packageSourceTraces } from './vendor-traces.ts';

const isVendors = (subject: string): boolean =>
  certificateTraces.some((trace) => matches(trace, { subject }));
const bringsBack = (address: string): boolean =>
  packageSourceTraces.some((trace) => matches(trace, { address }));

describe('a certificate is Kaspersky’s', () => {
  test.each([
    'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
    'O=AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate',
    'CN=Kaspersky Anti-Virus Personal Root Certificate',
    'CN=Any name, OU=X, O=Kaspersky Lab, C=RU',
    'CN=Any name, O=Kaspersky Lab ZAO',
  ])('with the subject %s', (subject) => expect(isVendors(subject)).toBe(true));

  test.each([
    'CN=Anna\\, O=Kaspersky Lab, O=Muster',
    'CN=Friends of Kaspersky Lab, O=Friends',
    'CN=Test, O=Not Kaspersky Lab',
    'CN=Test, O=Kaspersky Lab Fans',
    'CN=Kaspersky Anti-Virus Personal Root Certificate (no)',
    'OU=Kaspersky Lab, O=Muster',
    '',
  ])('but not with %s', (subject) => expect(isVendors(subject)).toBe(false));
});

describe('a package source is Kaspersky’s', () => {
  test.each([
    'https://repo.kaspersky.com/deb/',
    'https://kaspersky.com',
    'http://a.b.kaspersky-labs.com:8080/x',
    'HTTPS://PRODUCTS.S.KASPERSKY-LABS.COM/x',
    'mirror+https://repo.kaspersky.ru?x=1',
    'https://me@repo.kaspersky.com/',
  ])('at %s', (address) => expect(bringsBack(address)).toBe(true));

  test.each([
    'https://notkaspersky.com/deb/',
    'https://kaspersky.com.example.org/',
    'https://example.org/kaspersky.com/',
    'https://example.org/@kaspersky.com/',
    'https://example.org?@kaspersky.com/',
    'https://kaspersky.com@example.org/',
    'https://kaspersky.com:80@example.org/',
    'https://kaspersky-mirror.example.org/',
    'file:/srv/kaspersky.com/',
    'kaspersky.com',
  ])('but not at %s', (address) => expect(bringsBack(address)).toBe(false));
});
