// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Registration } from '../electron/core/model/reopen.ts';
import type { Report } from '../electron/core/model/report.ts';
import type { About } from './store/about.ts';
import type { Rendered } from './testing/render.tsx';
import { renderWindow } from './testing/render.tsx';
import { action, agent, kesl, look, report } from './testing/reports.ts';
import type { Walk } from './testing/walk.ts';
import { problem, startWalk } from './testing/walk.ts';

const runId = '20261126-101500-4f3a9c';
const registration: Registration = { place: '/etc/xdg/autostart/x.desktop', opens: 'window' };
const at = '2026-03-02T10:59:00.000Z';

/** Endpoint Security goes with the restart, the agent after it. */
const waiting = (part: Partial<Report> = {}): Report =>
  report({
    verdict: 'restart-needed',
    plan: { actions: [action('linux-kesl', 'kesl'), action('linux-nagent', 'klnagent64')], blockedBy: [] },
    run: {
      id: runId,
      startedAt: at,
      endedAt: at,
      accepted: [],
      actions: [
        { id: 'linux-kesl:dpkg:kesl', outcome: 'restart-needed', startedAt: at, endedAt: at },
        { id: 'linux-nagent:dpkg:klnagent64', outcome: 'after-restart', startedAt: at, endedAt: at },
      ],
    },
    before: look([], [kesl, agent]),
    after: look([]),
    ...part,
  });

let walk: Walk;
let shown: Rendered | undefined;
const begin = async (about: Partial<About> = {}): Promise<Rendered> => {
  walk = await startWalk(about);
  return (shown = await renderWindow(walk.store));
};
beforeEach(() => void (shown = undefined));
afterEach(() => shown?.close());

const endWith = async (
  window: Rendered,
  answer: { report: Report; reopening?: { kind: 'registered'; registration: Registration } },
): Promise<void> => {
  await window.when(async () => {
    await walk.agreed();
    void walk.state().remove();
    await walk.bridge.answer('remove', { ok: true, value: { runId, ...answer } });
  });
};

it('a removal that needs no restart shows no such step at all', async () => {
  const window = await begin();
  expect(window.text()).not.toContain('Restart');
  await endWith(window, {
    report: report({ verdict: 'removed', run: { id: runId, startedAt: at, accepted: [], actions: [] } }),
  });
  expect(walk.state()).toMatchObject({
    step: 'confirm',
    route: ['start', 'identify', 'prepare', 'remove', 'confirm'],
  });
});

it('one that does says why, what comes, and that it opens again by itself', async () => {
  const window = await begin();
  await endWith(window, { report: waiting(), reopening: { kind: 'registered', registration } });
  expect(window.heading()).toBe('Restart to continue');
  expect(window.text()).toContain(`${kesl.name}, ${agent.name}`);
  expect(window.text()).toContain('This assistant opens by itself');
  expect(document.title).toContain('5 of 6');
  await window.when(() => window.button('Restart later').click());
  expect(window.heading()).toBe('Restart to finish');
});

it('what could not be registered is said, with the way on by hand', async () => {
  const window = await begin();
  await window.when(async () => {
    await walk.agreed();
    void walk.state().remove();
    const reopening = {
      kind: 'failed',
      problem: { code: 'reopen-failed', values: { why: 'no room' } },
    } as const;
    await walk.bridge.answer('remove', { ok: true, value: { runId, report: waiting(), reopening } });
  });
  expect(window.text()).toContain('cannot open by itself: no room');
  expect(window.text()).toContain('You open this assistant yourself');
});

it('restarts when asked to, once, and says why when it cannot', async () => {
  const window = await begin();
  await endWith(window, { report: waiting() });
  await window.when(() => window.button('Restart now').click());
  await window.when(() => walk.state().restartNow());
  expect(walk.timesAsked('restart')).toBe(1);
  await window.when(() => walk.bridge.answer('restart', problem('restart-failed')));
  expect(window.text()).toContain('The computer could not be restarted');
  expect(window.hasButton('Restart now')).toBe(true);
});

