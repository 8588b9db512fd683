import { describe, expect, it } from 'vitest';
import { found } from '../../core/testing/windows-hosts.ts';
import { answering, exited } from '../linux/fixtures/recorded.ts';
import type { SystemFacts } from './machine.ts';
import { productState, securityCentreProbe } from './security-centre.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const registered = recordedRegistry(recording('fixtures/registry/made-security-centre.reg', import.meta.url));
const without = recordedRegistry(smallWindows());
const providers = 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider';

const facts = (server: boolean): SystemFacts => ({
  version: '10.0.26100',
  server,
  name: undefined,
  onBattery: undefined,
  remoteSession: undefined,
  freeBytes: undefined,
});

const read = (registry: typeof registered, { server = false, says = exited(0, '') } = {}) => {
  const exec = answering(() => says);
  const machine = stagedMachine('/', {
    registry,
    api: { systemFacts: () => ({ kind: 'ok', value: facts(server) }) },
  });
  const reading = securityCentreProbe({ ...machine, exec }).read({ roots: [], exactPaths: [] });
  return { calls: exec.calls, reading };
};

describe('Windows Security', () => {
  it('lists products of every kind with the state of their protection, in any script', async () => {
    const { calls, reading } = read(registered);
    expect(await reading).toEqual({
      kind: 'ok',
      rows: [
        { name: 'Антивирус Касперского', kind: 'antivirus', state: 'snoozed' },
        { name: 'Kaspersky', kind: 'antivirus', state: 'on' },
        { name: 'Windows Defender', kind: 'antivirus', state: 'off' },
        { name: '卡巴斯基', kind: 'firewall', state: 'expired' },
        { name: 'Kaspersky', kind: 'antispyware' },
      ],
    });
    expect(calls).toEqual([]);
    const rows = await reading.then((one) => (one.kind === 'ok' ? one.rows : []));
    expect(found({ securityCentre: rows })).toEqual([]);
  });

  it('is not looked for on a server', async () => {
    expect(await read(registered, { server: true }).reading).toMatchObject({ kind: 'not-applicable' });
  });

  it('with a closed key has a gap, or is denied as a whole, and nobody else is asked', async () => {
    expect(await read(troubled(registered, [`${providers}\\Fw`])).reading).toMatchObject({
      kind: 'ok',
      gaps: [{ source: `${providers}\\Fw`, kind: 'denied' }],
    });
    const closed = read(troubled(registered, [providers]));
    expect(await closed.reading).toMatchObject({ kind: 'denied' });
    expect(closed.calls).toEqual([]);
  });

  it('is asked of WMI where the registry does not keep it', async () => {
    const says = exited(
      0,
      JSON.stringify({
        rows: [
          {
            class: 'AntiVirusProduct',
            displayName: 'Kaspersky Endpoint Security для Windows',
            productState: 266256,
          },
          { class: 'FirewallProduct', displayName: 'Kaspersky', productState: null },
          { class: 'AntiSpywareProduct', displayName: null, productState: null },
        ],
        failed: [{ class: 'AntiSpywareProduct', code: -2147217392 }],
      }),
    );
    expect(await read(without, { says }).reading).toMatchObject({
      kind: 'ok',
      rows: [
        { name: 'Kaspersky Endpoint Security для Windows', kind: 'antivirus', state: 'on' },
        { name: 'Kaspersky', kind: 'firewall' },
      ],
      gaps: [{ source: 'AntiSpywareProduct', kind: 'failed' }],
    });
  });

  it('is not known where neither says anything', async () => {
    expect(await read(without).reading).toEqual({ kind: 'failed', why: 'PowerShell printed nothing' });
  });
});

describe('the state of a product', () => {
  it.each([
    [266240, 'on'],
    [266256, 'on'],
    [397568, 'on'],
    [397584, 'on'],
    [262144, 'off'],
    [393472, 'off'],
    [270336, 'snoozed'],
    [274432, 'expired'],
    [0x4f000, undefined],
  ])('%i is %s', (stored, state) => expect(productState(stored)).toBe(state));
});
