/** Programs of others, `name|publisher`. Many sit near the names that a careless search would hit. */
const told = `7-Zip 24.08 (x64)|Igor Pavlov
K-Lite Codec Pack 18.6.0 Full|KLCP
K-Lite Mega Codec Pack|
Google Chrome|Google LLC
Mozilla Firefox (x64 de)|Mozilla
Mozilla Thunderbird (x64 fr)|Mozilla
Microsoft Edge|Microsoft Corporation
Microsoft Office Professional Plus 2021 - de-de|Microsoft Corporation
Microsoft Teams classic|Microsoft
Zoom Workplace (64-bit)|Zoom Communications, Inc.
VLC media player|VideoLAN
Notepad++ (64-bit x64)|Notepad++ Team
Kav Player|Kav Media Oy
KAVita Reader|Kavita
Kis Planner|Kis Software d.o.o.
KisMAC Viewer|KisMAC
Kasper Notes|Kasper Software ApS
KASP Audit Pack|KASP Consulting
Kaspar Invoice|Kaspar GmbH
Kasparov Chessmate|Feral Interactive
Kaspersberg Fonts|Foundry K
Kes Accounting 12.6|Kent Educational Services
KES Weighing Station|KES Systems Ltd
KPM Production Manager|KPM Solutions
KICS Payroll|KICS Ltd
AVP Video Player|AVP Labs
Aliens versus Predator|Rebellion
AVPN Client|AVPN Networks
ESET Endpoint Antivirus|ESET, spol. s r.o.
Sophos Endpoint Agent|Sophos Limited
Norton 360|NortonLifeLock Inc
Avira Antivirus|Avira Operations GmbH
AVG Internet Security|AVG Technologies
Avast Free Antivirus|Avast Software
Bitdefender Total Security|Bitdefender
Malwarebytes version 5.1|Malwarebytes
McAfee LiveSafe|McAfee, LLC
Trend Micro Apex One Security Agent|Trend Micro Inc.
Symantec Endpoint Protection|Broadcom
Trellix Agent|Musarubra US LLC
F-Secure SAFE|F-Secure Corporation
G DATA TOTAL SECURITY|G DATA CyberDefense AG
Dr.Web Security Space|Doctor Web, Ltd.
Panda Dome|Panda Security
Webroot SecureAnywhere|Webroot
Emsisoft Anti-Malware|Emsisoft Ltd
Migration Wizard for Kaspersky Security Center|Sophos Limited
Connector for Kaspersky CyberTrace|Splunk Inc.
Kaspersky Removal Guide (E-Book)|Help Desk Press
Uninstaller for Kaspersky|IObit
Anti-Kaspersky Campaign Toolbar|Freedom Media
Backup4all with Kaspersky integration|Softland
NAgent Monitor|Net Agents Inc.
Network Agent for Symantec|Broadcom
Security Center Tweaker|Tweak Labs
Endpoint Security Manager|Check Point Software Technologies Ltd.
Internet Security Essentials|COMODO
Total Security Vault|Quick Heal Technologies
Password Manager Pro|Zoho Corp.
Safe Kids Browser|KidZone
Safe Kids Timer|Familie Plus GmbH
Secure Connection Tester|PingWorks
VPN Secure Connection|Acme Networks
Small Office Security Suite|Untangle
Virus Removal Tool|Sophos Limited
Endpoint Agent|FireEye
UltraVNC|uvnc bvba
UltraEdit|IDM Computer Solutions, Inc.
UltraISO Premium V9.76|EZB Systems, Inc.
Ultra AV Converter|Ultra Media Soft
UltraSearch|JAM Software
Pure Data|Miller Puckette
PURE Player|Pure International
OpenVPN 2.6.12-I001 amd64|OpenVPN, Inc.
TAP-Windows 9.24.2|OpenVPN Technologies, Inc.
WireGuard|WireGuard LLC
Kerio Personal Firewall|Kerio Technologies
Adobe Acrobat (64-bit)|Adobe
Adobe Creative Cloud|Adobe Inc.
AutoCAD LT 2025|Autodesk
LibreOffice 24.8.2.1|The Document Foundation
GIMP 2.10.38|The GIMP Team
Inkscape|Inkscape
Audacity 3.6.4|Audacity Team
OBS Studio|OBS Project
Steam|Valve Corporation
Discord|Discord Inc.
Spotify|Spotify AB
TeamViewer|TeamViewer
AnyDesk|AnyDesk Software GmbH
PuTTY release 0.81 (64-bit)|Simon Tatham
WinSCP 6.3.5|Martin Prikryl
FileZilla 3.67.1|Tim Kosse
Git|The Git Development Community
Python 3.12.6 (64-bit)|Python Software Foundation
Node.js|Node.js Foundation
Docker Desktop|Docker Inc.
PostgreSQL 16|PostgreSQL Global Development Group
Oracle VM VirtualBox 7.0.20|Oracle and/or its affiliates
VMware Tools|VMware, Inc.
Java 8 Update 421|Oracle Corporation
Eclipse Temurin JDK with Hotspot 17|Eclipse Adoptium
Intel(R) Graphics Driver|Intel Corporation
NVIDIA Graphics Driver 560.94|NVIDIA Corporation
AMD Software|Advanced Micro Devices, Inc.
Realtek High Definition Audio Driver|Realtek Semiconductor Corp.
Synaptics Pointing Device Driver|Synaptics Incorporated
Dell SupportAssist|Dell Inc.
HP Wolf Security|HP Inc.
Lenovo Vantage Service|Lenovo Group Ltd.
Dropbox|Dropbox, Inc.
Яндекс Браузер|ООО «ЯНДЕКС»
1С:Предприятие 8|1С-Софт
КриптоПро CSP|ООО «КРИПТО-ПРО»
Каспийский календарь|ООО «Каспий»
Лаборатория звука|ООО «Лаборатория»
WPS Office|Kingsoft Corp.
Kingsoft Antivirus|Kingsoft Corp.
腾讯电脑管家|Tencent
一太郎2024|JustSystems Corporation
ウイルスバスター|Trend Micro Inc.
Total Commander 64-bit|Ghisler Software GmbH
IrfanView 4.67 (64-bit)|Irfan Skiljan
KeePass Password Safe 2.57|Dominik Reichl
KeePassXC|KeePassXC Team
Kleopatra (Gpg4win)|The Gpg4win Project
Klite Editor|Klite
KLM Boarding|KLM Royal Dutch Airlines
KLS Mail Backup|KirySoft
Klara Agent|Klara Systems
KLab Studio|KLab Inc.
Lab Kaspersky-Fonds Reader|Universität Basel`;

