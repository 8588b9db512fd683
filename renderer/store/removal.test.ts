import { beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../electron/core/text/en.ts';
import { host, planReport, report } from '../testing/reports.ts';
import type { Walk } from '../testing/walk.ts';
import { problem, startWalk } from '../testing/walk.ts';
import { createAppStore } from './create-app-store.ts';
import { prepareGate } from './plan.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});

describe('removing', () => {
  const kesl = 'linux-kesl:dpkg:kesl';
  const at = '2026-03-02T10:50:00.000Z';
  const byAction = () => {
    const { removal } = walk.state();
    return removal.kind === 'idle' ? {} : removal.progress.byAction;
  };

  it('follows an action from waiting to its end', async () => {
    await walk.agreed();
    void walk.state().remove();
    expect(byAction()[kesl]).toEqual({ kind: 'waiting' });
    walk.bridge.emit('removeProgress', { kind: 'started', actionId: kesl, at });
    expect(byAction()[kesl]).toMatchObject({ kind: 'working', startedAt: at });
    walk.bridge.emit('removeProgress', { kind: 'waiting', actionId: kesl, holder: 'apt', seconds: 4 });
    expect(byAction()[kesl]).toMatchObject({ kind: 'held', holder: 'apt', seconds: 4, startedAt: at });
    walk.bridge.emit('removeProgress', { kind: 'ended', actionId: kesl, at, outcome: 'failed', exitCode: 1 });
    expect(byAction()[kesl]).toMatchObject({ kind: 'ended', outcome: 'failed', exitCode: 1, startedAt: at });
  });

  it('keeps an end that later messages contradict', async () => {
    await walk.agreed();
    void walk.state().remove();
    walk.bridge.emit('removeProgress', { kind: 'ended', actionId: kesl, at, outcome: 'removed' });
    walk.bridge.emit('removeProgress', { kind: 'started', actionId: kesl, at });
    expect(byAction()[kesl]).toMatchObject({ kind: 'ended', outcome: 'removed' });
  });

  it('keeps the newest 2,000 lines and says how many went', async () => {
    vi.useFakeTimers();
    try {
      const running = createAppStore(walk.bridge, en, ['start']);
      running.setState({
        removal: {
          kind: 'running',
          progress: { byAction: {}, log: [], dropped: 0, lookingAgain: false, isAsking: false },
          stopping: false,
        },
      });
      for (let line = 0; line < 2005; line += 1)
        walk.bridge.emit('removeProgress', { kind: 'output', actionId: kesl, at, line: `line ${line}` });
      vi.advanceTimersByTime(1000);
      const { removal } = running.getState();
      expect(removal.kind === 'running' && removal.progress.log.length).toBe(2000);
      expect(removal).toMatchObject({ progress: { dropped: 5 } });
      expect(removal.kind === 'running' && removal.progress.log.at(-1)?.text).toBe('line 2004');
    } finally {
      vi.useRealTimers();
    }
  });

  it('says that main looks again before it is done', async () => {
    await walk.agreed();
    void walk.state().remove();
    walk.bridge.emit('removeProgress', { kind: 'looking-again' });
    expect(walk.state().removal).toMatchObject({ kind: 'running', progress: { lookingAgain: true } });
  });

  it('asks main once to stop after this one', async () => {
    await walk.agreed();
    void walk.state().remove();
    void walk.state().stopRemoving();
    void walk.state().stopRemoving();
    expect(walk.timesAsked('cancel')).toBe(1);
    expect(walk.state().removal).toMatchObject({ kind: 'running', stopping: true });
  });

  it('stays at Remove and says why when main refuses', async () => {
    await walk.agreed();
    void walk.state().remove();
    await walk.bridge.answer('remove', problem('needs-administrator'));
    expect(walk.state()).toMatchObject({
      step: 'remove',
      removal: { kind: 'failed', problem: { code: 'needs-administrator' } },
    });
  });

  it('shows that the system asks for rights, until they were given', async () => {
    await walk.agreed();
    void walk.state().remove();
    walk.bridge.emit('removeProgress', { kind: 'asking-rights' });
    expect(walk.state().removal).toMatchObject({ progress: { isAsking: true } });
    walk.bridge.emit('removeProgress', { kind: 'rights-given' });
    expect(walk.state().removal).toMatchObject({ progress: { isAsking: false } });
  });

  it.each([
    'elevation-cancelled',
    'elevation-refused',
    'elevation-unavailable',
    'worker-not-started',
  ] as const)(
    'goes back to a plan that stands as it was, with the word and the tick, after %s',
    async (code) => {
      await walk.agreed();
      void walk.state().remove();
      walk.bridge.emit('removeProgress', { kind: 'asking-rights' });
      await walk.bridge.answer('remove', problem(code));
      expect(walk.state()).toMatchObject({
        step: 'prepare',
        removal: { kind: 'idle' },
        rights: { kind: 'not-given', problem: { code } },
      });
      expect(prepareGate(walk.state())).toBe('open');
      void walk.state().remove();
      expect(walk.timesAsked('remove')).toBe(2);
      expect(walk.state().rights).toEqual({ kind: 'idle' });
    },
  );

  it('tells a stop before the rights were given from one in the middle of the work', async () => {
    await walk.agreed();
    void walk.state().remove();
    walk.bridge.emit('removeProgress', { kind: 'asking-rights' });
    await walk.bridge.answer('remove', problem('cancelled'));
    expect(walk.state().step).toBe('prepare');
    void walk.state().remove();
    walk.bridge.emit('removeProgress', { kind: 'asking-rights' });
    walk.bridge.emit('removeProgress', { kind: 'rights-given' });
    await walk.bridge.answer('remove', problem('cancelled'));
    expect(walk.state()).toMatchObject({ step: 'remove', removal: { kind: 'failed' } });
  });

  it('asks again when more would be removed than was agreed to', async () => {
    await walk.agreed();
    walk.state().choose('linux-nagent', false);
    void walk.state().remove();
    const change = { actions: ['linux-nagent:dpkg:klnagent64'], hazards: [], products: ['linux-kesl'] };
    await walk.bridge.answer('remove', {
      ok: true,
      value: { changed: change, report: planReport({ host: { ...host, elevated: true } }) },
    });
    expect(walk.state()).toMatchObject({
      step: 'prepare',
      removal: { kind: 'idle' },
      chosen: ['linux-kesl', 'linux-nagent'],
      rights: { kind: 'changed', change, goneNames: ['Kaspersky Endpoint Security for Linux'] },
      consent: { typed: '', hasRead: false },
    });
    expect(prepareGate(walk.state())).toBe('word');
    walk.state().typeWord('remove');
    walk.state().markRead(true);
    void walk.state().remove();
    expect(walk.lastInput('remove')).toEqual({
      scanId: 'scan-1',
      productIds: ['linux-kesl', 'linux-nagent'],
      accepted: ['managed-redeploy', 'legal-scope'],
    });
  });

  it('forgets plan, word and run when the person looks again', async () => {
    await walk.removed(report({ verdict: 'incomplete' }));
    await walk.scanned();
    expect(walk.state()).toMatchObject({
      step: 'identify',
      plan: { kind: 'idle' },
      removal: { kind: 'idle' },
      consent: { typed: '', hasRead: false },
    });
  });
});
