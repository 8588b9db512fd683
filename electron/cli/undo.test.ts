import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Spoken } from './testing/cli.ts';
import { go, leftoverSeat } from './testing/leftover-seat.ts';

let pc: ReturnType<typeof leftoverSeat>;
beforeEach(() => void (pc = leftoverSeat()));
afterEach(() => pc.remove());

const undoneIn = ({ out }: Spoken) =>
  JSON.parse(out) as { restored: number; refused: { what: string; why: string; code: string }[] };

describe('undo', () => {
  test('puts everything back, and a second time nothing', async () => {
    const before = pc.stage.state();
    await pc.run({ computer: pc.managed() }, ...go);
    const [id = ''] = pc.runs();
    const done = await pc.run({ computer: pc.clean() }, 'undo', id, '--json');
    expect([done.code, JSON.parse(done.out)]).toEqual([
      0,
      { schema: 'removal-assistant/undo/1', run: id, restored: 2, refused: [] },
    ]);
    expect([...pc.stage.state()].filter(([path]) => path !== '/var/opt')).toEqual(
      [...before].filter(([path]) => path !== '/var/opt'),
    );
    const again = await pc.run({ computer: pc.clean() }, 'undo', id);
    expect(again).toEqual({ code: 0, out: 'Nothing of this run is in quarantine.\n', err: '' });
    expect((await pc.run({ computer: pc.clean() }, 'verify')).out).not.toContain('Set aside');
    // Somebody wanted them back: going on with the run does not take them again.
    expect((await pc.run({ computer: pc.clean() }, 'resume', '--yes')).code).toBe(0);
    expect(pc.vendor()).toBe(true);
  });

  test('names what has changed meanwhile, leaves it, and ends with 21', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const [id = ''] = pc.runs();
    pc.stage.file('/var/opt/kaspersky/kesl/new', 'installed again');
    const done = await pc.run({ computer: pc.clean() }, 'undo', id, '--json');
    expect(done.code).toBe(21);
    expect(undoneIn(done)).toMatchObject({
      restored: 1,
      refused: [
        {
          what: '/var/opt/kaspersky/kesl',
          why: 'Something is there now. We left it as it is.',
          code: 'occupied',
        },
      ],
    });
    expect(readdirSync(join(pc.stage.root, 'var/opt/kaspersky/kesl'))).toEqual(['new']);
    const text = await pc.run({ computer: pc.clean() }, 'undo', id);
    expect(text.out).toContain('Not put back:\n  /var/opt/kaspersky/kesl: Something is there now.');
  });

  test('of an altered quarantine, or another run’s, is refused with one sentence and 65', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const [id = ''] = pc.runs();
    const record = join(pc.state.path, 'runs', id, 'quarantine/0001/record.json');
    const text = readFileSync(record, 'utf8');
    for (const altered of [
      text.replace('"mode":384', '"mode":511'),
      text.replaceAll(id, '20200101-000000-000000'),
    ]) {
      writeFileSync(record, altered);
      const { code, out, err } = await pc.run({ computer: pc.clean() }, 'undo', id);
      expect([code, out]).toEqual([65, '']);
      expect(err).toMatch(
        /^The quarantine of run \S+ is not as it was written: record 1 [^\n]+\. Nothing was put back\.\n$/,
      );
      expect(pc.vendor()).toBe(false);
    }
  });

  test.each([['20200101-000000-000000'], ['../../etc'], ['']])('of no run (%j) ends with 65', async (id) => {
    expect((await pc.run({ computer: pc.clean() }, 'undo', id)).code).toBe(65);
  });

  test('of another computer’s run ends with 65', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const other = pc.clean({ host: { name: 'pc2' } });
    expect((await pc.run({ computer: other }, 'undo', pc.runs()[0] ?? '')).code).toBe(65);
    expect(pc.vendor()).toBe(false);
  });

  test('without rights ends with 23, also where only administrators could see whether there is such a run', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const user = pc.clean({ host: { elevated: false } });
    const done = await pc.run({ computer: user }, 'undo', pc.runs()[0] ?? '');
    expect([done.code, done.err]).toEqual([
      23,
      'Putting things back needs administrator rights. Start again as administrator, for example with sudo.\n',
    ]);
    expect((await pc.run({ computer: user }, 'undo', '20200101-000000-000000')).code).toBe(23);
    expect((await pc.run({ computer: user }, 'undo', 'x')).code).toBe(65);
  });

  test('stopped by the person says what is still to be put back', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const stop = new AbortController();
    stop.abort();
    const done = await pc.run({ computer: pc.clean(), stop }, 'undo', pc.runs()[0] ?? '', '--json');
    expect([done.code, undoneIn(done).refused.map(({ code }) => code)]).toEqual([
      24,
      ['cancelled', 'cancelled'],
    ]);
  });
});
