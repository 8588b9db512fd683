import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { assistantFiles } from '../assistant';
import { wineUsable } from '../available';
import { kes } from '../fixtures/kes';
import { installMsi } from '../fixtures/msi';
import { agentFolder, networkAgent } from '../fixtures/network-agent';
import { drivesKey, type Machine } from '../machine';
import { endsOf, onComputer, runsOn, stateFolder } from './scene';

const full = process.env['RA_FULL'] !== undefined;
const stage = 'C:\\ProgramData\\removal-assistant-restart';
const runOnce = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

/** What Windows would start at the next sign-in for us; undefined: nothing. */
const registered = async (machine: Machine): Promise<string | undefined> =>
  /"RemovalAssistantRestart"="(.*)"\r?\n/.exec((await machine.exportRegistry(runOnce)) ?? '')?.[1];

const kinds = (machine: Machine): readonly string[] => {
  const [run = ''] = runsOn(machine);
  const journal = machine.read(`${stateFolder}\\runs\\${run}\\journal.jsonl`).trim().split('\n');
  return journal.map((line) => (JSON.parse(line) as { kind: string }).kind);
};

describe.runIf(wineUsable())('a Windows computer that has to be restarted', () => {
  it('by a program on a stick gets a copy of it, which Windows starts, and which takes itself away at the end', () =>
    onComputer('stick', async ({ machine, install, removal }) => {
      const stick = await machine.plugIn('e');
      await install(
        Promise.resolve({ keys: [drivesKey], files: [stage], services: [] }),
        installMsi(machine, kes({ restart: true })),
      );
      await machine.restart();
      for (const { name, file } of await assistantFiles()) {
        const place = join(stick, name.replaceAll('\\', '/'));
        mkdirSync(dirname(place), { recursive: true });
        copyFileSync(file, place);
      }
      const removed = await machine.run('E:\\removal-assistant.exe', removal());
      expect(removed.code, `${removed.out}${removed.err}`).toBe(20);
      expect(removed.err).toContain(stage);
      const [run = ''] = runsOn(machine);
      const copy = `${stage}\\${run}\\removal-assistant.exe`;
      expect(await registered(machine)).toBe(
        `\\"${copy.replaceAll('\\', '\\\\')}\\" resume --run ${run} --reopened`,
      );
      expect(machine.exists(`${stage}\\${run}\\node_modules\\koffi\\package.json`)).toBe(true);
      rmSync(stick, { recursive: true });

      await machine.restart();
      await expect.poll(() => kinds(machine).at(-1)).toBe('run-ended');
      expect(kinds(machine).slice(-4)).toEqual([
        'run-resumed',
        'reopen-started',
        'reopen-ended',
        'run-ended',
      ]);
      expect(await registered(machine)).toBeUndefined();
      await expect.poll(() => machine.exists(stage), { interval: 500 }).toBe(false);
    }));

  // The way there is walked in managed.rig.ts each time.
  it.runIf(full)('has one registration, which stays until somebody has gone on to the end', () =>
    onComputer('registered', async ({ machine, assistant, install, remove }) => {
      await install(installMsi(machine, kes({ restart: true })), installMsi(machine, networkAgent()));
      expect((await remove()).code).toBe(20);
      expect(await registered(machine)).toContain('C:\\\\ra\\\\removal-assistant.exe');
      expect(machine.exists(stage)).toBe(false);
      // Windows starts it, nobody is there to say yes to what is left, and it is there for the next sign-in again.
      await machine.restart();
      expect(machine.exists(agentFolder)).toBe(true);
      await expect.poll(() => registered(machine), { interval: 500 }).toContain('resume');
      const resumed = await assistant.report(['resume', '--yes']);
      expect(endsOf(resumed.report)).toEqual(['business-kes-win: removed', 'mgmt-nagent-win: removed']);
      expect(await registered(machine)).toBeUndefined();
    }),
  );
});
