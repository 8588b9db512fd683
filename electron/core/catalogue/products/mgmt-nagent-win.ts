import type { Product } from '../../model/product.ts';
import { namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** "Network agent" and "administration agent" in the languages of the vendor's builds. */
const agentWords = [
  'network agent|netzwerkagent|administrationsagent|агент администрирования|агент адміністрування|сетевой агент',
  'agent d.administration|agente? (?:de|di) (?:red|rete|amministrazione|administración|administração)|agente de rede',
  'agent (?:sieciowy|administracyjny|pro správu|de rețea|reseau|réseau)|síťový agent|hálózati ügynök|ağ (?:aracısı|ajanı)',
  '网络代理|管理代理|網路代理|ネットワーク ?エージェント|管理エージェント|네트워크 에이전트|tác nhân mạng|عميل',
].join('|');
const agentsFirst = [agentWords, 'программа агент'].join('|');
const others =
  'endpoint agent|light agent|plug-?in|плагин|remov|uninstall|guide|for mac|для mac|for linux|для linux';

/** The piece that can put everything back, so it leaves last. Translations put the product’s name before or after the
 * agent’s, with or without a version. Its service and keys stand on an administration server too: `shared/windows-management.ts`. */
export const mgmtNagentWin: Product = {
  id: 'mgmt-nagent-win',
  name: 'Kaspersky Security Center Network Agent',
  family: 'management',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        namedWith(
          '$K(?:Lab|(?:Administration Kit|Security Center|Секьюрити Центр|セキュリティ センター|安全管理中心|安全中心)[\\s\\d.]*)?',
          agentWords,
          others,
        ),
        namedWith(`(?:${agentsFirst})`, 'Kaspersky|Касперск|卡巴斯基|カスペルスキー', others),
      ],
      commonNames: [
        /^\s*(?:Network Agent|Агент администрирования|Агент адміністрування|Administrationsagent|Agente de red)(?:\s+[\d.()]+)?$/i,
      ],
      folders: /^(?:networkagent|network agent)(?:\/|$)/,
      codes: [
        '{0F05E4E5-5A89-482C-9A62-47CC58643788}',
        '{786A9F7E-CFEC-451F-B3C4-22EB11550FD8}',
        '{2924BEDA-E0D7-4DAF-A224-50D2E0B12F5B}',
        '{ED1C2D7E-5C7A-48D8-A697-57D1C080ABA7}',
        '{1A7B331A-ABBE-4230-995E-BCD99C5A18CF}',
      ],
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'agent', password: 'KLUNINSTPASSWD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/NetworkAgent',
    '%ProgramFiles%/Kaspersky Lab/NetworkAgent',
    '%ProgramData%/KasperskyLab/adminkit',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103',
    'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\27\\1103',
  ],
  hazards: ['managed-redeploy', 'password-protection'],
  sources: ['public removal scripts of several organisations', 'service and registry logs'],
  confidence: 'observed-in-logs',
};
