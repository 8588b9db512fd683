/** How companies and products are written on real machines. Not complete, and not meant to be: a sample. */

export const publishers: readonly string[] = [
  'Kaspersky',
  'Kaspersky Lab',
  'AO Kaspersky Lab',
  'Kaspersky Lab ZAO',
  'АО "Лаборатория Касперского"',
  'АО «Лаборатория Касперского»',
  'ЗАО "Лаборатория Касперского"',
  'Лаборатория Касперского',
  'Kaspersky Lab JSC',
  'Kaspersky Lab, Inc.',
  'KASPERSKY LAB',
  'kaspersky lab',
  ' Kaspersky  Lab ',
  'AO “Kaspersky Lab”',
  '卡巴斯基实验室',
  '株式会社カスペルスキー',
];

/** English name of the product → the same program as other languages show it. */
export const translated: Readonly<Record<string, readonly string[]>> = {
  'Kaspersky Anti-Virus': ['Антивирус Касперского', '卡巴斯基反病毒软件', 'カスペルスキー アンチウイルス'],
  'Kaspersky Internet Security': ['卡巴斯基安全软件', 'カスペルスキー インターネット セキュリティ'],
  'Kaspersky Total Security': ['卡巴斯基全方位安全软件', 'カスペルスキー トータル セキュリティ'],
  'Kaspersky Security Cloud': ['卡巴斯基安全云', 'カスペルスキー セキュリティ クラウド'],
  'Kaspersky Free': ['卡巴斯基免费版', 'カスペルスキー フリー'],
  'Kaspersky Small Office Security': [
    '卡巴斯基小型企业安全解决方案',
    'カスペルスキー スモール オフィス セキュリティ',
  ],
  'Kaspersky Password Manager': ['卡巴斯基密码管理器', 'カスペルスキー パスワードマネージャー'],
  'Kaspersky Safe Kids': ['卡巴斯基儿童安全', 'カスペルスキー セーフキッズ'],
  'Kaspersky VPN': ['卡巴斯基安全连接', 'カスペルスキー VPN セキュアコネクション'],
  'Kaspersky Endpoint Security for Windows': [
    'Kaspersky Endpoint Security для Windows',
    'Kaspersky Endpoint Security für Windows',
    'Kaspersky Endpoint Security pour Windows',
    'Kaspersky Endpoint Security para Windows',
    'Kaspersky Endpoint Security per Windows',
    'Kaspersky Endpoint Security dla Windows',
    'Kaspersky Endpoint Security pro Windows',
    'Windows için Kaspersky Endpoint Security',
    'Kaspersky Endpoint Security for Windows (中文)',
    '卡巴斯基网络安全解决方案 for Windows',
    'カスペルスキー エンドポイント セキュリティ for Windows',
  ],
  'Kaspersky Security Center Network Agent': [
    'Агент администрирования Kaspersky Security Center',
    'Administrationsagent von Kaspersky Security Center',
    'Agent d’administration de Kaspersky Security Center',
    "Agent d'administration Kaspersky Security Center",
    'Agente de red de Kaspersky Security Center',
    'Agente de Rede do Kaspersky Security Center',
    'Network Agent di Kaspersky Security Center',
    'Agent sieciowy Kaspersky Security Center',
    'Kaspersky Security Center Ağ Aracısı',
    'Kaspersky Security Center ネットワークエージェント',
    'Kaspersky Security Center 网络代理',
    'Kaspersky Security Center Síťový agent',
  ],
  'Kaspersky Security Center Administration Server': [
    'Сервер администрирования Kaspersky Security Center',
    'Serveur d’administration Kaspersky Security Center',
  ],
  'Kaspersky Security Center Administration Console': [
    'Консоль администрирования Kaspersky Security Center',
    "Console d'administration Kaspersky Security Center",
    'Kaspersky Security Center Verwaltungskonsole',
  ],
  'Kaspersky Security for Windows Server': [
    'Kaspersky Security 11 для Windows Server',
    'Kaspersky Security 11 für Windows Server',
    'Kaspersky Security 10.1 para Windows Server',
  ],
};

export const users: readonly string[] = ['anna', 'Jürgen', 'Мария', 'user', 'OEM', 'João', '田中'];
