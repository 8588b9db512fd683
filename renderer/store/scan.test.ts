import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../electron/core/text/en.ts';
import { foundReport } from '../testing/reports.ts';
import type { Walk } from '../testing/walk.ts';
import { problem, startWalk } from '../testing/walk.ts';
import { createAppStore } from './create-app-store.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});

/** Longer than the window lets events gather before it shows them. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80));

describe('looking', () => {
  it('sends what was filled in about the computer, and leaves empty fields out', async () => {
    walk.state().chooseWho('helping');
    walk.state().fillField('assetTag', ' PC-14 ');
    walk.state().fillField('ticket', '  ');
    await walk.scanned();
    expect(walk.lastInput('scan')).toEqual({ subject: { assetTag: 'PC-14' } });
  });

  it('does not send the fields of somebody who only looks after the own computer', async () => {
    walk.state().chooseWho('helping');
    walk.state().fillField('assetTag', 'PC-14');
    walk.state().chooseWho('own');
    await walk.scanned();
    expect(walk.lastInput('scan')).toEqual({});
  });

  it('shows each place as it is looked at, and keeps what is done whatever arrives late', async () => {
    void walk.state().look();
    walk.bridge.emit('scanProgress', { table: 'files', state: 'done', reading: 'ok', looked: 12, gaps: 1 });
    walk.bridge.emit('scanProgress', { table: 'files', state: 'looking' });
    walk.bridge.emit('scanProgress', { table: 'packages', state: 'looking' });
    await drawn();
    expect(walk.state().scan).toMatchObject({
      places: [
        { table: 'packages', state: 'looking' },
        { table: 'files', state: 'done', reading: 'ok', looked: 12, gaps: 1 },
      ],
    });
  });

  it('shows a place that was not announced', async () => {
    void walk.state().look();
    walk.bridge.emit('scanProgress', { table: 'units', state: 'looking' });
    await drawn();
    expect(walk.state().scan).toMatchObject({ places: [{}, {}, { table: 'units', state: 'looking' }] });
  });

  it('never takes an answer without a reading for a look that worked', async () => {
    void walk.state().look();
    walk.bridge.emit('scanProgress', { table: 'files', state: 'done' });
    await drawn();
    expect(walk.state().scan).toMatchObject({ places: [{}, { state: 'done', reading: 'failed' }] });
  });

  it('ignores progress that arrives after the end', async () => {
    await walk.scanned();
    const before = walk.state().scan;
    walk.bridge.emit('scanProgress', { table: 'files', state: 'looking' });
    await drawn();
    expect(walk.state().scan).toBe(before);
  });

  it('asks main once to stop, and says that it was stopped', async () => {
    void walk.state().look();
    void walk.state().stopLooking();
    void walk.state().stopLooking();
    expect(walk.timesAsked('cancel')).toBe(1);
    expect(walk.state().scan).toMatchObject({ kind: 'running', stopping: true });
    await walk.bridge.answer('scan', problem('cancelled'));
    expect(walk.state().scan).toEqual({ kind: 'failed', problem: { code: 'cancelled' } });
  });

  it('turns a call that breaks into a problem instead of hanging', async () => {
    const broken = createAppStore(
      { ...walk.bridge, call: () => Promise.reject(new Error('no such channel')) },
      en,
      ['start', 'identify'],
    );
    await broken.getState().look();
    expect(broken.getState().scan).toEqual({
      kind: 'failed',
      problem: { code: 'bug', values: { message: 'no such channel' } },
    });
  });
});

describe('a saved scan', () => {
  const opened = async () => {
    void walk.state().openSaved();
    await walk.bridge.answer('openSnapshot', {
      ok: true,
      value: { scanId: 'scan-9', report: foundReport(), ignored: ['readings.later'] },
    });
  };

  it('is shown with nothing chosen, and cannot be removed from', async () => {
    await opened();
    expect(walk.state().step).toBe('identify');
    expect(walk.state().scan).toMatchObject({ kind: 'done', source: 'saved', ignored: ['readings.later'] });
    expect(walk.state().chosen).toEqual([]);
    await walk.state().prepare();
    expect(walk.timesAsked('plan')).toBe(0);
  });

  it('leaves everything as it was when no file was chosen', async () => {
    void walk.state().openSaved();
    await walk.bridge.answer('openSnapshot', { ok: true, value: { cancelled: true } });
    expect(walk.state()).toMatchObject({ step: 'start', opening: { kind: 'idle' }, scan: { kind: 'idle' } });
  });

  it('stays at Start and says why when the file cannot be read', async () => {
    void walk.state().openSaved();
    await walk.bridge.answer('openSnapshot', problem('scan-outdated'));
    expect(walk.state()).toMatchObject({
      step: 'start',
      opening: { kind: 'failed', problem: { code: 'scan-outdated' } },
    });
  });
});
