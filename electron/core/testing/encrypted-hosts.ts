import type { Row } from '../model/tables.ts';
import type { Machine, Twins } from './hazard-hosts.ts';

/** Computers with an endpoint product on which one thing about encryption is different. */

export const kes: Machine = { products: ['business-kes-win'] };
export const volume = (row: Row<'encryption'>, on: Machine = kes): Machine => ({
  ...on,
  rows: { encryption: [{ volume: 'C:', method: 'kaspersky', state: 'encrypted', ...row }] },
});
export const service = (row: Row<'services'>, on: Machine = kes): Machine => ({
  ...on,
  rows: { services: [row] },
});
export const driver = (row: Row<'kernelModules'>): Machine => ({ ...kes, rows: { kernelModules: [row] } });
export const file = (path: string): Machine => ({ ...kes, rows: { files: [{ path, kind: 'file' }] } });
export const key = (name: string): Machine => ({
  ...kes,
  rows: {
    registry: [{ path: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, value: 'Start', data: '3' }],
  },
});
export const component = (value: string): Machine => ({
  ...kes,
  rows: { settings: [{ product: 'business-kes-win', name: 'encryption-component', value }] },
});
export const closed = (readings: Machine['readings'], on: Machine = kes): Machine => ({ ...on, readings });
export const blind = { kind: 'denied', why: 'no' } as const;
export const decrypted = { state: 'decrypted' };
export const agentOnly: Machine = {
  products: ['business-kes-win', 'mgmt-nagent-win'],
  chosen: ['mgmt-nagent-win'],
};
export const vpnOnly: Machine = { products: ['business-kes-win', 'vpn-win'], chosen: ['vpn-win'] };

export type Pair = readonly [danger: string, machine: Machine, twin: string, twinMachine: Machine];
export const all = (part: Pick<Twins, 'id' | 'level' | 'state'>, pairs: readonly Pair[]): Twins[] =>
  pairs.map(([danger, machine, twin, other]) => ({
    ...part,
    danger: [danger, machine],
    twin: [twin, other],
  }));
