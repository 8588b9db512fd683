import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { Row } from '../model/tables.ts';
import { look } from '../testing/windows-hosts.ts';
import { codes, WindowsComputer } from '../testing/windows-computer.ts';
import { planActions, targetOf, targetsHere } from './plan.ts';

const plan = (programs: readonly Row<'programs'>[], chosen?: readonly string[]) =>
  planActions(catalogue, look({ programs }).detections, chosen);
const managed = new WindowsComputer().programs;
const kes = managed[0] ?? {};
const home: Row<'programs'> = {
  key: 'KasperskyHome',
  name: 'Kaspersky Internet Security',
  version: '21.3.10.391',
  publisher: 'Kaspersky',
  scope: 'machine',
  view: '32',
  uninstallCommand: '"C:\\Program Files (x86)\\Kaspersky Lab\\KIS\\uninst.exe"',
};

describe('a plan for a Windows PC', () => {
  it('goes protection, VPN, password manager, and the agent last, each by its code on this machine', () => {
    expect(plan(managed.toReversed())).toMatchObject([
      { kind: 'run-msi', productCode: codes.kes, password: 'KLLOGIN+KLPASSWD', needsElevation: true },
      { kind: 'run-msi', productCode: codes.vpn },
      { kind: 'run-msi', productCode: codes.passwords },
      { kind: 'run-msi', productCode: codes.agent, password: 'KLUNINSTPASSWD', phase: 'agent' },
    ]);
  });

  it('takes a code from the entry, its key or its own installer command, and one action for all three', () => {
    const code = '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}';
    const { productCode: _code, key: _key, ...rest } = kes;
    const forms: readonly Row<'programs'>[] = [
      { ...rest, key: 'KES', productCode: code.toLowerCase() },
      { ...rest, key: `InstallWIX_${code}` },
      { ...rest, key: 'KES', uninstallCommand: `"C:\\Windows\\System32\\msiexec.exe" /X${code} REMOVE=ALL` },
    ];
    for (const form of forms) expect(plan([form])).toMatchObject([{ kind: 'run-msi', productCode: code }]);
    expect(plan(forms)).toHaveLength(1);
  });

  it('does not take a code out of a command that is not the installer’s', () => {
    const row = { ...home, uninstallCommand: `C:\\x\\setup.exe /x {7EC66A9F-0A49-4DC0-A9E8-460333EA8013}` };
    expect(plan([row])).toMatchObject([{ kind: 'run-uninstaller', entry: 'KasperskyHome', view: '32' }]);
  });

  it('names the entry and never carries its command, which anybody could have put into a saved scan', () => {
    expect(JSON.stringify(plan([home]))).not.toContain('uninst.exe');
  });

  it('leaves an entry of one person to that person: anybody can write such an entry', () => {
    for (const row of [home, kes]) {
      const [action, ...more] = plan([{ ...row, scope: 'user' }]);
      expect(action).toMatchObject({ kind: 'guided', needsElevation: false });
      expect(more).toEqual([]);
    }
  });

  it('an entry whose product Windows Installer does not know is a leftover, not something to uninstall', () => {
    const ghost = { ...kes, state: 'not-installed' };
    expect(look({ programs: [ghost] }).detections).toMatchObject([{ status: 'leftovers' }]);
    expect(plan([ghost])).toEqual([]);
  });

  it('offers what came in Kaspersky’s place, and takes it only when it is named', () => {
    const ultra: Row<'programs'> = {
      ...home,
      key: 'UltraAV',
      name: 'UltraAV',
      publisher: 'Pango Group',
      view: '64',
      uninstallCommand: '"C:\\Program Files\\UltraAV\\uninstall.exe"',
    };
    expect(plan([kes, ultra]).map(({ productId }) => productId)).toEqual(['business-kes-win']);
    expect(plan([kes, ultra], ['successor-ultraav'])).toMatchObject([
      { productId: 'successor-ultraav', kind: 'run-uninstaller', entry: 'UltraAV', view: '64' },
    ]);
  });

  it('two versions side by side are two actions', () => {
    const older = { ...home, key: 'KasperskyHome20', version: '20.0.14.1085' };
    expect(new Set(plan([home, older]).map(({ id }) => id)).size).toBe(2);
    const byHand = [home, older].map(({ uninstallCommand: _command, ...row }) => row);
    expect(new Set(plan(byHand).map(({ id }) => id)).size).toBe(2);
  });
});

it('a target is known again when its product is called by another name', () => {
  const [action] = plan([kes]);
  if (action === undefined) throw new Error('nothing planned');
  const renamed = { ...action, productId: 'endpoint-unknown', id: 'endpoint-unknown:x' };
  expect(targetsHere(catalogue, look({ programs: [kes] }).detections).has(targetOf(renamed))).toBe(true);
  expect(targetsHere(catalogue, []).size).toBe(0);
});
