import type { Row } from '../../model/tables.ts';
import type { Machine } from '../hazard-hosts.ts';
import { here, twins } from '../hazard-hosts.ts';

/** Who and what else has a say: servers, agents, filters on the network, parents. Each beside a harmless twin. */

const setting = (products: string, name: string, value: string, product?: string): Machine => ({
  products: products.split(' '),
  rows: { settings: [{ product, name, value }] },
});
const registry = (products: string, row: Row<'registry'>): Machine => ({
  products: products.split(' '),
  rows: { registry: [row] },
});
const adminServer = (data: string): Row<'registry'> => ({
  path: 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState',
  value: 'Protection_AdmServer',
  data,
});

export const managed = twins('confirm', [
  [
    'managed-redeploy',
    'an agent',
    here('business-kes-win', 'mgmt-nagent-win'),
    'only its folder',
    { ...here('business-kes-win'), gone: ['mgmt-nagent-win'] },
  ],
  [
    'managed-redeploy',
    'the agent alone',
    here('mgmt-nagent-win'),
    'the product alone',
    here('business-kes-win'),
  ],
  [
    'managed-redeploy',
    'on Linux',
    here('linux-kesl', 'linux-nagent'),
    'without an agent',
    here('linux-kesl'),
  ],
  ['managed-redeploy', 'on a Mac', here('mac-kes', 'mac-nagent'), 'without an agent', here('mac-kes')],
  [
    'managed-redeploy',
    'a server by name',
    setting('business-kes-win', 'management-server', 'ksc.example'),
    'none',
    setting('business-kes-win', 'management-server', ''),
  ],
  [
    'managed-redeploy',
    'a server in the registry',
    registry('business-kes-win', adminServer('ksc.example')),
    'an empty value',
    registry('business-kes-win', adminServer('')),
  ],
  [
    'managed-redeploy',
    'a Mac’s server by name',
    setting('mac-kes', 'management-server', 'ksc.example'),
    'off',
    setting('mac-kes', 'management-server', 'off'),
  ],
  ['vpn-kill-switch', 'nothing said', here('vpn-win'), 'off', setting('vpn-win', 'kill-switch', 'off')],
  [
    'vpn-kill-switch',
    'on',
    setting('vpn-win', 'kill-switch', 'on'),
    'disabled',
    setting('vpn-win', 'Kill Switch', 'disabled'),
  ],
  [
    'vpn-kill-switch',
    'on a Mac',
    here('mac-vpn'),
    'off',
    setting('mac-vpn', 'kill-switch', 'off', 'mac-vpn'),
  ],
  [
    'vpn-kill-switch',
    'off in another product',
    setting('vpn-win consumer-kis', 'kill-switch', 'off', 'consumer-kis'),
    'off in this one',
    setting('vpn-win consumer-kis', 'kill-switch', 'off', 'vpn-win'),
  ],
  [
    'vpn-kill-switch',
    'off for one person only',
    {
      ...here('vpn-win'),
      rows: {
        settings: [
          { name: 'kill-switch', value: 'off' },
          { name: 'kill-switch', value: 'on' },
        ],
      },
    },
    'for both',
    {
      ...here('vpn-win'),
      rows: {
        settings: [
          { name: 'kill-switch', value: 'off' },
          { name: 'kill-switch', value: 'off' },
        ],
      },
    },
  ],
  [
    'network-isolation',
    'the detecting agent',
    here('business-kea-win'),
    'off',
    setting('business-kea-win', 'network-isolation', 'off'),
  ],
  [
    'network-isolation',
    'an endpoint product',
    here('business-kes-win'),
    'off',
    setting('business-kes-win', 'network-isolation', 'off'),
  ],
  [
    'network-isolation',
    'on',
    setting('business-kes-win', 'network-isolation', 'on'),
    'a home product',
    here('consumer-kis'),
  ],
  [
    'app-control-default-deny',
    'a server',
    here('server-ksws'),
    'off',
    setting('server-ksws', 'app-control', 'off'),
  ],
  ['app-control-default-deny', 'a till', here('server-kess-win'), 'a home product', here('consumer-kis')],
  [
    'app-control-default-deny',
    'a plant',
    here('server-kics-win'),
    'off',
    setting('server-kics-win', 'application-control', 'off'),
  ],
  ['parental', 'Safe Kids', here('parental-win'), 'the VPN', here('vpn-win')],
  ['parental', 'on a Mac', here('mac-parental'), 'the VPN', here('mac-vpn')],
  [
    'parental',
    'beside a home product',
    here('consumer-kis', 'parental-win'),
    'only its folder',
    { ...here('consumer-kis'), gone: ['parental-win'] },
  ],
]);

export const server = (id: string, chosen?: readonly string[]): Machine => ({
  products: ['consumer-kis', id],
  chosen,
});
export const servers = twins('stop', [
  [
    'server-role',
    'an administration server was asked for',
    server('mgmt-ksc-win', ['mgmt-ksc-win', 'consumer-kis']),
    'it was not',
    server('mgmt-ksc-win', ['consumer-kis']),
  ],
  [
    'server-role',
    'nothing but a server',
    here('mgmt-ksc-win'),
    'a product beside it',
    server('mgmt-ksc-win'),
  ],
]);