const families: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'Microsoft Visual C++ # Redistributable (x64)',
    'Microsoft Corporation',
    ['2005', '2008', '2010', '2012', '2013', '2015-2022'],
  ],
  [
    'Microsoft Visual C++ # Redistributable (x86)',
    'Microsoft Corporation',
    ['2005', '2008', '2010', '2012', '2013', '2015-2022'],
  ],
  [
    'Microsoft .NET Runtime - # (x64)',
    'Microsoft Corporation',
    ['3.1.32', '5.0.17', '6.0.33', '7.0.20', '8.0.8', '9.0.0'],
  ],
  ['Microsoft SQL Server # Native Client', 'Microsoft Corporation', ['2008', '2012', '2014', '2016', '2019']],
  [
    'Security Update for Microsoft Office (#)',
    'Microsoft',
    ['KB5002138', 'KB5002283', 'KB5002519', 'KB5002571', 'KB5002591', 'KB5002610'],
  ],
  [
    'HP # Basic Device Software',
    'HP Inc.',
    ['LaserJet M110', 'OfficeJet 8010', 'DeskJet 2700', 'ENVY 6000', 'Color LaserJet M255'],
  ],
  ['Brother # Driver', 'Brother Industries, Ltd.', ['MFC-L2710DW', 'HL-L2350DW', 'DCP-L2530DW', 'QL-800']],
  ['Windows SDK AddOn #', 'Microsoft Corporation', ['10.1.0.0', '10.1.14393', '10.1.19041', '10.1.22621']],
  ['SAP # Client', 'SAP SE', ['GUI 7.60', 'GUI 7.70', 'GUI 8.00', 'Business', 'Analysis']],
  ['Dell # Utility', 'Dell Inc.', ['Dock', 'Display', 'Power', 'Audio', 'BIOS', 'Peripheral', 'Update']],
  ['Lenovo # Driver', 'Lenovo', ['Hotkey', 'Power', 'Dock', 'Touchpad', 'Camera', 'Fingerprint']],
  ['KL Measurement Suite #', 'K+L Instruments GmbH', ['1.0', '2.0', '2.1', '3.0', '3.4', '4.0']],
  ['KAV Line Balancer #', 'KAV Engineering s.r.o.', ['21.1', '21.2', '21.3', '21.9', '21.25']],
  ['KIS School Administration #', 'KIS Karlsruhe', ['2011', '2012', '2013', '2014', '2021']],
  ['Kessel Planner #', 'Kessel AG', ['10', '11', '11.6', '12', '12.6']],
  ['AVP Colour Profile #', 'Avant Print', ['15.0.0', '16.0.1', '18.0.0', '21.3', '21.25']],
];

export interface ForeignProgram {
  readonly name: string;
  readonly publisher: string | undefined;
}

export const foreignPrograms: readonly ForeignProgram[] = [
  ...told.split('\n').map((line) => {
    const [name = '', publisher] = line.split('|');
    return { name, publisher: publisher === '' ? undefined : publisher };
  }),
  ...families.flatMap(([name, publisher, forms]) =>
    forms.map((form) => ({ name: name.replace('#', form), publisher })),
  ),
  ...Array.from({ length: 90 }, (_, at) => ({
    name: `Line of Business ${String.fromCodePoint(65 + (at % 26))}${at}`,
    publisher: `In-House ${at % 7}`,
  })),
];
