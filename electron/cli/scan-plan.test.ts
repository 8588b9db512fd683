import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { debianSnapshot, innocentRows, managedRows, packageRow } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const managed = (): FakeComputer => ({ packages: [...(managedRows.packages ?? [])] });
const leftovers: FakeComputer['readings'] = {
  files: { kind: 'ok', rows: [{ path: '/var/opt/kaspersky/kesl', kind: 'folder' }] },
};
const closed: FakeComputer['readings'] = { units: { kind: 'denied', why: 'permission denied' } };
const file = (name: string, content: unknown): string => {
  const path = join(folder.path, name);
  writeFileSync(
    path,
    content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content),
  );
  return path;
};
const run = (seat: Seat, ...argv: string[]) => cli(folder.path, seat, ...argv);

describe('scan', () => {
  test.each<[string, FakeComputer, number]>([
    ['a clean computer', {}, 0],
    ['look-alikes of other vendors', { packages: [...(innocentRows.packages ?? [])] }, 0],
    ['a product', managed(), 10],
    ['a server product, which is only reported', { packages: [packageRow('ksc64')] }, 10],
    ['leftovers alone', { readings: leftovers }, 11],
    ['a required place that is closed', { readings: closed }, 12],
    ['a product beside a closed place', { ...managed(), readings: closed }, 10],
    ['leftovers beside a closed place', { readings: { ...leftovers, ...closed } }, 11],
  ])('ends for %s with its exit code', async (_name, computer, code) => {
    expect((await run({ computer }, 'scan')).code).toBe(code);
  });

  test('names each product with its id, and says in words what could not be looked at', async () => {
    const { out } = await run({ computer: { ...managed(), readings: closed } }, 'scan');
    expect(out).toContain('Kaspersky is on this computer.');
    expect(out).toContain('[linux-kesl]');
    expect(out).toContain('Could not look:\n  System services: no permission (permission denied)');
  });

  test('never echoes a control character from the computer', async () => {
    const name = 'evil\u001b[2J\u009b1m\u202etxt';
    const files = { kind: 'ok' as const, rows: [{ path: `/opt/kaspersky/kesl/${name}`, kind: 'file' }] };
    const computer = { host: { name }, readings: { files } };
    const text = await run({ computer, terminal: true }, 'scan');
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    expect(text.out).not.toMatch(control);
    const json = await run({ computer }, 'scan', '--json');
    expect(json.out).not.toMatch(control);
    expect((JSON.parse(json.out) as { host: { name: string } }).host.name).toBe(name);
  });

  test('saves a scan from which the same conclusions are drawn elsewhere', async () => {
    const path = join(folder.path, 'pc.json');
    const here = await run({ computer: managed() }, 'scan', '--save', path, '--json');
    const there = await run({ computer: undefined }, 'scan', '--from', path, '--json');
    expect(there.out).toBe(here.out);
    expect(there.code).toBe(10);
    expect(here.err).toBe(`Saved ${path}\n`);
  });

  test('that cannot be saved is a bad file, and nothing is on standard output', async () => {
    const path = join(folder.path, 'no', 'such', 'folder.json');
    const { code, out, err } = await run({ computer: {} }, 'scan', '--save', path);
    expect([code, out]).toEqual([65, '']);
    expect(err).toBe(`Could not write ${path}: no such file or folder.\n`);
  });

  test('puts the asset tag, the ticket and the operator into the report', async () => {
    const argv = ['--asset-tag', 'PC-17', 'scan', '--json', '--ticket', 'T1', '--operator', 'Ann'];
    const { out } = await run({ computer: {} }, ...argv);
    expect(JSON.parse(out)).toMatchObject({ subject: { assetTag: 'PC-17', ticket: 'T1', operator: 'Ann' } });
  });

  test('says in one sentence that this kind of computer cannot be looked at yet', async () => {
    const { code, out, err } = await run({ computer: undefined }, 'scan');
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain('cannot look at this kind of computer yet');
  });

  test('stopped by a person ends at once, however slow a place is', async () => {
    const stop = new AbortController();
    const slow = new Promise<void>(() => {});
    const ended = run({ computer: { slow }, stop }, 'scan');
    stop.abort();
    expect(await ended).toEqual({ code: 24, out: '', err: 'Stopped by you. Nothing was changed.\n' });
  });

  test('shows progress to a person at a terminal and takes it away again', async () => {
    const { err } = await run({ computer: {}, terminal: true }, 'scan');
    expect(err).toContain('Looking: Packages');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect((await run({ computer: {}, terminal: true }, 'scan', '--quiet')).err).toBe('');
    expect((await run({ computer: {} }, 'scan')).err).toBe('');
  });
});

