import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isFull } from '../../full-size';
import { hostsUsable } from '../debian/available';
import type { HostUser } from '../debian/enter';
import { buildDebs } from '../debian/fixtures/build-deb';
import { addInnocents, innocentPaths } from '../debian/fixtures/innocents';
import { text, type DebPackage } from '../debian/fixtures/deb-package';
import { kesl, keslRuntimePaths } from '../debian/fixtures/kesl';
import { keslGui } from '../debian/fixtures/kesl-gui';
import { kessByKde } from '../debian/fixtures/kess-by-kde';
import { klnagent64 } from '../debian/fixtures/klnagent64';
import { startHost, type Host } from '../debian/host';
import type { HostState } from '../debian/host-state';
import { succeed } from '../debian/outside';
import { compareStates } from '../debian/state-difference';
import { assistantOn, type Assistant } from './assistant';

const nothing = { added: [], removed: [] };
const ownState = '/var/lib/removal-assistant';

/** What a product left that its package knows nothing of, made as awkward as such things are. */
const moreLeftovers = `
set -e
cd /var/opt/kaspersky/kesl
mkdir -p -m 1777 common/shared
printf 'log' > '/var/log/kaspersky/kesl/name with
a new line.log'
printf 'x' > common/$(printf 'not-utf8-\\377')
ln common/kesl.ini common/kesl.ini.second
ln -s /home/user/Documents common/to-documents
chown user:kesluser common/shared
printf 'secret' > common/shared/key && chmod 4640 common/shared/key && chown root:keslaudit common/shared/key
touch -h -d '2019-02-03 04:05:06.123456789' common/to-documents common/shared/key
touch -d '2020-02-03 04:05:06.987654321' common/shared /var/opt/kaspersky/kesl
mkfifo common/pipe
mkdir -p /etc/systemd/system/kesl.service.d
printf '[Service]\\nNice=5\\n' > /etc/systemd/system/kesl.service.d/local.conf
touch -d '2021-02-03 04:05:06.111111111' /etc/systemd/system/kesl.service.d/local.conf /etc/systemd/system/kesl.service.d
ln -s /lib/systemd/system/kesl.service /etc/systemd/system/multi-user.target.wants/kesl.service || true
touch -d '2018-02-03 04:05:06.222222222' /var/opt/kaspersky
`;

interface Undone {
  readonly schema: string;
  readonly run: string;
  readonly restored: number;
  readonly refused: readonly { readonly what: string; readonly why: string }[];
}

/** Everything below these places with its owner, mode, size, time to the nanosecond, number and target. */
const listing = async (host: Host): Promise<string> => {
  const places = [
    '/opt/kaspersky',
    '/var/opt/kaspersky',
    '/etc/opt/kaspersky',
    '/var/log/kaspersky',
    '/etc/systemd/system',
  ];
  const { stdout } = await host.exec([
    'sh',
    '-c',
    'for place; do [ ! -e "$place" ] || find "$place" -printf "%p|%y|%m|%U:%G|%s|%T@|%l\\n"; done | sort',
    'sh',
    ...places,
  ]);
  const sums = await host.exec([
    'sh',
    '-c',
    'for place; do [ ! -e "$place" ] || find "$place" -type f -print0; done | sort -z | xargs -0 -r sha256sum',
    'sh',
    ...places,
  ]);
  const groups = await host.exec(['cat', '/etc/group', '/etc/gshadow']);
  // The folder of the system changes its own time whenever something in it comes or goes.
  const own = stdout.replace(
    /^(\/etc\/systemd\/system(?:\/multi-user\.target\.wants)?\|d\|.*?\|)\d+\|[\d.]+\|$/gm,
    '$1',
  );
  return own + sums.stdout + groups.stdout;
};

