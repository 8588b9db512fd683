import { describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { networkBindingsProbe, networkKey } from './network-bindings.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { listed } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const registry = recordedRegistry(recording('fixtures/registry/made-network.reg', import.meta.url));
const read = (from = registry) =>
  networkBindingsProbe(stagedMachine('/', { registry: from })).read({ roots: [], exactPaths: [] });
const adapters = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';

const ethernet = ['kl_klim6', 'ms_pacer', 'ms_wfplwf_upper', 'Tcpip', 'Tcpip6'];
const wireless = ['kl_klim6', 'ms_wfplwf_upper', 'Tcpip', 'Tcpip6'];
const vendors = 'Kaspersky Security Data Escort Adapter';

describe('network bindings', () => {
  it('are told for each adapter, under the name that a person sees', async () => {
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [
        { adapter: 'Intel(R) Ethernet Connection (2) I219-V', component: 'pci\\ven_8086&dev_15b8' },
        ...ethernet.map((component) => ({ adapter: 'Ethernet', component })),
        { adapter: 'Intel(R) Dual Band Wireless-AC 8265', component: 'pci\\ven_8086&dev_24fd' },
        ...wireless.map((component) => ({ adapter: 'Беспроводная сеть', component })),
        { adapter: vendors, component: 'kltap' },
        ...['ms_wfplwf_upper', 'Tcpip', 'Tcpip6'].map((component) => ({ adapter: '本地连接 2', component })),
        { component: 'nt_ndisrd' },
        { component: 'ms_tcpip' },
      ],
    });
  });

  it('show the vendor’s filter and the vendor’s adapter, and nobody else’s', async () => {
    const reading = await read();
    const { detections, unattributed } = look({ networkBindings: reading.kind === 'ok' ? reading.rows : [] });
    expect(detections.map(({ productId, status }) => [productId, status])).toEqual([
      ['vpn-win', 'leftovers'],
    ]);
    const seen = [...detections.flatMap(({ evidence }) => evidence), ...unattributed];
    expect(new Set(seen.map(({ row }) => row['component']))).toEqual(new Set(['kl_klim6', 'kltap']));
  });

  it('name a filter by its GUID where its description is closed, with a gap', async () => {
    const klim = `${networkKey}\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\{D1E8C0B4-5A2F-4B6E-9C37-8F1A2B3C4D04}`;
    const reading = await read(troubled(registry, [klim]));
    expect(reading).toMatchObject({ gaps: [{ source: klim, kind: 'denied' }] });
    expect(reading.kind === 'ok' && reading.rows).toContainEqual({
      adapter: 'Ethernet',
      component: '{D1E8C0B4-5A2F-4B6E-9C37-8F1A2B3C4D04}',
    });
  });

  it('of an adapter that tells little are told as far as they go', async () => {
    const bare = recordedRegistry(
      `[HKEY_LOCAL_MACHINE${networkKey.slice(4)}]
[HKEY_LOCAL_MACHINE${adapters.slice(4)}\\0007]
"ComponentId"="ROOT\\\\vendor"
[HKEY_LOCAL_MACHINE${adapters.slice(4)}\\0007\\Linkage]
"UpperBind"=${listed('klim5')}
"FilterList"=${listed('another form')}
[HKEY_LOCAL_MACHINE${adapters.slice(4)}\\Properties]`,
    );
    expect(await read(troubled(bare, [`${adapters}\\Properties`]))).toEqual({
      kind: 'ok',
      rows: [{ component: 'vendor' }, { component: 'another form' }, { component: 'klim5' }],
    });
  });

  it('cannot be told without the keys that every Windows has', async () => {
    expect(await read(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
    const filters = `[HKEY_LOCAL_MACHINE${networkKey.slice(4)}\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\{D1E8C0B4-5A2F-4B6E-9C37-8F1A2B3C4D04}]
"ComponentId"="kl_klim6"`;
    expect(await read(recordedRegistry(filters))).toMatchObject({
      kind: 'ok',
      rows: [{ component: 'kl_klim6' }],
      gaps: [{ source: adapters, kind: 'failed' }],
    });
    const adapter = `[HKEY_LOCAL_MACHINE${adapters.slice(4)}\\0000]\n"ComponentId"="kltap"`;
    expect(await read(recordedRegistry(adapter))).toMatchObject({
      rows: [{ component: 'kltap' }],
      gaps: [{ source: networkKey, kind: 'failed' }],
    });
    expect(await read(troubled(registry, [adapters]))).toMatchObject({
      kind: 'ok',
      gaps: [{ source: adapters, kind: 'denied' }],
    });
  });
});