describe('a saved scan', () => {
  const good = debianSnapshot();
  test.each<[string, unknown, string]>([
    ['is missing', undefined, 'There is no file'],
    ['is not JSON', 'hello', 'is not JSON'],
    ['is of another kind', { schema: 'other/1' }, 'is not a removal-assistant/snapshot/1 file'],
    ['comes from a newer version', { ...good, schema: 'removal-assistant/snapshot/9' }, 'a newer version'],
    [
      'has a wrong type',
      { ...good, readings: { packages: { kind: 'ok', rows: [{ name: 5 }] } } },
      'not right at readings.packages.rows[0].name',
    ],
    [
      'has a kind that does not exist',
      { ...good, readings: { packages: { kind: 'maybe', rows: [] } } },
      'not right at readings.packages.kind',
    ],
  ])('that %s is refused in one sentence', async (_name, content, sentence) => {
    const path = content === undefined ? join(folder.path, 'none.json') : file('bad.json', content);
    const { code, out, err } = await run({}, 'scan', '--from', path);
    expect([code, out]).toEqual([65, '']);
    expect(err).toContain(sentence);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('written by PowerShell, in UTF-16, is read', async () => {
    const text = `\ufeff${JSON.stringify(debianSnapshot(managedRows))}`;
    const path = file('utf16.json', Buffer.from(text, 'utf16le'));
    expect((await run({}, 'scan', '--from', path)).code).toBe(10);
  });

  test('lets what it does not know pass and names it', async () => {
    const path = file('more.json', {
      ...good,
      readings: { ...good.readings, moods: { kind: 'ok', rows: [] } },
    });
    const { code, err } = await run({}, 'scan', '--from', path);
    expect([code, err]).toEqual([0, 'Ignored, because this version does not know it: readings.moods\n']);
    expect((await run({}, 'scan', '--from', path, '--quiet')).err).toBe('');
  });

  test('without a required table is not called clean', async () => {
    const path = file('part.json', { ...good, readings: { packages: { kind: 'ok', rows: [] } } });
    expect((await run({}, 'scan', '--from', path)).code).toBe(12);
  });
});

describe('plan', () => {
  test('is blocked by a hazard that nobody accepted, and says how to accept it', async () => {
    const { code, out } = await run({ computer: managed() }, 'plan');
    expect(code).toBe(22);
    expect(out).toContain('--accept managed-redeploy');
    expect(out).toContain('1. Remove Kaspersky Endpoint Security for Linux (package kesl-gui) [linux-kesl]');
  });

  test('is feasible once the hazard is accepted, without any rights', async () => {
    const computer = { ...managed(), host: { elevated: false } };
    expect((await run({ computer }, 'plan', '--accept', 'managed-redeploy')).code).toBe(0);
  });

  test('lets a hazard be accepted that is not there', async () => {
    expect((await run({ computer: {} }, 'plan', '--accept', 'low-disk')).code).toBe(0);
  });

  test('of an empty computer is empty, and one JSON document', async () => {
    const { code, out } = await run({ computer: {} }, 'plan', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'clean', plan: { actions: [], blockedBy: [] } });
  });

  test('does not call a computer empty that it could not look at', async () => {
    const { out } = await run({ computer: { readings: closed } }, 'plan');
    expect(out).toContain('we could not look everywhere');
  });

  test('of a server alone is blocked', async () => {
    expect((await run({ computer: { packages: [packageRow('ksc64')] } }, 'plan')).code).toBe(22);
  });

  test('is for the chosen products only', async () => {
    const argv = ['plan', '--product', 'linux-nagent', '--accept', 'managed-redeploy', '--json'];
    const { out } = await run({ computer: managed() }, ...argv);
    const { plan } = JSON.parse(out) as { plan: { actions: { package: string }[] } };
    expect(plan.actions.map((action) => action.package)).toEqual(['klnagent64']);
  });

  test.each([
    [['plan', '--product', 'linux-kics'], 'No product has the id “linux-kics” here'],
    [['plan', '--accept', 'kl*'], 'No hazard has the id “kl*”'],
  ])('refuses %j as wrong usage', async (argv, sentence) => {
    const { code, err } = await run({ computer: managed() }, ...argv);
    expect(code).toBe(64);
    expect(err).toContain(sentence);
  });

  test('draws the plan of another computer from its saved scan', async () => {
    const path = file('pc.json', debianSnapshot(managedRows));
    expect((await run({}, 'plan', '--from', path)).code).toBe(22);
    expect(readFileSync(path, 'utf8')).toBe(JSON.stringify(debianSnapshot(managedRows)));
  });
});
