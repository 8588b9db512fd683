import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rendered } from './testing/render.tsx';
import { renderWindow } from './testing/render.tsx';
import { host, planReport } from './testing/reports.ts';
import type { Walk } from './testing/walk.ts';
import { problem, startWalk } from './testing/walk.ts';

let walk: Walk;
let shown: Rendered;
afterEach(() => shown.close());

const startWith = async (about: Parameters<typeof startWalk>[0]): Promise<void> => {
  walk = await startWalk(about);
  shown = await renderWindow(walk.store);
};

describe('a window that cannot ask for rights', () => {
  it('says why the system cannot be asked for the rights', async () => {
    await startWith({
      elevation: 'unavailable',
      elevationProblem: { code: 'elevation-untrusted', values: { why: '/home/anna belongs to anna' } },
    });
    await shown.when(() => walk.prepared(planReport({ host: { ...host, elevated: false } })));
    expect(shown.text()).toContain('/home/anna belongs to anna');
  });

  it('names the command that does the same, as it is typed on this computer, and agrees to nothing', async () => {
    await startWith({ elevation: 'unavailable', program: ['/media/stick/cli/removal-assistant'] });
    await shown.when(() => walk.prepared(planReport({ host: { ...host, elevated: false } })));
    expect(shown.text()).toContain(
      'sudo /media/stick/cli/removal-assistant remove --product linux-kesl --product linux-nagent',
    );
    expect(shown.text()).not.toContain('--accept');
  });
});

describe('a window that asks the system for rights', () => {
  const button = 'Remove 2 products (asks for your administrator password)';
  const agreed = async (): Promise<void> => {
    await shown.when(() => walk.prepared(planReport({ host: { ...host, elevated: false } })));
    await shown.when(() => {
      walk.state().typeWord('remove');
      walk.state().markRead(true);
    });
    await shown.when(() => shown.button(button).click());
  };
  beforeEach(() => startWith({ elevation: 'available' }));

  it('says so on the button and while the question stands', async () => {
    await agreed();
    await shown.when(() => walk.bridge.emit('removeProgress', { kind: 'asking-rights' }));
    expect(shown.text()).toContain('Your computer asks for administrator rights now.');
    await shown.when(() => walk.bridge.emit('removeProgress', { kind: 'rights-given' }));
    expect(shown.text()).not.toContain('asks for administrator rights now');
  });

  it('names the command that does the same when nothing is running that could ask', async () => {
    await agreed();
    await shown.when(() => walk.bridge.answer('remove', problem('elevation-unavailable')));
    expect(shown.text()).toContain('sudo removal-assistant remove --product linux-kesl');
    expect(shown.text()).toContain('--accept managed-redeploy');
  });

  it('offers the report for the help desk when they were refused', async () => {
    await agreed();
    await shown.when(() => walk.bridge.answer('remove', problem('elevation-refused')));
    expect(shown.heading()).toBe('Before we remove anything');
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('give it to the help desk');
    expect(shown.text()).not.toContain('sudo');
    expect(shown.hasButton('Save report')).toBe(true);
    expect(shown.text()).toContain('Report format');
    expect(shown.hasButton(button)).toBe(true);
  });

  it('takes a closed question for what it is, with no report to hand on', async () => {
    await agreed();
    await shown.when(() => walk.bridge.answer('remove', problem('elevation-cancelled')));
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('You closed the question');
    expect(shown.hasButton('Save report')).toBe(false);
  });

  it('names what was not agreed to yet', async () => {
    await agreed();
    await shown.when(() =>
      walk.bridge.answer('remove', {
        ok: true,
        value: {
          changed: {
            actions: ['linux-nagent:dpkg:klnagent64'],
            hazards: ['managed-redeploy'],
            products: ['linux-kesl'],
          },
          report: planReport(),
        },
      }),
    );
    expect(shown.heading()).toBe('Before we remove anything');
    for (const words of [
      'There is more than you agreed to',
      'Would also be removed: Kaspersky Security Center Network Agent, klnagent64',
      'Also to think of: A server can put Kaspersky back',
      'Not here any more, or found to be another product: Kaspersky Endpoint Security for Linux',
    ])
      expect(shown.text()).toContain(words);
  });
});
