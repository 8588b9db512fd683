import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isFull } from '../../full-size';
import { hostsUsable } from '../debian/available';
import { buildDeb, buildDebs } from '../debian/fixtures/build-deb';
import { text, type DebPackage } from '../debian/fixtures/deb-package';
import { holdPackage, installReturning, lockDpkg } from '../debian/fixtures/dpkg-obstacles';
import { epagent } from '../debian/fixtures/epagent';
import { kesl } from '../debian/fixtures/kesl';
import { removalIsWaiting, removalMayGoOn, type KeslFault } from '../debian/fixtures/kesl-faults';
import { keslGui } from '../debian/fixtures/kesl-gui';
import { ksc64 } from '../debian/fixtures/ksc64';
import { startHost, type Host } from '../debian/host';
import { pause } from '../debian/processes';
import { assistantOn, type Assistant } from './assistant';

/** Somebody else's program that needs the product's package. */
const deskWidget: DebPackage = {
  name: 'desk-widget',
  version: '1.0-1',
  maintainer: 'Anna Lindt <anna@example.org>',
  section: 'misc',
  description: 'shows the state of protection on the desktop',
  depends: 'kesl',
  entries: [text('/usr/share/desk-widget/readme.txt', 'A widget.\n')],
};

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(25);
};

describe.runIf(hostsUsable())('a removal that does not go well', () => {
  let host: Host;
  let assistant: Assistant;
  beforeEach(async () => {
    host = await startHost({ name: 'trouble' });
    assistant = assistantOn(host);
  });
  afterEach(() => host.stop());

  const install = async (fault?: KeslFault): Promise<void> => {
    await host.install(...(await buildDebs([kesl(fault === undefined ? {} : { fault }), keslGui])));
  };
  const packages = async (): Promise<readonly string[]> =>
    (await host.state()).packages.filter((line) => line.startsWith('kesl'));
  const outcomes = (report: Awaited<ReturnType<Assistant['report']>>['report']) =>
    report.run?.actions.map((action) => action.outcome);

  it('because its own script fails ends incomplete, with the script’s words', async () => {
    await install('prerm-fails');
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect([code, report.verdict]).toEqual([21, 'incomplete']);
    expect(outcomes(report)).toEqual(['removed', 'failed']);
    expect(report.run?.actions[1]?.detail).toContain('the product refuses to be removed');
    expect(report.detections).toMatchObject([{ productId: 'linux-kesl', status: 'installed' }]);
    expect((await assistant.report(['verify'])).code).toBe(21);
  });

  it.runIf(isFull)('because cleaning up fails ends incomplete and names the broken package', async () => {
    await install('postrm-fails');
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect([code, outcomes(report)]).toEqual([21, ['removed', 'failed']]);
    expect(report.run?.actions[1]?.detail).toContain('could not clean up');
  });

  it.runIf(isFull)('because a package is on hold touches no part of that product', async () => {
    await install();
    await holdPackage(host, 'kesl');
    const state = await packages();
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect([code, report.verdict]).toEqual([21, 'incomplete']);
    expect(outcomes(report)).toEqual(['on-hold', 'on-hold']);
    expect(await packages()).toEqual(state);
    expect((await assistant.run(['plan'])).stdout).toContain('apt-mark unhold');
  });

  it('because another program installs waits for it, then goes on', async () => {
    await install();
    const lock = await lockDpkg(host);
    const removal = assistant.report(['remove', '--yes', '--lock-wait', '60']);
    // The run's journal shows that it has begun; only then is the lock given back.
    await until(async () =>
      (await host.exec(['sh', '-c', 'cat /var/lib/removal-assistant/runs/*/journal.jsonl'])).stdout.includes(
        'action-started',
      ),
    );
    await lock.release();
    const { code, report } = await removal;
    expect([code, report.verdict]).toEqual([0, 'removed']);
  });

  it.runIf(isFull)('because another program installs for too long says so and changes nothing', async () => {
    await install();
    const state = await packages();
    const lock = await lockDpkg(host);
    const result = await assistant.run(['remove', '--yes', '--lock-wait', '1']);
    expect(result.code).toBe(21);
    expect(result.stdout).toContain('Another program kept installing for too long');
    await lock.release();
    expect(await packages()).toEqual(state);
  });

  it.runIf(isFull)('because the product outlives its package is not called removed', async () => {
    await install('stays-running');
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect([code, report.verdict]).toEqual([21, 'incomplete']);
    const live = report.detections.find((detection) => detection.productId === 'linux-kesl');
    expect(live?.status).toBe('installed');
    expect(live?.evidence.map((evidence) => evidence.table)).toEqual(
      expect.arrayContaining(['processes', 'units']),
    );
  });

  it.runIf(isFull)('because something puts it back is told by the next look', async () => {
    await installReturning(host);
    const { code } = await assistant.report(['remove', '--yes']);
    expect([0, 21]).toContain(code);
    await until(async () => (await packages()).some((line) => line.endsWith('install ok installed')));
    const { code: later, report } = await assistant.report(['verify']);
    expect([later, report.verdict]).toEqual([21, 'incomplete']);
  });

  it.runIf(isFull)('because of missing rights says how to get them, and nothing is written', async () => {
    await install();
    const anna = await host.createUser('anna');
    const state = await packages();
    const result = await assistant.run(['remove', '--yes'], { user: anna });
    expect(result.code).toBe(23);
    expect(result.stderr.trim()).toBe(
      'Removing needs administrator rights. Start again as administrator, for example with sudo.',
    );
    expect(await packages()).toEqual(state);
    expect(await host.exists('/var/lib/removal-assistant')).toBe(false);
    expect(await host.exists('/home/anna/.local/state/removal-assistant')).toBe(false);
  });

  it.runIf(isFull)(
    'because the person stops it lets the running uninstaller finish and starts no other',
    async () => {
      await host.install(...(await buildDebs([kesl({ fault: 'prerm-waits' }), epagent])));
      const removal = assistant.start(['remove', '--yes', '--json']);
      let stdout = '';
      removal.child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      removal.child.stderr?.resume();
      await until(() => host.exists(removalIsWaiting));
      await removal.signal('SIGINT');
      await removal.signal('SIGINT');
      expect(await host.exists(removalIsWaiting)).toBe(true);
      await host.writeFile(removalMayGoOn, '');
      expect((await removal.ended).code).toBe(24);
      const report = JSON.parse(stdout) as Awaited<ReturnType<Assistant['report']>>['report'];
      expect(outcomes(report)).toEqual(['removed', 'cancelled']);
      expect(report.verdict).toBe('incomplete');
      expect((await host.state()).packages.some((line) => line.startsWith('epagent'))).toBe(true);
    },
  );

  it.runIf(isFull)('because it talks too much neither fails nor fills the report', async () => {
    await install('talks-too-much');
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect([code, report.verdict]).toEqual([0, 'removed']);
    expect(JSON.stringify(report).length).toBeLessThan(200_000);
  });

  it('because others would go with it leaves them and it alone', async () => {
    await install();
    await host.install(await buildDeb(deskWidget));
    const { code, report } = await assistant.report(['remove', '--yes']);
    expect(code).toBe(21);
    expect(outcomes(report)?.at(-1)).toBe('would-remove-others');
    expect((await host.state()).packages.some((line) => line.startsWith('desk-widget'))).toBe(true);
  });

  it('because it is a server is refused whatever is accepted', async () => {
    await host.install(await buildDeb(ksc64));
    const { code, report } = await assistant.report(['plan', '--accept', 'server-role']);
    expect([code, report.plan.blockedBy]).toEqual([22, ['server-role']]);
    expect((await assistant.run(['remove', '--yes', '--accept', 'server-role'])).code).toBe(22);
    expect((await assistant.report(['scan'])).code).toBe(10);
  });

  it('because the journal cannot be written stops before the change', async () => {
    await install();
    const closed = '/var/lib/removal-assistant';
    await host.exec(['sh', '-c', `mkdir -p ${closed} && mount -t tmpfs -o ro tmpfs ${closed}`]);
    const state = await packages();
    const result = await assistant.run(['remove', '--yes']);
    expect(result.code).toBe(22);
    expect(result.stderr).toContain('Nothing was changed');
    expect(await packages()).toEqual(state);
  });
});
