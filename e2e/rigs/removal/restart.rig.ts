import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isFull } from '../../full-size';
import { hostsUsable } from '../debian/available';
import { buildDebs } from '../debian/fixtures/build-deb';
import { kesl } from '../debian/fixtures/kesl';
import { klnagent64 } from '../debian/fixtures/klnagent64';
import { startHost, type Host } from '../debian/host';
import type { HostState } from '../debian/host-state';
import { repoRoot } from '../debian/paths';
import { compareStates } from '../debian/state-difference';
import { assistantOn, type Answer, type Assistant } from './assistant';

const entry = '/etc/xdg/autostart/removal-assistant-restart.desktop';
const stage = '/var/lib/removal-assistant-restart';
const stick = '/media/anna/STICK';

/** A removal that needs a restart, the restart, and what comes after it. */
describe.runIf(hostsUsable())('on a Debian computer whose product asks for a restart', () => {
  let host: Host;
  let assistant: Assistant;
  let before: HostState;

  beforeAll(async () => {
    host = await startHost({ name: 'restart1' });
    assistant = assistantOn(host);
    before = await host.state();
    await host.install(...(await buildDebs([kesl({ fault: 'wants-restart' }), klnagent64])));
  });
  afterAll(() => host.stop());

  const outcomes = ({ report }: Answer): readonly unknown[] =>
    report.run?.actions.map(({ outcome }) => outcome) ?? [];
  /** What a session would start for whoever signs in, as systemd reads it: its argument list, or nothing. */
  const startedAtSignIn = async (): Promise<string> => {
    const script = `mkdir -p /run/units && HOME=/nonexistent XDG_CURRENT_DESKTOP=GNOME /usr/lib/systemd/user-generators/systemd-xdg-autostart-generator /run/units /run/units /run/units; sed -n 's/^ExecStart=:*//p' /run/units/app-removal*restart*.service 2>/dev/null; rm -rf /run/units`;
    return (await host.exec(['sh', '-c', script])).stdout.trim();
  };

  it('remove from a stick ends with 20, and a copy is registered to open when somebody signs in', async () => {
    mkdirSync(`${host.rootPath()}${stick}`, { recursive: true });
    copyFileSync(
      join(repoRoot, 'build/out/cli/removal-assistant.cjs'),
      `${host.rootPath()}${stick}/removal-assistant.cjs`,
    );
    await host.exec(['mount', '--bind', stick, stick]);
    const program = [host.nodePath, `${stick}/removal-assistant.cjs`];
    const removed = await host.exec([...program, 'remove', '--yes', '--accept', 'managed-redeploy']);
    expect(removed.code, removed.stderr).toBe(20);
    expect(removed.stderr).toContain(`A copy of this program waits in ${stage}`);
    const run = (await host.exec(['ls', stage])).stdout.trim();
    const line = `${host.nodePath} ${stage}/${run}/removal-assistant.cjs resume --run ${run} --reopened`;
    expect(await host.readFile(entry)).toContain(line);
    const modes = await host.exec(['stat', '-c', '%a %U', entry, stage, `${stage}/${run}`]);
    expect(modes.stdout.trim().split('\n')).toEqual(['644 root', '755 root', '755 root']);
    expect((await assistant.report(['resume', '--yes'])).code).toBe(20);
    expect((await host.exec(['ls', '/etc/xdg/autostart'])).stdout.trim().split('\n')).toHaveLength(1);
  });

  it('everything is there after the restart, also without the stick', async () => {
    await host.reboot();
    expect(await host.exists(`${stick}/removal-assistant.cjs`)).toBe(true);
    await host.exec(['rm', '-r', '/media/anna']);
    expect(await host.exists(entry)).toBe(true);
    expect((await assistant.report(['verify'])).code).toBe(21);
    expect(await host.exists(entry)).toBe(true);
  });

  it('what was registered goes on, takes the agent, and then itself', async () => {
    const [, line = ''] = /^Exec=(.*)$/m.exec(await host.readFile(entry)) ?? [];
    const words = line.split(' ').filter((word) => word !== '/usr/bin/pkexec');
    const resumed = await host.exec([...words, '--yes', '--json']);
    const report = JSON.parse(resumed.stdout) as Answer['report'];
    expect([resumed.code, report.verdict]).toEqual([0, 'removed']);
    expect(outcomes({ report } as Answer)).toEqual(['removed', 'removed']);
    expect([await host.exists(entry), await host.exists(stage)]).toEqual([false, false]);
    expect((await assistant.report(['verify'])).code).toBe(11);
  });

  it('nothing of that is left on the computer but the run', async () => {
    const { files } = compareStates(before, await host.state());
    const own = files.added.filter(
      (path) => !/^\/var\/(?:log|opt|lib\/removal-assistant\/|lib\/removal-assistant$)/.test(path),
    );
    expect(own.filter((path) => !path.includes('/kaspersky'))).toEqual([]);
  });

  it('an installed window is what opens, and every desktop reads the entry as meant', async () => {
    await host.install(...(await buildDebs([kesl({ fault: 'wants-restart' })])));
    const folder = '/opt/Kaspersky Removal Assistant';
    await host.exec(['mkdir', '-p', `${folder}/resources/cli`]);
    await host.exec(['cp', '/bin/true', `${folder}/removal-assistant-window`]);
    await host.exec([
      'cp',
      join(repoRoot, 'build/out/cli/removal-assistant.cjs'),
      `${folder}/resources/cli/`,
    ]);
    const cli = [host.nodePath, `${folder}/resources/cli/removal-assistant.cjs`];
    expect((await host.exec([...cli, 'remove', '--yes'])).code).toBe(20);
    const started = await startedAtSignIn();
    expect(started).toMatch(
      /^"?\/opt\/Kaspersky Removal Assistant\/removal-assistant-window"? "?--after-restart=\d{8}-\d{6}-[0-9a-f]{6}"?$/,
    );
    if (!isFull) return;
    await host.reboot();
    expect((await host.exec([...cli, 'verify'])).code).toBe(11);
    expect(await host.exists(entry)).toBe(false);
  });
});
