import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askingReport, cleanableReport, cleanedReport } from './testing/leftovers.ts';
import type { Rendered } from './testing/render.tsx';
import { renderWindow } from './testing/render.tsx';
import { host, planReport, redeploy } from './testing/reports.ts';
import type { Walk } from './testing/walk.ts';
import { startWalk } from './testing/walk.ts';

let walk: Walk;
let shown: Rendered;
beforeEach(async () => {
  walk = await startWalk({ elevation: 'available' });
  shown = await renderWindow(walk.store);
});
afterEach(() => shown.close());
const plain = { host: { ...host, elevated: false } };
const labelled = (name: string): HTMLInputElement | null => {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent === name);
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement | null;
};

describe('Prepare', () => {
  it('asks for the password of a protected product, unseen, and says when it is there', async () => {
    await shown.when(() => walk.prepared(askingReport(plain)));
    const field = labelled('Password of Kaspersky Endpoint Security for Linux');
    expect(field?.type).toBe('password');
    expect(shown.text()).toContain('Not filled in');
    await shown.when(() => walk.state().typePassword('linux-kesl', 'x'));
    expect(shown.text()).toContain('Filled in');
    await shown.when(() => shown.button('Show password: Kaspersky Endpoint Security for Linux').click());
    expect(field?.type).toBe('text');
    // With the step goes what was typed.
    await shown.when(() => walk.state().goTo('identify'));
    expect(walk.state().takePasswords()).toEqual([]);
  });

  it('on a work computer says what is the administrator’s, and offers the report as a way of equal right', async () => {
    await shown.when(() => walk.state().chooseWho('work'));
    await shown.when(() =>
      walk.prepared(askingReport({ ...plain, hazards: [redeploy, ...askingReport().hazards] })),
    );
    for (const words of [
      'can install Kaspersky again',
      'know the uninstall password',
      'can give administrator rights',
    ])
      expect(shown.text()).toContain(words);
    expect(shown.text()).not.toContain('decrypt');
    expect(shown.hasButton('Save a report for the help desk')).toBe(true);
  });

  it('shows who helps the same as command lines, asking or not', async () => {
    await shown.when(() => walk.state().chooseWho('helping'));
    await shown.when(() => walk.prepared(planReport(plain)));
    expect(shown.text()).toContain(
      'sudo removal-assistant remove --product linux-kesl --product linux-nagent',
    );
    expect(shown.text()).not.toContain('--yes');
    await shown.when(() => walk.state().chooseUnattended(true));
    expect(shown.text()).toContain('--yes');
  });
});

describe('Remove', () => {
  it('announces the vendor’s own window, and lets a silent uninstaller be left to itself', async () => {
    await shown.when(() => walk.prepared(planReport(plain)));
    await shown.when(() => {
      walk.state().typeWord('remove');
      walk.state().markRead(true);
      void walk.state().remove();
    });
    const actionId = 'linux-kesl:dpkg:kesl';
    const stop = 'Stop waiting: Kaspersky Endpoint Security for Linux, kesl';
    await shown.when(() => {
      walk.bridge.emit('removeProgress', { kind: 'started', actionId, at: '2026-03-02T10:43:00.000Z' });
      walk.bridge.emit('removeProgress', { kind: 'window', actionId });
    });
    expect(shown.text()).toContain('Kaspersky’s own window opens');
    expect(shown.hasButton(stop)).toBe(false);
    await shown.when(() => walk.bridge.emit('removeProgress', { kind: 'quiet', actionId, seconds: 15 }));
    await shown.when(() => shown.button(stop).click());
    expect(walk.timesAsked('stopWaiting')).toBe(1);
    expect(shown.text()).toContain('Not waiting any more');
  });
});

describe('Confirm', () => {
  it('lists leftovers with size and reason, and one primary move after the other leads to the report', async () => {
    await shown.when(() => walk.removed(cleanableReport({ protection: { state: 'none', others: [] } })));
    expect(shown.text()).toContain('No other antivirus is on');
    expect(shown.text()).toContain('1 of 2 chosen, 38 MB');
    expect(shown.checkboxes().map((box) => [box.getAttribute('aria-label'), box.checked])).toEqual([
      ['Files: /var/opt/kaspersky/kesl', true],
      ['Files: /var/log/kaspersky/klms', false],
      [null, false],
    ]);
    expect(shown.text()).toContain('12 files and folders · 38 MB');
    expect(shown.text()).toContain('Somebody chose this source of packages');
    // With the name that the command line wants to hear.
    expect(shown.text()).toMatch(/with the name given here takes it along\.quarantine/);
    const primary = () =>
      [...document.querySelectorAll('[data-kind="primary"]')].map((each) => each.textContent);
    expect(primary()).toEqual(['Clean up 1 leftover (asks for administrator rights)']);
    await shown.when(() => shown.button(primary()[0] ?? '').click());
    expect(shown.text()).toContain('Cleaning up: 0 done');
    await shown.when(() =>
      walk.bridge.answer('cleanUp', { ok: true, value: { runId: 'run-1', report: cleanedReport() } }),
    );
    expect(shown.text()).toContain('1 set aside, 38 MB');
    expect(primary()).toEqual(['Save report']);
    await shown.when(() => shown.button('Undo: Put everything back').click());
    expect(walk.timesAsked('undo')).toBe(1);
  });

  it('leads who helps to the next computer', async () => {
    await shown.when(() => walk.state().chooseWho('helping'));
    await shown.when(() => walk.removed());
    await shown.when(() => shown.button('Next computer').click());
    await shown.when(() => walk.bridge.answer('forget', { ok: true, value: {} }));
    expect(shown.heading()).toBe('Find and remove Kaspersky from this computer');
  });
});
