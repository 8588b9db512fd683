import { describe, expect, test } from 'vitest';
import { found, look } from '../testing/windows-hosts.ts';
import { products } from './index.ts';
import { matches } from './match.ts';

const programs = (name: string, publisher?: string, version?: string) => ({
  programs: [
    {
      name,
      ...(publisher === undefined ? {} : { publisher }),
      ...(version === undefined ? {} : { version }),
    },
  ],
});

const names: readonly (readonly [string, string])[] = [
  ['Kaspersky', 'consumer-standard-plus-premium'],
  ['Kaspersky 21.24', 'consumer-standard-plus-premium'],
  ['Kaspersky Standard', 'consumer-standard-plus-premium'],
  ['Kaspersky Plus', 'consumer-standard-plus-premium'],
  ['Kaspersky® Premium', 'consumer-standard-plus-premium'],
  ['卡巴斯基', 'consumer-standard-plus-premium'],
  ['カスペルスキー プレミアム', 'consumer-standard-plus-premium'],
  ['Kaspersky Free', 'consumer-free'],
  ['Kaspersky Free 20.0', 'consumer-free'],
  ['Kaspersky Security Cloud - Free', 'consumer-free'],
  ['Kaspersky Security Cloud – Free', 'consumer-free'],
  ['Kaspersky Security Cloud', 'consumer-security-cloud'],
  ['Kaspersky Security Cloud 20', 'consumer-security-cloud'],
  ['Kaspersky Anti-Virus', 'consumer-kav'],
  ['Kaspersky Anti-Virus 2013', 'consumer-kav'],
  ['Kaspersky Antivirus', 'consumer-kav'],
  ['Антивирус Касперского', 'consumer-kav'],
  ['Антивирус Касперского 2012', 'consumer-kav'],
  ['Антивірус Касперського', 'consumer-kav'],
  ['卡巴斯基反病毒软件', 'consumer-kav'],
  ['カスペルスキー アンチウイルス', 'consumer-kav'],
  ['Kaspersky Internet Security', 'consumer-kis'],
  ['Kaspersky Internet Security 2012', 'consumer-kis'],
  ['Kaspersky Internet Security – multi-device', 'consumer-kis'],
  ['卡巴斯基安全软件', 'consumer-kis'],
  ['卡巴斯基安全软件2017', 'consumer-kis'],
  ['カスペルスキー インターネット セキュリティ', 'consumer-kis'],
  ['カスペルスキー セキュリティ', 'consumer-kis'],
  ['카스퍼스키 인터넷 시큐리티', 'consumer-kis'],
  ['Kaspersky Total Security', 'consumer-kts'],
  ['Kaspersky Total Security 21.3', 'consumer-kts'],
  ['卡巴斯基全方位安全软件', 'consumer-kts'],
  ['Kaspersky PURE 3.0', 'consumer-pure'],
  ['Kaspersky PURE 2.0 Total Security', 'consumer-pure'],
  ['Kaspersky CRYSTAL', 'consumer-pure'],
  ['Kaspersky Small Office Security', 'business-ksos'],
  ['Kaspersky Small Office Security 21.9', 'business-ksos'],
  ['Kaspersky Anti-Virus 6.0 for Windows Workstations', 'legacy-kav6'],
  ['Kaspersky Anti-Virus 6.0 for Windows Workstations MP4', 'legacy-kav6'],
  ['Kaspersky Anti-Virus 6.0 for Windows Servers', 'legacy-kav6'],
  ['Kaspersky Anti-Virus 6.0 SOS', 'legacy-kav6'],
  ['Kaspersky Anti-Virus for Windows File Servers', 'legacy-kav6'],
  ['Антивирус Касперского 6.0 для Windows Workstations', 'legacy-kav6'],
  ['Kaspersky Endpoint Security for Windows', 'business-kes-win'],
  ['Kaspersky Endpoint Security', 'business-kes-win'],
  ['Kaspersky Endpoint Security 11.6.0 for Windows', 'business-kes-win'],
  ['Kaspersky Endpoint Security 12.1.0.506 для Windows', 'business-kes-win'],
  ['Kaspersky Endpoint Security для Windows (12.3.0)', 'business-kes-win'],
  ['Kaspersky Endpoint Security para Windows', 'business-kes-win'],
  ['Kaspersky Endpoint Security für Windows', 'business-kes-win'],
  ['Windows için Kaspersky Endpoint Security', 'business-kes-win'],
  ['Kaspersky Endpoint Security 14.1', 'business-kes-win'],
  ['Kaspersky Endpoint Security 10 for Windows', 'business-kes-win-old'],
  ['Kaspersky Endpoint Security 10 Service Pack 2 for Windows', 'business-kes-win-old'],
  ['Kaspersky Endpoint Security 8 for Windows', 'business-kes-win-old'],
  ['Kaspersky Endpoint Security Cloud', 'business-kes-cloud'],
  ['Kaspersky Security Center Network Agent', 'mgmt-nagent-win'],
  ['Kaspersky Security Center 14.2 Network Agent', 'mgmt-nagent-win'],
  ['Kaspersky Lab Network Agent', 'mgmt-nagent-win'],
  ['Kaspersky Network Agent', 'mgmt-nagent-win'],
  ['Агент администрирования Kaspersky Security Center', 'mgmt-nagent-win'],
  ['Агент администрирования', 'mgmt-nagent-win'],
  ["Agent d'administration de Kaspersky Security Center", 'mgmt-nagent-win'],
  ['Agent d’administration Kaspersky Security Center', 'mgmt-nagent-win'],
  ['Agente de red de Kaspersky Security Center 10', 'mgmt-nagent-win'],
  ['Agente de Rede do Kaspersky Security Center', 'mgmt-nagent-win'],
  ['Administrationsagent für Kaspersky Security Center', 'mgmt-nagent-win'],
  ['Kaspersky Security Center 10 Administrationsagent', 'mgmt-nagent-win'],
  ['Agent sieciowy Kaspersky Security Center', 'mgmt-nagent-win'],
  ['Kaspersky Security Center Ağ Aracısı', 'mgmt-nagent-win'],
  ['Kaspersky Security Center 网络代理', 'mgmt-nagent-win'],
  ['Kaspersky Security Center ネットワークエージェント', 'mgmt-nagent-win'],
  ['Kaspersky Security Center 14 Administration Server', 'mgmt-ksc-win'],
  ['Kaspersky Security Center Administration Server', 'mgmt-ksc-win'],
  ['Kaspersky Security Center', 'mgmt-ksc-win'],
  ['Kaspersky Security Center 14.2 Web Console', 'mgmt-ksc-win'],
  ['Kaspersky Security Center Administration Console', 'mgmt-ksc-win'],
  ['Консоль администрирования Kaspersky Security Center', 'mgmt-ksc-win'],
  ['Сервер администрирования Kaspersky Security Center', 'mgmt-ksc-win'],
  ["Console d'administration de Kaspersky Security Center", 'mgmt-ksc-win'],
  ['Kaspersky Administration Kit', 'mgmt-ksc-win'],
  ['Kaspersky Endpoint Security 11 for Windows plug-in', 'mgmt-ksc-win'],
  ['Плагин управления Kaspersky Endpoint Security для Windows', 'mgmt-ksc-win'],
  ['Kaspersky Security 10.1.2 for Windows Server', 'server-ksws'],
  ['Kaspersky Security 11 для Windows Server', 'server-ksws'],
  ['Kaspersky Security for Windows Servers', 'server-ksws'],
  ['Kaspersky Security 11.0.1 Console', 'server-ksws'],
  ['Kaspersky Anti-Virus 8.0 for Windows Servers Enterprise Edition', 'server-ksws'],
  ['Kaspersky Embedded Systems Security', 'server-kess-win'],
  ['Kaspersky Embedded Systems Security 3.2 Console', 'server-kess-win'],
  ['Kaspersky Industrial CyberSecurity for Nodes', 'server-kics-win'],
  ['Kaspersky Endpoint Agent', 'business-kea-win'],
  ['Kaspersky Endpoint Sensor', 'business-kea-win'],
  ['Kaspersky Security for Virtualization 5.2 Light Agent', 'business-ksv'],
  ['Kaspersky Security для виртуальных сред 5.2 Легкий агент для Windows', 'business-ksv'],
  ['Kaspersky Security for Virtualization Integration Server', 'business-ksv'],
  ['Kaspersky VPN', 'vpn-win'],
  ['Kaspersky VPN Secure Connection', 'vpn-win'],
  ['Kaspersky Secure Connection', 'vpn-win'],
  ['カスペルスキー VPN セキュアコネクション', 'vpn-win'],
  ['Kaspersky Password Manager', 'pwm-win'],
  ['カスペルスキー パスワードマネージャー', 'pwm-win'],
  ['Kaspersky Safe Kids', 'parental-win'],
  ['Kaspersky Security Scan', 'tool-kvrt'],
  ['Kaspersky Virus Removal Tool 2015', 'tool-kvrt'],
  ['Kaspersky Software Updater', 'tool-kvrt'],
  ['AES Encryption Module (256-bit)', 'business-aes-module'],
  ['Kaspersky Endpoint Security 10 AES Encryption Module', 'business-aes-module'],
  ['Kaspersky Lab AES256 Encryption Module', 'business-aes-module'],
  ['Kaspersky Security 9.0 for Microsoft Exchange Servers', 'mail-exchange'],
  ['Kaspersky Security 9.0 for SharePoint Server', 'mail-exchange'],
  ['Kaspersky ONE', 'consumer-unknown'],
  ['Kaspersky Fraud Prevention', 'consumer-unknown'],
  ['Програма Касперски', 'consumer-unknown'],
  ['Kaspersky EDR Expert', 'endpoint-unknown'],
  ['Kaspersky Business Hub', 'endpoint-unknown'],
];