it('opened after a restart it goes on at once, without the Start screen, to Confirm', async () => {
  const window = await begin({ openRun: { runId, asked: true } });
  await window.when(() => walk.state().comeBack());
  expect(window.heading()).toBe('Going on');
  expect(walk.lastInput('resume')).toEqual({ runId });
  await window.when(() =>
    walk.bridge.answer('resume', {
      ok: true,
      value: {
        runId,
        report: waiting({ verdict: 'removed', run: { id: runId, startedAt: at, accepted: [], actions: [] } }),
      },
    }),
  );
  expect(window.heading()).toBe('Confirmed: Kaspersky is removed');
});

it('who helped before the restart still does after it, and has the next computer at hand', async () => {
  const window = await begin({ openRun: { runId, asked: true } });
  await window.when(() => walk.state().comeBack());
  const subject = { assetTag: 'PC-0141', ticket: 'INC-41' };
  const ended = waiting({
    subject,
    verdict: 'removed',
    run: { id: runId, startedAt: at, accepted: [], actions: [] },
  });
  await window.when(() => walk.bridge.answer('resume', { ok: true, value: { runId, report: ended } }));
  expect(walk.state().fields).toMatchObject({ ...subject, operator: '' });
  await window.when(() => window.button('Next computer').click());
  expect(walk.timesAsked('forget')).toBe(1);
});

it('asks again for a restart when that has not happened yet', async () => {
  const window = await begin({ openRun: { runId, asked: true } });
  await window.when(() => walk.state().comeBack());
  await window.when(() => walk.bridge.answer('resume', { ok: true, value: { runId, report: waiting() } }));
  expect(window.heading()).toBe('Restart to continue');
});

/** What of the way to come is its turn. */
const stageNow = (): string | null | undefined =>
  document.querySelector('.stage[data-state="now"] strong')?.textContent;

it('where rights are asked for, it says so before the system does, and a no leads back here', async () => {
  const window = await begin({ openRun: { runId, asked: true }, elevation: 'available' });
  await window.when(() => walk.state().comeBack());
  expect(walk.timesAsked('resume')).toBe(0);
  expect(stageNow()).toBe('Administrator rights');
  await window.when(() => window.button('Go on (asks for administrator rights)').click());
  await window.when(() => walk.bridge.emit('removeProgress', { kind: 'asking-rights' }));
  expect(window.text()).toContain('asks for administrator rights now');
  expect(stageNow()).toBe('Administrator rights');
  await window.when(() => walk.bridge.emit('removeProgress', { kind: 'rights-given' }));
  expect(stageNow()).toBe('What is left is removed');
  await window.when(() => walk.bridge.answer('resume', problem('elevation-cancelled')));
  expect(window.text()).toContain('It could not go on');
  await window.when(() => window.button('Go on (asks for administrator rights)').click());
  expect(walk.timesAsked('resume')).toBe(2);
});

it('where nobody can be asked, it names the command', async () => {
  const window = await begin({ openRun: { runId, asked: true }, elevation: 'unavailable' });
  await window.when(() => walk.state().comeBack());
  expect(window.text()).toContain(`sudo removal-assistant resume --run ${runId}`);
  await window.when(() => window.button('Look again').click());
  expect(walk.state()).toMatchObject({
    step: 'identify',
    route: ['start', 'identify', 'prepare', 'remove', 'confirm'],
  });
});

it('an unfinished run that is found at the start is offered, not begun', async () => {
  const window = await begin({ openRun: { runId, asked: false } });
  await window.when(() => walk.state().comeBack());
  expect(walk.state().step).toBe('start');
  expect(window.text()).toContain('A removal on this computer is not at its end');
  await window.when(() => window.button('Go on').click());
  expect(walk.lastInput('resume')).toEqual({ runId });
});
