import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { isFull } from '../../full-size';
import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { counted, removalsOn } from '../debian/fixtures/counted';
import type { DebPackage } from '../debian/fixtures/deb-package';
import { epagent } from '../debian/fixtures/epagent';
import { kesl } from '../debian/fixtures/kesl';
import { removalIsWaiting, removalMayGoOn } from '../debian/fixtures/kesl-faults';
import { startHost, type Host } from '../debian/host';
import { pause } from '../debian/processes';
import { assistantOn, type Answer, type Assistant } from './assistant';

const state = '/var/lib/removal-assistant';

/** Its first removal does something to the assistant. */
const keslThat = (script: string): DebPackage => {
  const { prerm = '', ...rest } = kesl();
  return { ...rest, prerm: `if [ "$1" = remove ]; then\n${script}\nfi\n${prerm}` };
};

/** Up from dpkg to the node that runs the assistant. */
const killAssistant = `pid=$PPID
while :; do
  case $(readlink /proc/$pid/exe) in */node) kill -9 $pid; break;; esac
  pid=$(ps -o ppid= -p $pid | tr -d ' ')
done
sleep 1`;

const outcomes = ({ report }: Answer): readonly unknown[] =>
  report.run?.actions.map(({ outcome }) => outcome) ?? [];

describe.runIf(hostsUsable())('a removal on a Debian host that gets stuck', () => {
  let host: Host;
  let assistant: Assistant;
  beforeEach(async () => {
    host = await startHost({ name: 'stuck' });
    assistant = assistantOn(host);
  });
  afterEach(() => host.stop());

  const install = async (...debs: readonly DebPackage[]): Promise<void> => {
    await host.install(...(await buildDebs(debs.map(counted))));
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await pause(50);
  };
  /** Whole or in part. */
  const isThere = async (name: string): Promise<boolean> =>
    (await host.exec(['dpkg-query', '-W', name])).code === 0;
  const shell = (script: string) => host.exec(['sh', '-c', script]);

  test('because its script hangs is left to itself at a second Ctrl-C, and gone on with later', async () => {
    await install(kesl({ fault: 'prerm-waits' }), epagent);
    const removal = assistant.start(['remove', '--yes', '--json']);
    let stdout = '';
    removal.child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    removal.child.stderr?.resume();
    await until(() => host.exists(removalIsWaiting));
    // Nobody else goes on with it as long as it is at work.
    const rival = await assistant.run(['resume', '--yes']);
    expect([rival.code, rival.stderr]).toEqual([
      22,
      expect.stringContaining('Another start of this program is working on run'),
    ]);
    // As an impatient person does, who needs a moment between two presses.
    const pressing = setInterval(() => void removal.signal('SIGINT'), 700);
    const { code } = await removal.ended;
    clearInterval(pressing);
    const left = { code, report: JSON.parse(stdout) as Answer['report'], stderr: '' };
    expect([left.code, left.report.verdict, ...outcomes(left)]).toEqual([
      24,
      'incomplete',
      'left-running',
      'cancelled',
    ]);
    expect([await host.exists(removalIsWaiting), await isThere('kesl')]).toEqual([true, true]);
    expect((await assistant.report(['verify'])).code).toBe(21);

    await host.writeFile(removalMayGoOn, '');
    const end = await assistant.report(['resume', '--yes']);
    expect([end.code, end.report.verdict, ...outcomes(end)]).toEqual([
      0,
      'removed',
      'already-gone',
      'removed',
    ]);
    expect(await removalsOn(host)).toEqual(['kesl', 'epagent']);
  });

  test.runIf(isFull)('because a script kills the assistant itself is gone on with', async () => {
    await install(keslThat(killAssistant), epagent);
    const { code } = await assistant.run(['remove', '--yes']);
    expect(code).not.toBe(0);
    await until(async () => !(await isThere('kesl')));
    expect((await assistant.report(['verify'])).code).toBe(21);
    const end = await assistant.report(['resume', '--yes']);
    expect([end.code, ...outcomes(end)]).toEqual([0, 'removed', 'removed']);
    expect(await removalsOn(host)).toEqual(['kesl', 'epagent']);
  });

  test.runIf(isFull)('because a script fills the disk of the journal begins nothing more', async () => {
    const debs = [keslThat(`cat /dev/zero > ${state}/filler 2> /dev/null || true`), epagent];
    await shell(`mkdir -m 700 ${state} && mount -t tmpfs -o size=4m,mode=700 tmpfs ${state}`);
    // Once for the length of the first two lines: a page that is begun has room, so they have to end with it.
    await install(kesl(), epagent);
    await assistant.run(['remove', '--yes', '--operator', 'x']);
    const [begun = '', first = ''] = (await shell(`cat ${state}/runs/*/journal.jsonl`)).stdout.split('\n');
    const padding = 8_192 - 20 - Buffer.byteLength(`${begun}\n${first}\n`);
    await shell(`rm -r ${state}/runs /var/tmp/removals`);
    await install(...debs);
    const cut = await assistant.report(['remove', '--yes', '--operator', 'x'.repeat(padding + 1)]);
    expect([cut.code, cut.report.verdict, ...outcomes(cut)]).toEqual([
      21,
      'incomplete',
      'removed',
      'not-started',
    ]);
    expect(cut.stderr).toContain('the disk is full');
    expect(await isThere('epagent')).toBe(true);
    await shell(`rm ${state}/filler`);
    const end = await assistant.report(['resume', '--yes']);
    expect([end.code, ...outcomes(end)]).toEqual([0, 'removed', 'removed']);
    expect(await removalsOn(host)).toEqual(['kesl', 'epagent']);
  });

  test('because a disk is full stops before the change, wherever it is full, and can go on with room', async () => {
    await install(kesl(), epagent);
    let size = isFull ? 4 : 64;
    for (;;) {
      await shell(
        `mkdir -p -m 700 ${state}; mount -t tmpfs -o size=${String(size)}k,mode=700 tmpfs ${state}`,
      );
      const { code, stderr } = await assistant.run(['remove', '--yes']);
      if (code !== 22) break;
      expect(stderr).toContain('the disk is full. Nothing was changed.');
      expect(await removalsOn(host)).toEqual([]);
      await shell(`umount ${state}`);
      size += isFull ? 4 : 400;
      expect(size).toBeLessThan(4_000);
    }
    await shell(`mount -o remount,size=8m ${state}`);
    const end = await assistant.report(['resume', '--yes']);
    expect([end.code, ...outcomes(end)]).toEqual([0, 'removed', 'removed']);
    expect(await removalsOn(host)).toEqual(['kesl', 'epagent']);
  });
});
