import { beforeEach, describe, expect, it } from 'vitest';
import { askingReport, cleanableReport, cleanedReport, data, logs } from '../testing/leftovers.ts';
import { leftover, planReport, report } from '../testing/reports.ts';
import type { Walk } from '../testing/walk.ts';
import { problem, startWalk } from '../testing/walk.ts';
import { evidenceOf } from './clean-up.ts';
import { ticketScheme } from './helping.ts';
import { prepareGate } from './plan.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
const state = () => walk.state();

describe('a password', () => {
  const typed = async (): Promise<void> => {
    await walk.prepared(askingReport());
    state().markRead(true);
    state().typePassword('linux-kesl', 'geh');
    state().typePassword('linux-kesl', 'geheim ☂');
  };

  it('is no part of the state, crosses once with the removal, and is wiped here afterwards', async () => {
    await typed();
    expect(state().passwordsFor).toEqual(['linux-kesl']);
    expect(JSON.stringify(state())).not.toContain('geheim');
    void state().remove();
    const input = walk.lastInput('remove') as { passwords: { productId: string; utf8: Uint8Array }[] };
    const [given] = input.passwords;
    expect(new TextDecoder().decode(given?.utf8)).toBe('geheim ☂');
    await walk.bridge.answer('remove', problem('elevation-cancelled'));
    expect(given?.utf8.every((byte) => byte === 0)).toBe(true);
    // Once: the next try asks again.
    expect(state().passwordsFor).toEqual([]);
    void state().remove();
    expect(walk.lastInput('remove')).not.toHaveProperty('passwords');
  });

  it('that was taken back, or left behind, goes nowhere', async () => {
    await typed();
    state().typePassword('linux-kesl', '');
    expect(state().passwordsFor).toEqual([]);
    state().typePassword('linux-kesl', 'x');
    state().restart();
    expect(state().takePasswords()).toEqual([]);
  });
});

describe('leftovers agreed to before the removal', () => {
  it('are planned for at once, asked for with the removal, and counted while they go', async () => {
    await walk.prepared();
    void state().chooseLeftovers(true);
    expect(walk.lastInput('plan')).toMatchObject({ leftovers: true });
    await walk.bridge.answer('plan', { ok: true, value: { report: planReport() } });
    state().typeWord('remove');
    state().markRead(true);
    void state().remove();
    expect(walk.lastInput('remove')).toMatchObject({ leftovers: true });
    walk.bridge.emit('leftoverProgress', { kind: 'looking-closer' });
    walk.bridge.emit('leftoverProgress', { kind: 'set-aside', what: '/x' });
    expect(state().removal).toMatchObject({ progress: { leftoversDone: 1 } });
  });
});

describe('a computer with nothing but leftovers', () => {
  it('leads to cleaning them up, by the same steps', async () => {
    const left = report({ verdict: 'leftovers', detections: [leftover] });
    await walk.scanned(left);
    expect(state().chosen).toEqual(['linux-klms']);
    void state().prepare();
    expect(walk.lastInput('plan')).toMatchObject({ productIds: ['linux-klms'], leftovers: true });
    const plan = { actions: [], blockedBy: [], leftovers: [logs] };
    await walk.bridge.answer('plan', { ok: true, value: { report: { ...left, plan } } });
    expect(prepareGate(state())).toBe('open');
    void state().remove();
    expect(walk.lastInput('remove')).toMatchObject({ productIds: ['linux-klms'], leftovers: true });
  });

  it('where nothing can be cleaned up has nothing to prepare', async () => {
    await walk.scanned(report({ verdict: 'leftovers', detections: [leftover] }));
    void state().prepare();
    const plan = { actions: [], blockedBy: [], leftovers: [] };
    await walk.bridge.answer('plan', { ok: true, value: { report: report({ plan }) } });
    expect(prepareGate(state())).toBe('nothing');
  });
});

describe('a silent uninstaller', () => {
  it('may be left to itself, which also stops what comes after it', async () => {
    await walk.agreed();
    void state().remove();
    void state().stopWaiting();
    void state().stopWaiting();
    expect(walk.timesAsked('stopWaiting')).toBe(1);
    expect(state().removal).toMatchObject({ kind: 'running', stopping: true, leaving: true });
  });

  it('is still behind its own window when it says something', async () => {
    await walk.agreed();
    void state().remove();
    const actionId = 'linux-kesl:dpkg:kesl';
    walk.bridge.emit('removeProgress', { kind: 'started', actionId, at: 'now' });
    walk.bridge.emit('removeProgress', { kind: 'window', actionId });
    walk.bridge.emit('removeProgress', { kind: 'quiet', actionId, seconds: 15 });
    expect(state().removal).toMatchObject({
      progress: { byAction: { [actionId]: { hasWindow: true, quietSeconds: 15, startedAt: 'now' } } },
    });
  });
});

