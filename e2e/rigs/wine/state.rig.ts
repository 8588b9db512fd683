import { describe, expect, it } from 'vitest';

import { wineUsable } from './available';
import { unexplained } from './difference';
import { belongsTo, madeByWine } from './explanations';
import { plus } from './fixtures/home-products';
import { kes, kesFolder, kesService } from './fixtures/kes';
import { installMsi, willAnswer } from './fixtures/msi';
import { agentFolder, agentPassword, networkAgent } from './fixtures/network-agent';
import { installNsis, letFinish } from './fixtures/nsis';
import { kis } from './fixtures/home-products';
import { addNeighbours } from './fixtures/neighbours';
import { holdFile, standInFor } from './fixtures/obstacles';
import type { MsiPackage } from './fixtures/msi-package';
import { startMachine, type Machine } from './machine';
import { waitUntil } from './waiting';

const on = async (name: string, test: (machine: Machine) => Promise<void>): Promise<void> => {
  const machine = await startMachine(name);
  try {
    await test(machine);
  } finally {
    await machine.close();
  }
};

const remove = async (machine: Machine, msi: MsiPackage, ...words: readonly string[]): Promise<number> =>
  (await machine.run('msiexec.exe', ['/x', msi.productCode, '/qn', '/norestart', ...words])).code;

const service = async (machine: Machine, name: string): Promise<string> =>
  (await machine.run('sc.exe', ['query', name])).out;

