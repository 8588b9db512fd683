import { describe, expect, it } from 'vitest';

import { isFull } from '../../../full-size';
import { wineUsable } from '../available';
import { kes, kesFolder, kesPassword } from '../fixtures/kes';
import { installMsi } from '../fixtures/msi';
import { agentPassword, networkAgent } from '../fixtures/network-agent';
import { onComputer } from './scene';
import { placesOf } from './secrets';

const right = 'Canary 4711 two';
const agents = 'Kanarie-0815';
const wrong = 'Wr0ngCanary-99';

describe.runIf(wineUsable())('a password', () => {
  it('missing, wrong and right: only the right one opens the way, and none is found anywhere afterwards', () =>
    onComputer('passwords', async ({ machine, install, remove }) => {
      await install(
        installMsi(machine, kes(kesPassword(right))),
        installMsi(machine, networkAgent(agentPassword(agents))),
      );
      const missing = await remove();
      expect(missing.ends).toEqual([
        'business-kes-win: wrong-password-or-rights',
        'mgmt-nagent-win: not-started',
      ]);
      expect(missing.code).toBe(21);
      expect(missing.report.run?.actions[0]?.exitCode).toBe(1603);

      const args = ['--password-stdin'];
      const refused = await remove({ args, stdin: `${wrong}\n` });
      expect([refused.code, refused.ends[0]]).toEqual([21, 'business-kes-win: wrong-password-or-rights']);
      expect(machine.exists(`${kesFolder}\\avp.exe`)).toBe(true);

      const both = `business-kes-win\t${right}\nmgmt-nagent-win\t${agents}\n`;
      const done = await remove({ args, stdin: both });
      expect([done.code, ...done.ends]).toEqual([0, 'business-kes-win: removed', 'mgmt-nagent-win: removed']);
      expect(await placesOf(machine, [right, agents, wrong])).toEqual([]);
    }));

  it.runIf(isFull)('is not handed over where a policy makes Windows Installer write it down', () =>
    onComputer('logged', async ({ machine, install, remove }) => {
      await install(installMsi(machine, kes(kesPassword(right))));
      const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';
      await machine.importRegistry([{ path: policies, values: { Logging: 'voicewarmup' } }]);
      const { code, ends } = await remove({ args: ['--password-stdin'], stdin: right });
      expect([code, ...ends]).toEqual([21, 'business-kes-win: needs-person']);
      expect(machine.exists(`${kesFolder}\\avp.exe`)).toBe(true);
      await machine.run('reg.exe', ['delete', 'HKLM\\SOFTWARE\\Policies\\Microsoft', '/f']);
      await remove({ args: ['--password-stdin'], stdin: right });
      expect(await placesOf(machine, [right])).toEqual([]);
    }),
  );
});
