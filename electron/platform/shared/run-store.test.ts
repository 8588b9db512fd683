import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seal } from '../../core/report/seal.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../core/model/report.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { isRunId } from '../../core/model/run.ts';
import { runStore } from './run-store.ts';
import { defaultStateFolder } from './state-folder.ts';

const host = { os: 'linux', version: 'Debian GNU/Linux 12 (bookworm)', arch: 'x64', elevated: true } as const;
const first: Snapshot = {
  schema: 'removal-assistant/snapshot/1',
  takenAt: '2026-11-23T21:05:12.000Z',
  host,
  readings: {},
};
const report: Report = seal({
  schema: 'removal-assistant/report/1',
  createdAt: '2026-11-23T21:05:12.000Z',
  tool: { name: 'x', version: '0', catalogue: '0' },
  host,
  verdict: 'found',
  detections: [],
  unattributed: [],
  hazards: [],
  unchecked: [],
  surfaces: [],
  plan: { actions: [], blockedBy: [] },
});
const isRoot = process.geteuid?.() === 0;

let base: string;
const state = (): string => join(base, 'state');
const store = () => runStore({ stateDir: state() });
beforeEach(() => (base = mkdtempSync(join(tmpdir(), 'runs-'))));
afterEach(() => rmSync(base, { recursive: true, force: true }));

const begin = async (): Promise<string> => {
  const id = store().newRunId();
  const journal = await store().create(id, first, report);
  if (!journal.ok) throw new Error(JSON.stringify(journal.problem));
  await journal.value.append({ kind: 'run-started', at: first.takenAt, run: id, actions: [], accepted: [] });
  await journal.value.close();
  return id;
};

describe('a run', () => {
  it('is kept with its first look before anything may change, for its owner alone', async () => {
    const id = await begin();
    const folder = join(state(), 'runs', id);
    expect(readdirSync(folder).toSorted()).toEqual(['before.json', 'found.json', 'journal.jsonl']);
    expect(
      [state(), folder, join(folder, 'before.json'), join(folder, 'journal.jsonl')].map(
        (path) => statSync(path).mode & 0o777,
      ),
    ).toEqual([0o700, 0o700, 0o600, 0o600]);
    expect(await store().readRun(id)).toMatchObject({
      ok: true,
      value: { id, folder, before: first, found: report, journal: { torn: false, entries: [{ run: id }] } },
    });
  });

  it('gets its report, and goes on with its journal', async () => {
    const id = await begin();
    expect(await store().saveReport(id, { ...report, verdict: 'removed' })).toEqual({
      ok: true,
      value: true,
    });
    const journal = await store().reopen(id);
    if (!journal.ok) throw new Error(journal.problem.code);
    await journal.value.append({
      kind: 'run-ended',
      at: first.takenAt,
      verdict: 'removed',
      cancelled: false,
    });
    await journal.value.close();
    expect(await store().readRun(id)).toMatchObject({
      value: {
        report: { verdict: 'removed' },
        journal: { entries: [{ kind: 'run-started' }, { kind: 'run-ended' }] },
      },
    });
  });

  it('that another program went on with since it was read is not gone on with', async () => {
    const id = await begin();
    const [here, there] = [store(), store()];
    expect(await here.read(id)).toMatchObject({ ok: true });
    const other = await there.reopen(id);
    if (!other.ok) throw new Error(other.problem.code);
    await other.value.append({ kind: 'run-ended', at: first.takenAt, verdict: 'removed', cancelled: false });
    await other.value.close();
    expect(await here.reopen(id)).toMatchObject({ ok: false, problem: { code: 'run-in-use' } });
    expect(await here.read(id)).toMatchObject({ ok: true });
    const again = await here.reopen(id);
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
  });

  it('is never begun twice', async () => {
    const id = await begin();
    expect(await store().create(id, first, report)).toMatchObject({
      ok: false,
      problem: { code: 'journal-unwritable', values: { why: 'it exists already' } },
    });
  });

  it('that never got its journal did not begin', async () => {
    const id = await begin();
    unlinkSync(join(state(), 'runs', id, 'journal.jsonl'));
    expect(await store().latestRun()).toMatchObject({
      ok: false,
      problem: { code: 'no-run-yet', values: { folder: state() } },
    });
  });

  it('is found as the newest, also within one second', async () => {
    const ids = [await begin(), await begin(), await begin()];
    expect(await store().listRuns()).toEqual({ ok: true, value: ids.toReversed() });
    expect(await store().latestRun()).toEqual({ ok: true, value: ids[2] });
  });

  it('whose first look is damaged is a problem of that file', async () => {
    const id = await begin();
    writeFileSync(join(state(), 'runs', id, 'before.json'), '{');
    expect(await store().readRun(id)).toMatchObject({ ok: false, problem: { code: 'not-json' } });
  });
});