const spellings = [
  'Kaspersky',
  'Kaspersky Lab',
  'KASPERSKY LAB',
  'AO Kaspersky Lab',
  'Kaspersky Lab ZAO',
  'АО "Лаборатория Касперского"',
  '"Лаборатория Касперского"',
  '卡巴斯基实验室',
  '株式会社カスペルスキー',
  'Kaspersky Lab UK Ltd.',
  '© 1997-2023 AO Kaspersky Lab',
  'CN=AO Kaspersky Lab, O=AO Kaspersky Lab, L=Moscow, C=RU',
];

describe('a name with the vendor beside it', () => {
  test.each(names)('%s is one product: %s', (name, id) => {
    expect(look(programs(name, 'AO Kaspersky Lab')).detections.map((each) => each.productId)).toEqual([id]);
  });

  test.each(names)('%s is claimed by no second product', (name) => {
    const row = { name, publisher: 'Kaspersky' };
    const claiming = products.filter(
      (product) =>
        product.fallback !== true &&
        product.signatures.some(
          (signature) =>
            signature.table === 'programs' && signature.weight !== 'hint' && matches(signature, row),
        ),
    );
    expect(claiming.length, claiming.map((product) => product.id).join(' ')).toBeLessThan(2);
  });

  test.each(spellings)('is recognised under the publisher %s', (publisher) => {
    expect(found(programs('Kaspersky Internet Security', publisher, '21.3.10.391'))).toEqual([
      'consumer-kis installed 21.3.10.391',
    ]);
  });

  test('follows the version where the name lost its number', () => {
    expect(found(programs('Kaspersky Endpoint Security for Windows', 'Kaspersky', '10.3.0.6294'))).toEqual([
      'business-kes-win-old installed 10.3.0.6294',
    ]);
  });
});

