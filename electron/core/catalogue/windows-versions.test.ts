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

describe('versions side by side', () => {
  test('are two detections, each with its own service', () => {
    const { detections } = look({
      programs: [
        { name: 'Kaspersky Anti-Virus', version: '18.0.0.405', publisher: 'Kaspersky Lab' },
        { name: 'Kaspersky Internet Security', version: '21.3.10.391', publisher: 'Kaspersky' },
      ],
      services: [
        { name: 'AVP18.0.0', state: 'running' },
        { name: 'AVP21.3', state: 'running' },
      ],
    });
    expect(
      detections.map(({ productId, evidence }) => [productId, evidence.map(({ row }) => row['name'])]),
    ).toEqual([
      ['consumer-kav', ['Kaspersky Anti-Virus', 'AVP18.0.0']],
      ['consumer-kis', ['Kaspersky Internet Security', 'AVP21.3']],
    ]);
  });

  test('an installed product takes the drivers, not what an older one left', () => {
    expect(
      found({
        programs: [
          { name: 'Kaspersky Endpoint Security for Windows', version: '12.5.0.539', publisher: 'Kaspersky' },
        ],
        registry: [
          { path: `${key}\\AVP18.0.0\\environment`, value: 'ProductName', data: 'Kaspersky Anti-Virus' },
        ],
        kernelModules: [{ name: 'klif', state: 'running' }],
      }),
    ).toEqual(['business-kes-win installed 12.5.0.539', 'consumer-kav leftovers 18.0.0']);
  });
});

describe('an entry without a name', () => {
  test('is known by the folder of its product', () => {
    expect(
      found({
        programs: [
          {
            key: 'X',
            version: '21.3.10.391',
            installLocation: `${programFiles}\\Kaspersky Total Security 21.3`,
          },
        ],
      }),
    ).toEqual(['consumer-kts installed 21.3.10.391']);
  });

  test('is known by its installer code, also behind its alias', () => {
    const code = '{305A9EC9-294E-4555-A7C5-E1C767E01C11}';
    for (const row of [
      { key: code },
      { key: `InstallWIX_${code}` },
      { key: 'X', productCode: code.toLowerCase() },
    ])
      expect(found({ programs: [row] })).toEqual(['business-kes-win installed']);
  });

  test('joins the product beside it', () => {
    const alias = { key: 'InstallWIX_{A1B2C3D4-0000-4000-8000-0123456789AB}', publisher: 'Kaspersky' };
    expect(found({ programs: [kis, alias] })).toEqual(['consumer-kis installed 21.3.10.391']);
    expect(found({ programs: [alias] })).toEqual(['consumer-unknown installed']);
  });

  test('counts when it is hidden and when it is one user’s', () => {
    expect(found({ programs: [{ ...kis, hidden: true }] })).toEqual(['consumer-kis installed 21.3.10.391']);
    expect(found({ programs: [{ ...kis, scope: 'user' }] })).toEqual(['consumer-kis installed 21.3.10.391']);
  });
});

describe('other companies’ products', () => {
  test('a successor is shown apart, its VPN with it', () => {
    expect(
      found({
        programs: [
          { name: 'UltraVPN', version: '5.0.1', publisher: 'Pango' },
          { name: 'UltraAV', version: '1.2.0', publisher: 'Pango Inc.' },
        ],
      }),
    ).toEqual(['successor-ultraav successor 1.2.0']);
  });

  test('the engine in another vendor’s folder is reported, that vendor’s name alone is not', () => {
    const zoneAlarm = { name: 'ZoneAlarm Extreme Security', publisher: 'Check Point', version: '15.8' };
    expect(found({ programs: [zoneAlarm] })).toEqual([]);
    expect(
      found({
        programs: [zoneAlarm],
        files: [{ path: 'C:\\Program Files (x86)\\CheckPoint\\ZoneAlarm\\avsys\\klif.sys' }],
      }),
    ).toEqual(['oem-engine oem 15.8']);
  });

  test('the vendor’s tools are tools', () => {
    expect(found({ processes: [{ name: 'KVRT.exe', path: 'C:\\Users\\a\\Downloads\\KVRT.exe' }] })).toEqual([
      'tool-kvrt vendor-tool',
    ]);
    expect(found({ files: [{ path: 'C:\\KVRT2020_Data\\Quarantine' }] })).toEqual(['tool-kvrt vendor-tool']);
    expect(found({ files: [{ path: 'D:\\tools\\kavremvr.exe' }] })).toEqual(['tool-remover vendor-tool']);
  });
});
