import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Bridge, CallInput } from '../../../electron/core/contract/contract.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { hostsUsable } from '../debian/available';
import { startDisplay, type Display } from '../debian/display';
import { buildDebs } from '../debian/fixtures/build-deb';
import { kesl } from '../debian/fixtures/kesl';
import { removalIsWaiting, removalMayGoOn } from '../debian/fixtures/kesl-faults';
import { startHost, type Host } from '../debian/host';
import { repoRoot } from '../debian/paths';
import { launchWindowOn } from '../debian/window';

const stateFolder = '/var/tmp/state';

/** What a person answers when the window asks; the question itself is a native dialog that nobody could press here. */
const answerWith = (app: ElectronApplication, button: number): Promise<void> =>
  app.evaluate(({ dialog }, response) => {
    const asked = globalThis as unknown as { asked: number };
    asked.asked = 0;
    dialog.showMessageBox = async () => {
      asked.asked += 1;
      return { response, checkboxChecked: false };
    };
  }, button);

const timesAsked = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => (globalThis as unknown as { asked: number }).asked);

const signalTwice = (app: ElectronApplication): Promise<void> =>
  app.evaluate(async () => {
    for (let time = 0; time < 2; time += 1) {
      process.kill(process.pid, 'SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });

/** Scans, accepts what holds the plan up and starts the removal, without waiting for its end. */
const startRemoval = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: Bridge };
    const scanned = await bridge.call('scan', {});
    if (!scanned.ok) throw new Error(scanned.problem.code);
    const choices = { scanId: scanned.value.scanId, productIds: ['linux-kesl'], accepted: [] };
    const planned = await bridge.call('plan', choices);
    if (!planned.ok) throw new Error(planned.problem.code);
    const input: CallInput<'remove'> = { ...choices, accepted: planned.value.report.plan.blockedBy };
    void bridge.call('remove', input);
  });

describe.runIf(hostsUsable())('closing the window while an uninstaller runs', () => {
  let host: Host;
  let display: Display;
  let app: ElectronApplication;
  beforeAll(async () => {
    [host, display] = await Promise.all([startHost({ name: 'closing' }), startDisplay()]);
    await host.install(...(await buildDebs([kesl({ fault: 'prerm-waits' })])));
    app = await launchWindowOn(host, {
      args: [repoRoot, `--state-dir=${stateFolder}`],
      display: display.name,
      userData: '/var/tmp/profile',
    });
    const page = await app.firstWindow();
    await startRemoval(page);
    while (!(await host.exists(removalIsWaiting))) await pause(50);
  });
  afterAll(async () => {
    await app.close().catch(() => undefined);
    await host.stop();
    await display.stop();
  });

  it('asks, and stays open when told so', async () => {
    await answerWith(app, 0);
    await closeWindow(app);
    await expect.poll(() => timesAsked(app)).toBe(1);
    expect(app.windows()).toHaveLength(1);
  });

  it('asks as well when the system wants the program to end', async () => {
    await answerWith(app, 0);
    await signalTwice(app);
    await expect.poll(() => timesAsked(app)).toBe(2);
    expect(app.windows()).toHaveLength(1);
  });

  it('waits for the uninstaller and for the last line of the journal', async () => {
    await answerWith(app, 1);
    const closed = new Promise<void>((resolve) => {
      app.once('close', () => resolve());
    });
    await closeWindow(app);
    await expect.poll(() => timesAsked(app)).toBe(1);
    await pause(500);
    expect(app.windows()).toHaveLength(1);
    await host.writeFile(removalMayGoOn, '');
    await closed;

    const [run] = (await host.exec(['ls', `${stateFolder}/runs`])).stdout.trim().split('\n');
    const folder = `${stateFolder}/runs/${run ?? ''}`;
    const report = JSON.parse(await host.readFile(`${folder}/report.json`)) as Report;
    expect(report.verdict).toBe('removed');
    expect(await host.exec(['dpkg', '-s', 'kesl'])).toMatchObject({ code: 1 });
    const journal = (await host.exec(['sh', '-c', `cat ${folder}/journal*`])).stdout.trim().split('\n');
    expect(journal.at(-1)).toContain('run-ended');
  });
});