describe('a name alone', () => {
  const needVendor = new Set(['Агент администрирования', 'AES Encryption Module (256-bit)']);
  const known = names.filter(([name, id]) => !id.endsWith('-unknown') && !needVendor.has(name));
  test.each(known.filter(([name]) => !/^(?:Kaspersky|卡巴斯基)(?: [\d.]+)?$/.test(name)))(
    '%s makes it likely: %s',
    (name, id) => {
      expect(look(programs(name)).detections).toMatchObject([{ productId: id, confidence: 'likely' }]);
    },
  );

  test('the bare word needs a version of its time', () => {
    expect(found(programs('Kaspersky', undefined, '21.24.8.522'))).toEqual([
      'consumer-standard-plus-premium installed 21.24.8.522',
    ]);
    expect(look(programs('Kaspersky'))).toMatchObject({
      detections: [],
      unattributed: [{ table: 'programs' }],
    });
  });

  test.each(['Агент администрирования', 'Network Agent', 'AES Encryption Module (256-bit)'])(
    '%s says nothing',
    (name) => {
      expect(look(programs(name))).toEqual({ detections: [], unattributed: [] });
    },
  );
});

describe('nothing of Kaspersky', () => {
  test.each(names.map(([name]) => name))('is %s from another company', (name) => {
    expect(look(programs(name, 'Foo Software GmbH'))).toEqual({ detections: [], unattributed: [] });
  });

  test.each([
    ['Kaspersky uninstall guide', 'Foo'],
    ['Kaspersky Internet Security uninstall guide', undefined],
    ['Connector for Kaspersky Security Center', 'Foo'],
    ['K-Lite Codec Pack 17.0 Full', 'KLCP'],
    ['kav', undefined],
    ['KIS', 'KIS Ltd'],
    ['kpm', undefined],
    ['Kaspresso', 'Kaspresso Team'],
    ['Casper Security', 'Casper'],
    ['UltraAVI Converter', 'Foo'],
    ['ZoneAlarm Extreme Security', 'Check Point'],
    ['Anti-Virus Plus', 'Bitdefender'],
    ['Total Security', 'Quick Heal'],
    ['Internet Security', 'Norton'],
    ['Kasperskу Internet Security', 'Kasperskу Lab'], // the last letter is a Cyrillic у
  ])('is %s of %s', (name, publisher) => {
    expect(look(programs(name, publisher))).toEqual({ detections: [], unattributed: [] });
  });
});
