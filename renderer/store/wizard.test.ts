import { beforeEach, describe, expect, it } from 'vitest';
import { foundReport, planReport, report } from '../testing/reports.ts';
import type { Walk } from '../testing/walk.ts';
import { startWalk } from '../testing/walk.ts';
import { mayGoBackTo } from './wizard.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});

describe('the way through the wizard', () => {
  it('goes from Start to Confirm when everything works', async () => {
    expect(walk.state().step).toBe('start');
    void walk.state().look();
    expect(walk.state().step).toBe('identify');
    await walk.bridge.answer('scan', { ok: true, value: { scanId: 'scan-1', report: foundReport() } });
    expect(walk.state().chosen).toEqual(['linux-kesl', 'linux-nagent']);

    void walk.state().prepare();
    await walk.bridge.answer('plan', { ok: true, value: { report: planReport() } });
    expect(walk.state().step).toBe('prepare');
    expect(walk.lastInput('plan')).toEqual({
      scanId: 'scan-1',
      productIds: ['linux-kesl', 'linux-nagent'],
      accepted: [],
    });

    walk.state().typeWord('remove');
    walk.state().markRead(true);
    void walk.state().remove();
    expect(walk.state().step).toBe('remove');
    expect(walk.lastInput('remove')).toEqual({
      scanId: 'scan-1',
      productIds: ['linux-kesl', 'linux-nagent'],
      accepted: ['managed-redeploy', 'legal-scope'],
    });

    await walk.bridge.answer('remove', {
      ok: true,
      value: { runId: 'run-1', report: report({ verdict: 'removed' }) },
    });
    expect(walk.state().step).toBe('confirm');
  });

  it('goes back to earlier steps until something was removed', async () => {
    await walk.agreed();
    expect(mayGoBackTo(walk.state(), 'identify')).toBe(true);
    expect(mayGoBackTo(walk.state(), 'confirm')).toBe(false);
    void walk.state().remove();
    expect(mayGoBackTo(walk.state(), 'identify')).toBe(false);
    await walk.bridge.answer('remove', {
      ok: true,
      value: { runId: 'run-1', report: report({ verdict: 'removed' }) },
    });
    expect(mayGoBackTo(walk.state(), 'identify')).toBe(false);
  });

  it('does not leave a look that is under way', () => {
    void walk.state().look();
    expect(mayGoBackTo(walk.state(), 'start')).toBe(false);
  });

  it('refuses a step that does not exist', () => {
    expect(() => walk.state().goTo('nowhere')).toThrow('nowhere');
  });
});

describe('the report', () => {
  it('is of the scan before a removal and of the run after it', async () => {
    await walk.agreed();
    void walk.state().save();
    expect(walk.lastInput('saveReport')).toEqual({ id: 'scan-1', format: 'pdf', raw: false });
    await walk.bridge.answer('saveReport', {
      ok: true,
      value: { fileName: 'report.pdf', folder: '/home/anna' },
    });
    expect(walk.state().saving).toEqual({ kind: 'done', fileName: 'report.pdf', folder: '/home/anna' });

    void walk.state().remove();
    expect(walk.state().saving).toEqual({ kind: 'idle' });
    await walk.bridge.answer('remove', {
      ok: true,
      value: { runId: 'run-1', report: report({ verdict: 'removed' }) },
    });
    walk.state().chooseFormat('json');
    void walk.state().save();
    expect(walk.lastInput('saveReport')).toEqual({ id: 'run-1', format: 'json', raw: false });
    walk.state().chooseRaw(true);
    void walk.state().copySummary();
    expect(walk.lastInput('copySummary')).toEqual({ id: 'run-1', raw: true });
  });

  it('says nothing of a saved file when the dialog was closed', async () => {
    await walk.scanned();
    void walk.state().save();
    await walk.bridge.answer('saveReport', { ok: true, value: { cancelled: true } });
    expect(walk.state().saving).toEqual({ kind: 'idle' });
  });
});
