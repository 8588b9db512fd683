import { beforeEach, describe, expect, it } from 'vitest';
import {
  action,
  foundReport,
  host,
  legal,
  lowDisk,
  mailFlow,
  planReport,
  redeploy,
  report,
} from '../testing/reports.ts';
import type { Walk } from '../testing/walk.ts';
import { problem, startWalk } from '../testing/walk.ts';
import { prepareGate } from './plan.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});

describe('preparing', () => {
  it('stays at Identify and says why when no plan could be made', async () => {
    await walk.scanned();
    void walk.state().prepare();
    await walk.bridge.answer('plan', problem('scan-outdated'));
    expect(walk.state()).toMatchObject({
      step: 'identify',
      plan: { kind: 'failed', problem: { code: 'scan-outdated' } },
    });
  });

  it('asks for the word, then for reading, then lets go on', async () => {
    await walk.prepared();
    expect(prepareGate(walk.state())).toBe('word');
    walk.state().typeWord('remov');
    expect(prepareGate(walk.state())).toBe('word');
    walk.state().typeWord('REMOVE ');
    expect(prepareGate(walk.state())).toBe('read');
    walk.state().markRead(true);
    expect(prepareGate(walk.state())).toBe('open');
  });

  it('has no way round a stop', async () => {
    await walk.prepared(
      planReport({
        hazards: [mailFlow, legal],
        plan: { actions: [action('linux-kesl', 'kesl')], blockedBy: ['mail-flow'] },
      }),
    );
    walk.state().typeWord('remove');
    walk.state().markRead(true);
    expect(prepareGate(walk.state())).toBe('stop');
    await walk.state().remove();
    expect(walk.timesAsked('remove')).toBe(0);
  });

  it('is not held up by a stop that concerns only what is left alone', async () => {
    await walk.prepared(
      planReport({
        hazards: [mailFlow],
        plan: { actions: [action('linux-kesl', 'kesl')], blockedBy: [] },
      }),
    );
    expect(prepareGate(walk.state())).toBe('read');
  });

  it('offers no removal without administrator rights', async () => {
    await walk.prepared(planReport({ host: { ...host, elevated: false } }));
    expect(prepareGate(walk.state())).toBe('no-rights');
  });

  it('offers one that asks for them where the system can ask', async () => {
    walk = await startWalk({ elevation: 'available' });
    await walk.prepared(planReport({ host: { ...host, elevated: false } }));
    expect(prepareGate(walk.state())).toBe('word');
  });

  it('offers no removal when every part of the plan is refused', async () => {
    await walk.prepared(
      planReport({
        plan: { actions: [{ ...action('linux-kesl', 'kesl'), refusal: 'no-route' }], blockedBy: [] },
      }),
    );
    expect(prepareGate(walk.state())).toBe('nothing');
  });
});

describe('checking again', () => {
  const checked = async (planned: ReturnType<typeof planReport>, found = foundReport()) => {
    void walk.state().checkAgain();
    await walk.bridge.answer('scan', { ok: true, value: { scanId: 'scan-2', report: found } });
    await walk.bridge.answer('plan', { ok: true, value: { report: planned } });
  };

  it('plans from the new look, stays in Prepare and keeps the word for the same reasons', async () => {
    await walk.agreed();
    await checked(planReport());
    expect(walk.lastInput('plan')).toMatchObject({ scanId: 'scan-2' });
    expect(walk.state()).toMatchObject({ step: 'prepare', plan: { kind: 'done', checkedAgain: true } });
    expect(prepareGate(walk.state())).toBe('open');
  });

  it('asks for the word again when there is something else to do first', async () => {
    await walk.agreed();
    await checked(
      planReport({
        hazards: [redeploy, lowDisk],
        plan: { actions: [action('linux-kesl', 'kesl')], blockedBy: ['managed-redeploy', 'low-disk'] },
      }),
    );
    expect(prepareGate(walk.state())).toBe('word');
  });

  it('does not tick again what the person had left out', async () => {
    await walk.scanned();
    walk.state().choose('linux-nagent', false);
    void walk.state().prepare();
    await walk.bridge.answer('plan', { ok: true, value: { report: planReport() } });
    await checked(planReport());
    expect(walk.lastInput('plan')).toMatchObject({ productIds: ['linux-kesl'] });
  });

  it('goes to what is there now when what was chosen is gone', async () => {
    await walk.agreed();
    void walk.state().checkAgain();
    await walk.bridge.answer('scan', { ok: true, value: { scanId: 'scan-2', report: report() } });
    expect(walk.state()).toMatchObject({ step: 'identify', plan: { kind: 'idle' } });
  });

  it('keeps the plan in sight but does not carry it out when the check failed', async () => {
    await walk.agreed();
    void walk.state().checkAgain();
    await walk.bridge.answer('scan', problem('cancelled'));
    expect(walk.state().plan).toMatchObject({ kind: 'failed', report: { verdict: 'found' } });
    await walk.state().remove();
    expect(walk.timesAsked('remove')).toBe(0);
  });
});
