import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The vault stays in the person’s own profile and is never residue: it is theirs. */
export const pwmWin: Product = {
  id: 'pwm-win',
  name: 'Kaspersky Password Manager',
  family: 'passwords',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '$K (?:Password ?Manager|パスワード ?マネージャー|密码管理器|密碼管理(?:器|員)|비밀번호 관리자)',
        ),
        namedWith('(?:Password Manager|Менеджер паролей)', 'Kaspersky'),
      ],
      folders: /^kaspersky password manager(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      commonPrograms: /^kpm\.exe$/i,
      winget: ['Kaspersky.KasperskyPasswordManager'],
    }),
    {
      table: 'browserExtensions',
      weight: 'hint',
      reason: 'extension-id',
      match: { id: { is: ['dhnkblpjbkfklfloegejegedcafpliaa'] } },
    },
    {
      table: 'browserExtensions',
      weight: 'hint',
      reason: 'extension-name',
      match: { name: { pattern: named('$K Password Manager') } },
    },
  ],
  routes: [
    { system: 'windows', kind: 'msi', phase: 'passwords' },
    { system: 'windows', kind: 'vendor-uninstaller', phase: 'passwords' },
  ],
  residue: [],
  hazards: ['kpm-vault', 'subscription'],
  sources: ['public inventories and removal scripts'],
  confidence: 'observed-in-logs',
};
