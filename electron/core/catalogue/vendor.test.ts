import { describe, expect, test } from 'vitest';
import { isKaspersky } from './vendor.ts';

describe('a company name is Kaspersky’s', () => {
  test.each([
    'Kaspersky',
    'KASPERSKY LAB',
    'AO Kaspersky Lab',
    'Kaspersky Lab ZAO',
    'JSC "Kaspersky Lab"',
    'Kaspersky Lab <support@kaspersky.com>',
    'Packaging Team <build@kaspersky.com>',
    'АО "Лаборатория Касперского"',
    'АО «Лаборатория Касперского»',
    'Kaspersky Lab, Inc.',
    '卡巴斯基实验室',
    '  Kaspersky   Lab  ',
  ])('in the spelling %s', (company) => {
    expect(isKaspersky(company)).toBe(true);
  });

  test.each([
    'Friends of Kaspersky',
    'Kaspersky Fan Club <a@example.org>',
    'Not Kaspersky Ltd',
    'KDE Extras Team <kde@example.org>',
    'Eugene <kaspersky.com@example.org>',
    'Somebody <me@kaspersky.com.example.org>',
    'Somebody <me@notkaspersky.com>',
    'Kasperskу Lab', // the last letter of the name is a Cyrillic у
    'Kas',
    '',
  ])('but not in %s', (company) => {
    expect(isKaspersky(company)).toBe(false);
  });
});