describe('the name of a run', () => {
  it('is a time and a random part', () => {
    expect(store().newRunId()).toMatch(/^20\d{6}-[0-2]\d{5}-[0-9a-f]{6}$/);
    expect(isRunId(store().newRunId())).toBe(true);
  });

  it.each([
    '',
    '..',
    '../../etc',
    '20261123-210512-4f3a9c/..',
    '20261123-210512-4f3a9c\n',
    '20261123-210512-4F3A9C',
    'x'.repeat(5_000),
  ])('is never %j', async (id) => {
    await begin();
    expect(isRunId(id)).toBe(false);
    expect(await store().readRun(id)).toMatchObject({ ok: false, problem: { code: 'unknown-run' } });
    expect(await store().reopen(id)).toMatchObject({ ok: false, problem: { code: 'unknown-run' } });
    await expect(store().create(id, first, report)).rejects.toThrow(TypeError);
  });

  it('that nobody knows is an unknown run', async () => {
    expect(await store().readRun('20261123-210512-4f3a9c')).toEqual({
      ok: false,
      problem: { code: 'unknown-run', values: { run: '20261123-210512-4f3a9c', folder: state() } },
    });
  });
});

describe('the state folder', () => {
  const refused = async (path = state()): Promise<unknown> => {
    const own = runStore({ stateDir: path });
    const result = await own.create(own.newRunId(), first, report);
    return result.ok ? 'used' : [result.problem.code, result.problem.values?.['why']];
  };

  it("is the system's for root and the user's own for others", () => {
    expect(defaultStateFolder({ XDG_STATE_HOME: '/x' }, true)).toBe('/var/lib/removal-assistant');
    expect(defaultStateFolder({ XDG_STATE_HOME: '/x' }, false)).toBe('/x/removal-assistant');
    expect(defaultStateFolder({ XDG_STATE_HOME: 'relative' }, false)).toMatch(
      /\/\.local\/state\/removal-assistant$/,
    );
  });

  it('is refused when it is a link', async () => {
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), state());
    expect(await refused()).toEqual(['journal-unwritable', 'it is a link']);
    expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
  });

  it('is refused when others can write in it, also one level down', async () => {
    mkdirSync(join(state(), 'runs'), { recursive: true, mode: 0o700 });
    chmodSync(join(state(), 'runs'), 0o777);
    expect(await refused()).toEqual(['journal-unwritable', 'other users can write in it']);
  });

  it.runIf(isRoot)('is refused when it belongs to somebody else', async () => {
    mkdirSync(state());
    chownSync(state(), 65534, 65534);
    expect(await refused()).toEqual(['journal-unwritable', 'it belongs to another user']);
  });

  it('that cannot be made is a problem in words', async () => {
    writeFileSync(join(base, 'file'), '');
    expect(await refused(join(base, 'file', 'state'))).toEqual([
      'journal-unwritable',
      'a part of the path is not a folder',
    ]);
    if (existsSync('/proc/self'))
      expect((await refused('/proc/self/state')) as string[]).toContain('journal-unwritable');
  });

  it.runIf(isRoot)('that may not be read is a problem, not "no run yet"', async () => {
    await begin();
    chmodSync(base, 0o755);
    process.seteuid?.(65534);
    const result = await store().latestRun();
    process.seteuid?.(0);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable', values: { why: 'permission denied' } },
    });
  });

  it('without any run says so', async () => {
    expect(await store().listRuns()).toEqual({ ok: true, value: [] });
    expect(await store().latestRun()).toMatchObject({ ok: false, problem: { code: 'no-run-yet' } });
  });
});
