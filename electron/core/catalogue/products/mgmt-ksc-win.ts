import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

const consoles = 'console|konsole|консол|consola|コンソール|控制台|plug-?in|плагин';
const agents =
  'network agent|administrationsagent|агент|agent\\b|agente|代理|エージェント|에이전트|ağ |ügynök';
const notServer = `${agents}|${consoles}`;
const consolesFirst =
  '(?:Administration Console|Web Console|Консоль администрирования|Веб-консоль|Verwaltungskonsole|Administrationskonsole|Console d.administration|Consola de administración|Console di amministrazione|Console de administração|Konsola administracyjna|Плагин управления|Веб-плагин|Management plug-?in|Verwaltungs-?plug-?in)';

/**
 * A server that holds the recovery keys of its clients: explained, never removed from here. Consoles, the web console and
 * plug-ins have entries and versions of their own.
 */
export const mgmtKscWin: Product = {
  id: 'mgmt-ksc-win',
  name: 'Kaspersky Security Center',
  family: 'management',
  role: 'report-only',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '$K (?:Lab )?(?:Security Center|Administration Kit|セキュリティ ?センター|安全管理中心|安全中心)',
          notServer,
        ),
        namedWith(
          '(?:Administration Server|Сервер администрирования|Serveur d.administration|Servidor de administración|Administrationsserver)',
          'Kaspersky',
        ),
      ],
      parts: [
        namedWith('$K (?:Lab )?(?:Security Center|Administration Kit)', consoles, agents),
        namedWith('$K', 'plug-?in|плагин|plugin', 'remov|uninstall|guide|wordpress|firefox|chrome|browser'),
        namedWith(consolesFirst, 'Kaspersky'),
      ],
      folders: /^kaspersky (?:security center|administration kit)(?: [^/]*)?(?:\/|$)/,
      services:
        /^(?:kladminserver|kladminserver_srv|klactprx|klwebsrv|kliam|ksnproxy|KSCWebConsole\w*|KSCSvcWebConsole)$/i,
      programs: /^(?:klserver|klactprx|klcsweb)\.exe$/i,
      codes: ['{5D35D57A-30B9-493B-819F-C6C2181A0A1A}'],
    }),
  ],
  routes: [],
  residue: [],
  hazards: ['server-role'],
  sources: ['the vendor’s deployment guides', 'public removal scripts'],
  confidence: 'observed-in-logs',
};