/** The whole road with what is left behind, and all the way back. */
describe.runIf(hostsUsable())('on a Debian computer whose leftovers are to be set aside', () => {
  let host: Host;
  let assistant: Assistant;
  let anna: HostUser;
  let before: HostState;
  let left: string;
  let run: string;
  const undo = async (
    ...more: readonly string[]
  ): Promise<{ code: number | null; undone: Undone; stderr: string }> => {
    const { code, stdout, stderr } = await host.exec(argv(['undo', run, '--json', ...more]));
    return { code, undone: JSON.parse(stdout) as Undone, stderr };
  };
  let argv: (args: readonly string[]) => readonly string[];

  beforeAll(async () => {
    host = await startHost({ name: 'leftovers1' });
    assistant = assistantOn(host);
    argv = assistant.argv;
    anna = await host.createUser('anna');
    await addInnocents(host, [kessByKde]);
    before = await host.state();
    await host.install(...(await buildDebs([kesl(), keslGui, klnagent64])));
  });
  afterAll(() => host.stop());

  it('the plan names the places before anything happens', async () => {
    const plan = await assistant.report([
      'remove',
      '--leftovers',
      '--dry-run',
      '--accept',
      'managed-redeploy',
    ]);
    expect(plan.code).toBe(0);
    const places = plan.report.plan.leftovers?.map((item) => ('path' in item ? item.path : item.id));
    expect(places).toEqual(expect.arrayContaining(['/var/opt/kaspersky/kesl', '/var/log/kaspersky/kesl']));
    const text = await assistant.run(['remove', '--leftovers', '--dry-run', '--accept', 'managed-redeploy']);
    expect(text.stdout).toContain('Then what is left in these places is set aside');
    expect(await host.exists(ownState)).toBe(false);
  });

  it('an ordinary user is told that rights are missing', async () => {
    const { code } = await assistant.run(['remove', '--yes', '--leftovers', '--accept', 'managed-redeploy'], {
      user: anna,
    });
    expect(code).toBe(23);
  });

  it('removes first, by the package manager, and leaves what is awkward to the second part', async () => {
    const { code, report } = await assistant.report(['remove', '--yes', '--accept', 'managed-redeploy']);
    expect([code, report.verdict]).toEqual([0, 'removed']);
    expect((await host.exec(['sh', '-c', moreLeftovers])).stderr).toBe('');
    left = await listing(host);
    expect(left).toContain('to-documents');
  });

  it('sets every leftover aside, and a fresh look finds nothing of Kaspersky', async () => {
    const { code, report, stderr } = await assistant.report(['remove', '--yes', '--leftovers']);
    expect(report.run?.leftovers?.left, stderr).toEqual([]);
    expect([code, report.verdict, report.detections, report.unattributed]).toEqual([0, 'removed', [], []]);
    run = report.run?.id ?? '';
    expect((await assistant.report(['scan'])).code).toBe(0);
    expect((await assistant.report(['verify'])).code).toBe(0);
  });

  it('the computer is as it was before the installation, to the last file and group', async () => {
    const difference = compareStates(before, await host.state());
    expect(difference.packages).toEqual(nothing);
    expect(difference.units).toEqual(nothing);
    expect(difference.running).toEqual(nothing);
    expect(difference.files.added.filter((path) => !path.startsWith(ownState))).toEqual([]);
    expect(difference.files.removed).toEqual([]);
    expect(difference.files.changed).toEqual([]);
    for (const path of innocentPaths) expect(await host.exists(path), path).toBe(true);
  });

  it('an ordinary user cannot undo it, nor see what is kept', async () => {
    const { code, stderr } = await assistant.run(['undo', run], { user: anna });
    expect([code, stderr.trim()]).toEqual([
      23,
      'Putting things back needs administrator rights. Start again as administrator, for example with sudo.',
    ]);
    const peek = await host.exec(['ls', `${ownState}/runs/${run}/quarantine`], { user: anna });
    expect(peek.code).not.toBe(0);
  });

  it('undo gives back every byte, mode, owner, time, link and group', async () => {
    const { code, undone, stderr } = await undo();
    expect(undone.refused, stderr).toEqual([]);
    expect([code, undone.schema, undone.run]).toEqual([0, 'removal-assistant/undo/1', run]);
    expect(undone.restored).toBeGreaterThan(5);
    expect(await listing(host)).toBe(left);
  });

  it('undo again does nothing, and going on with the run does not take it away again', async () => {
    const { code, undone } = await undo();
    expect([code, undone.restored, undone.refused]).toEqual([0, 0, []]);
    expect((await assistant.report(['resume', '--yes'])).code).toBe(0);
    expect(await listing(host)).toBe(left);
    expect((await assistant.report(['verify'])).code).toBe(11);
  });
});

