import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rendered } from './testing/render.tsx';
import { renderWindow } from './testing/render.tsx';
import {
  action,
  agent,
  foundReport,
  host,
  kesl,
  legal,
  mailFlow,
  planReport,
  redeploy,
  report,
  surface,
} from './testing/reports.ts';
import type { Walk } from './testing/walk.ts';
import { problem, startWalk } from './testing/walk.ts';

let walk: Walk;
let shown: Rendered;
beforeEach(async () => {
  walk = await startWalk();
  shown = await renderWindow(walk.store);
});
afterEach(() => shown.close());

describe('every step', () => {
  it('gives the focus to its heading and names the window after it', async () => {
    expect(document.activeElement?.textContent).toBe('Find and remove Kaspersky from this computer');
    await shown.when(() => walk.scanned());
    expect(document.activeElement?.tagName).toBe('H1');
    expect(document.activeElement?.textContent).toBe('2 Kaspersky products are on this computer');
    expect(document.title).toBe('2 Kaspersky products are on this computer – Step 2 of 5');
  });

  it('gives each button its own name', async () => {
    await shown.when(() => walk.scanned());
    const names = [...document.querySelectorAll('button')].map(
      (button) => button.getAttribute('aria-label') ?? button.textContent,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Evidence: Kaspersky Endpoint Security for Linux');
  });
});

describe('Start', () => {
  it('asks for the fields of a report only from those who help others', async () => {
    expect(shown.text()).not.toContain('Asset tag');
    await shown.when(() => walk.state().chooseWho('helping'));
    expect(shown.text()).toContain('Asset tag');
  });

  it('says why a file could not be opened', async () => {
    await shown.when(async () => {
      void walk.state().openSaved();
      await walk.bridge.answer('openSnapshot', problem('report-altered'));
    });
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('altered');
  });
});

/** What a product's tick is called, and whether it is set. */
const productTicks = () =>
  shown
    .checkboxes()
    .filter((box) => box.getAttribute('aria-label')?.startsWith('Remove ') === true)
    .map((box) => [box.getAttribute('aria-label'), box.checked]);

describe('Identify', () => {
  it('ticks what can be removed and nothing else', async () => {
    await shown.when(() => walk.scanned());
    expect(productTicks()).toEqual([
      ['Remove Kaspersky Endpoint Security for Linux', true],
      ['Remove Kaspersky Security Center Network Agent', true],
    ]);
    expect(shown.hasButton('Prepare to remove 2 products')).toBe(true);
  });

  it('offers what came in Kaspersky’s place, and leaves its tick to the person', async () => {
    const ultra = { ...agent, productId: 'successor-ultraav', name: 'UltraAV', status: 'successor' as const };
    await shown.when(() => walk.scanned(report({ verdict: 'found', detections: [kesl, ultra] })));
    expect(productTicks()).toEqual([
      ['Remove Kaspersky Endpoint Security for Linux', true],
      ['Remove UltraAV', false],
    ]);
    expect(shown.text()).toContain('1 of 1 chosen');
    await shown.when(() => walk.state().choose('successor-ultraav', true));
    expect(productTicks()[1]?.[1]).toBe(true);
    expect(shown.hasButton('Prepare to remove 2 products')).toBe(true);
  });

  it('leads to the ticks when nothing is chosen, and plans nothing', async () => {
    await shown.when(() => walk.scanned());
    await shown.when(() => {
      walk.state().choose('linux-kesl', false);
      walk.state().choose('linux-nagent', false);
    });
    expect(shown.text()).toContain('Choose at least one product.');
    await shown.when(() => shown.button('Prepare to remove').click());
    expect(document.activeElement).toBe(shown.checkboxes()[0]);
    expect(walk.timesAsked('plan')).toBe(0);
  });

  it('does not call a computer clean that it could not look at', async () => {
    const unchecked = [{ table: 'packages', kind: 'failed', why: 'dpkg is broken', required: true }] as const;
    const surfaces = [surface('packages', 0, { kind: 'failed' }), surface('files', 0)];
    await shown.when(() => walk.scanned(report({ verdict: 'unknown', unchecked: [...unchecked], surfaces })));
    expect(shown.heading()).toBe('We found nothing, but 1 place stayed closed to us');
    expect(shown.text()).toContain('dpkg is broken.');
    expect(shown.text()).toContain('we cannot call this computer clean');
  });

  it('offers no removal for the scan of another computer, and says why', async () => {
    await shown.when(async () => {
      void walk.state().openSaved();
      await walk.bridge.answer('openSnapshot', {
        ok: true,
        value: { scanId: 'scan-9', report: foundReport(), ignored: [] },
      });
    });
    expect(shown.heading()).toBe('2 Kaspersky products are in this saved scan');
    expect(productTicks()).toHaveLength(0);
    expect(shown.text()).toContain('We can only remove from the computer that we run on');
    expect(shown.hasButton('Save report')).toBe(true);
  });

  it('makes hidden characters of a file name visible', async () => {
    const evidence = [
      { table: 'files', row: { path: '/opt/kaspersky/\u202egpj.exe' }, reason: 'own-folder' },
    ] as const;
    await shown.when(() => walk.scanned(foundReport({ detections: [{ ...kesl, evidence: [...evidence] }] })));
    expect(shown.text()).toContain('\\u202egpj.exe');
    expect(shown.text()).not.toContain('\u202e');
  });
});

describe('Prepare', () => {
  it('leads to the word before it removes anything', async () => {
    await shown.when(() => walk.prepared());
    expect(shown.text()).toContain('Type “remove” under “Do first” to go on.');
    await shown.when(() => shown.button('Remove 2 products').click());
    expect(document.activeElement?.tagName).toBe('INPUT');
    expect(walk.timesAsked('remove')).toBe(0);
  });

  it('offers a check and no removal where something stops it', async () => {
    await shown.when(() =>
      walk.prepared(
        planReport({
          hazards: [mailFlow, redeploy, legal],
          plan: { actions: [action('linux-kesl', 'kesl')], blockedBy: ['mail-flow', 'managed-redeploy'] },
        }),
      ),
    );
    expect(shown.hasButton('Check everything again')).toBe(true);
    expect(shown.hasButton('Check again: Mail runs through this product')).toBe(true);
    expect(shown.hasButton('Remove 1 product')).toBe(false);
    expect(productTicks()).toHaveLength(0);
  });

  it('says how to get the rights, and saves the report instead of failing', async () => {
    await shown.when(() => walk.prepared(planReport({ host: { ...host, elevated: false } })));
    expect(shown.text()).toContain('Ask the person who looks after this computer');
    expect(shown.text()).toMatch(
      /terminal with administrator rights:sudo removal-assistant remove --product/,
    );
    expect(shown.hasButton('Remove 2 products')).toBe(false);
    expect(shown.hasButton('Save report')).toBe(true);
  });
});

describe('Confirm', () => {
  const removed = (part: Parameters<typeof report>[0]) => shown.when(() => walk.removed(report(part)));

  it('says "confirmed" only when the verdict is that all is removed', async () => {
    await removed({ verdict: 'removed' });
    expect(shown.heading()).toBe('Confirmed: Kaspersky is removed');
  });

  it('does not say "confirmed" of all when some products were not chosen and stay', async () => {
    await removed({ verdict: 'removed', detections: [agent] });
    expect(shown.heading()).toBe('What you chose is gone');
    expect(shown.text()).toContain(`Still on this computer: ${agent.name}.`);
    expect(shown.text()).not.toContain('Confirmed');
  });

  it('asks to save the report when the record of the removal could not be written', async () => {
    await shown.when(() => walk.removed(report({ verdict: 'removed' }), problem('file-unwritable').problem));
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('was not written');
  });

  it('shows how each action ended, with the exit code of what failed', async () => {
    const at = '2026-03-02T10:50:00.000Z';
    const failed = {
      id: 'linux-kesl:dpkg:kesl',
      outcome: 'failed',
      exitCode: 7,
      startedAt: at,
      endedAt: at,
    } as const;
    await removed({
      verdict: 'incomplete',
      detections: [kesl],
      run: { id: 'run-1', startedAt: at, actions: [failed], accepted: [] },
    });
    expect(shown.heading()).toBe('The removal is not finished');
    expect(shown.text()).toContain('Its own uninstaller failed.');
    expect(shown.text()).toContain('Exit code 7');
    expect(shown.text()).toContain('Still installed');
  });
});

describe('Remove', () => {
  const actionId = 'linux-kesl:dpkg:kesl';
  const at = '2026-03-02T10:50:00.000Z';
  const begin = async () => {
    await shown.when(() => walk.agreed());
    await shown.when(() => void walk.state().remove());
  };

  it('shows who is waited for while another program installs', async () => {
    await begin();
    await shown.when(() =>
      walk.bridge.emit('removeProgress', { kind: 'waiting', actionId, holder: 'apt-get', seconds: 9 }),
    );
    expect(shown.text()).toContain(
      'Another program is installing (apt-get). We wait for it: 9 seconds so far.',
    );
  });

  it('asks to stop, and cannot be asked twice', async () => {
    await begin();
    await shown.when(() => shown.button('Stop after this one').click());
    await shown.when(() => shown.button('Stopping after this one').click());
    expect(walk.timesAsked('cancel')).toBe(1);
  });

  it('does not claim to know how an action ended that was not heard of again', async () => {
    await begin();
    await shown.when(() => walk.bridge.emit('removeProgress', { kind: 'started', actionId, at }));
    await shown.when(() => walk.bridge.answer('remove', problem('bug')));
    expect(shown.heading()).toBe('The removal ended early');
    expect(shown.text()).toContain('We do not know how it ended.');
    expect(shown.text()).toContain('Not started');
    expect(shown.hasButton('Look again')).toBe(true);
  });

  it('turns to the second look by itself', async () => {
    await begin();
    await shown.when(() => walk.bridge.emit('removeProgress', { kind: 'looking-again' }));
    expect(document.activeElement?.textContent).toBe('Looking again');
    expect(shown.hasButton('Stop after this one')).toBe(false);
  });
});
