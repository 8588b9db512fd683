import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { Reading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { reportSchema } from '../model/report.ts';
import type { TableName } from '../model/tables.ts';
import {
  debianSnapshot,
  innocentRows,
  leftoverRows,
  managedRows,
  packageRow,
  plannedPackages,
} from '../testing/hosts.ts';
import { conclude } from './conclude.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const now = '2026-11-23T10:00:05.000Z';
const about = (snapshot: Snapshot, choices = {}) => conclude(desk, snapshot, choices, now);

describe('the verdict of a look', () => {
  test('is clean on a host without a trace that could be looked at whole', () => {
    expect(about(debianSnapshot(innocentRows)).verdict).toBe('clean');
  });
  test('is found with a product, leftovers with traces alone', () => {
    expect(about(debianSnapshot(managedRows)).verdict).toBe('found');
    expect(about(debianSnapshot(leftoverRows)).verdict).toBe('leftovers');
  });
  test('is found with nothing but a server that is only reported', () => {
    expect(about(debianSnapshot({ packages: [packageRow('ksc64')] })).verdict).toBe('found');
  });

  const closed: Reading[] = [
    { kind: 'denied', why: 'permission denied' },
    { kind: 'failed', why: 'garbled' },
    { kind: 'unavailable', why: 'no tool' },
    { kind: 'ok', rows: [], gaps: [{ source: 'dpkg', kind: 'denied', why: 'permission denied' }] },
  ];
  const required: TableName[] = ['packages', 'units', 'processes', 'files'];
  test.each(required.flatMap((table) => closed.map((reading) => ({ table, reading }))))(
    'is unknown, and says so, when $table answered $reading.kind with a hole',
    ({ table, reading }) => {
      const report = about(debianSnapshot({}, {}, { [table]: reading }));
      expect(report.verdict).toBe('unknown');
      expect(report.unchecked).toMatchObject([{ table, required: true }]);
    },
  );
  test('is unknown when a required table is missing altogether', () => {
    const snapshot = debianSnapshot();
    const { units: _, ...readings } = snapshot.readings;
    const report = about({ ...snapshot, readings });
    expect(report.verdict).toBe('unknown');
    expect(report.unchecked).toMatchObject([{ table: 'units', kind: 'unavailable' }]);
  });
  test('is still found when a product shows although other places are closed', () => {
    const report = about(debianSnapshot(managedRows, {}, { files: { kind: 'denied', why: 'no' } }));
    expect(report.verdict).toBe('found');
    expect(report.unchecked).toHaveLength(1);
  });
});

describe('the plan', () => {
  test('goes interface, product, agent, and names each package', () => {
    const { actions } = about(debianSnapshot(managedRows)).plan;
    expect(plannedPackages(actions)).toEqual(['kesl-gui', 'kesl', 'klnagent64']);
    expect(actions.every((action) => action.needsElevation)).toBe(true);
  });
  test('is blocked by a server that can put Kaspersky back until somebody answers for it', () => {
    expect(about(debianSnapshot(managedRows)).plan.blockedBy).toEqual(['managed-redeploy']);
    const accepted = about(debianSnapshot(managedRows), { accepted: ['managed-redeploy'] });
    expect(accepted.plan.blockedBy).toEqual([]);
  });
  test('holds only the chosen products', () => {
    const { plan } = about(debianSnapshot(managedRows), { productIds: ['linux-nagent'] });
    expect(plannedPackages(plan.actions)).toEqual(['klnagent64']);
  });
  test('leaves a server alone and does not let it hold up the others', () => {
    const rows = { packages: [packageRow('ksc64'), packageRow('kesl')] };
    const report = about(debianSnapshot(rows));
    expect(plannedPackages(report.plan.actions)).toEqual(['kesl']);
    expect(report.plan.blockedBy).toEqual([]);
    expect(report.hazards.find((hazard) => hazard.id === 'server-role')?.productIds).toEqual(['linux-ksc']);
  });
  test('is blocked when there is nothing but a server, or a server was asked for', () => {
    const alone = debianSnapshot({ packages: [packageRow('ksc64')] });
    expect(about(alone).plan).toEqual({ actions: [], blockedBy: ['server-role'] });
    const both = debianSnapshot({ packages: [packageRow('ksc64'), packageRow('kesl')] });
    expect(about(both, { productIds: ['linux-ksc', 'linux-kesl'] }).plan.blockedBy).toContain('server-role');
  });
  test('has no way past a stop: accepting it changes nothing', () => {
    const alone = debianSnapshot({ packages: [packageRow('klms')] });
    const report = about(alone, { accepted: ['server-role', 'mail-flow'] });
    expect(report.plan.blockedBy).toEqual(['server-role', 'mail-flow']);
  });
  test('touches no part of a product of which one package is on hold', () => {
    const rows = { packages: [packageRow('kesl', { state: 'on-hold' }), packageRow('kesl-gui')] };
    const { actions } = about(debianSnapshot(rows)).plan;
    expect(actions.map((action) => action.refusal)).toEqual(['package-on-hold', 'package-on-hold']);
  });
  test('acts on no package that the catalogue does not name', () => {
    const { actions } = about(debianSnapshot({ packages: [packageRow('kaspersky-home-suite')] })).plan;
    expect(actions.map((action) => action.refusal)).toEqual(['no-route']);
  });
  test('is empty and free on a host without Kaspersky, whatever state the host is in', () => {
    const report = about(debianSnapshot({}, { freeBytes: 1, remoteSession: true, onBattery: true }));
    expect(report.hazards).toEqual([]);
    expect(report.plan).toEqual({ actions: [], blockedBy: [] });
  });
  test('warns of a full disk and of a remote session', () => {
    const host = { freeBytes: 1_000_000, remoteSession: true };
    const { plan } = about(debianSnapshot({ packages: [packageRow('kesl')] }, host));
    expect(plan.blockedBy).toEqual(['low-disk', 'remote-session']);
  });
});

test('a report fits its own schema', () => {
  const report = about(debianSnapshot(managedRows), { subject: { assetTag: 'PC-1', ticket: '' } });
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report.subject).toEqual({ assetTag: 'PC-1' });
});
