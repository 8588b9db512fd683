import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { isFull } from '../../../full-size';
import { compiled } from '../built';
import { wineUsable } from '../available';
import { plus } from '../fixtures/home-products';
import { kes } from '../fixtures/kes';
import { installMsi } from '../fixtures/msi';
import { installNsis } from '../fixtures/nsis';
import { addPerson } from '../fixtures/person';
import { found, onComputer } from './scene';

const home = 'consumer-standard-plus-premium';
/** A program that writes down each time it is started. */
const planted = async (): Promise<string> => compiled('answer', 'console');

describe.runIf(wineUsable())('entries in the list of programs', () => {
  it.runIf(isFull)(
    'in Cyrillic and Chinese, by publishers of odd spelling, are read and removed like any other',
    () =>
      onComputer('scripts', async ({ machine, install, remove }) => {
        await install(
          installMsi(machine, {
            ...kes({ name: 'Kaspersky Endpoint Security для Windows' }),
            publisher: 'АО "Лаборатория Касперского"',
          }),
          installNsis(machine, plus({ name: '卡巴斯基 Plus', publisher: 'Kaspersky Lab ZAO' })),
        );
        const { code, report, ends } = await remove();
        expect(JSON.stringify(report.before)).toContain('для Windows');
        expect(JSON.stringify(report.before)).toContain('卡巴斯基 Plus');
        expect([code, ...ends]).toEqual([0, 'business-kes-win: removed', `${home}: removed`]);
      }),
  );

  it.runIf(isFull)('without a name are known by their folder', () =>
    onComputer('nameless', async ({ machine, assistant, install, remove }) => {
      await install(installNsis(machine, plus({ name: '' })));
      const scan = await assistant.report(['scan']);
      expect(scan.code).toBe(10);
      const { code, ends } = await remove();
      expect([code, ends.length]).toEqual([0, 1]);
      expect(ends[0]).toContain(': removed');
    }),
  );

  it('with blanks in an unquoted command start what they mean, and nothing that lies on the way', () =>
    onComputer('unquoted', async ({ machine, install, remove }) => {
      const product = plus({ command: '$UNINST', quietCommand: '$UNINST /S' });
      await install(installNsis(machine, product));
      machine.put('C:\\Program.exe', await planted());
      const { code, ends } = await remove();
      expect([code, ...ends]).toEqual([21, `${home}: untrusted-program`]);
      expect(machine.exists('C:\\rig\\answers\\Program.exe.calls')).toBe(false);
      machine.remove('C:\\Program.exe');
      const again = await remove();
      expect([again.code, ...again.ends]).toEqual([0, `${home}: removed`]);
    }));

  it('whose program others than administrators could have changed are not started with rights', () =>
    onComputer('writable', async ({ machine, install, remove }) => {
      const product = plus();
      await install(installNsis(machine, product));
      chmodSync(machine.at(product.folder), 0o777);
      const { code, report, ends } = await remove();
      expect([code, ...ends]).toEqual([21, `${home}: untrusted-program`]);
      expect(report.run?.actions[0]?.detail).toContain(product.folder);
      expect(machine.exists(`${product.folder}\\uninst.exe`)).toBe(true);
      chmodSync(machine.at(product.folder), 0o755);
    }));

  it.runIf(isFull)('of one person are shown with what to do, and started by nobody here', () =>
    onComputer('person', async ({ machine, assistant, install, remove }) => {
      const { service: _service, ...whole } = plus({ view: 'user', folder: 'C:\\users\\Public\\Kaspersky' });
      const product = { ...whole, registry: [] };
      await install(
        installNsis(machine, product),
        addPerson(machine, {
          name: 'ann',
          sid: 'S-1-5-21-0-0-0-1007',
          programs: {
            KPM: {
              DisplayName: 'Kaspersky Password Manager',
              Publisher: 'Kaspersky',
              DisplayVersion: '24.0',
              UninstallString: 'C:\\users\\ann\\evil.exe',
            },
          },
        }),
      );
      machine.put('C:\\users\\ann\\evil.exe', await planted());
      const scan = await assistant.report(['scan']);
      expect([scan.code, found(scan.report)]).toEqual([10, [`${home} installed`, 'pwm-win installed']]);
      const { code, ends } = await remove();
      expect([code, ...ends]).toEqual([21, `${home}: needs-person`, 'pwm-win: needs-person']);
      expect(machine.exists('C:\\rig\\answers\\evil.exe.calls')).toBe(false);
      expect(machine.exists(`${product.folder}\\uninst.exe`)).toBe(true);
    }),
  );

  it.runIf(isFull)(
    'whose product Windows Installer does not know any more are leftovers, and nothing is started for them',
    () =>
      onComputer('ghost', async ({ machine, assistant, install, remove }) => {
        const code = '{5B1C7E0A-4D2F-4E86-9A37-60C1D8E2F4FF}';
        const path = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}`;
        await machine.importRegistry([
          {
            path,
            values: {
              DisplayName: 'Kaspersky Endpoint Security for Windows',
              Publisher: 'AO Kaspersky Lab',
              DisplayVersion: '11.1.0',
              WindowsInstaller: 1,
              UninstallString: `MsiExec.exe /X${code}`,
            },
          },
        ]);
        await install(Promise.resolve({ keys: [path], files: [], services: [] }));
        const scan = await assistant.report(['scan']);
        expect([scan.code, found(scan.report)]).toEqual([11, ['business-kes-win leftovers']]);
        const done = await remove();
        expect([done.code, done.report.run]).toEqual([0, undefined]);
      }),
  );
});