describe('cleaning up', () => {
  beforeEach(() => walk.removed(cleanableReport()));
  const cleaned = { runId: 'run-1', report: cleanedReport() };

  it('ticks only what is proven, and sends the places of the rest in the list', async () => {
    expect(state().kept).toEqual([logs.id]);
    void state().cleanUp();
    expect(walk.lastInput('cleanUp')).toEqual({ runId: 'run-1', kept: [1] });
    walk.bridge.emit('removeProgress', { kind: 'asking-rights' });
    expect(state().cleaning).toMatchObject({ kind: 'running', phase: 'asking' });
    walk.bridge.emit('leftoverProgress', { kind: 'set-aside', what: '/var/opt/kaspersky/kesl' });
    expect(state().cleaning).toMatchObject({ phase: 'working', done: 1 });
    await walk.bridge.answer('cleanUp', { ok: true, value: cleaned });
    expect(state().cleaning).toEqual({ kind: 'cleaned', setAside: 1 });
    // What the person wanted to stay is not ticked for them in the new list.
    expect(state().kept).toEqual([logs.id]);
  });

  it('asks for nothing when nothing is ticked, and for one thing at a time', () => {
    state().keepLeftover(data.id, true);
    void state().cleanUp();
    expect(walk.timesAsked('cleanUp')).toBe(0);
    state().keepLeftover(data.id, false);
    void state().cleanUp();
    void state().undo();
    void state().cleanUp();
    expect(walk.timesAsked('cleanUp') + walk.timesAsked('undo')).toBe(1);
  });

  it('shows what there is more, ticked only when proven, and nothing counts as done', async () => {
    void state().cleanUp();
    const item = { ...data, id: 'files:/opt/kaspersky/kesl', path: '/opt/kaspersky/kesl' };
    const seen = cleanableReport();
    const remaining = { items: [...(seen.remaining?.items ?? []), { item }], left: [] };
    const changed = { actions: [], hazards: [], products: [], leftovers: [item.id] };
    await walk.bridge.answer('cleanUp', { ok: true, value: { changed, report: { ...seen, remaining } } });
    expect(state().cleaning).toEqual({ kind: 'changed' });
    expect(state().kept).toEqual([logs.id]);
  });

  it('tells what was put back, and shows the computer as it is then', async () => {
    void state().undo();
    expect(walk.lastInput('undo')).toEqual({ runId: 'run-1' });
    const refused = [{ what: '/x', why: 'occupied' as const }];
    const after = cleanableReport({ verdict: 'leftovers' });
    await walk.bridge.answer('undo', { ok: true, value: { restored: 1, refused, report: after } });
    expect(state().cleaning).toEqual({ kind: 'undone', restored: 1, refused });
    expect(state().removal).toMatchObject({ kind: 'done', report: { verdict: 'leftovers' } });
  });

  it('that failed changes nothing of what is shown', async () => {
    void state().cleanUp();
    await walk.bridge.answer('cleanUp', problem('elevation-refused'));
    expect(state().cleaning).toMatchObject({ kind: 'failed', task: 'clean-up' });
    expect(state().removal).toMatchObject({ report: { remaining: { items: [{}, {}] } } });
  });

  it('knows the signs of each place', () => {
    const elsewhere = { kind: 'files', path: '/var/opt/kaspersky/kes', root: '/x' } as const;
    expect(evidenceOf(cleanableReport(), data)).toHaveLength(1);
    expect(evidenceOf(cleanableReport(), { ...data, ...elsewhere })).toEqual([]);
  });
});

describe('the next computer', () => {
  it('begins anew, and keeps who helps and how their tickets begin', async () => {
    state().chooseWho('helping');
    for (const [field, value] of [
      ['assetTag', 'PC-7'],
      ['ticket', 'INC-4711'],
      ['operator', 'Anna'],
    ] as const)
      state().fillField(field, value);
    await walk.removed(cleanableReport());
    void state().nextComputer();
    await walk.bridge.answer('forget', { ok: true, value: {} });
    expect(state()).toMatchObject({
      step: 'start',
      who: 'helping',
      fields: { assetTag: '', ticket: 'INC-', operator: 'Anna' },
      scan: { kind: 'idle' },
      removal: { kind: 'idle' },
      cleaning: { kind: 'idle' },
      chosen: [],
      kept: [],
    });
  });

  it.each([
    ['INC-4711', 'INC-'],
    ['2026/0017 ', '2026/'],
    ['ask Ben', ''],
    ['', ''],
  ])('a ticket %j begins with %j', (ticket, scheme) => expect(ticketScheme(ticket)).toBe(scheme));
});