describe.runIf(wineUsable())('the products on a Wine machine', () => {
  it('leave no other trace than their own, and a machine of neighbours is as it was', () =>
    on('whole', async (machine) => {
      await addNeighbours(machine);
      const before = await machine.state();
      const product = kes();
      const manifest = await installMsi(machine, product);
      expect(await service(machine, kesService)).toContain('RUNNING');

      const installed = await machine.state();
      expect(unexplained(before, installed, [belongsTo(manifest), madeByWine])).toEqual([]);
      expect(unexplained(before, installed, [madeByWine])).toContain(`+ ${kesFolder} = folder`);

      expect(await remove(machine, product)).toBe(0);
      const after = await machine.state();
      expect(unexplained(before, after, [belongsTo(manifest), madeByWine])).toEqual([]);
      // wixl takes no folders away: an empty one stays.
      expect(unexplained(before, after, [madeByWine])).toEqual([
        '+ C:\\Program Files (x86)\\Kaspersky Lab = folder',
      ]);

      machine.remove('C:\\windows\\system32\\klist.exe');
      machine.write('C:\\Program Files\\Kavita\\kav.exe', 'changed');
      await machine.run('reg.exe', ['add', 'HKLM\\SOFTWARE\\Kavita', '/v', 'x', '/d', 'y']);
      expect(unexplained(before, await machine.state(), [belongsTo(manifest), madeByWine])).toEqual([
        '+ HKLM\\Software\\Kavita',
        '+ HKLM\\Software\\Kavita : x = "y"',
        expect.stringMatching(/^- C:\\windows\\system32\\klist\.exe = 26 /),
        expect.stringMatching(/^~ C:\\Program Files\\Kavita\\kav\.exe = 26 .* -> 7 /),
      ]);
    }));

  it('of 32 bits are in the 32-bit view and folder, and end as Windows Installer says', () =>
    on('narrow', async (machine) => {
      const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
      const [agent, home] = [networkAgent(agentPassword('Pa55')), kis({ restart: true })];
      await installMsi(machine, agent);
      await installMsi(machine, home);
      const entry = await machine.exportRegistry(
        `HKLM\\SOFTWARE\\WOW6432Node\\${uninstall}\\${agent.productCode}`,
      );
      expect(entry).toContain('"DisplayName"="Kaspersky Security Center 14.2 Network Agent"');
      expect(
        await machine.exportRegistry(`HKLM\\SOFTWARE\\${uninstall}\\${agent.productCode}`),
      ).toBeUndefined();
      expect(machine.exists(`${agentFolder}\\klnagent.exe`)).toBe(true);

      expect(await remove(machine, agent)).toBe(1603);
      expect(await remove(machine, agent, 'KLUNINSTPASSWD=Pa55')).toBe(1603);
      expect(await service(machine, 'klnagent')).toContain('RUNNING');
      expect(await remove(machine, agent, 'KLUNINSTPASSWD=5000610035003500')).toBe(0);
      expect(await remove(machine, agent)).toBe(1605);
      expect(await remove(machine, home)).toBe(3010);
      expect(machine.exists(home.folder)).toBe(false);
    }));

  it('answer as a test wants it: cancelled, another setup at work, a name in Russian', () =>
    on('answers', async (machine) => {
      const product = kes({ answers: true, name: 'Kaspersky Endpoint Security для Windows' });
      await installMsi(machine, product);
      const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
      expect(await machine.exportRegistry(`${list}\\${product.productCode}`)).toContain('для Windows');
      willAnswer(machine, product, [1602]);
      expect(await remove(machine, product)).toBe(1602);

      const calls = await standInFor(machine, 'msiexec.exe', [1618, 1618]);
      const call = async (): Promise<number> =>
        (await machine.run('msiexec.exe', ['/x', product.productCode])).code;
      expect([await call(), await call(), await call()]).toEqual([1618, 1618, 0]);
      expect(calls()).toHaveLength(3);
      expect(calls()[0]).toContain(product.productCode);
      expect(machine.exists(kesFolder)).toBe(true);
    }));

  it('with a setup of their own go on after their uninstaller has ended', () =>
    on('nsis', async (machine) => {
      const before = await machine.state();
      const product = plus({ removal: 'late', name: 'Kaspersky Plus 卡巴斯基' });
      const manifest = await installNsis(machine, product);
      const uninstaller = `${product.folder}\\uninst.exe`;
      expect((await machine.run(uninstaller, ['/S'])).code).toBe(0);
      expect(machine.exists(uninstaller)).toBe(true);
      letFinish(machine);
      await waitUntil('the product is gone', () => !machine.exists(product.folder));
      await waitUntil(
        'its key is gone',
        async () =>
          unexplained(before, await machine.state(), [belongsTo(manifest), madeByWine]).length === 0,
      );
    }));

  it('with a setup of their own end with any code, come back, or do nothing at all', () =>
    on('odd', async (machine) => {
      const silent = plus({ removal: 'nothing', exitCode: 5 });
      await installNsis(machine, silent);
      const uninstaller = `${silent.folder}\\uninst.exe`;
      const { code } = await machine.run(uninstaller, ['/S'], { verbatim: `_?=${silent.folder}` });
      expect(code).toBe(5);
      expect(machine.exists(`${silent.folder}\\license.txt`)).toBe(true);

      const back = plus({
        removal: 'comes-back',
        key: 'Returning',
        folder: 'C:\\Program Files (x86)\\Kaspersky Lab\\Back',
      });
      await installNsis(machine, back);
      machine.remove(`${back.folder}\\license.txt`);
      await machine.run(`${back.folder}\\uninst.exe`, ['/S']);
      await waitUntil('it is back', () => machine.exists(`${back.folder}\\license.txt`));
    }));

  it('cannot delete a file that somebody holds', () =>
    on('held', async (machine) => {
      machine.write('C:\\svc\\held.txt', '');
      const holder = await holdFile(machine, 'C:\\svc\\held.txt');
      await machine.run('cmd.exe', ['/c', 'del C:\\svc\\held.txt']);
      expect(machine.exists('C:\\svc\\held.txt')).toBe(true);
      holder.kill();
      await holder.ended;
      await machine.run('cmd.exe', ['/c', 'del C:\\svc\\held.txt']);
      expect(machine.exists('C:\\svc\\held.txt')).toBe(false);
    }));
});
