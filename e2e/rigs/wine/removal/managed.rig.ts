import { describe, expect, it } from 'vitest';

import { isFull } from '../../../full-size';
import { wineUsable } from '../available';
import { kes, kesFolder, kesService } from '../fixtures/kes';
import { installMsi, willAnswer } from '../fixtures/msi';
import { agentFolder, networkAgent } from '../fixtures/network-agent';
import { holdFile, standInFor } from '../fixtures/obstacles';
import { overridesKey } from '../template';
import { endsOf, found, onComputer, runsOn, userSid } from './scene';

/** What a stand-in for msiexec changes. */
const standIn = {
  keys: [],
  files: ['C:\\windows\\system32\\msiexec.exe'],
  services: [],
  values: [{ key: overridesKey.replace('HKCU', `HKU\\${userSid}`), name: 'msiexec.exe' }],
};

describe.runIf(wineUsable())('a managed Windows computer', () => {
  it('loses Endpoint Security and then the agent, by what Windows Installer knows of them', () =>
    onComputer('managed', async ({ machine, assistant, install, remove }) => {
      await install(installMsi(machine, kes()), installMsi(machine, networkAgent()));
      const scan = await assistant.report(['scan']);
      expect([scan.code, found(scan.report)]).toEqual([
        10,
        ['business-kes-win installed', 'mgmt-nagent-win installed'],
      ]);
      expect(scan.report.unchecked.filter((place) => place.required)).toEqual([]);
      const plan = await assistant.report(['plan']);
      expect(plan.code).toBe(22);
      expect(plan.report.plan.blockedBy).toContain('managed-redeploy');
      expect((await assistant.report(['remove', '--yes'])).code).toBe(22);

      const { code, report, ends } = await remove();
      expect(ends).toEqual(['business-kes-win: removed', 'mgmt-nagent-win: removed']);
      expect([code, report.verdict]).toEqual([0, 'removed']);
      expect([machine.exists(kesFolder), machine.exists(agentFolder)]).toEqual([false, false]);
      const [run = ''] = runsOn(machine);
      expect((await assistant.report(['verify', '--run', run])).report.run?.id).toBe(run);
      const again = await assistant.report(['remove', '--yes']);
      expect([again.code, again.report.run]).toEqual([0, undefined]);
    }));

  it('is restarted when that is asked for, and only then loses the agent', () =>
    onComputer('restarted', async ({ machine, assistant, install, remove }) => {
      await install(installMsi(machine, kes({ restart: true })), installMsi(machine, networkAgent()));
      const { code, report, ends } = await remove();
      expect([code, report.verdict]).toEqual([20, 'restart-needed']);
      expect(ends).toEqual(['business-kes-win: restart-needed', 'mgmt-nagent-win: after-restart']);
      expect(report.run?.actions[0]?.exitCode).toBe(3010);
      expect((await assistant.report(['verify'])).code).toBe(20);
      expect((await assistant.report(['resume', '--yes'])).code).toBe(20);
      expect(machine.exists(agentFolder)).toBe(true);

      await machine.restart();
      const resumed = await assistant.report(['resume', '--yes']);
      expect(endsOf(resumed.report)).toEqual(['business-kes-win: removed', 'mgmt-nagent-win: removed']);
      expect([resumed.code, resumed.report.verdict]).toEqual([0, 'removed']);
      expect(machine.exists(agentFolder)).toBe(false);
      // Nothing but an empty folder is left, which a look tells and a removal does not hold against itself.
      expect((await assistant.report(['verify'])).code).toBe(11);
      expect((await assistant.report(['resume'])).code).toBe(0);
    }));

  it.runIf(isFull)('keeps both when the product’s own removal is cancelled', () =>
    onComputer('cancelled', async ({ machine, install, remove }) => {
      const product = kes({ answers: true });
      await install(installMsi(machine, product), installMsi(machine, networkAgent()));
      willAnswer(machine, product, [1602]);
      const { code, report, ends } = await remove();
      expect([code, report.run?.actions[0]?.exitCode]).toEqual([21, 1602]);
      expect(ends).toEqual(['business-kes-win: wrong-password-or-rights', 'mgmt-nagent-win: not-started']);
      expect(machine.exists(`${agentFolder}\\klnagent.exe`)).toBe(true);
    }),
  );

  it.runIf(isFull)('waits while another installation is at work, and not longer than it was told', () =>
    onComputer('busy', async ({ machine, install, remove }) => {
      await install(installMsi(machine, kes()));
      const calls = await standInFor(machine, 'msiexec.exe', [1618, 1618, 1618]);
      await install(Promise.resolve(standIn));
      const impatient = await remove({ args: ['--lock-wait', '0'] });
      expect([impatient.code, ...impatient.ends]).toEqual([21, 'business-kes-win: busy']);
      expect(calls()).toHaveLength(1);
      // Free after two more tries; the stand-in then says that it has done its work, and has not.
      const patient = await remove();
      expect(calls()).toHaveLength(4);
      expect([patient.code, ...patient.ends]).toEqual([21, 'business-kes-win: still-there']);
      expect(calls().every((call) => call.includes('REBOOT=ReallySuppress'))).toBe(true);
    }),
  );

  it.runIf(isFull)('of which the installation package is lost keeps the product, and says why', () =>
    onComputer('source', async ({ machine, install, remove }) => {
      await install(installMsi(machine, kes()));
      machine.remove('C:\\windows\\Installer');
      const { code, report, ends } = await remove();
      expect([code, report.verdict]).toEqual([21, 'incomplete']);
      expect(ends).toEqual(['business-kes-win: source-missing']);
    }),
  );

  it.runIf(isFull)('whose service refuses to stop is not called clean as long as it works', () =>
    onComputer('stubborn', async ({ machine, assistant, install, remove }) => {
      await install(installMsi(machine, kes({ unstoppable: true })));
      const { code, report } = await remove();
      const running = (await machine.run('sc.exe', ['query', kesService])).out.includes('RUNNING');
      expect(running).toBe(true);
      expect([code, report.verdict]).toEqual([21, 'incomplete']);
      expect((await assistant.report(['scan'])).code).toBe(10);
    }),
  );

  it('where another program holds a file open loses the product, and the file is told', () =>
    onComputer('held', async ({ machine, install, remove }) => {
      await install(installMsi(machine, kes()));
      const holder = await holdFile(machine, `${kesFolder}\\license.txt`);
      const { code, report } = await remove();
      expect(machine.exists(`${kesFolder}\\license.txt`)).toBe(true);
      expect([code, report.verdict]).toEqual([0, 'removed']);
      expect(JSON.stringify(report.detections)).toContain('license.txt');
      holder.kill();
      await holder.ended;
    }));
});
