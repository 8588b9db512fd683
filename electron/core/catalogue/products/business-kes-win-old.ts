import type { Product, Signature } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/**
 * A translated or trimmed name may lack the number: then the entry’s version tells this generation from the later ones,
 * and it takes the folder that both of them use.
 */
export const businessKesWinOld: Product = {
  id: 'business-kes-win-old',
  name: 'Kaspersky Endpoint Security 8 or 10 for Windows',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '(?:Windows (?:için|向け|用))? $K Endpoint Security (?:8|10)(?!\\d)',
          'encryption module|модуль шифрования',
        ),
      ],
      folders:
        /^(?:kaspersky endpoint security (?:8|10)(?:\.[\d.]*)?(?: for windows)?(?: sp\d)?(?: mr\d)?|kes(?:8|10)[^/]*)(?:\/|$)/,
      keys: 'KES(?:8|10)[^\\\\]*',
    }),
    ...[{ vendor: 'kaspersky' } as const, { absent: true } as const].map((publisher): Signature => ({
      table: 'programs',
      weight: 'absent' in publisher ? 'sign' : 'proof',
      reason: 'program-name-and-vendor',
      match: {
        name: { pattern: named('$K Endpoint Security', 'encryption module|модуль шифрования|\\bcloud\\b') },
        version: { pattern: /^(?:8|10)\.[\d.]+$/ },
        publisher,
      },
    })),
    ...(['services', 'processes', 'files'] as const).map((table): Signature => ({
      table,
      weight: 'hint',
      reason: 'vendor-folder',
      match: { path: { vendorPath: /^kaspersky endpoint security for windows\// } },
    })),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'KLLOGIN+KLPASSWD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Endpoint Security 8 for Windows',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Endpoint Security 8 for Windows',
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows',
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows SP1',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows SP1',
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows SP2',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Endpoint Security 10 for Windows SP2',
    '%ProgramData%/Kaspersky Lab/KES8',
    '%ProgramData%/Kaspersky Lab/KES10',
    '%ProgramData%/Kaspersky Lab/KES10SP1',
    '%ProgramData%/Kaspersky Lab/KES10SP2',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES8',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES10',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES10SP1',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES10SP2',
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
  sources: ['public inventories and removal scripts'],
  confidence: 'observed-in-logs',
};
