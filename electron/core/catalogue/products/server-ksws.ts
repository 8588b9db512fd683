import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/**
 * Called Anti-Virus for Windows Servers Enterprise Edition before. Its console is an entry of its own; its services are
 * those of the whole server family (`shared/windows-server.ts`) and may run as protected processes.
 */
export const serverKsws: Product = {
  id: 'server-ksws',
  name: 'Kaspersky Security for Windows Server',
  family: 'server',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        namedWith('$K Anti-? ?Virus', 'windows servers? enterprise', 'console|plug-?in'),
        named(
          '$K Security (?:[\\d.]+ )?(?:Service Pack \\d )?(?:for|для|für|para|pour|per|dla) Windows Servers?',
          'console|консол',
        ),
        named('Windows Server (?:için|向け|用) $K Security'),
      ],
      parts: [
        namedWith(
          '$K Security (?:[\\d.]+ )?(?:for|для|für|para|pour|per|dla) Windows Servers?',
          'console|консол',
        ),
        named('$K Security (?:[\\d.]+ )?(?:Application )?Console'),
        namedWith('(?:Консоль|Console|Konsole)', 'Kaspersky Security .*Windows Server'),
      ],
      folders:
        /^kaspersky (?:security for windows servers?|security [\d.]+ for windows servers?|anti-virus [\d.]+ for windows servers? enterprise edition)(?: console)?(?:\/|$)/,
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'UNLOCK_PASSWORD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Security for Windows Server',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Security for Windows Server',
    '%ProgramData%/Kaspersky Lab/Kaspersky Security for Windows Server',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\WSEE',
  ],
  hazards: [
    'app-control-default-deny',
    'password-protection',
    'self-defence',
    'quarantine',
    'managed-redeploy',
    'no-antivirus-after',
  ],
  sources: ['Kaspersky Security for Windows Server online help', 'service logs'],
  confidence: 'documented',
};
