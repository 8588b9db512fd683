import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverConsent } from '../model/consent.ts';
import type { Report } from '../model/report.ts';
import { consentTo } from '../engine/consent.ts';
import { fail } from '../model/result.ts';
import type { CountingComputer } from '../testing/counting-computer.ts';
import { countingComputer, fullConsent, workerOn } from '../testing/counting-computer.ts';
import type { Json } from '../testing/hostile-bytes.ts';
import { changed, changes, tears, torn } from '../testing/hostile-bytes.ts';
import { packageRow } from '../testing/hosts.ts';
import { file, folder, keslTree } from '../testing/leftover-scene.ts';
import { encodeMessage } from './frames.ts';

/** What is left of a run whose products are gone, in the hands of a worker of its own. */

const full = process.env['RA_FULL'] !== undefined;
const nonce = 'ab'.repeat(32);
const runId = '20261123-100000-000001';
const talk = { protocol: 1, nonce };
const kesl = '/var/opt/kaspersky/kesl';

/** Everything that the worker says to these bytes, but for its greeting. */
const answersTo = async (pc: CountingComputer, bytes: Uint8Array): Promise<Record<string, unknown>[]> => {
  const { session, said } = workerOn(pc);
  session.push(bytes.slice());
  setImmediate(() => session.hangUp());
  await session.ended;
  const lines = Buffer.concat(said).toString('latin1').trim().split('\n').slice(1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};
const lastOf = async (pc: CountingComputer, message: object): Promise<Record<string, unknown> | undefined> =>
  (await answersTo(pc, encodeMessage(message))).at(-1);

/** A computer whose one product has just been removed by another worker, and whose data lies there still. */
const emptiedComputer = async (
  consented: (pc: CountingComputer) => object = fullConsent,
): Promise<{ readonly pc: CountingComputer; readonly report: Report }> => {
  const pc = countingComputer([packageRow('kesl')]);
  pc.files = [...keslTree, folder('/home/anna'), file('/home/anna/kaspersky.txt')];
  const request = { consent: consented(pc), passwords: [] };
  const { session, said } = workerOn(pc);
  session.push(encodeMessage({ type: 'remove', ...talk, request }));
  await session.ended;
  const answer = JSON.parse(Buffer.concat(said).toString('latin1').trim().split('\n').at(-1) ?? '') as {
    report: Report;
  };
  return { pc, report: answer.report };
};

/** The same computer as often as is wanted, without another removal each time. */
const copiesOf = async () => {
  const { pc, report } = await emptiedComputer();
  const left = await pc.machine.store.read(runId);
  if (!left.ok) throw new Error(left.problem.code);
  const { before, found, entries } = left.value;
  return async (): Promise<{ readonly pc: CountingComputer; readonly report: Report }> => {
    const copy = countingComputer([]);
    copy.files = [...pc.files];
    await copy.machine.store.create(runId, before, found);
    copy.journal.push(...entries);
    return { pc: copy, report };
  };
};

const shownIn = ({ remaining }: Report): string[] => (remaining?.items ?? []).map(({ item }) => item.id);
const cleanUp = (pc: CountingComputer, leftovers: LeftoverConsent, id = runId) =>
  lastOf(pc, { type: 'clean-up', ...talk, runId: id, leftovers });
const undo = (pc: CountingComputer, id = runId) => lastOf(pc, { type: 'undo', ...talk, runId: id });

const pathsOf = (pc: CountingComputer): string[] => pc.files.map(({ path = '' }) => path).toSorted();
const own = (pc: CountingComputer): string[] => pathsOf(pc).filter((path) => path.startsWith('/var/opt'));

describe('leftovers agreed to before a removal', () => {
  const withLeftovers = (agreed: readonly string[], declined: readonly string[] = []) =>
    emptiedComputer((pc) => ({ ...fullConsent(pc), leftovers: { agreed, declined } }));

  test('go in the same run', async () => {
    const { pc, report } = await withLeftovers([`files:${kesl}`, 'empty-folder:/var/opt/kaspersky']);
    expect(report).toMatchObject({ verdict: 'removed', run: { leftovers: { finished: true } } });
    expect(pathsOf(pc)).toEqual(['/home/anna', '/home/anna/kaspersky.txt']);
    expect(report.remaining).toEqual({ items: [], left: [] });
  });

  test('of which fewer were shown than there are end before any change, with the whole list', async () => {
    const { pc, report } = await withLeftovers([`files:${kesl}/common`]);
    expect(pc.reached).toEqual([]);
    expect(pc.runs).toBe(0);
    expect(report.plan.leftovers?.map(({ id }) => id)).toEqual([
      `files:${kesl}`,
      'empty-folder:/var/opt/kaspersky',
    ]);
  });

  test('and wanted to stay, stay', async () => {
    const { pc, report } = await withLeftovers(['empty-folder:/var/opt/kaspersky'], [`files:${kesl}`]);
    expect(report.run?.leftovers?.left).toEqual([
      expect.objectContaining({ what: kesl, why: 'declined' }),
      expect.objectContaining({ what: '/var/opt/kaspersky' }),
    ]);
    expect(own(pc)).toHaveLength(keslTree.length);
  });

  test('cover no file of a person, whatever was accepted for the removal', async () => {
    const letter = `${kesl}/common/objects-backup/letter`;
    const pc = countingComputer([packageRow('kesl')]);
    pc.files = [...keslTree, file(letter)];
    const shown = pc.report({ leftovers: { own: [] } });
    const all = shown.hazards.map(({ id }) => id);
    const consent = consentTo(shown, ['linux-kesl'], all);
    const quarantine = { id: 'quarantine', level: 'confirm', productIds: ['linux-kesl'] } as const;
    const hazards = [...consent.hazards, quarantine];
    const request = { consent: { ...consent, hazards }, passwords: [] };
    const done = (await lastOf(pc, { type: 'remove', ...talk, request })) as { report: Report };
    expect(done.report.run?.leftovers?.left).toContainEqual(
      expect.objectContaining({ why: 'personal-data' }),
    );
    expect(pathsOf(pc)).toContain(letter);
    expect(pathsOf(pc)).not.toContain(`${kesl}/common/kesl.ini`);
  });

  test('cover nothing that the removal made elsewhere', async () => {
    const pc = countingComputer([packageRow('kesl')]);
    pc.files = [...keslTree];
    pc.onReach = () => {
      pc.files = [...pc.files, folder('/opt/kaspersky'), folder('/opt/kaspersky/kesl')];
    };
    const shown = { agreed: [`files:${kesl}`, 'empty-folder:/var/opt/kaspersky'], declined: [] };
    const request = { consent: { ...fullConsent(pc), leftovers: shown }, passwords: [] };
    const done = (await lastOf(pc, { type: 'remove', ...talk, request })) as { report: Report };
    expect(own(pc)).toEqual([]);
    expect(pathsOf(pc)).toContain('/opt/kaspersky/kesl');
    expect(done.report.run?.leftovers?.left).toContainEqual(
      expect.objectContaining({ what: '/opt/kaspersky/kesl', why: 'not-agreed' }),
    );
    expect(shownIn(done.report)).toContain('files:/opt/kaspersky/kesl');
  });
});

describe('leftovers of a finished run', () => {
  let pc: CountingComputer;
  let report: Report;
  beforeEach(async () => {
    ({ pc, report } = await emptiedComputer());
  });

  test('are told with the report, and none of them is touched yet', () => {
    expect(report).toMatchObject({ verdict: 'removed' });
    expect(shownIn(report)).toEqual([`files:${kesl}`, 'empty-folder:/var/opt/kaspersky']);
    expect(own(pc)).toHaveLength(keslTree.length);
  });

  test('go when they are agreed to, come back when that is undone, and may go again', async () => {
    const consent = { agreed: shownIn(report), declined: [] };
    expect(await cleanUp(pc, consent)).toMatchObject({
      type: 'done',
      runId,
      report: { verdict: 'removed', run: { leftovers: { finished: true } }, remaining: { items: [] } },
    });
    expect(own(pc)).toEqual([]);
    const back = await undo(pc);
    expect(back).toMatchObject({
      type: 'undone',
      restored: 2,
      refused: [],
      report: { verdict: 'leftovers' },
    });
    expect(shownIn((back as { report: Report }).report)).toEqual(shownIn(report));
    expect(own(pc)).toHaveLength(keslTree.length);
    expect(await undo(pc)).toMatchObject({ type: 'undone', restored: 0 });
    expect(await cleanUp(pc, consent)).toMatchObject({ type: 'done' });
    expect(own(pc)).toEqual([]);
    expect(pc.runs).toBe(1);
    expect(pc.reached).toEqual(['package:dpkg:kesl']);
  });

  test('are told one by one on their way out and back', async () => {
    const consent = { agreed: [`files:${kesl}`], declined: ['empty-folder:/var/opt/kaspersky'] };
    const news = (answers: readonly Record<string, unknown>[]): unknown[] =>
      answers.flatMap(({ type, progress }) => (type === 'progress' ? [progress] : []));
    const out = await answersTo(pc, encodeMessage({ type: 'clean-up', ...talk, runId, leftovers: consent }));
    expect(news(out)).toEqual([
      { kind: 'looking-again' },
      { kind: 'looking-closer' },
      { kind: 'set-aside', what: kesl },
      { kind: 'looking-again' },
    ]);
    const back = await answersTo(pc, encodeMessage({ type: 'undo', ...talk, runId }));
    expect(news(back)).toEqual([{ kind: 'put-back', what: kesl }, { kind: 'looking-again' }]);
  });

  test('that nobody was shown end the cleaning before any change, and are asked about', async () => {
    pc.files = [...pc.files, folder('/opt/kaspersky'), folder('/opt/kaspersky/kesl')];
    const lines = pc.journal.length;
    const answer = await cleanUp(pc, { agreed: shownIn(report), declined: [] });
    expect(answer).toMatchObject({
      type: 'changed',
      change: { actions: [], leftovers: ['files:/opt/kaspersky/kesl', 'empty-folder:/opt/kaspersky'] },
    });
    expect(shownIn((answer as { report: Report }).report)).toHaveLength(4);
    expect(pc.journal).toHaveLength(lines);
    expect(pc.world.taken.size).toBe(0);
  });

  test('stay when the product is back', async () => {
    pc.packages = [packageRow('kesl')];
    const answer = await cleanUp(pc, { agreed: shownIn(report), declined: [] });
    expect(answer).toMatchObject({ type: 'done', report: { verdict: 'incomplete' } });
    expect(pc.world.taken.size).toBe(0);
    expect(pc.reached).toEqual(['package:dpkg:kesl']);
  });

  test('stay when the quarantine was altered, and what was set aside stays there', async () => {
    await cleanUp(pc, { agreed: shownIn(report), declined: [] });
    pc.world.damaged = 'record 1 was altered';
    expect(await undo(pc)).toMatchObject({ type: 'refused', problem: { code: 'quarantine-damaged' } });
    expect(pc.world.taken.size).toBe(2);
  });

  test.each(['clean-up', 'undo'] as const)('refuse %s of a foreign run and change nothing', async (type) => {
    const ask = (id: string) =>
      type === 'undo' ? undo(pc, id) : cleanUp(pc, { agreed: shownIn(report), declined: [] }, id);
    const lines = pc.journal.length;
    expect(await ask('20261123-100000-000002')).toMatchObject({ problem: { code: 'unknown-run' } });
    const { inspector, store } = pc.machine;
    const elsewhere = { ...inspector, host: async () => ({ ...(await inspector.host()), name: 'another' }) };
    Object.assign(pc.machine, { inspector: elsewhere });
    expect(await ask(runId)).toMatchObject({ problem: { code: 'run-of-other-computer' } });
    const plain = { ...inspector, host: async () => ({ ...(await inspector.host()), elevated: false }) };
    Object.assign(pc.machine, { inspector: plain });
    expect(await ask(runId)).toMatchObject({ problem: { code: 'needs-administrator' } });
    Object.assign(pc.machine, { inspector });
    Object.assign(store, { read: async () => fail('file-unreadable', { path: 'x', why: 'damaged' }) });
    expect(await ask(runId)).toMatchObject({ problem: { code: 'file-unreadable' } });
    expect(pc.journal).toHaveLength(lines);
    expect(pc.world.taken.size).toBe(0);
    expect(own(pc)).toHaveLength(keslTree.length);
  });
});

test(
  'whatever is said to a worker about leftovers, only those of its own plan that were named are ever touched',
  async () => {
    const legal = new Set([kesl, '/var/opt/kaspersky', '/opt/kaspersky/kesl', '/opt/kaspersky']);
    const copy = await copiesOf();
    const shown = [`files:${kesl}`, 'empty-folder:/var/opt/kaspersky'];
    const untorn = { at: 0, how: 'none', byte: 0 } as const;
    let cleaned = 0;
    let restored = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('clean-up', 'undo', 'remove'),
        fc.subarray([...shown, 'files:/opt/kaspersky', `files:${kesl}/common`], { minLength: 2 }),
        fc.subarray(shown, { maxLength: 1 }),
        fc.array(changes, { maxLength: 1 }),
        tears,
        fc.record({ came: fc.boolean(), back: fc.boolean(), aside: fc.boolean() }),
        async (type, agreed, declined, mutations, tear, { came, back, aside }) => {
          const { pc, report } = await copy();
          if (aside) await cleanUp(pc, { agreed: shownIn(report), declined: [] });
          if (came) pc.files = [...pc.files, folder('/opt/kaspersky'), folder('/opt/kaspersky/kesl')];
          if (back) pc.packages = [packageRow('kesl')];
          const before = pathsOf(pc);
          const was = new Set(pc.world.taken);
          pc.reached.length = 0;
          const consent = { ...fullConsent(pc), leftovers: { agreed, declined } };
          const whole = {
            'clean-up': { type, ...talk, runId, leftovers: { agreed, declined } },
            undo: { type, ...talk, runId },
            remove: { type, ...talk, request: { consent, passwords: [] } },
          }[type] as unknown as Json;
          const message = mutations.reduce(changed, whole);
          const line = encodeMessage(typeof message === 'object' && message !== null ? message : [message]);
          const sent = torn(line, tear);
          await answersTo(pc, sent);

          const took = [...pc.world.taken].filter((what) => !was.has(what));
          const text = Buffer.from(sent).toString('latin1');
          for (const what of took) {
            expect(legal).toContain(what);
            // Itself, or something above it, stands in the line as a whole text.
            const above = what.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
            expect(above.some((path) => text.includes(`:${path}"`))).toBe(true);
          }
          expect(pc.reached.every((target) => target === 'package:dpkg:kesl')).toBe(true);
          if (type !== 'remove' && mutations.length === 0) expect(pc.reached).toEqual([]);
          // Nothing is lost: what is not in its place is in the quarantine.
          const gone = before.filter((path) => !pathsOf(pc).includes(path));
          for (const path of gone)
            expect(took.some((what) => path === what || path.startsWith(`${what}/`))).toBe(true);
          expect(pathsOf(pc)).toEqual(expect.arrayContaining(['/home/anna', '/home/anna/kaspersky.txt']));
          cleaned += took.length > 0 ? 1 : 0;
          restored += [...was].some((what) => !pc.world.taken.has(what)) ? 1 : 0;
        },
      ),
      {
        numRuns: full ? 20_000 : 100,
        // How many of the others get through to work is chance; these do.
        examples: [
          ['clean-up', shown, [], [], untorn, { came: false, back: false, aside: false }],
          ['undo', shown, [], [], untorn, { came: false, back: false, aside: true }],
        ],
      },
    );
    expect(cleaned).toBeGreaterThan(0);
    expect(restored).toBeGreaterThan(0);
  },
  full ? 900_000 : 60_000,
);
