import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

const others = '\\bcloud\\b|encryption module|модуль шифрования|light agent|легкий агент';

/**
 * Versions 11 and later; the number stands in the name only at times. Services and drivers carry the version of the
 * platform, not of the product, so its entry and its folder tell the version.
 */
export const businessKesWin: Product = {
  id: 'business-kes-win',
  name: 'Kaspersky Endpoint Security for Windows',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '(?:Windows (?:için|向け|用)|适用于 Windows 的)? $K Endpoint Security(?! ?(?:8|10)(?!\\d))',
          others,
        ),
        named('$K (?:エンドポイント ?セキュリティ|(?:终端|端点|端點|網路端點)安全)', others),
      ],
      folders:
        /^(?:kaspersky endpoint security(?: for windows| 1[124][\d.]*(?: for windows)?)?|kes|kes\.1[124][\d.]*)(?:\/|$)/,
      keys: 'KES11[^\\\\]*',
      winget: ['Kaspersky.KasperskyEndpointSecurity'],
      codes: [
        '{305A9EC9-294E-4555-A7C5-E1C767E01C11}',
        '{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
        '{1F39E63E-3F9C-4E21-928B-136C6362E88B}',
        '{F4ECE08F-50E9-44E2-A2F3-2F3C8DDF8E16}',
        '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}',
        '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}',
        '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
        '{60BB97EB-61BD-4FF3-8506-F155850CC6B5}',
      ],
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'KLLOGIN+KLPASSWD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Endpoint Security for Windows',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Endpoint Security for Windows',
    '%ProgramData%/Kaspersky Lab/KES',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES11',
  ],
  hazards: [
    'fde',
    'fle',
    'removable-encryption',
    'bitlocker-managed',
    'self-defence',
    'password-protection',
    'quarantine',
    'managed-redeploy',
    'network-isolation',
    'network-filter',
    'input-filters',
    'https-root-cert',
    'no-antivirus-after',
  ],
  sources: [
    'Kaspersky Endpoint Security for Windows online help: removal, repair and command line',
    'public removal scripts',
  ],
  confidence: 'documented',
};