/** Somebody else's package that put a file of its own into the vendor's folder. */
const deskWidget: DebPackage = {
  name: 'desk-widget',
  version: '1.0-1',
  maintainer: 'Anna Lindt <anna@example.org>',
  section: 'misc',
  description: 'shows the state of protection on the desktop',
  entries: [text('/opt/kaspersky/widget/plugin.so', 'ours\n')],
};

/** Settings that dpkg remembers, a neighbour in the vendor's folder, and runs that are kept on another file system. */
describe.runIf(isFull && hostsUsable())(
  'on a Debian computer from which a product was removed and not purged',
  () => {
    const elsewhere = ['--state-dir', '/run/removal-assistant'];
    let host: Host;
    let assistant: Assistant;
    let left: string;

    beforeAll(async () => {
      host = await startHost({ name: 'leftovers2' });
      assistant = assistantOn(host);
      await host.install(...(await buildDebs([kesl(), deskWidget])));
      succeed('dpkg', await host.exec(['dpkg', '--remove', 'kesl']));
      await host.exec([
        'sh',
        '-c',
        "touch -d '2019-02-03 04:05:06.123456789' /var/opt/kaspersky/kesl/common/kesl.ini /var/opt/kaspersky/kesl/common",
      ]);
    });
    afterAll(() => host.stop());

    it('the package manager purges its memory, what is left moves to the other file system, the neighbour stays', async () => {
      const { code, report } = await assistant.report(['remove', '--yes', '--leftovers', ...elsewhere]);
      expect([code, report.verdict]).toEqual([0, 'removed']);
      expect(report.run?.actions.map(({ outcome }) => outcome)).toEqual(['removed']);
      expect((await host.state()).packages.filter((line) => line.startsWith('kesl '))).toEqual([]);
      const moved = report.run?.leftovers?.setAside.map(({ what }) => what) ?? [];
      expect(moved).toEqual(expect.arrayContaining(['/var/opt/kaspersky/kesl', '/var/log/kaspersky/kesl']));
      expect(report.run?.leftovers?.left.map(({ what, why }) => [what, why])).toEqual([
        ['/opt/kaspersky/widget', 'package-file'],
      ]);
      expect(await host.readFile('/opt/kaspersky/widget/plugin.so')).toBe('ours\n');
      expect(await host.exists('/var/opt/kaspersky')).toBe(false);
      left = report.run?.id ?? '';
    });

    it('undo copies everything back, times to the nanosecond, and says nothing that it could not keep', async () => {
      const undone = await host.exec(assistant.argv(['undo', left, '--json', ...elsewhere]));
      expect([undone.code, (JSON.parse(undone.stdout) as Undone).refused]).toEqual([0, []]);
      const ini = await host.exec(['stat', '-c', '%y %a %U', '/var/opt/kaspersky/kesl/common/kesl.ini']);
      expect(ini.stdout).toContain('2019-02-03 04:05:06.123456789');
      const common = await host.exec(['stat', '-c', '%y', '/var/opt/kaspersky/kesl/common']);
      expect(common.stdout).toContain('2019-02-03 04:05:06.123456789');
      for (const path of keslRuntimePaths()) expect(await host.exists(path), path).toBe(true);
    });
  },
);
