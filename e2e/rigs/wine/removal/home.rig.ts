import { describe, expect, it } from 'vitest';

import { isFull } from '../../../full-size';
import { wineUsable } from '../available';
import { kis, passwordManager, plus, ultraAv, vpn } from '../fixtures/home-products';
import { installMsi } from '../fixtures/msi';
import { installNsis, letFinish } from '../fixtures/nsis';
import { isWaiting } from '../fixtures/nsis-script';
import type { Ended, Running } from '../jobs';
import { waitUntil } from '../waiting';
import { endsOf, found, onComputer } from './scene';

const home = 'consumer-standard-plus-premium';
/** An NSIS uninstaller leaves its copy in Temp to the next restart, which counts before the next removal begins. */
const goOn = ['resume', '--yes', '--accept', 'pending-reboot'];

/** As an impatient person does, who needs a moment between two presses. */
const pressUntilItEnds = async (running: Running): Promise<Ended> => {
  const pressing = setInterval(() => running.pressCtrlC(), 1_000);
  try {
    return await running.ended;
  } finally {
    clearInterval(pressing);
  }
};

describe.runIf(wineUsable())('a Windows computer at home', () => {
  it('loses protection, VPN and password manager, each by its own entry and in this order', () =>
    onComputer('three', async ({ machine, assistant, install, remove }) => {
      await install(
        installMsi(machine, passwordManager()),
        installMsi(machine, vpn()),
        installMsi(machine, kis()),
      );
      const { code, ends } = await remove();
      expect([code, ...ends]).toEqual([0, 'consumer-kis: removed', 'vpn-win: removed', 'pwm-win: removed']);
      // Windows Installer leaves the vendor's empty folder behind.
      expect((await assistant.report(['verify'])).code).toBe(11);
    }));

  it.runIf(isFull)('waits for an uninstaller that copies itself away and ends at once', () =>
    onComputer('async', async ({ machine, install, remove }) => {
      const product = plus();
      await install(installNsis(machine, product));
      const { code, ends } = await remove();
      expect([code, ...ends]).toEqual([0, `${home}: removed`]);
      expect(machine.exists(product.folder)).toBe(false);
    }),
  );

  it('waits for a hidden child that outlives its parent', () =>
    onComputer('child', async ({ machine, assistant, install, removal }) => {
      const product = plus({ removal: 'late' });
      await install(installNsis(machine, product));
      const running = assistant.start([...removal(), '--json']);
      await waitUntil('the child is at work', () => machine.exists(isWaiting));
      expect(machine.exists(`${product.folder}\\uninst.exe`)).toBe(true);
      letFinish(machine);
      const { code, out } = await running.ended;
      expect([code, ...endsOf(JSON.parse(out))]).toEqual([0, `${home}: removed`]);
    }));

  it.runIf(isFull)(
    'is not called free of a product whose uninstaller says it is done and leaves everything',
    () =>
      onComputer('nothing', async ({ machine, assistant, install, remove }) => {
        await install(installNsis(machine, plus({ removal: 'nothing' })));
        const { code, report, ends } = await remove();
        expect([code, report.verdict, ...ends]).toEqual([21, 'incomplete', `${home}: still-there`]);
        const { out } = await assistant.run(['report', '--format', 'html', '--out', 'C:\\rig\\report.html']);
        expect(out).toBeDefined();
        expect(machine.read('C:\\rig\\report.html')).toContain('https://support.kaspersky.com/');
      }),
  );

  it('is not called free of a product that installs itself again', () =>
    onComputer('back', async ({ machine, install, remove }) => {
      await install(installNsis(machine, plus({ removal: 'comes-back' })));
      const { code, report, ends } = await remove();
      expect([code, report.verdict, ...ends]).toEqual([21, 'incomplete', `${home}: still-there`]);
    }));

  it.runIf(isFull)(
    'lets a person stop waiting for an uninstaller that says nothing, ends nothing itself, and goes on later',
    () =>
      onComputer('silent', async ({ machine, assistant, install, removal }) => {
        const product = plus({ removal: 'waits' });
        await install(installNsis(machine, product), installMsi(machine, vpn()));
        const running = assistant.start([...removal(), '--json']);
        await waitUntil('it is being removed', () => machine.exists(isWaiting));
        running.pressCtrlC();
        await waitUntil('the first press is heard', () => running.err().includes('Stopping after this one'));
        const { code, out } = await pressUntilItEnds(running);
        expect([code, ...endsOf(JSON.parse(out))]).toEqual([
          24,
          `${home}: left-running`,
          'vpn-win: cancelled',
        ]);
        expect(machine.exists(`${product.folder}\\uninst.exe`)).toBe(true);
        letFinish(machine);
        await waitUntil('it has done its work all the same', () => !machine.exists(product.folder));
        const resumed = await assistant.report(goOn);
        expect([resumed.code, ...endsOf(resumed.report)]).toEqual([
          0,
          `${home}: already-gone`,
          'vpn-win: removed',
        ]);
      }),
  );

  it.runIf(isFull)('goes on after the assistant itself was killed, and runs nothing twice', () =>
    onComputer('killed', async ({ machine, assistant, install, removal }) => {
      const product = plus({ removal: 'waits' });
      await install(installNsis(machine, product), installMsi(machine, vpn()));
      const running = assistant.start([...removal(), '--json']);
      await waitUntil('it is being removed', () => machine.exists(isWaiting));
      running.kill();
      await running.ended;
      letFinish(machine);
      await waitUntil('its uninstaller has finished', () => !machine.exists(product.folder));
      expect((await assistant.report(['verify'])).code).toBe(21);
      // Nobody heard whether it asked for a restart, and Windows notes one to come: so it is asked for.
      const resumed = await assistant.report(goOn);
      expect([resumed.code, ...endsOf(resumed.report)]).toEqual([
        20,
        `${home}: restart-needed`,
        'vpn-win: removed',
      ]);
      await machine.restart();
      const last = await assistant.report(['resume', '--yes']);
      expect([last.code, ...endsOf(last.report)]).toEqual([0, `${home}: removed`, 'vpn-win: removed']);
    }),
  );

  it.runIf(isFull)('shows what came in Kaspersky’s place, and takes it only when it is named', () =>
    onComputer('successor', async ({ machine, assistant, install, remove }) => {
      await install(installNsis(machine, ultraAv));
      const scan = await assistant.report(['scan']);
      expect([scan.code, found(scan.report)]).toEqual([11, ['successor-ultraav successor']]);
      const left = await assistant.report(['remove', '--yes']);
      expect([left.code, left.report.plan.actions]).toEqual([0, []]);
      expect(machine.exists(ultraAv.folder)).toBe(true);
      const { code, ends } = await remove({ args: ['--product', 'successor-ultraav'] });
      expect([code, ...ends]).toEqual([0, 'successor-ultraav: removed']);
      expect(machine.exists(ultraAv.folder)).toBe(false);
    }),
  );
});
