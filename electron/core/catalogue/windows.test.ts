import { describe, expect, test } from 'vitest';
import { found, look } from '../testing/windows-hosts.ts';

const programFiles = 'C:\\Program Files (x86)\\Kaspersky Lab';
const key = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';

const kis = {
  key: '{A1B2C3D4-0000-4000-8000-0123456789AB}',
  name: 'Kaspersky Internet Security',
  version: '21.3.10.391',
  publisher: 'Kaspersky',
  view: '32',
  scope: 'machine',
  installLocation: `${programFiles}\\Kaspersky Internet Security 21.3\\`,
};

const kisMachine = {
  programs: [kis, { ...kis, key: 'InstallWIX_{A1B2C3D4-0000-4000-8000-0123456789AB}', view: '64' }],
  services: [
    {
      name: 'AVP21.3',
      path: `"${programFiles}\\Kaspersky Internet Security 21.3\\avp.exe" -r`,
      state: 'running',
    },
    {
      name: 'klvssbridge64_21.3',
      path: `${programFiles}\\Kaspersky Internet Security 21.3\\x64\\vssbridge64.exe`,
    },
  ],
  kernelModules: [
    { name: 'klif.K4W-21-3', path: 'C:\\Windows\\System32\\drivers\\K4W-21-3\\klif.sys', state: 'running' },
    { name: 'klim6', path: '\\SystemRoot\\system32\\DRIVERS\\klim6.sys', state: 'running' },
  ],
  processes: [{ name: 'avpui.exe', path: `${programFiles}\\Kaspersky Internet Security 21.3\\avpui.exe` }],
  securityCentre: [{ name: 'Kaspersky Internet Security', kind: 'antivirus', state: 'on' }],
  registry: [
    { path: `${key}\\AVP21.3\\environment`, value: 'ProductName', data: 'Kaspersky Internet Security' },
    { path: `${key}\\AVP21.3\\environment`, value: 'ProductVersion', data: '21.3.10.391' },
    { path: 'HKCU\\Software\\KasperskyLab\\AVP21.3' },
  ],
  files: [
    { path: `${programFiles}\\Kaspersky Internet Security 21.3`, kind: 'folder' },
    { path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3', kind: 'folder' },
    { path: 'C:\\Windows\\System32\\drivers\\klim6.sys', kind: 'file' },
  ],
  certificates: [
    { subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab', store: 'Root' },
  ],
  classFilters: [{ class: 'keyboard', which: 'upper', entries: ['klkbdflt.K4W-21-3', 'kbdclass'] }],
  networkBindings: [{ adapter: 'Ethernet', component: 'klim6' }],
  browserExtensions: [
    { browser: 'chrome', id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm', name: 'Kaspersky Protection' },
  ],
  packages: [
    { name: 'Kaspersky.ShellEx22', manager: 'appx' },
    { id: 'Kaspersky.KasperskyInternetSecurity', name: 'Kaspersky Internet Security', manager: 'winget' },
  ],
};

describe('a whole machine', () => {
  test('with a home product is one detection that owns every trace', () => {
    const { detections, unattributed } = look(kisMachine);
    expect(unattributed).toEqual([]);
    expect(detections).toMatchObject([
      { productId: 'consumer-kis', status: 'installed', version: '21.3.10.391', confidence: 'proven' },
    ]);
    expect(detections[0]?.evidence).toHaveLength(Object.values(kisMachine).flat().length);
  });

  test('with VPN and password manager beside it has three', () => {
    expect(
      found({
        ...kisMachine,
        programs: [
          ...kisMachine.programs,
          { name: 'Kaspersky VPN', version: '21.8.5.452', publisher: 'Kaspersky' },
          { name: 'Kaspersky Password Manager', version: '25.3.0.1', publisher: 'Kaspersky' },
        ],
        services: [...kisMachine.services, { name: 'KSDE21.8', state: 'running' }],
        kernelModules: [...kisMachine.kernelModules, { name: 'kltap' }],
      }),
    ).toEqual([
      'vpn-win installed 21.8.5.452',
      'pwm-win installed 25.3.0.1',
      'consumer-kis installed 21.3.10.391',
    ]);
  });

  test('of a company has the product and its agent', () => {
    const kes = `${programFiles}\\KES.12.2.0`;
    const { detections, unattributed } = look({
      programs: [
        {
          name: 'Kaspersky Endpoint Security для Windows',
          version: '12.2.0.462',
          publisher: 'АО "Лаборатория Касперского"',
        },
        {
          name: 'Агент администрирования Kaspersky Security Center',
          version: '14.2.0.26967',
          publisher: 'Kaspersky',
        },
      ],
      services: [
        { name: 'AVP.KES.21.14', path: `"${kes}\\avp.exe" -r`, state: 'running' },
        { name: 'avpsus.KES.21.14', path: `"${kes}\\avpsus.exe"`, state: 'running' },
        { name: 'klnagent', path: `"${programFiles}\\NetworkAgent\\klnagent.exe"`, state: 'running' },
      ],
      kernelModules: [
        { name: 'KLIF.KES-21-14', state: 'running' },
        { name: 'klupd_KES-21-14_arkmon', state: 'running' },
        { name: 'klboot', state: 'running' },
      ],
      registry: [
        {
          path: `${key}\\protected\\KES\\environment`,
          value: 'ProductName',
          data: 'Kaspersky Endpoint Security for Windows',
        },
        {
          path: `${key}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState`,
          value: 'Protection_AdmServer',
          data: 'ksc01',
        },
      ],
      securityCentre: [{ name: 'Kaspersky Endpoint Security для Windows' }],
      files: [
        { path: 'C:\\ProgramData\\KasperskyLab\\adminkit' },
        { path: 'C:\\ProgramData\\Kaspersky Lab\\KES' },
      ],
    });
    expect(unattributed).toEqual([]);
    expect(detections).toMatchObject([
      { productId: 'business-kes-win', version: '12.2.0.462', status: 'installed' },
      { productId: 'mgmt-nagent-win', version: '14.2.0.26967', status: 'installed' },
    ]);
  });

  test('that is an administration server keeps its own agent, consoles and plug-ins', () => {
    const server = `${programFiles}\\Kaspersky Security Center`;
    expect(
      found({
        programs: [
          {
            name: 'Kaspersky Endpoint Security 11 for Windows plug-in',
            version: '11.10.0.399',
            publisher: 'Kaspersky',
          },
          { name: 'Kaspersky Security Center Web Console', version: '14.10.0.1', publisher: 'Kaspersky' },
          {
            name: 'Kaspersky Security Center 14 Administration Server',
            version: '14.2.0.26967',
            publisher: 'Kaspersky',
          },
        ],
        services: [
          { name: 'kladminserver', path: `"${server}\\klserver.exe"`, state: 'running' },
          { name: 'klnagent', path: `"${server}\\klnagent.exe"`, state: 'running' },
        ],
      }),
    ).toEqual(['mgmt-ksc-win report-only 14.2.0.26967']);
  });

  test('with a server product has one, console included', () => {
    expect(
      found({
        programs: [
          { name: 'Kaspersky Security 11.0.1 Console', version: '11.0.1.900', publisher: 'Kaspersky' },
          {
            name: 'Kaspersky Security 11.0.1 for Windows Server',
            version: '11.0.1.897',
            publisher: 'Kaspersky',
          },
        ],
        services: [
          { name: 'KAVFS', state: 'running' },
          { name: 'KAVFSGT', state: 'running' },
          { name: 'kavfsslp' },
        ],
        registry: [{ path: 'HKLM\\SOFTWARE\\KasperskyLab\\WSEE\\11.0\\Install' }],
      }),
    ).toEqual(['server-ksws installed 11.0.1.897']);
  });

  test('with the free edition does not become the paid one whose folders it uses', () => {
    expect(
      found({
        programs: [
          { name: 'Kaspersky Security Cloud - Free', version: '20.0.14.1085', publisher: 'Kaspersky' },
        ],
        services: [{ name: 'AVP20.0', path: `"${programFiles}\\Kaspersky Security Cloud 20.0\\avp.exe" -r` }],
        registry: [
          { path: `${key}\\AVP20.0\\environment`, value: 'ProductName', data: 'Kaspersky Security Cloud' },
        ],
      }),
    ).toEqual(['consumer-free installed 20.0.14.1085']);
  });
});
