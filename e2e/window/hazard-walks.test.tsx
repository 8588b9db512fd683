import { afterEach, describe, expect, it } from 'vitest';
import { dangers } from '../../electron/core/testing/dangers/index.ts';
import type { Machine, Twins } from '../../electron/core/testing/hazard-hosts.ts';
import { computerOf, desk, reportOf } from '../../electron/core/testing/hazard-hosts.ts';
import { hazardIds } from '../../electron/core/model/hazard.ts';
import { en } from '../../electron/core/text/en.ts';
import { hazardText } from '../../electron/core/text/index.ts';
import type { PlayedWindow } from './played-window.tsx';
import { openPlayedWindow } from './played-window.tsx';

/** Every dangerous computer and its harmless twin, each walked once in the window. */

let window: PlayedWindow | undefined;
afterEach(() => window?.close());

interface Walk {
  readonly window: PlayedWindow;
  readonly changed: readonly string[];
}

const nameOf = (id: string): string => `Product ${id}`;

/** From Start to Prepare with the products that the scenario chose, as far as the window lets a person go. */
const prepare = async (machine: Machine): Promise<Walk> => {
  const { changed, ...computer } = computerOf(machine);
  window = await openPlayedWindow(computer, desk);
  await window.press(en.window.start.look);
  const { chosen } = machine;
  if (chosen !== undefined)
    for (const id of window.store.getState().chosen.filter((each) => !chosen.includes(each)))
      await window.tick(en.window.identify.choose(nameOf(id)));
  if (window.buttons().some((name) => name.startsWith('Prepare to remove')))
    await window.press(/^Prepare to remove/);
  return { window, changed };
};

/** What a page that was taken over could ask of main, with every answer given. */
const forced = async ({ window: { bridge, store } }: Walk, { chosen, products = [] }: Machine) => {
  const { scan } = store.getState();
  if (scan.kind !== 'done') throw new Error('no scan');
  const wanted = chosen ?? products;
  return bridge.call('remove', { scanId: scan.scanId, productIds: [...wanted], accepted: [...hazardIds] });
};

const agreeAndRemove = async ({ window: open }: Walk): Promise<void> => {
  if (open.hasField()) await open.type(en.window.prepare.word);
  if (open.text().includes(en.window.prepare.read)) await open.tick(en.window.prepare.read);
  await open.press(/^Remove \d/);
};

const title = ({ id }: Twins): string => hazardText(en, id).title;

/** Servers stand on the page without a tick. */
const isOffered = ({ chosen = [] }: Machine): boolean => {
  const report = reportOf({ products: chosen });
  return report.detections.every(({ status }) => status === 'installed');
};

/** A stop has no way round: no button, no word, and main refuses as well. */
const stopHolds = async (pair: Twins): Promise<void> => {
  const walk = await prepare(pair.danger[1]);
  const { window: open, changed } = walk;
  // What may not go is not offered: then only a page that was taken over could ask for it.
  if (open.heading() === en.window.prepare.heading && isOffered(pair.danger[1])) {
    expect(open.text()).toContain(title(pair));
    expect(open.hasField()).toBe(false);
    expect(open.buttons()).toContain(en.window.prepare.checkEverything);
    await open.press(en.window.prepare.checkEverything);
    expect(open.text()).toContain(title(pair));
  }
  if (isOffered(pair.danger[1])) expect(open.buttons().filter((name) => /^Remove \d/.test(name))).toEqual([]);
  expect(await forced(walk, pair.danger[1])).toMatchObject({
    ok: false,
    problem: { code: 'blocked-by-hazard' },
  });
  expect(changed).toEqual([]);
};

/** A word holds: without it the button leads to it, and nothing is changed. */
const wordHolds = async (pair: Twins): Promise<void> => {
  const walk = await prepare(pair.danger[1]);
  const { window: open, changed } = walk;
  expect(open.heading()).toBe(en.window.prepare.heading);
  expect(open.text()).toContain(title(pair));
  if (open.text().includes(en.window.prepare.read)) await open.tick(en.window.prepare.read);
  for (const word of ['', 'remov', 'yes']) {
    await open.type(word);
    await open.press(/^Remove \d/);
    expect(open.heading()).toBe(en.window.prepare.heading);
    expect(changed).toEqual([]);
  }
  await open.type(en.window.prepare.word);
  await open.press(/^Remove \d/);
  expect(changed).not.toEqual([]);
};

const twinGoesThrough = async (pair: Twins): Promise<void> => {
  const walk = await prepare(pair.twin[1]);
  expect(walk.window.heading()).toBe(en.window.prepare.heading);
  const blocking = walk.window.store.getState().plan;
  if (blocking.kind === 'done') expect(blocking.report.plan.blockedBy).not.toContain(pair.id);
  await agreeAndRemove(walk);
  expect(walk.changed).not.toEqual([]);
};

/** Every twelfth in the normal run, all of them with RA_FULL. */
const share = process.env['RA_FULL'] === undefined ? 12 : 1;
const walked = dangers.filter((_pair, at) => at % share === 0);

it('knows at least 60 of them', () => {
  expect(dangers.length).toBeGreaterThanOrEqual(60);
});

describe.each(walked)('$id, $danger.0', (pair) => {
  it('stops in the window before any change', () =>
    pair.level === 'stop' ? stopHolds(pair) : wordHolds(pair));

  it(`not so: ${pair.twin[0]}`, () => twinGoesThrough(pair));
});
